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
    let heardOf = new Set<string>();
    const askAgain = (about: (queryKey: readonly unknown[]) => boolean) =>
      void client.invalidateQueries({ predicate: (q) => q.queryKey[0] === 'live' && about(q.queryKey) });
    // Several events of one act arrive together; the page asks once, also while they keep coming.
    const hear = (message: MessageEvent<string>) => {
      const { shipmentId: subject } = JSON.parse(message.data) as TimelineEntry;
      if (subject) heardOf.add(subject);
      due ??= setTimeout(() => {
        const ids = heardOf;
        heardOf = new Set();
        due = undefined;
        askAgain((key) => !key.includes('of') || key.some((part) => ids.has(part as string)));
      }, 150);
    };
    source.addEventListener('open', () => {
      tell('well');
      // What happened between the page's first questions and the opening of the stream was told to nobody.
      askAgain(() => true);
    });
    source.addEventListener('error', () => tell('lost'));
    for (const type of types) source.addEventListener(type, hear);
    return () => {
      clearTimeout(due);
      source.close();
      tell('well');
    };
  }, [client, shipmentId]);
}
