// Runs the test files given, three processes at a time, against one embedded PostgreSQL; prints what failed, the slowest and the count.
// node:test gives a test an end (`timeout`), but a file whose process stays after it, held by a child that never went, would be waited
// for without end: such a file is ended here, and counts as failed.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { startEmbeddedPostgres } from '../src/runtime/database/embedded-postgres.ts';
import { makeTemplate } from '../tests/support/database.ts';

/** Tests wait for partners and browsers for a good third of their time: on two cores three at a time leave neither core idle. */
const AT_ONCE = 3;
const TEST_MS = 300_000;
/** The longest file takes some five minutes on two cores; this is for one that hangs. */
const FILE_MS = 15 * 60_000;
const KILL_AFTER_MS = 20_000;

/** Signals the processes of this run that work on the file. */
function endFile(file: string, signal: NodeJS.Signals): void {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf-8').split(' ');
  for (const pid of children.filter(Boolean))
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf-8').split('\0').includes(file)) process.kill(Number(pid), signal);
    } catch {
      // it has just gone
    }
}

const files = process.argv.slice(2);
const dataDir = mkdtempSync(path.join(tmpdir(), 'portico-tests-'));
const database = await startEmbeddedPostgres({ dataDir, password: randomBytes(12).toString('hex') });
process.env.PORTICO_TEST_DATABASE_URL = database.url;
process.env.PORTICO_TEST_TEMPLATE = await makeTemplate(database.url);

const counts = { passed: 0, failed: 0, skipped: 0 };
const stream = run({ files, concurrency: AT_ONCE, timeout: TEST_MS });
const begun = new Map<string, number>();
const lasted: { readonly file: string; readonly ms: number }[] = [];
stream.on('test:dequeue', ({ name, nesting }) => {
  if (nesting === 0 && files.includes(name) && !begun.has(name)) begun.set(name, Date.now());
});
stream.on('test:complete', ({ name, nesting }) => {
  const since = begun.get(name);
  if (nesting !== 0 || since === undefined) return;
  begun.delete(name);
  lasted.push({ file: path.relative(process.cwd(), name), ms: Date.now() - since });
});
const watch = setInterval(() => {
  for (const [file, since] of begun) {
    const over = Date.now() - since - FILE_MS;
    if (over < 0) continue;
    process.stdout.write(`${file} 未能结束，已终止 / does not end and is ended\n`);
    // SIGTERM first: the file's own handlers end what it started.
    endFile(file, over < KILL_AFTER_MS ? 'SIGTERM' : 'SIGKILL');
  }
}, KILL_AFTER_MS / 2);
stream.on('test:pass', (event) => {
  if (event.details.type === 'suite') return;
  if (event.skip !== undefined) counts.skipped += 1;
  else counts.passed += 1;
});
stream.on('test:fail', () => {
  counts.failed += 1;
});
const report = stream.compose(spec);
report.pipe(process.stdout);
await new Promise((resolve) => report.on('end', resolve));
clearInterval(watch);
await database.stop();
rmSync(dataDir, { recursive: true, force: true });
if (counts.passed === 0) counts.failed += 1;
process.exitCode = counts.failed > 0 ? 1 : 0;
const slowest = lasted.sort((a, b) => b.ms - a.ms).slice(0, 20);
process.stdout.write(
  `\n${slowest.map(({ file, ms }) => `${(ms / 1000).toFixed(0).padStart(5)} s  ${file}`).join('\n')}\n`,
);
process.stdout.write(
  `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}\n`,
);
