// SQL of API keys: whose a secret or a signature is, made, renewed, warned of, revoked.
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import { askInTurns } from '../../runtime/database/ask-in-turns.ts';
import type { ActorRow } from './store.ts';

type Db = Context['db'];
type Asked = { readonly digest: string; readonly now: string };
export type ApiKeyRow = {
  readonly id: string;
  readonly organisation_id: string;
  readonly name: string;
  readonly prefix: string;
  readonly roles: string[];
  readonly actions: string[] | null;
  readonly channels: string[] | null;
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly last_used_at: string | null;
  readonly revoked_at: string | null;
  readonly made_by: string | null;
  readonly public_key: string | null;
  readonly previous_until: string | null;
  /** Counts for nothing until a second person confirms it. */
  readonly waits_since: string | null;
  readonly confirmed_by: string | null;
};
type Tables = {
  'enterprise.api_key': ApiKeyRow & {
    secret_digest: string;
    previous_digest: string | null;
    previous_public_key: string | null;
    warned_at: string | null;
  };
};
const tables = (context: Context) => context.db.withTables<Tables>();
const actorColumns = sql.raw(
  'k.id, k.name, k.roles, k.actions, k.channels, o.id as organisation_id, o.kind, o.authority, o.channel_id',
);
const live = (now: string | RawBuilder<unknown>) =>
  sql`k.revoked_at is null and k.waits_since is null and (k.expires_at is null or k.expires_at > ${now})`;

const noteUse = async (db: Db, row: { id: string; stale: boolean } | undefined, now: string) => {
  if (row?.stale) await sql`update enterprise.api_key set last_used_at = ${now} where id = ${row.id}`.execute(db);
};
const stale = (now: string) => sql`coalesce(k.last_used_at < ${now}::timestamptz - interval '1 minute', true) as stale`;

/** By the present secret or, while it lasts, the one before. Those who call at the same moment are asked for in one statement. */
const findKeys = askInTurns<Asked, (ActorRow & { stale: boolean }) | undefined>(async (db, asked) => {
  const { rows } = await sql<ActorRow & { n: number; stale: boolean }>`
    select q.n::integer, f.*
    from unnest(${asked.map((a) => a.digest)}::text[], ${asked.map((a) => a.now)}::timestamptz[]) with ordinality as q(digest, now, n)
    cross join lateral (
      select ${actorColumns}, coalesce(k.last_used_at < q.now - interval '1 minute', true) as stale
      from enterprise.api_key k join enterprise.organisation o on o.id = k.organisation_id
      where (k.secret_digest = q.digest or (k.previous_digest = q.digest and k.previous_until > q.now))
        and ${live(sql`q.now`)}) f`.execute(db);
  const byNumber = new Map(rows.map((row) => [row.n, row]));
  return asked.map((_, i) => byNumber.get(i + 1));
});
/** Notes the use at most once a minute, so that reading does not write each time. */
export async function findKeyActor(db: Db, secretDigest: string, now: string): Promise<ActorRow | undefined> {
  const row = await findKeys(db, { digest: secretDigest, now });
  await noteUse(db, row, now);
  return row;
}

export async function listKeyActors(db: Db, digests: string[], now: string) {
  if (digests.length === 0) return [];
  const { rows } = await sql<ActorRow & { digest: string }>`
    select d.digest, ${actorColumns}
    from unnest(${digests}::text[]) as d(digest)
    join enterprise.api_key k on k.secret_digest = d.digest or (k.previous_digest = d.digest and k.previous_until > ${now})
    join enterprise.organisation o on o.id = k.organisation_id
    where ${live(now)}`.execute(db);
  return rows;
}

