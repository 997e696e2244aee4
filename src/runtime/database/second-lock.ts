// The second lock (P11): what is done for an actor runs under a database role that row-level security holds to what the actor's
// organisation may see, so that a query that forgets to ask shows nothing of others. Portico's own work runs as the owner of the tables.
import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import type { Bilingual } from '../../kernel/bilingual.ts';
import { partnerDay } from '../../kernel/instant.ts';
import type { Actor } from '../context.ts';

export const TENANT_ROLE = 'portico_tenant';
const LOCK = 7_302_003;

/** Values of the settings that policies read (`0020-reader.sql`), in this order. */
export type Lock = readonly [organisation: string, kind: string, party: string, person: string, day: string];

/** Whoever acts for an organisation is locked in; Portico itself and those who are nobody yet (signing in) are not. */
export function lockOf(actor: Actor, now: string): Lock | undefined {
  const { organisationId, organisationKind, channelId, authority } = actor;
  if (actor.kind === 'system' || organisationId === undefined) return undefined;
  const party = organisationKind === 'trader' || organisationKind === 'broker' ? '' : (channelId ?? authority ?? '');
  return [organisationId, organisationKind ?? '', party, actor.id, partnerDay(now)];
}

const settings = ['organisation', 'kind', 'party', 'person', 'day'] as const;
const roleAndReader = (local: boolean) =>
  `set_config('role', '${TENANT_ROLE}', ${local}), ${settings
    .map((name, i) => `set_config('portico.${name}', $${i + 1}, ${local})`)
    .join(', ')}`;
/** Who acts for an organisation asks lists and searches too: planned for what is asked, unlike Portico's own work (`connect.ts`). */
const forTransaction = `select ${roleAndReader(true)}, set_config('plan_cache_mode', 'auto', true)`;
const forSession = `select ${roleAndReader(false)}`;
const openAgain = `select set_config('role', 'none', false)`;

type Client = { query(text: string, values?: unknown[]): Promise<unknown> };
/** For the transaction that has just begun; sent with its first statement, and what comes after fails if it fails. */
export const lockTransaction = (client: Client, lock: Lock): Promise<unknown> =>
  client.query(forTransaction, [...lock]);
/** For what a connection does next outside a transaction; undefined opens it again. */
export const lockSession = (client: Client, lock: Lock | undefined): Promise<unknown> =>
  lock ? client.query(forSession, [...lock]) : client.query(openAgain);

/** A part of a transaction without the lock, which is on again when it ends; one at a time. */
export async function openFor<T>(db: Kysely<unknown>, act: () => Promise<T>): Promise<T> {
  await sql`select set_config('role', 'none', true)`.execute(db);
  const value = await act();
  await sql`select set_config('role', ${TENANT_ROLE}, true)`.execute(db);
  return value;
}

/** Makes the role and gives it its rights, where that is missing. What stands in the way is said, and then there is no second lock. */
export async function readySecondLock(pool: pg.Pool, schemas: readonly string[]): Promise<Bilingual | undefined> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await makeRole(client);
    const { rows } = await client.query<{ there: boolean; mine: boolean; weak: boolean }>(
      `select true as there, pg_has_role(current_user, oid, 'MEMBER') as mine, rolsuper or rolbypassrls as weak
       from pg_roles where rolname = $1`,
      [TENANT_ROLE],
    );
    const role = rows[0];
    if (!role) return impossible('没有权限建立该角色', 'this account may not create it');
    if (role.weak) return impossible('该角色不受行级安全约束', 'it is a superuser or bypasses row-level security');
    if (!role.mine) return impossible('本账号不是其成员', 'this account is not a member of it');
    // An account that owns nothing has nothing to give: the owner did at its own start.
    await giveRights(client, schemas);
    return undefined;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    client.release();
  }
}
const impossible = (zh: string, en: string): Bilingual => ({
  zh: `第二道锁（行级安全）未启用：数据库角色 ${TENANT_ROLE} 不可用，${zh}。请由数据库管理员执行：create role ${TENANT_ROLE} nologin; grant ${TENANT_ROLE} to <本账号>;（docs/operate.md）`,
  en: `the second lock (row-level security) is off: role ${TENANT_ROLE} cannot be used, ${en}. Let the administrator of the database run: create role ${TENANT_ROLE} nologin; grant ${TENANT_ROLE} to <this account>; (docs/operate.md)`,
});

/** Not allowed, not there because that was not allowed, or made by another at this moment: what is there afterwards decides. */
const harmless = new Set(['42501', '42704', '42710', '23505']);
async function makeRole(client: pg.PoolClient): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [TENANT_ROLE]);
  const attempts = [
    ...(rowCount ? [] : [`create role ${TENANT_ROLE} nologin`]),
    `grant ${TENANT_ROLE} to current_user`,
  ];
  const { rows } = await client.query<{ mine: boolean }>(
    `select coalesce((select pg_has_role(current_user, oid, 'MEMBER') from pg_roles where rolname = $1), false) as mine`,
    [TENANT_ROLE],
  );
  if (rows[0]?.mine) return;
  for (const attempt of attempts)
    await client.query(attempt).catch((error: { code?: string }) => {
      if (!harmless.has(error.code ?? '')) throw error;
    });
}

/** On tables, not on their partitions: whoever reads past the table reads past its policies. */
async function giveRights(client: pg.PoolClient, schemas: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `select format('grant usage on schema %I to ${TENANT_ROLE}', nspname) as statement from pg_namespace
       where nspname = any($1) and not has_schema_privilege('${TENANT_ROLE}', oid, 'usage')
     union all
     select format('grant select, insert, update, delete on %I.%I to ${TENANT_ROLE}', n.nspname, c.relname)
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any($1) and c.relkind in ('r', 'p', 'v') and not c.relispartition
         and not (n.nspname = 'runtime' and (c.relname in ('event', 'migration') or c.relname like 'ledger%'))
         and not has_table_privilege('${TENANT_ROLE}', c.oid, 'delete')
     union all
     select format('grant select, insert on %I.%I to ${TENANT_ROLE}', n.nspname, c.relname)
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'runtime' and c.relname = 'event' and not has_table_privilege('${TENANT_ROLE}', c.oid, 'insert')
     union all
     select format('grant select on %I.%I to ${TENANT_ROLE}', n.nspname, c.relname)
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'runtime' and c.relname like 'ledger%' and c.relkind = 'r' and not has_table_privilege('${TENANT_ROLE}', c.oid, 'select')
     union all
     select format('grant usage, select on sequence %I.%I to ${TENANT_ROLE}', n.nspname, c.relname)
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any($1) and case when c.relkind = 'S' then not has_sequence_privilege('${TENANT_ROLE}', c.oid, 'usage') else false end`,
    [[...schemas]],
  );
  for (const { statement } of rows) await client.query(statement);
}
