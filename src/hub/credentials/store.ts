// All SQL of verifiable certificates, in schema `credentials`.
import { sql } from 'kysely';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Context } from '../../runtime/context.ts';
import { anyOf } from '../../runtime/database/any-of.ts';
import type { RowPage } from '../../runtime/database/read-page.ts';

export type CredentialRow = {
  id: string;
  flow: 'issued' | 'received';
  issuer: string;
  number: string;
  kind: string;
  shipment_id: string;
  release_id: string | null;
  object_id: string | null;
  channel: string | null;
  message_id: string | null;
  list: number | null;
  place: number | null;
  token: string;
  doubt: Bilingual | null;
  issued_at: string;
  revoked_at: string | null;
  revoked_because: Bilingual | null;
  simulated: boolean;
};
type Tables = {
  'credentials.credential': CredentialRow;
  'credentials.sent': { channel: string; credential_id: string };
};
const tables = (context: Context) => context.db.withTables<Tables>();
const json = (value: Bilingual | null) => (value && JSON.stringify(value)) as unknown as Bilingual | null;

/** A number of its own for each certificate; gaps do no harm. */
export async function nextPlace(context: Context): Promise<number> {
  const { rows } = await sql<{ n: string }>`select nextval('credentials.place') as n`.execute(context.db);
  return Number(rows[0]?.n ?? 1) - 1;
}

export async function isTaken(context: Context, at: { list: number; place: number }): Promise<boolean> {
  const found = await tables(context)
    .selectFrom('credentials.credential')
    .select('id')
    .where('list', '=', at.list)
    .where('place', '=', at.place)
    .executeTakeFirst();
  return found !== undefined;
}

/** False where it is there already: the release has its certificate, or the same one came again. */
export async function insertCredential(context: Context, row: CredentialRow): Promise<boolean> {
  const inserted = await tables(context)
    .insertInto('credentials.credential')
    .values({ ...row, doubt: json(row.doubt), revoked_because: json(row.revoked_because) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return inserted.length > 0;
}

export const findByRelease = (context: Context, releaseId: string): Promise<CredentialRow | undefined> =>
  tables(context)
    .selectFrom('credentials.credential')
    .selectAll()
    .where('release_id', '=', releaseId)
    .executeTakeFirst();

export const findByNumber = (context: Context, issuer: string, number: string): Promise<CredentialRow | undefined> =>
  tables(context)
    .selectFrom('credentials.credential')
    .selectAll()
    .where('issuer', '=', issuer)
    .where('number', '=', number)
    .executeTakeFirst();

/** False where it was revoked before. */
export async function markRevoked(context: Context, id: string, because: Bilingual): Promise<boolean> {
  const changed = await tables(context)
    .updateTable('credentials.credential')
    .set({ revoked_at: context.now, revoked_because: json(because) })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return changed.length > 0;
}

export async function noteSent(context: Context, id: string, channels: readonly string[]): Promise<void> {
  if (channels.length === 0) return;
  await tables(context)
    .insertInto('credentials.sent')
    .values(channels.map((channel) => ({ channel, credential_id: id })))
    .execute();
}
/** Channel ids by certificate. */
export async function listSent(context: Context, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(context)
    .selectFrom('credentials.sent')
    .selectAll()
    .where('credential_id', '=', anyOf(ids))
    .orderBy('channel')
    .execute();
  const found = new Map<string, string[]>();
  for (const row of rows) found.set(row.credential_id, [...(found.get(row.credential_id) ?? []), row.channel]);
  return found;
}
/** What came over a channel and what goes over it, newest first: as many of each as the page may need, so neither is read to its end. */
export async function pageOfChannel(
  context: Context,
  { channel, after, limit }: RowPage & { readonly channel: string },
): Promise<CredentialRow[]> {
  const before = after ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const { rows } = await sql<CredentialRow>`
    select c.* from credentials.credential c
    where c.id in (
      (select id from credentials.credential where channel = ${channel} and id < ${before}::uuid order by id desc limit ${limit})
      union all
      (select credential_id from credentials.sent
       where channel = ${channel} and credential_id < ${before}::uuid order by credential_id desc limit ${limit}))
    order by c.id desc limit ${limit}`.execute(context.db);
  return rows;
}

export const listOfCase = (context: Context, shipmentId: string): Promise<CredentialRow[]> =>
  tables(context)
    .selectFrom('credentials.credential')
    .selectAll()
    .where('shipment_id', '=', shipmentId)
    .orderBy('id', 'desc')
    .limit(500)
    .execute();

export async function listRevoked(context: Context, list: number): Promise<number[]> {
  const rows = await tables(context)
    .selectFrom('credentials.credential')
    .select('place')
    .where('list', '=', list)
    .where('revoked_at', 'is not', null)
    .execute();
  return rows.flatMap(({ place }) => (place === null ? [] : [place]));
}
export async function isListBegun(context: Context, list: number): Promise<boolean> {
  const row = await tables(context)
    .selectFrom('credentials.credential')
    .select('id')
    .where('list', '=', list)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
