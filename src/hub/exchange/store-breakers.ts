// SQL of the circuit breakers, one row per channel that has failed (P3).
import type { Context } from '../../runtime/context.ts';
import { type Breaker, wellBreaker } from './decide-breaker.ts';

type BreakerRow = {
  channel: string;
  state: Breaker['state'];
  failures: number;
  trips: number;
  probe_at: string | null;
  changed_at: string;
};
const tables = (context: Context) => context.db.withTables<{ 'exchange.breaker': BreakerRow }>();

export async function readBreakers(context: Context): Promise<Map<string, Breaker & { readonly changedAt: string }>> {
  const rows = await tables(context).selectFrom('exchange.breaker').selectAll().execute();
  return new Map(rows.map((row) => [row.channel, { ...toBreaker(row), changedAt: row.changed_at }]));
}
export const saveBreaker = (context: Context, channel: string, breaker: Breaker) => {
  const row = {
    state: breaker.state,
    failures: breaker.failures,
    trips: breaker.trips,
    probe_at: breaker.probeAt ?? null,
    changed_at: context.now,
  };
  return tables(context)
    .insertInto('exchange.breaker')
    .values({ channel, ...row })
    .onConflict((c) => c.column('channel').doUpdateSet(row))
    .execute();
};
const toBreaker = (row: BreakerRow): Breaker =>
  row.state === 'closed' && row.failures === 0
    ? wellBreaker
    : {
        state: row.state,
        failures: row.failures,
        trips: row.trips,
        ...(row.probe_at ? { probeAt: row.probe_at } : {}),
      };
