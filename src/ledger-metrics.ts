// What Prometheus may ask of the ledger: a head that is late says that nothing more is being proven.
import type { Kysely } from 'kysely';
import { readLedgerLag } from './runtime/ledger/store.ts';
import type { Metrics } from './runtime/metrics/metrics.ts';

/** How many leaves are proven, how many events are not yet, and how long the oldest of those waits, seconds. */
export async function readUnsealed(
  db: Kysely<unknown>,
  now: Date,
): Promise<{ size: number; events: number; seconds: number }> {
  const { size, events, oldest } = await readLedgerLag(db);
  return { size, events, seconds: oldest === null ? 0 : Math.max(0, (now.getTime() - Date.parse(oldest)) / 1000) };
}

export function addLedgerMetrics(metrics: Metrics, db: Kysely<unknown>, now: () => Date): void {
  metrics.gauges(
    {
      portico_ledger_size: { help: 'Leaves under the latest signed head' },
      portico_ledger_events_behind: { help: 'Events that no signed head has taken in' },
      portico_ledger_seconds_behind: { help: 'Age of the oldest of them' },
    },
    async () => {
      const { size, events, seconds } = await readUnsealed(db, now());
      return {
        portico_ledger_size: [{ value: size }],
        portico_ledger_events_behind: [{ value: events }],
        portico_ledger_seconds_behind: [{ value: seconds }],
      };
    },
  );
}
