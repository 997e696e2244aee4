// Separation of powers in the database (R25; 等保 8.1.4.2 访问控制, 8.1.4.3 安全审计 c): the running program's account, portico_app, owns
// no table. It adds to the log and reads it; it can neither change, remove nor truncate a record, nor switch off what forbids it, nor
// change the schema. The owner's account is for migrations and what operators do by hand (docs/operate.md).
import { createHmac } from 'node:crypto';
import type pg from 'pg';
import type { Bilingual } from '../../kernel/bilingual.ts';
import { TENANT_ROLE } from './second-lock.ts';

export const APPLICATION_ROLE = 'portico_app';
/** Auditors' own account on the server, where they want one: it reads the log and nothing else. */
export const AUDITOR_ROLE = 'portico_auditor';
/** What is written once: events and all of the ledger. */
export const LOG_TABLES = [
  'event',
  'ledger_tile',
  'ledger_node',
  'ledger_head',
  'ledger_key',
  'ledger_erasure',
] as const;
/** Of these not even a row is added by the running program: erasing is the owner's. */
const OWNERS_ONLY = new Set<string>(['ledger_erasure']);
const LOCK = 7_302_006;

/** The application's account on a server whose owner's account is ours to use (embedded); its password follows from the owner's. */
export function applicationUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.password = createHmac('sha256', url.password).update(APPLICATION_ROLE).digest('hex');
  url.username = APPLICATION_ROLE;
  return url.toString();
}

/** Makes the roles where they are missing, with the password of the application's address, and gives each its rights, no others. */
export async function readyApplicationRole(
  owner: pg.Pool,
  schemas: readonly string[],
  password: string,
): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await makeRole(client, APPLICATION_ROLE, `login password ${client.escapeLiteral(password)}`);
    await makeRole(client, AUDITOR_ROLE, 'nologin');
    await letPlayTenant(client);
    await giveRights(client, schemas);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    client.release();
  }
}

/** Made by another at this moment, on another database of the same server. */
const harmless = new Set(['42710', '23505', 'XX000']);
async function makeRole(client: pg.PoolClient, name: string, how: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  if (rowCount) return;
  await client.query(`create role ${name} ${how}`).catch((error: { code?: string }) => {
    if (!harmless.has(error.code ?? '')) throw error;
  });
}
async function letPlayTenant(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ there: boolean; member: boolean }>(
    `select count(*) = 1 as there, coalesce(bool_or(pg_has_role($1, oid, 'MEMBER')), false) as member from pg_roles where rolname = $2`,
    [APPLICATION_ROLE, TENANT_ROLE],
  );
  if (!rows[0]?.there || rows[0].member) return;
  await client.query(`grant ${TENANT_ROLE} to ${APPLICATION_ROLE}`).catch((error: { code?: string }) => {
    if (!harmless.has(error.code ?? '')) throw error;
  });
}

/** What it lacks of its rights; policies of the second lock let Portico's own work through, as they let the owner. */
async function giveRights(client: pg.PoolClient, schemas: readonly string[]): Promise<void> {
  const log = LOG_TABLES.map((table) => `'${table}'`).join(', ');
  const { rows } = await client.query<{ statement: string }>(
    `with tables as (
       select c.oid, c.relkind, c.relispartition as part, c.relrowsecurity as locked, format('%I.%I', n.nspname, c.relname) as name,
              n.nspname = 'runtime' and c.relname in (${log}) as log, c.relname, n.nspname
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1))
     select format('grant usage on schema %I to ${APPLICATION_ROLE}', nspname) as statement from pg_namespace
       where nspname = any($1) and not has_schema_privilege('${APPLICATION_ROLE}', oid, 'usage')
     union all
     select format('grant select, insert, update, delete on %s to ${APPLICATION_ROLE}', name) from tables
       where relkind in ('r', 'p', 'v') and not part and not log and name not in ('runtime.migration', 'runtime.recorded')
         and not has_table_privilege('${APPLICATION_ROLE}', oid, 'delete')
     union all
     select format('grant select on %s to ${APPLICATION_ROLE}', name) from tables
       where relkind in ('r', 'p', 'v') and (part or log or name in ('runtime.migration', 'runtime.recorded'))
         and not has_table_privilege('${APPLICATION_ROLE}', oid, 'select')
     union all
     select format('grant insert on %s to ${APPLICATION_ROLE}', name) from tables
       where log and relname <> all($2) and not has_table_privilege('${APPLICATION_ROLE}', oid, 'insert')
     union all
     select format('revoke update, delete, truncate on %s from ${APPLICATION_ROLE}, ${TENANT_ROLE}', name) from tables
       where (log or name = 'runtime.migration') and (has_table_privilege('${APPLICATION_ROLE}', oid, 'update, delete, truncate')
         or exists (select 1 from pg_roles where rolname = '${TENANT_ROLE}' and has_table_privilege(rolname, tables.oid, 'update, delete, truncate')))
     union all
     select format('grant usage, select, update on sequence %s to ${APPLICATION_ROLE}', name) from tables
       where case when relkind = 'S' then not has_sequence_privilege('${APPLICATION_ROLE}', oid, 'update') else false end
     union all
     select format('create policy portico_itself on %s to ${APPLICATION_ROLE} using (true) with check (true)', name) from tables
       where locked and not part and not exists (select 1 from pg_policy p where p.polrelid = tables.oid and p.polname = 'portico_itself')
     union all
     select format('grant execute on function %s to ${APPLICATION_ROLE}', oid::regprocedure) from pg_proc
       where pronamespace = 'runtime'::regnamespace and proname in ('make_partition', 'archive_partition', 'shelve_archive')
         and not has_function_privilege('${APPLICATION_ROLE}', oid, 'execute')
     union all
     select format('grant usage on schema runtime to ${AUDITOR_ROLE}') where not has_schema_privilege('${AUDITOR_ROLE}', 'runtime', 'usage')
     union all
     select format('grant select on %s to ${AUDITOR_ROLE}', name) from tables
       where log and not has_table_privilege('${AUDITOR_ROLE}', oid, 'select')
     union all
     select format('create policy auditors on %s for select to ${AUDITOR_ROLE} using (true)', name) from tables
       where log and locked and not exists (select 1 from pg_policy p where p.polrelid = tables.oid and p.polname = 'auditors')`,
    [[...schemas], [...OWNERS_ONLY]],
  );
  for (const { statement } of rows) await client.query(statement);
}

/** Whether the account could change what is written once: as owner, as superuser, or because it was given the right. */
export async function couldAlterLog(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ could: boolean }>(
    `select bool_or(has_table_privilege(c.oid, 'update, delete, truncate') or pg_has_role(c.relowner, 'USAGE')) as could
     from pg_class c where c.relnamespace = 'runtime'::regnamespace and c.relname = any($1)`,
    [[...LOG_TABLES]],
  );
  return rows[0]?.could ?? true;
}
export const alterableLog: Bilingual = {
  zh: '三权分立未落实：运行账号可以改动日志表（是表的所有者或拥有 UPDATE/DELETE/TRUNCATE 权限）。请用 DATABASE_OWNER_URL 执行迁移，并让 DATABASE_URL 使用账号 portico_app（docs/operate.md）',
  en: 'powers are not separated: the running account can alter the log tables (it owns them, or was given UPDATE, DELETE or TRUNCATE). Migrate with DATABASE_OWNER_URL and let DATABASE_URL name the account portico_app (docs/operate.md)',
};
