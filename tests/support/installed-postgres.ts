// The machine's own PostgreSQL with all its tools (Debian: /usr/lib/postgresql/*/bin), for what the embedded one lacks: pg_dump,
// pg_basebackup, pg_verifybackup. Runs on any free port below a directory of its own; PostgreSQL refuses uid 0.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';

const NOBODY = 65_534;
const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
const NEEDED = ['initdb', 'postgres', 'pg_basebackup', 'pg_verifybackup', 'pg_controldata', 'pg_dump'];

/** Folder of the newest installation that has every tool; undefined where there is none. */
export function installedTools(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions
    .map((version) => path.join(root, version, 'bin'))
    .find((bin) => NEEDED.every((tool) => existsSync(path.join(bin, tool))));
}

export type Server = {
  readonly url: string;
  readonly dataDir: string;
  readonly output: () => string;
  stop(): Promise<void>;
  /** The whole server at once, as when the power goes. */
  kill(): Promise<void>;
};

/** A directory that the server's user may write to. */
export function serverDir(prefix: string): string {
  const dir = mkdtempSync(path.join(tmpdir(), prefix));
  own(dir);
  return dir;
}
export function own(at: string): void {
  if (asNobody.uid !== undefined) chownSync(at, asNobody.uid, asNobody.gid);
}

export function runTool(tool: string, args: readonly string[], env: Record<string, string> = {}): string {
  const result = spawnSync(path.join(installedTools() ?? '', tool), args, {
    encoding: 'utf-8',
    maxBuffer: 1 << 28,
    cwd: tmpdir(),
    env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', TZ: 'UTC', ...env },
    ...asNobody,
  });
  if (result.status !== 0) throw new Error(`${tool} failed: ${result.stderr || result.error?.message}`);
  return result.stdout;
}

/** The same while this process goes on with its own work. */
export async function runToolBeside(tool: string, args: readonly string[]): Promise<void> {
  const child = spawn(path.join(installedTools() ?? '', tool), args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: tmpdir(),
    env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', TZ: 'UTC' },
    ...asNobody,
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${tool} failed: ${said}`);
}

export function createCluster(dataDir: string, settings: readonly string[] = []): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  own(dataDir);
  runTool('initdb', ['-D', dataDir, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-k', '-N']);
  configure(dataDir, ["listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", ...settings]);
}
export function configure(dataDir: string, settings: readonly string[]): void {
  const file = path.join(dataDir, 'postgresql.auto.conf');
  writeFileSync(file, `${readFileSync(file, 'utf-8')}${settings.join('\n')}\n`);
}

export async function startServer(dataDir: string): Promise<Server> {
  const port = await freePort();
  const child = spawn(path.join(installedTools() ?? '', 'postgres'), ['-D', dataDir, '-p', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: tmpdir(),
    env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', TZ: 'UTC' },
    ...asNobody,
  });
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk));
  const lastResort = () => child.kill('SIGQUIT');
  process.once('exit', lastResort);
  const end = async (act: () => void): Promise<void> => {
    process.off('exit', lastResort);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    act();
    await ended;
  };
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  await untilReady(url, child, () => output);
  return {
    url,
    dataDir,
    output: () => output,
    stop: () => end(() => child.kill('SIGINT')),
    kill: () =>
      end(() => {
        for (const pid of [...childrenOf(child.pid ?? 0), child.pid ?? 0])
          try {
            process.kill(pid, 'SIGKILL');
          } catch {
            // it ended by itself
          }
      }),
  };
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf-8').trim().split(' ').filter(Boolean).map(Number);

/** Takes writers: a server that is still recovering answers, but not for us. */
async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let i = 0; i < 3000; i++) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
    try {
      await client.connect();
      const { rows } = await client.query<{ busy: boolean }>('select pg_is_in_recovery() as busy');
      if (rows[0]?.busy === false) return;
    } catch {
      // not yet
    } finally {
      await client.end().catch(() => undefined);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`PostgreSQL did not come up: ${output()}`);
}
