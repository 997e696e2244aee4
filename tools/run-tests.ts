// Runs the test files given, the longest first, short ones several in a process, and as many processes at once as keep the cores busy, against one
// embedded PostgreSQL; prints what failed, the slowest and the count. node:test gives a test an end (`timeout`), but a file whose process stays after it, held by a child that never
// went, would be waited for without end: such a file is ended here, and counts as failed.
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { startEmbeddedPostgres } from '../src/runtime/database/embedded-postgres.ts';
import { atEase, makeTemplate } from '../tests/support/database.ts';
import { groupFiles, groupProgram } from './group-files.ts';
import { paceFiles } from './pace-files.ts';

/** What takes longest begins first, so that the end of a run is not one core waiting for one file; by the list that a run prints. */
const LONGEST = [
  'tests/browser/portal.db.test.ts',
  'tests/bench/benches.db.test.ts',
  'tests/crash/crash-rounds.db.test.ts',
  'tests/partner/certification-ways.db.test.ts',
  'tests/partner/certification.db.test.ts',
  'tests/faults/zombie.db.test.ts',
  'tests/architecture/removable.test.ts',
  'tests/api/paging.db.test.ts',
];
/** Those that look at their own process, or end some, or bring a server of their own; and those that share nothing with others. */
const ALONE = [
  ...LONGEST,
  'src/runtime/bus',
  'src/runtime/database',
  'src/runtime/process',
  'tests/api/stream-cost.test.ts',
  'tests/bench',
  'tests/crash',
  'tests/faults',
  'tests/hostile',
  'tests/identity/unknown-accounts.db.test.ts',
  'tests/migrations',
  'tests/plans',
  'tests/restore',
];
const TEST_MS = 300_000;
/** The longest file takes some five minutes on two cores; this is for one that hangs. */
const FILE_MS = 15 * 60_000;
const KILL_AFTER_MS = 20_000;
const GIB = 2 ** 30;
const LEFT_MS = 60 * 60_000;

/**
 * In memory where there is enough of it: a database for each test file is 1,500 small files made and taken away again. A run that was killed
 * leaves its folder; the next one takes away those whose run is no more.
 */
function placeForData(): string {
  const memory = '/dev/shm';
  const kept = existsSync(memory) && freemem() > 4 * GIB && free(memory) > 2 * GIB;
  const parent = kept ? memory : tmpdir();
  for (const name of readdirSync(parent)) {
    const run = /^portico-tests-(\d+)-/.exec(name)?.[1];
    if (run === undefined || existsSync(`/proc/${run}`)) continue;
    // One of another container may have its number here; no run lasts so long.
    if (Date.now() - statSync(path.join(parent, name)).mtimeMs > LEFT_MS)
      rmSync(path.join(parent, name), { recursive: true, force: true });
  }
  return mkdtempSync(path.join(parent, `portico-tests-${process.pid}-`));
}
const free = (place: string): number => {
  const { bavail, bsize } = statfsSync(place);
  return bavail * bsize;
};

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

const gone = ALONE.filter((file) => !existsSync(file));
if (gone.length > 0) throw new Error(`ALONE 所列文件不存在 / ALONE names files that are not there: ${gone.join(', ')}`);
const rank = (file: string) => {
  const at = LONGEST.indexOf(path.relative(root, file));
  return at < 0 ? LONGEST.length : at;
};
const root = process.cwd();
const files = process.argv.slice(2).sort((a, b) => rank(a) - rank(b));
const programs = mkdtempSync(path.join(tmpdir(), 'portico-programs-'));
/** What is run: a file, or a program that is a group of them. */
const runs = groupFiles(files, { alone: ALONE, root }).map((group, i): string => {
  const [only] = group;
  if (group.length === 1 && only !== undefined) return only;
  const program = path.join(programs, `group-${i}.mjs`);
  writeFileSync(program, groupProgram(group, root));
  return program;
});
const begun = new Map<string, number>();
const dataDir = placeForData();
const password = randomBytes(12).toString('hex');
const database = await startEmbeddedPostgres({ dataDir, password, settings: atEase });
// Whoever ends the run in the middle leaves neither its tests nor, told to end by its own handler before, its database behind.
process.once('exit', () => {
  try {
    rmSync(programs, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
  } catch {
    // its database ends later than this: the next run takes it away
  }
});
// Again and again: `timeout` tells the whole group, and `npm test` passes it on.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    for (const file of begun.keys()) endFile(file, 'SIGTERM');
    process.exit(130);
  });
