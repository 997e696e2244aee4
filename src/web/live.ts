// Live updates: one event stream per tab; each event makes the queries about its shipment fetch again (M2).
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { TimelineEntry } from '../hub/notices/contract.ts';

const types = [
  'shipment.submitted',
  'shipment.withdrawn',
  'shipment.closed',
  'shipment.answered',
  'shipment.manifested',
  'shipment.cargo-arrived',
  'document.dispatched',
  'document.delivered',
  'document.answered',
  'delivery.died',
  'instruction.received',
  'disposition.changed',
  'collision.found',
  'collision.resolved',
  'inspection.planned',
  'inspection.changed',
  'inspection.rescheduled',
  'inspection.cancelled',
  'inspection.result-recorded',
  'release.granted',
  'release.revoked',
  'release.used',
];

// What the shell shows: `lost` while the stream of the page that is open has no connection.
type LiveState = 'well' | 'lost';
let state: LiveState = 'well';
const watchers = new Set<() => void>();
function tell(next: LiveState): void {
  state = next;
  for (const watch of watchers) watch();
}
export const useLiveState = (): LiveState =>
  useSyncExternalStore(
    (watch) => {
      watchers.add(watch);
      return () => watchers.delete(watch);
    },
    () => state,
  );

/** Everything the reader may see; `shipmentId` narrows it to one case. */
export function useLive(shipmentId?: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource(`/api/v1/events${shipmentId ? `?shipmentId=${shipmentId}` : ''}`);
    let due: ReturnType<typeof setTimeout> | undefined;
    // Several events of one act arrive together; the page asks once.
    const hear = (message: MessageEvent<string>) => {
      const entry = JSON.parse(message.data) as TimelineEntry;
      clearTimeout(due);
      due = setTimeout(
        () =>
          void client.invalidateQueries({
            predicate: (q) =>
              q.queryKey[0] === 'live' && (!q.queryKey.includes('of') || q.queryKey.includes(entry.shipmentId)),
          }),
        150,
      );
    };
    source.addEventListener('open', () => tell('well'));
    source.addEventListener('error', () => tell('lost'));
    for (const type of types) source.addEventListener(type, hear);
    return () => {
      clearTimeout(due);
      source.close();
      tell('well');
    };
  }, [client, shipmentId]);
}
