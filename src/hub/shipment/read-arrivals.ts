// When the goods of a case first came to a station, as the stations' words stand now: one that was taken back tells nothing (P8).
import type { Context } from '../../runtime/context.ts';
import { readEventsOfType } from '../../runtime/outbox/store.ts';
import type { ShipmentEvents } from './contract.ts';

type Arrived = ShipmentEvents['shipment.cargo-arrived'];

export async function readArrivals(
  context: Context,
  shipmentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const events = await readEventsOfType(context.db, shipmentIds, 'shipment.cargo-arrived');
  const first = new Map<string, string>();
  for (const [shipmentId, own] of Map.groupBy(events, (event) => event.subject)) {
    const at = firstArrival(own.map((event) => event.payload as Arrived));
    if (at !== undefined) first.set(shipmentId, at);
  }
  return first;
}

/** In the order they were told. A reversal without boxes takes back all; one of some boxes, those. */
export function firstArrival(
  told: readonly Pick<Arrived, 'arrivedAt' | 'containers' | 'reversed'>[],
): string | undefined {
  const ALL = '';
  const at = new Map<string, string>();
  for (const { arrivedAt, containers, reversed } of told) {
    const boxes = containers.length > 0 ? containers : [ALL];
    if (reversed && containers.length === 0) at.clear();
    else if (reversed) for (const box of boxes) at.delete(box);
    else for (const box of boxes) if (!at.has(box)) at.set(box, arrivedAt);
  }
  return [...at.values()].toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
}