process.env.PORTICO_TEST_DATABASE_URL = database.url;
process.env.PORTICO_TEST_TEMPLATE = await makeTemplate(database.url);

const counts = { passed: 0, failed: 0, skipped: 0 };
const lasted: { readonly file: string; readonly ms: number }[] = [];
const watch = setInterval(() => {
  for (const [file, since] of begun) {
    const over = Date.now() - since - FILE_MS;
    if (over < 0) continue;
    process.stdout.write(`${file} 未能结束，已终止 / does not end and is ended\n`);
    // SIGTERM first: the file's own handlers end what it started.
    endFile(file, over < KILL_AFTER_MS ? 'SIGTERM' : 'SIGKILL');
  }
}, KILL_AFTER_MS / 2);
type TestEvent = Parameters<PassThrough['write']>[0] & {
  readonly type: string;
  readonly data: Record<string, unknown>;
};
const events = new PassThrough({ objectMode: true });
function count({ type, data }: TestEvent): void {
  const details = data.details as
    | { readonly type?: string; readonly error?: { readonly failureType?: string } }
    | undefined;
  // A suite fails with its tests, which are counted; by itself where it could not be set up or ended.
  const counted = details?.type !== 'suite' || details.error?.failureType !== 'subtestsFailed';
  if (type === 'test:fail' && counted) counts.failed += 1;
  if (type !== 'test:pass' || details?.type === 'suite') return;
  if (data.skip !== undefined) counts.skipped += 1;
  else counts.passed += 1;
}
/** One file is heard at a time, as it goes; what others say meanwhile is kept until it has ended. */
type Speech = { readonly said: TestEvent[]; ended: boolean };
const speeches: Speech[] = [];
function speak(): void {
  for (let first = speeches[0]; first; first = speeches[0]) {
    for (const event of first.said.splice(0)) events.write(event);
    if (!first.ended) return;
    speeches.shift();
  }
}
/** A file's own totals are left out: those of the run stand last. */
const isTotal = ({ type, data }: TestEvent): boolean =>
  type === 'test:summary' || (type === 'test:diagnostic' && data.file === undefined);
type EndedSuite = { readonly data: { readonly name: string; readonly details: { readonly duration_ms: number } } };
const isFileOfGroup = (event: TestEvent): event is TestEvent & EndedSuite =>
  (event.type === 'test:pass' || event.type === 'test:fail') &&
  (event.data.details as { type?: string } | undefined)?.type === 'suite' &&
  existsSync(path.join(root, String(event.data.name)));
async function runFile(file: string): Promise<void> {
  const since = Date.now();
  const speech: Speech = { said: [], ended: false };
  speeches.push(speech);
  begun.set(file, since);
  for await (const event of run({ files: [file], concurrency: 1, timeout: TEST_MS }) as AsyncIterable<TestEvent>) {
    if (isTotal(event)) continue;
    count(event);
    if (isFileOfGroup(event)) lasted.push({ file: event.data.name, ms: event.data.details.duration_ms });
    speech.said.push(event);
    speak();
  }
  if (!file.startsWith(programs)) lasted.push({ file: path.relative(root, file), ms: Date.now() - since });
  begun.delete(file);
  speech.ended = true;
  speak();
}
const report = events.compose(spec);
report.pipe(process.stdout);
const reported = new Promise((resolve) => report.on('end', resolve));
const busy = await paceFiles(runs, runFile);
events.end();
await reported;
clearInterval(watch);
await database.stop();
if (counts.passed === 0) counts.failed += 1;
process.exitCode = counts.failed > 0 ? 1 : 0;
const slowest = lasted.sort((a, b) => b.ms - a.ms).slice(0, 20);
process.stdout.write(
  `\n${slowest.map(({ file, ms }) => `${(ms / 1000).toFixed(0).padStart(5)} s  ${file}`).join('\n')}\n`,
);
process.stdout.write(`\n处理器忙 / cores busy ${(busy * 100).toFixed(0)} %\n`);
process.stdout.write(
  `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}\n`,
);
