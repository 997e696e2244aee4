// All SQL of schema `enterprise`.
import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../../runtime/database/any-of.ts';
import { askInTurns } from '../../runtime/database/ask-in-turns.ts';
import type { Context } from '../../runtime/context.ts';
import type { OrganisationKind } from '../../kernel/party.ts';
import type { FactorDemand } from '../../runtime/identity/demand-factor.ts';

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
  second_factor: string;
  /** Customs office in charge. */
  district: string | null;
};
export type PersonRow = {
  id: string;
  organisation_id: string;
  account: string;
  name: string;
  password_hash: string;
  roles: string[];
};

type Tables = {
  'enterprise.organisation': OrganisationRow & { created_at: string };
  'enterprise.person': PersonRow & { created_at: string; email?: string };
};
const tables = (db: Db) => db.withTables<Tables>();

/** Everybody needs a second factor from the first day (ASVS 6.3.3); a demonstration's accounts are published and have none. */
export const insertOrganisation = (context: Context, row: Omit<OrganisationRow, 'second_factor'>) =>
  tables(context.db)
    .insertInto('enterprise.organisation')
    .values({
      ...row,
      second_factor: context.settings.mode === 'production' ? 'everybody' : 'optional',
      created_at: context.now,
    })
    .execute();
/** From which day on everybody of the enterprises needs a second factor; none: at once. */
export async function findFactorStart(context: Context): Promise<{ startsOn: string; reason: string } | undefined> {
  const { rows } = await sql<{ startsOn: string; reason: string }>`
    select starts_on::text as "startsOn", reason from enterprise.factor_start order by set_at desc, id desc limit 1`.execute(
    context.db,
  );
  return rows[0];
}
export const insertFactorStart = (context: Context, row: { startsOn: string; reason: string }) =>
  sql`insert into enterprise.factor_start (id, starts_on, reason, set_at, set_by)
    values (${context.newId()}, ${row.startsOn}, ${row.reason}, ${context.now}, ${context.actor.name})`.execute(
    context.db,
  );
export const demandFactor = (context: Context, organisationId: string, demand: string) =>
  tables(context.db)
    .updateTable('enterprise.organisation')
    .set({ second_factor: demand })
    .where('id', '=', organisationId)
    .execute();
export const insertPerson = (context: Context, row: PersonRow & { email?: string }) =>
  tables(context.db)
    .insertInto('enterprise.person')
    .values({ ...row, created_at: context.now })
    .execute();

export const findOrganisation = (context: Context, id: string) =>
  tables(context.db).selectFrom('enterprise.organisation').selectAll().where('id', '=', id).executeTakeFirst();
/** There is one. */
export const findPortOffice = (context: Context) =>
  tables(context.db)
    .selectFrom('enterprise.organisation')
    .selectAll()
    .where('kind', '=', 'port-office')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
export const findOrganisationByUscc = (context: Context, uscc: string) =>
  tables(context.db).selectFrom('enterprise.organisation').selectAll().where('uscc', '=', uscc).executeTakeFirst();
