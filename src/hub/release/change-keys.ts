// Who changes the key that signs releases (R25: two persons for a change of keys): one security administrator proposes with a reason,
// another confirms, and only then the key is made. Either takes a proposal back at once.
import { type Context, emitter } from '../../runtime/context.ts';
import type { KeyChangeView, ReleaseEvents } from './contract.ts';
import { rotateKey } from './keep-keys.ts';
import { refuse } from './refusals.ts';
import {
  decideKeyChange,
  findWaitingChange,
  insertKeyChange,
  type KeyChangeRow,
  listKeyChanges,
  lockKeys,
  readKeyChange,
} from './store-keys.ts';

const emit = emitter<ReleaseEvents>();

export async function proposeKeyChange(
  context: Context,
  { reason, stolen = false }: { readonly reason: string; readonly stolen?: boolean },
): Promise<KeyChangeView> {
  requirePerson(context);
  await lockKeys(context);
  const waiting = await findWaitingChange(context);
  if (waiting) throw refuse('RELEASE_KEY_CHANGE_WAITS', { by: waiting.proposed_by });
  const row: KeyChangeRow = {
    id: context.newId(),
    reason,
    stolen,
    state: 'proposed',
    proposed_at: context.now,
    proposed_by_id: context.actor.id,
    proposed_by: context.actor.name,
    decided_at: null,
    decided_by: null,
    kid: null,
  };
  await insertKeyChange(context, row);
  await emit(context, 'release-key.proposed', row.id, { keyChangeId: row.id, reason, stolen });
  return toView(context, row);
}

/** The second person's word; said twice it changes nothing. */
export async function confirmKeyChange(context: Context, id: string): Promise<KeyChangeView> {
  const row = await locked(context, id);
  if (row.proposed_by_id === context.actor.id) throw refuse('RELEASE_KEY_NEEDS_SECOND_PERSON');
  if (row.state === 'withdrawn') throw refuse('RELEASE_KEY_CHANGE_DECIDED');
  if (row.state === 'made') return toView(context, row);
  const { kid } = await rotateKey(context, row.reason, row.stolen);
  return decide(context, row, { state: 'made', kid });
}

export async function withdrawKeyChange(context: Context, id: string): Promise<KeyChangeView> {
  const row = await locked(context, id);
  if (row.state === 'made') throw refuse('RELEASE_KEY_CHANGE_DECIDED');
  if (row.state === 'withdrawn') return toView(context, row);
  const decided = await decide(context, row, { state: 'withdrawn', kid: null });
  await emit(context, 'release-key.withdrawn', id, { keyChangeId: id });
  return decided;
}

/** The newest first; a key lives for months, so the last fifty are years’ worth. */
export const readKeyChanges = async (context: Context): Promise<KeyChangeView[]> =>
  (await listKeyChanges(context)).map((row) => toView(context, row));

/** Two persons, not a person and his program. */
function requirePerson(context: Context): void {
  if (context.actor.kind !== 'person') throw refuse('RELEASE_KEY_NEEDS_PERSON');
}
async function locked(context: Context, id: string): Promise<KeyChangeRow> {
  requirePerson(context);
  await lockKeys(context);
  const row = await readKeyChange(context, id);
  if (!row) throw refuse('RELEASE_KEY_CHANGE_UNKNOWN');
  return row;
}
async function decide(
  context: Context,
  row: KeyChangeRow,
  { state, kid }: Pick<KeyChangeRow, 'state' | 'kid'>,
): Promise<KeyChangeView> {
  const change = { state, kid, decided_at: context.now, decided_by: context.actor.name };
  await decideKeyChange(context, row.id, change);
  return toView(context, { ...row, ...change });
}
const toView = (context: Context, row: KeyChangeRow): KeyChangeView => ({
  id: row.id,
  reason: row.reason,
  stolen: row.stolen,
  state: row.state,
  proposedAt: row.proposed_at,
  proposedBy: row.proposed_by,
  mine: row.proposed_by_id === context.actor.id,
  ...(row.decided_at ? { decidedAt: row.decided_at } : {}),
  ...(row.decided_by ? { decidedBy: row.decided_by } : {}),
  ...(row.kid ? { kid: row.kid } : {}),
});
