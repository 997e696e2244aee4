// When the goods of a case first came to a station, as the stations' words stand now: one that was taken back tells nothing (P8).
import type { Context } from '../../runtime/context.ts';
import { readEventsOfType } from '../../runtime/outbox/store.ts';
import { type ArrivalWord, firstArrival } from './standing-arrivals.ts';

export async function readArrivals(
  context: Context,
  shipmentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const events = await readEventsOfType(context.db, shipmentIds, 'shipment.cargo-arrived');
  const first = new Map<string, string>();
  for (const [shipmentId, own] of Map.groupBy(events, (event) => event.subject)) {
    const at = firstArrival(own.map((event) => event.payload as ArrivalWord));
    if (at !== undefined) first.set(shipmentId, at);
  }
  return first;
}
