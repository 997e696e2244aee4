// The list of revoked releases for gates without network (P7), like a certificate revocation list (RFC 5280 §5): signed, dated, numbered,
// with the time of the next. Short: a release that has expired needs no revocation. It is made anew when it is asked for and what it
// says has changed, or when it is half as old as it may become.
import { plusMs } from '../../kernel/instant.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import type { ReleaseEvents, RevocationListView } from './contract.ts';
import { signList } from './sign-claims.ts';
import { keyInUse } from './keep-keys.ts';
import { findKeyInUse, findLastList, insertList, listRevoked, lockKeys, type RevocationListRow } from './store-keys.ts';

const emit = emitter<ReleaseEvents>();
/** A gate that fetches once an hour is never without one that counts. */
const NEXT_UPDATE_MS = 2 * 3_600_000;
const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

/** Whoever asks: what is on the list is everybody's. */
export const readRevocations = (context: Context): Promise<RevocationListView> =>
  context.beyondLock(async (open) => {
    const [known, key] = await Promise.all([findLastList(open), findKeyInUse(open)]);
    if (known && isFresh(open, known) && known.content_digest === digestOf(key?.kid ?? '', await listRevoked(open)))
      return toView(known);
    await lockKeys(open);
    return toView(await issueList(open));
  });

async function issueList(context: Context): Promise<RevocationListRow> {
  // Somebody may have made it while this one waited.
  const last = await findLastList(context);
  const revoked = await listRevoked(context);
  const digest = digestOf((await keyInUse(context)).kid, revoked);
  if (last && isFresh(context, last) && last.content_digest === digest) return last;
  const number = (last?.number ?? 0) + 1;
  const nextUpdate = plusMs(context.now, NEXT_UPDATE_MS);
  const row = {
    number,
    issued_at: context.now,
    next_update: nextUpdate,
    content_digest: digest,
    jws: await signList(context, {
      iss: context.settings.baseUrl,
      number,
      iat: seconds(context.now),
      next: seconds(nextUpdate),
      revoked: revoked.map((r) => ({ jti: r.number, at: seconds(r.revoked_at) })),
    }),
  };
  await insertList(context, row);
  const entries = revoked.length;
  await emit(context, 'release-revocations.issued', `revocations ${number}`, { number, entries, nextUpdate, digest });
  return row;
}
const isFresh = (context: Context, row: RevocationListRow): boolean =>
  Date.parse(row.next_update) - Date.parse(context.now) > NEXT_UPDATE_MS / 2;
/** A key that has been changed signs the list too. */
const digestOf = (kid: string, revoked: readonly { readonly number: string }[]): string =>
  sha256Hex([kid, ...revoked.map((r) => r.number)].join('\n'));
const toView = (row: RevocationListRow): RevocationListView => ({
  number: row.number,
  issuedAt: row.issued_at,
  nextUpdate: row.next_update,
  list: row.jws,
});
