// Runs the test files given, two processes at a time, against one embedded PostgreSQL; prints what failed and the count.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { startEmbeddedPostgres } from '../src/runtime/database/embedded-postgres.ts';
import { makeTemplate } from '../tests/support/database.ts';

const files = process.argv.slice(2);
const dataDir = mkdtempSync(path.join(tmpdir(), 'portico-tests-'));
const database = await startEmbeddedPostgres({ dataDir, password: randomBytes(12).toString('hex') });
process.env.PORTICO_TEST_DATABASE_URL = database.url;
process.env.PORTICO_TEST_TEMPLATE = await makeTemplate(database.url);

const counts = { passed: 0, failed: 0, skipped: 0 };
const stream = run({ files, concurrency: 2, timeout: 300_000 });
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
await database.stop();
rmSync(dataDir, { recursive: true, force: true });
if (counts.passed === 0) counts.failed += 1;
process.exitCode = counts.failed > 0 ? 1 : 0;
process.stdout.write(
  `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}\n`,
);