export const pageOrganisations = (context: Context, kinds: readonly OrganisationKind[], page: RowPage) => {
  const rows = tables(context.db)
    .selectFrom('enterprise.organisation')
    .selectAll()
    .where('kind', '=', anyOf(kinds))
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

export const findPerson = (context: Context, id: string) =>
  tables(context.db).selectFrom('enterprise.person').selectAll().where('id', '=', id).executeTakeFirst();

export type ActorRow = {
  id: string;
  name: string;
  roles: string[];
  organisation_id: string;
  kind: OrganisationKind;
  authority: string | null;
  channel_id: string | null;
  session_id?: string;
  /** Of a session: what its organisation asks for, and whether it has shown it. */
  demand?: FactorDemand;
  /** From which day on enterprises have to. */
  starts_on?: string | null;
  proven?: boolean;
  /** Of a key that was narrowed. */
  actions?: string[] | null;
  channels?: string[] | null;
};

/** A session that nobody used for so long is over (ASVS 7.3.1); how long it lasts at the most stands in its row. */
export const IDLE_MS = 60 * 60_000;
type Asked = { readonly digest: string; readonly now: string };
const live = (now: string | RawBuilder<unknown>) => sql`s.expires_at > ${now}
  and coalesce(s.last_seen_at, s.created_at) > ${now}::timestamptz - ${IDLE_MS} * interval '1 millisecond'`;

/** The last word of the port office. */
const startsOn = sql`(select f.starts_on::text from enterprise.factor_start f order by f.set_at desc, f.id desc limit 1)`;

/** Those who call at the same moment are asked for in one statement. */
const findSessions = askInTurns<Asked, (ActorRow & { stale: boolean }) | undefined>(async (db, asked) => {
  const { rows } = await sql<ActorRow & { n: number; stale: boolean }>`
    select q.n::integer, f.*
    from unnest(${asked.map((a) => a.digest)}::text[], ${asked.map((a) => a.now)}::timestamptz[]) with ordinality as q(digest, now, n)
    cross join lateral (
      select p.id, p.name, w.roles, o.id as organisation_id, o.kind, o.authority, o.channel_id, left(s.token_digest, 32) as session_id,
             o.second_factor as demand, ${startsOn} as starts_on, s.second_factor_at is not null as proven,
             coalesce(s.last_seen_at < q.now - interval '1 minute', true) as stale
      from enterprise.session s join enterprise.person p on p.id = s.person_id
      join enterprise.place w on w.person_id = p.id and w.organisation_id = coalesce(s.organisation_id, p.organisation_id)
      join enterprise.organisation o on o.id = w.organisation_id
      where s.token_digest = q.digest and ${live(sql`q.now`)}) f`.execute(db);
  const byNumber = new Map(rows.map((row) => [row.n, row]));
  return asked.map((_, i) => byNumber.get(i + 1));
});
/** Notes the use at most once a minute; a full disk must not sign people out. */
export async function findSessionActor(db: Db, tokenDigest: string, now: string): Promise<ActorRow | undefined> {
  const row = await findSessions(db, { digest: tokenDigest, now });
  if (row?.stale)
    await sql`update enterprise.session set last_seen_at = ${now} where token_digest = ${tokenDigest}`
      .execute(db)
      .catch(() => undefined);
  return row;
}

/** Each in one place: where he was first registered while he works there, else another. */
export async function listPersonActors(db: Db, personIds: readonly string[]): Promise<ActorRow[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<ActorRow>`
    select distinct on (p.id) p.id, p.name, w.roles, o.id as organisation_id, o.kind, o.authority, o.channel_id
    from enterprise.person p join enterprise.place w on w.person_id = p.id join enterprise.organisation o on o.id = w.organisation_id
    where p.id = any(${personIds}::uuid[]) order by p.id, (w.organisation_id = p.organisation_id) desc`.execute(db);
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
    select p.id, p.name, w.roles, o.id as organisation_id, o.kind, o.authority, o.channel_id
    from concerned c join enterprise.organisation o on o.id = c.id join enterprise.place w on w.organisation_id = o.id
      join enterprise.person p on p.id = w.person_id`.execute(db);
  return rows;
}

export async function findAccountActor(db: Db, account: string): Promise<ActorRow | undefined> {
  const { rows } = await sql<ActorRow>`
    select p.id, p.name, p.roles, o.id as organisation_id, o.kind, o.authority, o.channel_id
    from enterprise.person p join enterprise.organisation o on o.id = p.organisation_id
    where p.account = ${account}`.execute(db);
  return rows[0];
}

export async function listSessionActors(db: Db, digests: string[], now: string) {
  if (digests.length === 0) return [];
  const { rows } = await sql<ActorRow & { digest: string }>`
    select s.token_digest as digest, p.id, p.name, w.roles, o.id as organisation_id, o.kind, o.authority, o.channel_id,
           left(s.token_digest, 32) as session_id, o.second_factor as demand, ${startsOn} as starts_on,
           s.second_factor_at is not null as proven
    from enterprise.session s join enterprise.person p on p.id = s.person_id
    join enterprise.place w on w.person_id = p.id and w.organisation_id = coalesce(s.organisation_id, p.organisation_id)
    join enterprise.organisation o on o.id = w.organisation_id
    where s.token_digest = any(${digests}) and ${live(now)}`.execute(db);
  return rows;
}

export const findOrganisationByChannel = (context: Context, channelId: string) =>
  tables(context.db)
    .selectFrom('enterprise.organisation')
    .selectAll()
    .where('channel_id', '=', channelId)
    .orderBy('created_at')
    .executeTakeFirst();
