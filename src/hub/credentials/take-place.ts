// A place of its own in a status list for each certificate that is issued (N14; Bitstring Status List 1.0): what ends in one place ends nowhere else.
import { createHash } from 'node:crypto';
import { LIST_ENTRIES } from '../../kernel/credential.ts';
import type { Context } from '../../runtime/context.ts';
import { type CredentialRow, findByRelease, insertCredential, isTaken, nextPlace } from './store.ts';

/**
 * Kept under the first place that is free; undefined: the release has its certificate already. While the seal key changes, nodes have different
 * orders and two may find the same place free at once: the table's constraint lets one have it, the other goes on to its next.
 */
export async function takePlace(
  context: Context,
  make: (at: { readonly list: number; readonly place: number }) => Promise<CredentialRow>,
): Promise<CredentialRow | undefined> {
  for (;;) {
    const row = await make(await freePlace(context));
    if (await insertCredential(context, row)) return row;
    if (row.release_id && (await findByRelease(context, row.release_id))) return undefined;
    if (!(await isTaken(context, { list: row.list ?? 0, place: row.place ?? 0 })))
      throw new Error(`certificate ${row.number} was not kept, and its place is free`);
  }
}

/** After a change of the seal key the list under way goes on in another order, and some of its places are taken. */
async function freePlace(context: Context): Promise<{ list: number; place: number }> {
  for (;;) {
    const at = placeOf(context, await nextPlace(context));
    if (!(await isTaken(context, at))) return at;
  }
}

/** Places follow no order that an outsider could count by: a permutation of its own for each list. */
export function placeOf({ settings }: Pick<Context, 'settings'>, n: number): { list: number; place: number } {
  const list = Math.floor(n / LIST_ENTRIES) + 1;
  const salt = createHash('sha256').update(`${settings.sealKey} status list ${list}`).digest();
  const [factor, shift] = [salt.readUInt16BE(0) * 2 + 1, salt.readUInt32BE(2)];
  return { list, place: ((n % LIST_ENTRIES) * factor + shift) % LIST_ENTRIES };
}
