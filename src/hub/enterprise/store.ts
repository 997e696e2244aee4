// All SQL of schema `enterprise`.
import { sql } from 'kysely';
import type { Context } from '../../runtime/context.ts';
import type { OrganisationKind } from '../../kernel/party.ts';

type Db = Context['db'];
type RowPage = { readonly after?: string; readonly limit: number };

export type OrganisationRow = {
  id: string;
  name: string;
  name_en: string;
  kind: OrganisationKind;
  uscc: string | null;
  customs_registration: string | null;
  authority: string | null;
  channel_id: string | null;
};
export type PersonRow = {
  id: string;
  organisation_id: string;
  account: string;
  name: string;
  password_hash: string;
  roles: string[];
};
export type ApiKeyRow = {
  id: string;
  organisation_id: string;
  name: string;
  prefix: string;
  roles: string[];
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
  revoked_at: string | null;
};
export type AuthorisationRow = {
  id: string;
  owner_id: string;
  broker_id: string;
  scope: string;
  valid_from: string;
  valid_to: string;
  accepted_at: string | null;
  revoked_at: string | null;
};

type Tables = {
  'enterprise.organisation': OrganisationRow & { created_at: string };
  'enterprise.person': PersonRow & { created_at: string };
  'enterprise.session': { token_digest: string; person_id: string; created_at: string; expires_at: string };
  'enterprise.api_key': ApiKeyRow & { secret_digest: string };
  'enterprise.authorisation': AuthorisationRow & { offered_at: string };
};
const tables = (db: Db) => db.withTables<Tables>();

export const insertOrganisation = (context: Context, row: OrganisationRow) =>
  tables(context.db)
    .insertInto('enterprise.organisation')
    .values({ ...row, created_at: context.now })
    .execute();
export const insertPerson = (context: Context, row: PersonRow) =>
  tables(context.db)
    .insertInto('enterprise.person')
    .values({ ...row, created_at: context.now })
    .execute();

export const findOrganisation = (context: Context, id: string) =>
  tables(context.db).selectFrom('enterprise.organisation').selectAll().where('id', '=', id).executeTakeFirst();
export const findOrganisationByUscc = (context: Context, uscc: string) =>
  tables(context.db).selectFrom('enterprise.organisation').selectAll().where('uscc', '=', uscc).executeTakeFirst();
export const pageOrganisations = (context: Context, kinds: readonly OrganisationKind[], page: RowPage) => {
  const rows = tables(context.db)
    .selectFrom('enterprise.organisation')
    .selectAll()
    .where('kind', 'in', kinds)
    .orderBy('id', 'desc')
    .limit(page.limit);
  return (page.after ? rows.where('id', '<', page.after) : rows).execute();
};
export const countOrganisations = async (context: Context): Promise<number> => {
  const row = await tables(context.db)
    .selectFrom('enterprise.organisation')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
};

export const findPersonByAccount = (context: Context, account: string) =>
  tables(context.db).selectFrom('enterprise.person').selectAll().where('account', '=', account).executeTakeFirst();
export const findPerson = (context: Context, id: string) =>
  tables(context.db).selectFrom('enterprise.person').selectAll().where('id', '=', id).executeTakeFirst();

export const insertSession = (context: Context, row: Tables['enterprise.session']) =>
  tables(context.db).insertInto('enterprise.session').values(row).execute();
export const deleteSession = (context: Context, tokenDigest: string) =>
  tables(context.db).deleteFrom('enterprise.session').where('token_digest', '=', tokenDigest).execute();

export type ActorRow = {
  id: string;
  name: string;
  roles: string[];
  organisation_id: string;
  kind: OrganisationKind;
  authority: string | null;
  channel_id: string | null;
};

export async function findSessionActor(db: Db, tokenDigest: string, now: string): Promise<ActorRow | undefined> {
  const { rows } = await sql<ActorRow>`
    select p.id, p.name, p.roles, o.id as organisation_id, o.kind, o.authority, o.channel_id
    from enterprise.session s join enterprise.person p on p.id = s.person_id join enterprise.organisation o on o.id = p.organisation_id
    where s.token_digest = ${tokenDigest} and s.expires_at > ${now}`.execute(db);
  return rows[0];
}

export async function listPersonActors(db: Db, personIds: readonly string[]): Promise<ActorRow[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<ActorRow>`
    select p.id, p.name, p.roles, o.id as organisation_id, o.kind, o.authority, o.channel_id
    from enterprise.person p join enterprise.organisation o on o.id = p.organisation_id
    where p.id = any(${personIds}::uuid[])`.execute(db);
  return rows;
}

/** Staff of these organisations, of brokers authorised by one of them today, and of whoever sees all that is filed. */
export async function listStaffOf(db: Db, organisationIds: readonly string[], day: string): Promise<ActorRow[]> {
  const { rows } = await sql<ActorRow>`
    with concerned as (
      select id from enterprise.organisation
      where id = any(${organisationIds}::uuid[]) or kind in ('authority', 'operator', 'port-office')
      union
      select broker_id from enterprise.authorisation
      where owner_id = any(${organisationIds}::uuid[]) and accepted_at is not null and revoked_at is null
        and valid_from <= ${day} and valid_to >= ${day})
    select p.id, p.name, p.roles, o.id as organisation_id, o.kind, o.authority, o.channel_id
    from concerned c join enterprise.organisation o on o.id = c.id join enterprise.person p on p.organisation_id = o.id`.execute(
    db,
  );
  return rows;
}

