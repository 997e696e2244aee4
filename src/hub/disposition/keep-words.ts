// Words kept for objects to come (P5: parked and joined, never dropped). A box, a lot, a declaration is waited for until it arrives; a
// voyage or a bill stays the same for every case that is filed on it, so what is said of it is said to all of them. A box number comes
// again with other goods: a release of it does not wait for ever, but for the period that held on the day of the filing.
import { partnerDay } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { ALWAYS } from './combine-rules.ts';
import type { ControlledObject, DispositionEvents, Instruction, ObjectType } from './contract.ts';
import { type ExpiryRule, waitsUntil } from './expiry.ts';
import { lawOf } from './rules-in-force.ts';
import { objectId } from './split-objects.ts';
import { insertInstruction, instantOf, type InstructionRow, keepFor, listKept } from './store.ts';
import { listApproved, listJoined } from './store-rule-changes.ts';
import { releases } from './weigh-object.ts';

const emit = emitter<DispositionEvents>();

/** Whether several cases have the same one. */
export const isShared = (id: string): boolean => id.startsWith('conveyance:') || id.startsWith('bill:');

export async function joinKeptWords(
  context: Context,
  shipmentId: string,
  objects: readonly ControlledObject[],
): Promise<void> {
  const ids = new Set(objects.map((o) => o.id));
  const rows = await listKept(context, [...ids]);
  const rules = rows.some((row) => mayGoStale(row)) ? lawOf(await listApproved(context)).expiry : [];
  const day = dayOf(objects, context.now);
  for (const row of rows) {
    const named = namedBy(row);
    const stale = mayGoStale(row) && endOf(rules, row, day) < context.now;
    const joined = named.filter((id) => ids.has(id) && (isShared(id) || !stale));
    if (joined.length === 0) continue;
    const instruction = { ...row.body, objects: joined };
    const rest = named.filter((id) => !joined.includes(id) || isShared(id));
    await keepFor(context, row.id, rest);
    const found = { ...row, shipment_id: shipmentId, body: instruction, named: null, joined_at: context.now };
    if (await insertInstruction(context, found))
      await emit(context, 'instruction.received', shipmentId, { shipmentId, instruction });
  }
}

/** The words of a case as if these periods had held whenever one was joined: without those that had waited too long, with those that had not. */
export async function wordsAsIf(
  context: Context,
  { shipmentId, objects, instructions }: AsTheyAre,
  rules: readonly ExpiryRule[],
): Promise<readonly Instruction[]> {
  const words = new Map(instructions.map((i) => [i.id, i]));
  for (const { id, received_at, joined_at } of await listJoined(context, shipmentId)) {
    const word = words.get(id);
    if (!word || !releases(word) || endOf(rules, { received_at }, ALWAYS) >= instantOf(joined_at)) continue;
    const shared = word.objects.filter(isShared);
    if (shared.length === 0) words.delete(id);
    else words.set(id, { ...word, objects: shared });
  }
  const filed = new Map(objects.map((o) => [o.id, o.facts.since]));
  // What waits belongs to no case yet and is hidden from the port office; what it learns is whose outcome would change.
  const kept = await context.beyondLock((open) => listKept(open, [...filed.keys()]));
  for (const row of kept.filter(mayGoStale)) {
    const joins = namedBy(row).filter((id) => {
      const since = filed.get(id);
      return (
        since !== undefined &&
        !isShared(id) &&
        instantOf(row.received_at) <= since &&
        endOf(rules, row, ALWAYS) >= since
      );
    });
    if (joins.length === 0) continue;
    const word = words.get(row.id) ?? { ...row.body, objects: [] };
    words.set(row.id, { ...word, objects: [...new Set([...word.objects, ...joins])] });
  }
  return [...words.values()];
}
type AsTheyAre = {
  readonly shipmentId: string;
  readonly objects: readonly ControlledObject[];
  readonly instructions: readonly Instruction[];
};

const namedBy = (row: InstructionRow): readonly string[] =>
  row.named ?? row.pointers.map((p) => objectId(p.type as ObjectType, p.key));
const mayGoStale = (row: InstructionRow): boolean => releases(row.body);
const endOf = (rules: readonly ExpiryRule[], row: Pick<InstructionRow, 'received_at'>, day: string): string =>
  waitsUntil(rules, { period: 'kept-release', since: instantOf(row.received_at), day });
const dayOf = (objects: readonly ControlledObject[], now: string): string => partnerDay(objects[0]?.facts.since ?? now);
