// What Prometheus may ask of the exchange and the flow; deploy/prometheus/alerts.yaml says which of it wakes somebody.
import { readChannels } from './hub/exchange/index.ts';
import type { Exporter } from './runtime/bus/exporter.ts';
import { readExportLag } from './runtime/bus/store-export.ts';
import { portico } from './runtime/context.ts';
import type { Database } from './runtime/database/connect.ts';
import type { AdmissionControl } from './runtime/http/admission.ts';
import type { Metrics, Reading } from './runtime/metrics/metrics.ts';
import { readLag } from './runtime/outbox/store.ts';
import type { UnitOfWork } from './runtime/unit-of-work.ts';

/** How many events wait for their reactions, and for how long the oldest of them has. */
export async function readFlowLag(
  database: Database,
  now: Date,
): Promise<{ readonly events: number; readonly seconds: number; readonly parked: number }> {
  const { events, oldest, parked } = await readLag(database.reader);
  return { events, parked, seconds: ageOf(oldest, now) };
}
const ageOf = (since: string | null, now: Date): number =>
  since ? Math.max(0, (now.getTime() - Date.parse(since)) / 1000) : 0;

const exporterStates = ['starting', 'telling', 'waiting', 'lost'] as const;
const connections = (pool: string, { totalCount, idleCount, waitingCount }: Database['pool']): Reading[] => [
  { labels: { pool, state: 'used' }, value: totalCount - idleCount },
  { labels: { pool, state: 'idle' }, value: idleCount },
  { labels: { pool, state: 'waited-for' }, value: waitingCount },
];
const breakerValue = { closed: 0, 'half-open': 1, open: 2 } as const;

export function addMetrics(
  metrics: Metrics,
  {
    unitOfWork,
    database,
    admission,
    now,
    exporter,
  }: {
    unitOfWork: UnitOfWork;
    database: Database;
    admission: AdmissionControl;
    now: () => Date;
    exporter?: Pick<Exporter, 'state'>;
  },
): void {
  metrics.gauges(
    {
      portico_http_requests_limit: { help: 'Requests let in at once, by what was measured lately' },
      portico_http_requests_running: { help: 'Requests under way' },
      portico_http_requests_refused: { help: 'Requests turned away since the start', labels: ['why'] },
    },
    async () => {
      const { limit, running, refused } = admission.figures();
      return {
        portico_http_requests_limit: [{ value: limit }],
        portico_http_requests_running: [{ value: running }],
        portico_http_requests_refused: Object.entries(refused).map(([why, value]) => ({ labels: { why }, value })),
      };
    },
  );
  const labels = ['channel'] as const;
  metrics.gauges(
    {
      portico_lane_queued: { help: 'Deliveries that have not ended', labels },
      portico_lane_oldest_seconds: { help: 'Age of the oldest of them', labels },
      portico_lane_dead_letters: { help: 'Deliveries given up', labels },
      portico_lane_breaker: { help: '0 closed, 1 half-open, 2 open', labels },
      portico_lane_paused: { help: '1 while nothing new goes out', labels },
      portico_messages_quarantined: { help: 'Messages nobody could read', labels },
      portico_messages_waiting: { help: 'Messages that wait for a number', labels },
    },
    async () => {
      const channels = await unitOfWork.read(portico, readChannels);
      const each = (value: (one: (typeof channels)[number]) => number): Reading[] =>
        channels.map((one) => ({ labels: { channel: one.id }, value: value(one) }));
      const age = (since: string | undefined) =>
        since === undefined ? 0 : Math.max(0, (now().getTime() - Date.parse(since)) / 1000);
      return {
        portico_lane_queued: each((one) => one.queued),
        portico_lane_oldest_seconds: each((one) => age(one.oldestQueuedAt)),
        portico_lane_dead_letters: each((one) => one.dead),
        portico_lane_breaker: each((one) => breakerValue[one.breaker.state]),
        portico_lane_paused: each((one) => (one.paused ? 1 : 0)),
        portico_messages_quarantined: each((one) => one.quarantined),
        portico_messages_waiting: each((one) => one.waiting),
      };
    },
  );
  metrics.gauges(
    {
      portico_flow_events_behind: { help: 'Events whose reactions have not run' },
      portico_flow_seconds_behind: { help: 'Age of the oldest of them' },
      portico_flow_parked_reactions: { help: 'Reactions that failed and wait for a try or an operator' },
      portico_database_connections: { help: 'Connections of this process', labels: ['pool', 'state'] },
      portico_exporter_events_behind: { help: 'Events the stream for data platforms has not been told' },
      portico_exporter_seconds_behind: { help: 'Age of the oldest of them' },
      portico_exporter_state: { help: '1 for the state the exporter of this process is in', labels: ['state'] },
    },
    async () => {
      const lag = await readFlowLag(database, now());
      const told = await readExportLag(database.reader);
      return {
        portico_flow_events_behind: [{ value: lag.events }],
        portico_flow_seconds_behind: [{ value: lag.seconds }],
        portico_flow_parked_reactions: [{ value: lag.parked }],
        portico_database_connections: [
          ...connections('transactions', database.pool),
          ...connections('reading', database.readers),
        ],
        portico_exporter_events_behind: told ? [{ value: told.events }] : [],
        portico_exporter_seconds_behind: told ? [{ value: ageOf(told.oldest, now()) }] : [],
        portico_exporter_state: exporter
          ? exporterStates.map((state) => ({ labels: { state }, value: exporter.state() === state ? 1 : 0 }))
          : [],
      };
    },
  );
}
