// `npm run removable -- [--short] quarantine …` (none named: every channel): takes a channel's folder, its line in the registry and its own journey out
// of a copy of the tree, and sees whether what is left compiles and passes the rest: every test without a database that reads the list of channels,
// and the other channels' own. Channels do die (N2, house "1 + N + X").
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const COPIED = ['src', 'tests', 'tools', 'package.json', 'tsconfig.json', 'docs'];
/** What is asked of every channel that is left, without a database: what CI runs for two of them. */
const SHORT = ['channels', 'mapping-tables', 'field-minimisation', 'form-places', 'real-files'];
/** Of the ways and of OpenSSL, whatever channels there are; and this itself. */
const ASKED_APART = [
  ...['transports', 'mqtt', 'openssl-interop'].map((name) => `tests/conformance/${name}.test.ts`),
  'tests/architecture/removable.test.ts',
];
const shortSuite = (): string[] => SHORT.map((name) => `tests/conformance/${name}.test.ts`);

/** Every test without a database that the list of channels can change. */
function longSuite(dir: string): string[] {
  const tests = readdirSync(dir, { recursive: true, encoding: 'utf-8' }).filter(
    (file) => /^(src|tests)\/.*(?<!\.db)\.test\.ts$/.test(file) && !file.includes('node_modules/'),
  );
  return tests
    .filter(
      (file) =>
        /^(src\/channels|tests\/conformance)\//.test(file) ||
        readFileSync(path.join(dir, file), 'utf-8').includes('channels/index.ts'),
    )
    .filter((file) => !ASKED_APART.includes(file))
    .sort();
}

export type Removed = {
  readonly channel: string;
  readonly compiles: boolean;
  readonly passes: boolean;
  readonly said: string;
};

/** The registry without the import and the name that it brings. */
export function withoutChannel(registry: string, channel: string): string {
  const line = new RegExp(`^import \\{ (\\w+) \\} from '\\./${channel}/index\\.ts';\\n`, 'm');
  const name = line.exec(registry)?.[1];
  if (!name) throw new Error(`没有通道 ${channel} / no channel ${channel} in src/channels/index.ts`);
  return registry.replace(line, '').replace(new RegExp(`^  ${name},\\n`, 'm'), '');
}

/** A copy of the tree; after each removal it is whole again. */
export function openCopy(suite: (dir: string) => string[] = shortSuite): {
  readonly dir: string;
  remove(channel: string): Removed;
  close(): void;
} {
  const dir = mkdtempSync(path.join(tmpdir(), 'portico-removable-'));
  for (const name of COPIED) cpSync(path.join(root, name), path.join(dir, name), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(dir, 'node_modules'));
  return {
    dir,
    remove: (channel) => removeFrom(dir, channel, suite),
    close: () => rmSync(dir, { recursive: true, force: true }),
  };
}

function removeFrom(dir: string, channel: string, suite: (dir: string) => string[]): Removed {
  const registry = path.join(dir, 'src/channels/index.ts');
  const whole = readFileSync(registry, 'utf-8');
  const folder = path.join('src/channels', channel);
  const journey = path.join('tests/journeys', `${channel}.db.test.ts`);
  writeFileSync(registry, withoutChannel(whole, channel));
  for (const gone of [folder, journey]) rmSync(path.join(dir, gone), { recursive: true, force: true });
  const types = run(dir, [
    'node_modules/typescript-7/bin/tsc',
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    path.join(dir, '.tsbuild'),
    '-p',
    '.',
  ]);
  const rest = types.ok ? run(dir, ['--test', ...suite(dir)], channel) : types;
  // As it was, for the next channel.
  writeFileSync(registry, whole);
  for (const back of [folder, journey].filter((place) => existsSync(path.join(root, place))))
    cpSync(path.join(root, back), path.join(dir, back), { recursive: true, force: true });
  return { channel, compiles: types.ok, passes: rest.ok, said: rest.ok ? '' : rest.said };
}

function run(cwd: string, args: readonly string[], takenOut = ''): { ok: boolean; said: string } {
  const samples = path.resolve(root, process.env.PORTICO_SAMPLES ?? '../shared/samples');
  const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args], {
    cwd,
    encoding: 'utf-8',
    env: { ...environment, PORTICO_SAMPLES: samples, PORTICO_TAKEN_OUT: takenOut, NO_COLOR: '1' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { ok: status === 0, said: `${stdout}${stderr}`.slice(-6000) };
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  const registry = readFileSync(path.join(root, 'src/channels/index.ts'), 'utf-8');
  const all = [...registry.matchAll(/from '\.\/([\w-]+)\/index\.ts'/g)].map(([, id = '']) => id);
  const { values, positionals: named } = parseArgs({ options: { short: { type: 'boolean' } }, allowPositionals: true });
  const copy = openCopy(values.short ? shortSuite : longSuite);
  for (const asked of named.length > 0 ? named : all) {
    const { channel, compiles, passes, said } = copy.remove(asked);
    const word = passes ? '通过 / passed' : compiles ? '未通过 / failed' : '不能编译 / does not compile';
    process.stdout.write(`${word}: ${channel}\n${said}`);
    if (!passes) process.exitCode = 1;
  }
  copy.close();
}
