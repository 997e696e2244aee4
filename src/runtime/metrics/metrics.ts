// Figures for Prometheus: what every process of ours counts, and gauges that are asked when somebody looks. Labels come from our own
// tables (routes, channels), never from a request, so that nobody can make their number grow.
import { timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Reading = { readonly labels?: Readonly<Record<string, string>>; readonly value: number };
export type Metrics = {
  observeRequest(request: { method: string; route: string; status: number; seconds: number }): void;
  observeAttempt(attempt: { channel: string; outcome: string; seconds: number }): void;
  countFailedReaction(reaction: string): void;
  /** Gauges that one question answers together; asked at each look, once. */
  gauges(
    described: Readonly<Record<string, { readonly help: string; readonly labels?: readonly string[] }>>,
    read: () => Promise<Readonly<Record<string, readonly Reading[]>>>,
  ): void;
  names(): string[];
  text(): Promise<{ readonly type: string; readonly body: string }>;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'portico_' });
  const requests = new Histogram({
    name: 'portico_http_request_seconds',
    help: 'Time to answer, by route template and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  const attempts = new Histogram({
    name: 'portico_delivery_attempt_seconds',
    help: 'Time a partner took to answer an attempt, by channel and outcome',
    labelNames: ['channel', 'outcome'],
    buckets: [0.02, 0.1, 0.3, 1, 3, 10, 30],
    registers: [registry],
  });
  const failedReactions = new Counter({
    name: 'portico_flow_failed_reactions_total',
    help: 'Runs of reactions that failed and are tried again',
    labelNames: ['reaction'],
    registers: [registry],
  });
  const asked: (() => Promise<void>)[] = [];
  return {
    observeRequest: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    observeAttempt: ({ channel, outcome, seconds }) => attempts.observe({ channel, outcome }, seconds),
    countFailedReaction: (reaction) => failedReactions.inc({ reaction }),
    gauges: (described, read) => {
      const gauges = new Map(
        Object.entries(described).map(([name, { help, labels = [] }]) => [
          name,
          new Gauge({ name, help, labelNames: [...labels], registers: [registry] }),
        ]),
      );
      asked.push(async () => {
        const found = await read();
        for (const [name, gauge] of gauges) {
          gauge.reset();
          for (const { labels, value } of found[name] ?? []) gauge.set({ ...labels }, value);
        }
      });
    },
    names: () => registry.getMetricsAsArray().map((metric) => metric.name),
    text: async () => {
      await Promise.all(asked.map((ask) => ask()));
      return { type: registry.contentType, body: await registry.metrics() };
    },
  };
}

/** Whoever has the token; where none is set, whoever sits on the same machine. */
export function mayRead(given: string | undefined, token: string | undefined, address: string): boolean {
  if (token === undefined) return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(`Bearer ${token}`)];
  return a.length === b.length && timingSafeEqual(a, b);
}
