// Loaded into the hub before anything else (`--import`): counts the statements it sends and how often it writes, and says so when asked. With
// BENCH_STATEMENTS=FILE it writes there which they were since it was last asked.
import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';

const listed = process.env.BENCH_STATEMENTS;
let statements = 0;
let collecting = 0;
const texts = new Map<string, number>();
const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  statements += 1;
  if (listed) note(args[0]);
  return query.apply(this, args);
} as typeof pg.Client.prototype.query;

function note(first: unknown): void {
  const text = typeof first === 'string' ? first : ((first as { text?: string }).text ?? '');
  const short = text.replace(/\s+/g, ' ').slice(0, 160);
  texts.set(short, (texts.get(short) ?? 0) + 1);
}

/** Calls of the system that write, to sockets above all. */
function systemWrites(): number {
  return Number(/^syscw: (\d+)/m.exec(readFileSync('/proc/self/io', 'utf-8'))?.[1] ?? 0);
}

process.on('message', (asked) => {
  const { user, system } = process.cpuUsage();
  // What is only waiting for the collector is no cost of what is open; collecting is none of what was done before or after.
  if (asked === 'collect') globalThis.gc?.();
  const after = process.cpuUsage();
  collecting += after.user + after.system - user - system;
  process.send?.({
    statements,
    cpu: after.user + after.system - collecting,
    writes: systemWrites(),
    rss: process.memoryUsage.rss(),
  });
  if (listed)
    writeFileSync(
      listed,
      [...texts]
        .sort((a, b) => b[1] - a[1])
        .map(([text, n]) => `${n} ${text}\n`)
        .join(''),
    );
  texts.clear();
});
process.channel?.unref();
