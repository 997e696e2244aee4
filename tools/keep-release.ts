// `npm run keep-release -- VERSION COMMIT`: writes down what a released version leaves in a database (R24), so that every later
// version is proved to upgrade it: that commit's own program files a few cases, and the whole database is dumped as SQL.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sha256Hex } from '../src/kernel/digest.ts';
import { fileShipment, signIn, until } from '../tests/support/application.ts';
import { airImport, railImport, waterExport } from '../tests/support/forms.ts';
import { createCluster, installedTools, runTool, serverDir, startServer } from '../tests/support/installed-postgres.ts';
import { addressOf, startProcess } from '../tests/support/process.ts';

const [version, commit] = process.argv.slice(2);
if (!version || !commit || !installedTools()) {
  process.stderr.write(
    'npm run keep-release -- VERSION COMMIT (needs PostgreSQL with its tools and the git history)\n',
  );
  process.exit(2);
}
const tree = path.join(mkdtempSync(path.join(tmpdir(), 'portico-release-')), 'tree');
execFileSync('git', ['worktree', 'add', '--quiet', '--detach', tree, commit]);
symlinkSync(path.resolve('node_modules'), path.join(tree, 'node_modules'));
const dir = serverDir('portico-release-');
try {
  createCluster(path.join(dir, 'data'));
  const server = await startServer(path.join(dir, 'data'));
  const started = startProcess({ DATA_DIR: path.join(tree, 'data'), DATABASE_URL: server.url }, tree);
  const url = await addressOf(started);
  const trader = await signIn({ url }, 'trader');
  for (const form of [railImport('KEPT-RAIL'), airImport('KEPT-AIR'), waterExport('KEPT-WATER')]) {
    const { id } = await fileShipment(trader, form);
    await until(
      () => trader.get<{ items: { flow: string; delivery?: { state: string } }[] }>(`/shipments/${id}/documents`),
      ({ items }) =>
        items.some((d) => d.flow === 'inbound') &&
        items.every((d) => d.flow !== 'outbound' || d.delivery?.state === 'delivered'),
      'documents answered',
      60_000,
    );
  }
  started.child.kill('SIGINT');
  await started.ended;
  const whole = runTool('pg_dump', ['--no-owner', '--no-privileges', '--inserts', '--rows-per-insert=200', server.url]);
  // What a plain client can send: no psql commands. Names and passwords of the demo only.
  const text = whole
    .replace(/^\\.*\n/gm, '')
    .replace(/^--.*\n/gm, '')
    .replace(/\n{3,}/g, '\n\n');
  writeFileSync(
    `tests/migrations/${version}.sql`,
    `-- What version ${version} (${commit}) leaves in a database after three demonstration cases; made by tools/keep-release.ts.\n${text}`,
  );
  await server.stop();
  const file = 'tests/migrations/released.json';
  const released = JSON.parse(readFileSync(file, 'utf-8')) as Record<string, unknown>;
  const digests: Record<string, string> = {};
  for (const at of readdirSync(path.join(tree, 'src'), { recursive: true, encoding: 'utf-8' }).sort())
    if (/migrations\/\d{4}-[\w-]+\.sql$/.test(at)) digests[at] = sha256Hex(readFileSync(path.join(tree, 'src', at)));
  released[version] = { commit, migrations: digests };
  writeFileSync(file, `${JSON.stringify(released, null, 2)}\n`);
} finally {
  execFileSync('git', ['worktree', 'remove', '--force', tree]);
  rmSync(dir, { recursive: true, force: true });
}
