// Words kept for objects to come (P5: parked and joined, never dropped). A box, a lot, a declaration is waited for until it arrives; a
// voyage or a bill stays the same for every case that is filed on it, so what is said of it is said to all of them. A box number comes
// again with other goods: a release of it does not wait for ever.
import { type Context, emitter } from '../../runtime/context.ts';
import { plusMs } from '../../kernel/instant.ts';
import type { ControlledObject, DispositionEvents, ObjectType } from './contract.ts';
import { objectId } from './split-objects.ts';
import { insertInstruction, type InstructionRow, keepFor, listKept } from './store.ts';
import { releases } from './weigh-object.ts';

const emit = emitter<DispositionEvents>();
const RELEASE_WAITS_MS = 90 * 86_400_000;

/** Whether several cases have the same one. */
export const isShared = (id: string): boolean => id.startsWith('conveyance:') || id.startsWith('bill:');

export async function joinKeptWords(
  context: Context,
  shipmentId: string,
  objects: readonly ControlledObject[],
): Promise<void> {
  const ids = new Set(objects.map((o) => o.id));
  for (const row of await listKept(context, [...ids])) {
    const named = row.named ?? row.pointers.map((p) => objectId(p.type as ObjectType, p.key));
    const joined = named.filter((id) => ids.has(id) && !isStale(row, id, context.now));
    if (joined.length === 0) continue;
    const instruction = { ...row.body, objects: joined };
    const rest = named.filter((id) => !joined.includes(id) || isShared(id));
    await keepFor(context, row.id, rest);
    if (await insertInstruction(context, { ...row, shipment_id: shipmentId, body: instruction, named: null }))
      await emit(context, 'instruction.received', shipmentId, { shipmentId, instruction });
  }
}

const isStale = (row: InstructionRow, id: string, now: string): boolean =>
  releases(row.body) && !isShared(id) && plusMs(row.received_at, RELEASE_WAITS_MS) < now;