export async function findAccountActor(db: Db, account: string): Promise<ActorRow | undefined> {
  const { rows } = await sql<ActorRow>`
    select p.id, p.name, p.roles, o.id as organisation_id, o.kind, o.authority, o.channel_id
    from enterprise.person p join enterprise.organisation o on o.id = p.organisation_id
    where p.account = ${account}`.execute(db);
  return rows[0];
}

/** Notes the use at most once a minute, so that reading with a key does not write each time. */
export async function findKeyActor(db: Db, secretDigest: string, now: string): Promise<ActorRow | undefined> {
  const { rows } = await sql<ActorRow & { stale: boolean }>`
    select k.id, k.name, k.roles, o.id as organisation_id, o.kind, o.authority, o.channel_id,
           coalesce(k.last_used_at < ${now}::timestamptz - interval '1 minute', true) as stale
    from enterprise.api_key k join enterprise.organisation o on o.id = k.organisation_id
    where k.secret_digest = ${secretDigest} and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${now})`.execute(
    db,
  );
  const row = rows[0];
  if (row?.stale) await sql`update enterprise.api_key set last_used_at = ${now} where id = ${row.id}`.execute(db);
  return row;
}

export async function listSessionActors(db: Db, digests: string[], now: string) {
  if (digests.length === 0) return [];
  const { rows } = await sql<ActorRow & { digest: string }>`
    select s.token_digest as digest, p.id, p.name, p.roles, o.id as organisation_id, o.kind, o.authority, o.channel_id
    from enterprise.session s join enterprise.person p on p.id = s.person_id join enterprise.organisation o on o.id = p.organisation_id
    where s.token_digest = any(${digests}) and s.expires_at > ${now}`.execute(db);
  return rows;
}

export async function listKeyActors(db: Db, digests: string[], now: string) {
  if (digests.length === 0) return [];
  const { rows } = await sql<ActorRow & { digest: string }>`
    select k.secret_digest as digest, k.id, k.name, k.roles, o.id as organisation_id, o.kind, o.authority, o.channel_id
    from enterprise.api_key k join enterprise.organisation o on o.id = k.organisation_id
    where k.secret_digest = any(${digests}) and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${now})`.execute(
    db,
  );
  return rows;
}

export const insertApiKey = (context: Context, row: ApiKeyRow & { secret_digest: string }) =>
  tables(context.db).insertInto('enterprise.api_key').values(row).execute();
export const listApiKeys = (context: Context, organisationId: string) =>
  tables(context.db)
    .selectFrom('enterprise.api_key')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute();
export const revokeApiKey = async (context: Context, id: string, organisationId: string): Promise<boolean> => {
  const done = await tables(context.db)
    .updateTable('enterprise.api_key')
    .set({ revoked_at: context.now })
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
};

export const insertAuthorisation = (context: Context, row: AuthorisationRow) =>
  tables(context.db)
    .insertInto('enterprise.authorisation')
    .values({ ...row, offered_at: context.now })
    .execute();
export const findAuthorisation = (context: Context, id: string) =>
  tables(context.db)
    .selectFrom('enterprise.authorisation')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
export const pageAuthorisations = (context: Context, organisationId: string, page: RowPage) => {
  const rows = tables(context.db)
    .selectFrom('enterprise.authorisation')
    .selectAll()
    .where((e) => e.or([e('owner_id', '=', organisationId), e('broker_id', '=', organisationId)]))
    .orderBy('id', 'desc')
    .limit(page.limit);
  return (page.after ? rows.where('id', '<', page.after) : rows).execute();
};
export const markAuthorisation = (
  context: Context,
  id: string,
  change: { accepted_at: string } | { revoked_at: string },
) => tables(context.db).updateTable('enterprise.authorisation').set(change).where('id', '=', id).execute();
export async function hasLiveAuthorisation(
  context: Context,
  ownerId: string,
  brokerId: string,
  day: string,
): Promise<boolean> {
  const row = await tables(context.db)
    .selectFrom('enterprise.authorisation')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('broker_id', '=', brokerId)
    .where('accepted_at', 'is not', null)
    .where('revoked_at', 'is', null)
    .where('valid_from', '<=', day)
    .where('valid_to', '>=', day)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
/** Owners whose shipments a broker may see now. */
export async function listAuthorisedOwners(context: Context, brokerId: string, day: string): Promise<string[]> {
  const rows = await tables(context.db)
    .selectFrom('enterprise.authorisation')
    .select('owner_id')
    .distinct()
    .where('broker_id', '=', brokerId)
    .where('accepted_at', 'is not', null)
    .where('revoked_at', 'is', null)
    .where('valid_from', '<=', day)
    .where('valid_to', '>=', day)
    .execute();
  return rows.map((r) => r.owner_id);
}
export const findOrganisationByChannel = (context: Context, channelId: string) =>
  tables(context.db)
    .selectFrom('enterprise.organisation')
    .selectAll()
    .where('channel_id', '=', channelId)
    .orderBy('created_at')
    .executeTakeFirst();
export const revokeApiKeysNamed = (context: Context, organisationId: string, name: string) =>
  tables(context.db)
    .updateTable('enterprise.api_key')
    .set({ revoked_at: context.now })
    .where('organisation_id', '=', organisationId)
    .where('name', '=', name)
    .where('revoked_at', 'is', null)
    .execute();