export type SigningKey = ActorRow & { readonly stale: boolean; readonly public_keys: readonly string[] };
export async function findSigningKey(db: Db, keyId: string, now: string): Promise<SigningKey | undefined> {
  const { rows } = await sql<SigningKey>`
    select ${actorColumns}, ${stale(now)},
      array_remove(array[k.public_key, case when k.previous_until > ${now} then k.previous_public_key end], null) as public_keys
    from enterprise.api_key k join enterprise.organisation o on o.id = k.organisation_id
    where k.id::text = ${keyId} and k.public_key is not null and ${live(now)}`.execute(db);
  return rows[0];
}
/** False where this nonce was seen before. The database decides, for all nodes. */
export async function spendNonce(db: Db, use: { key: SigningKey; nonce: string; now: string; keepMs: number }) {
  const { rows } = await sql`
    insert into enterprise.request_nonce (key_id, nonce, expires_at)
    values (${use.key.id}, ${use.nonce}, ${use.now}::timestamptz + ${use.keepMs} * interval '1 millisecond')
    on conflict do nothing returning key_id`.execute(db);
  if (rows.length === 0) return false;
  await sql`
    delete from enterprise.request_nonce where (key_id, nonce) in (
      select key_id, nonce from enterprise.request_nonce where expires_at < ${use.now}
      order by expires_at limit 20 for update skip locked)`.execute(db);
  await noteUse(db, use.key, use.now);
  return true;
}

export const insertApiKey = (context: Context, row: ApiKeyRow & { secret_digest: string }) =>
  tables(context)
    .insertInto('enterprise.api_key')
    .values(row as never)
    .execute();
export const listApiKeys = (context: Context, organisationId: string): Promise<ApiKeyRow[]> =>
  tables(context)
    .selectFrom('enterprise.api_key')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute();
export const lockApiKey = (context: Context, id: string, organisationId: string): Promise<ApiKeyRow | undefined> =>
  tables(context)
    .selectFrom('enterprise.api_key')
    .selectAll()
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
export const listWaitingKeys = (context: Context, organisationId: string): Promise<ApiKeyRow[]> =>
  tables(context)
    .selectFrom('enterprise.api_key')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .where('waits_since', 'is not', null)
    .orderBy('created_at')
    .execute();
export const decideApiKey = (
  context: Context,
  id: string,
  change: { waits_since: null; confirmed_by: string } | { revoked_at: string },
) => tables(context).updateTable('enterprise.api_key').set(change).where('id', '=', id).execute();
/** What was the present secret or public key stays good until `previousUntil`; the one before that ends now. */
export async function renewApiKey(
  context: Context,
  id: string,
  next: { secretDigest?: string; publicKey?: string; previousUntil: string; expiresAt: string | null },
): Promise<void> {
  await sql`
    update enterprise.api_key set
      previous_digest = secret_digest, previous_public_key = public_key, previous_until = ${next.previousUntil},
      secret_digest = coalesce(${next.secretDigest ?? null}, 'signs ' || gen_random_uuid()),
      public_key = ${next.publicKey ?? null}, expires_at = ${next.expiresAt}, warned_at = null
    where id = ${id}`.execute(context.db);
}
export async function revokeApiKey(context: Context, id: string, organisationId: string): Promise<boolean> {
  const done = await tables(context)
    .updateTable('enterprise.api_key')
    .set({ revoked_at: context.now })
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
/** The newest with a secret that counts. */
export const lockApiKeyNamed = (
  context: Context,
  organisationId: string,
  name: string,
): Promise<ApiKeyRow | undefined> =>
  tables(context)
    .selectFrom('enterprise.api_key')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('name', '=', name)
    .where('revoked_at', 'is', null)
    .where('waits_since', 'is', null)
    .where('public_key', 'is', null)
    .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', context.now)]))
    .orderBy('created_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
/** Keys a person made for an organisation; answers which ended. */
export async function revokeApiKeysOf(context: Context, organisationId: string, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update enterprise.api_key set revoked_at = ${context.now}
    where organisation_id = ${organisationId} and made_by = ${personId} and revoked_at is null returning id`.execute(
    context.db,
  );
  return rows.map((row) => row.id);
}
/** Keys that end before `before` and were not warned of; from now on they were. */
export async function takeExpiringKeys(context: Context, before: string, most: number): Promise<ApiKeyRow[]> {
  const { rows } = await sql<ApiKeyRow>`
    update enterprise.api_key set warned_at = ${context.now} where id in (
      select id from enterprise.api_key
      where revoked_at is null and warned_at is null and expires_at > ${context.now} and expires_at < ${before}
      order by expires_at limit ${most} for update skip locked)
    returning *`.execute(context.db);
  return rows;
}
