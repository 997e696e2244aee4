// Loaded into the hub before anything else (`--import`): counts the statements it sends, and says so when asked.
import pg from 'pg';

let statements = 0;
const texts = new Map<string, number>();
const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  statements += 1;
  if (process.env.BENCH_STATEMENTS) note(args[0]);
  return query.apply(this, args);
} as typeof pg.Client.prototype.query;

function note(first: unknown): void {
  const text = typeof first === 'string' ? first : ((first as { text?: string }).text ?? '');
  const short = text.replace(/\s+/g, ' ').slice(0, 110);
  texts.set(short, (texts.get(short) ?? 0) + 1);
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ statements, cpu: user + system });
  if (!process.env.BENCH_STATEMENTS) return;
  for (const [text, count] of [...texts].sort((a, b) => b[1] - a[1]).slice(0, 90))
    process.stderr.write(`${count} ${text}\n`);
  texts.clear();
});
process.channel?.unref();
