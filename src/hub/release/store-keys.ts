// SQL of the keys that sign releases and of the revocation lists they sign.
import { sql } from 'kysely';
import type { ReleaseAlgorithm } from '../../kernel/release-token.ts';
import type { Context } from '../../runtime/context.ts';

export type SigningKeyRow = {
  kid: string;
  algorithm: ReleaseAlgorithm;
  spki: Buffer;
  /** The place it is bound to and what the key store calls it; null: the configured key. */
  key_reference: string | null;
  made_at: string;
  made_by: string;
  reason: string;
  retired_at: string | null;
  published_until: string | null;
  stolen_at: string | null;
  cleared_at: string | null;
};
export type RevocationListRow = {
  number: number;
  issued_at: string;
  next_update: string;
  content_digest: string;
  jws: string;
};
export type KeyChangeRow = {
  id: string;
  reason: string;
  stolen: boolean;
  state: 'proposed' | 'made' | 'withdrawn';
  proposed_at: string;
  proposed_by_id: string;
  proposed_by: string;
  decided_at: string | null;
  decided_by: string | null;
  kid: string | null;
};
type Tables = {
  'release.signing_key': SigningKeyRow;
  'release.key_change': KeyChangeRow;
  'release.revocation_list': RevocationListRow;
};
const tables = (context: Context) => context.db.withTables<Tables>();

/** Keys and lists change one at a time. */
export const lockKeys = (context: Context) =>
  sql`select pg_advisory_xact_lock(hashtextextended('release keys', 0))`.execute(context.db);
export const findKeyInUse = (context: Context) =>
  tables(context).selectFrom('release.signing_key').selectAll().where('retired_at', 'is', null).executeTakeFirst();
export const listPublishedKeys = (context: Context) =>
  tables(context)
    .selectFrom('release.signing_key')
    .selectAll()
    .where((e) => e.or([e('retired_at', 'is', null), e('published_until', '>', context.now)]))
    .orderBy('retired_at', (order) => order.desc().nullsFirst())
    .orderBy('kid')
    .execute();
export const knowsKey = async (context: Context, kid: string): Promise<boolean> =>
  (await tables(context).selectFrom('release.signing_key').select('kid').where('kid', '=', kid).executeTakeFirst()) !==
  undefined;
export const insertSigningKey = (context: Context, row: SigningKeyRow) =>
  tables(context).insertInto('release.signing_key').values(row).execute();
export const markKeyRetired = (context: Context, kid: string, publishedUntil: string, stolen: boolean) =>
  tables(context)
    .updateTable('release.signing_key')
    .set({
      retired_at: context.now,
      published_until: publishedUntil,
      ...(stolen ? { stolen_at: context.now } : {}),
    })
    .where('kid', '=', kid)
    .execute();

export const listStolenKeys = (context: Context) =>
  tables(context)
    .selectFrom('release.signing_key')
    .selectAll()
    .where('stolen_at', 'is not', null)
    .where('cleared_at', 'is', null)
    .orderBy('stolen_at')
    .execute();
export const markKeyCleared = (context: Context, kid: string) =>
  tables(context).updateTable('release.signing_key').set({ cleared_at: context.now }).where('kid', '=', kid).execute();

export const findWaitingChange = (context: Context) =>
  tables(context).selectFrom('release.key_change').selectAll().where('state', '=', 'proposed').executeTakeFirst();
export const insertKeyChange = (context: Context, row: KeyChangeRow) =>
  tables(context).insertInto('release.key_change').values(row).execute();
export const readKeyChange = (context: Context, id: string) =>
  tables(context).selectFrom('release.key_change').selectAll().where('id', '=', id).executeTakeFirst();
export const decideKeyChange = (
  context: Context,
  id: string,
  change: Pick<KeyChangeRow, 'state' | 'kid' | 'decided_at' | 'decided_by'>,
) => tables(context).updateTable('release.key_change').set(change).where('id', '=', id).execute();
/** A key lives for months: there are few of them. */
export const listKeyChanges = (context: Context) =>
  tables(context).selectFrom('release.key_change').selectAll().orderBy('id', 'desc').limit(50).execute();

export const findLastList = (context: Context) =>
  tables(context)
    .selectFrom('release.revocation_list')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
export const insertList = (context: Context, row: RevocationListRow) =>
  tables(context).insertInto('release.revocation_list').values(row).execute();
/** Revoked and not expired: what has expired lets nothing out anyway. */
export async function listRevoked(context: Context): Promise<{ number: string; revoked_at: string }[]> {
  const { rows } = await sql<{ number: string; revoked_at: string }>`
    select number, revoked_at from release.release
    where state = 'revoked' and valid_until > ${context.now} order by number`.execute(context.db);
  return rows;
}
