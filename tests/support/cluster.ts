// Portico as several processes on one PostgreSQL: nodes with their roles, the simulators apart, nats-server where there is one. Any of
// them may be killed and started again; the database starts again by itself.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { channels } from '../../src/channels/index.ts';
import { startEmbeddedPostgres } from '../../src/runtime/database/embedded-postgres.ts';
import { processesOn } from './process.ts';
import { freePort } from './free-port.ts';

export type Cluster = {
  readonly names: readonly string[];
  /** Where a node answers; each has its own port for good. */
  url(name: string): string;
  start(name: string): Promise<void>;
  signal(name: string, signal: NodeJS.Signals): void;
  /** Waits for a node that was told to end; throws with what it said if it does not. */
  ended(name: string): Promise<number | null>;
  /** Lets go on whoever stands still, and starts whoever has ended. */
  restore(): Promise<void>;
  /** Server processes of the database; the first is the postmaster. */
  postgres(): number[];
  /** What a simulator wrote down: what it accepted, in order, and what came again. */
  journal(channel: string): { readonly messageId: string; readonly digest: string; readonly again: boolean }[];
  output(name: string): string;
  readonly databaseUrl: string;
  readonly natsUrl: string;
  stop(): Promise<void>;
};

/** A node ends its work first, and none of that takes so long. */
const ENDS_WITHIN_MS = 60_000;

export const hasNats = (): boolean => spawnSync('nats-server', ['--version']).status === 0;

/** `only:customs` is the process of that channel alone. */
const programOf = (role: string): string[] => {
  const [, channel] = /^only:(.+)$/.exec(role) ?? [];
  return channel ? ['src/channel.ts', channel] : ['src/node.ts', '--role', role];
};

/** `roles`: what each named node does. Without `databaseUrl` the cluster has a PostgreSQL of its own below `dir`. */
export async function createCluster(options: {
  readonly dir: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly nats: boolean;
  /** Settings of every node beside the usual ones. */
  readonly settings?: Readonly<Record<string, string>>;
}): Promise<Cluster> {
  const { dir, roles } = options;
  mkdirSync(dir, { recursive: true });
  const database = await startEmbeddedPostgres({ dataDir: dir, password: randomBytes(12).toString('hex') });
  const names = [...Object.keys(roles), ...(options.nats ? ['nats'] : [])];
  const ports = new Map<string, number>();
  for (const name of names) ports.set(name, await freePort());
  const url = (name: string) => `http://127.0.0.1:${ports.get(name)}`;
  const firstApi = Object.keys(roles).find((name) => roles[name]?.includes('api')) ?? '';
  const simulators = new Map<string, number>();
  for (const channel of channels) simulators.set(channel.id, await freePort());
  const envName = (channel: string) => channel.toUpperCase().replaceAll('-', '_');
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    // What `npm start` gives too: compiled once, not at every start.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
    DATABASE_URL: database.url,
    DATA_DIR: dir,
    BASE_URL: url(firstApi),
    PORTICO_SIMULATOR_PACE: '0.01',
    PORTICO_SEAL_KEY: randomBytes(32).toString('base64'),
    ...Object.fromEntries(
      [...simulators].map(([id, port]) => [`PORTICO_CHANNEL_${envName(id)}_URL`, `http://127.0.0.1:${port}/`]),
    ),
    PORTICO_SIMULATOR_STAMP_PORT: String(await freePort()),
    ...(options.nats ? { NATS_URL: `nats://127.0.0.1:${ports.get('nats')}` } : {}),
    ...options.settings,
  };
  // Whoever ends this process in the middle leaves nothing running.
  const endAll = () => {
    for (const { child } of running.values()) child.kill('SIGKILL');
  };
  const endOnSignal = () => process.exit(130);
  process.once('exit', endAll);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, endOnSignal);
  const running = new Map<string, { child: ChildProcess; output: string; exit: Promise<number | null> }>();

  function launch(name: string): void {
    const [command, args] =
      name === 'nats'
        ? ['nats-server', ['-a', '127.0.0.1', '-p', String(ports.get('nats')), '-js', '-sd', path.join(dir, 'nats')]]
        : [process.execPath, ['--disable-warning=ExperimentalWarning', ...programOf(roles[name] ?? 'all')]];
    const child = spawn(command, args, {
      env: { ...env, PORT: String(ports.get(name)) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const entry = {
      child,
      output: '',
      exit: new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code))),
    };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        entry.output = (entry.output + chunk).slice(-20_000);
      });
    running.set(name, entry);
  }

  async function ready(name: string): Promise<void> {
    if (name === 'nats') return;
    for (let i = 0; i < 1800; i++) {
      const entry = running.get(name);
      const nonce = /node ([0-9a-f]+): http/.exec(entry?.output ?? '')?.[1];
      // Whoever answers there must be the process that was started, not one left over from before.
      const health = nonce ? await fetch(`${url(name)}/readyz`).catch(() => undefined) : undefined;
      if (health?.ok && ((await health.json()) as { process?: string }).process === nonce) return;
      if (entry?.child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${name} did not come up:\n${running.get(name)?.output}`);
  }

  const cluster: Cluster = {
    names,
    url,
    databaseUrl: database.url,
    natsUrl: `nats://127.0.0.1:${ports.get('nats')}`,
    start: async (name) => {
      launch(name);
      await ready(name);
    },
    signal: (name, signal) => void running.get(name)?.child.kill(signal),
    ended: async (name) => {
      const entry = running.get(name);
      let giveUp: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        giveUp = setTimeout(() => reject(new Error(`${name} does not end:\n${entry?.output}`)), ENDS_WITHIN_MS);
      });
      return Promise.race([entry?.exit ?? Promise.resolve(null), late]).finally(() => clearTimeout(giveUp));
    },
    restore: async () => {
      for (const [name, { child }] of [...running]) {
        child.kill('SIGCONT');
        if (child.exitCode !== null || child.signalCode !== null) await cluster.start(name);
      }
    },
    postgres: () => {
      const [postmaster] = processesOn(path.join(dir, 'postgres'));
      if (postmaster === undefined) return [];
      try {
        const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf-8').trim();
        return [postmaster, ...children.split(' ').filter(Boolean).map(Number)];
      } catch {
        return [];
      }
    },
    journal: (channel) => {
      const lines = readFileSync(path.join(dir, 'simulators', `${channel}.jsonl`), 'utf-8')
        .split('\n')
        .filter(Boolean);
      type Said = { messageId: string; digest: string };
      return lines.flatMap((line) => {
        let entry: { accepted?: Said; repeated?: Said };
        try {
          entry = JSON.parse(line) as typeof entry;
        } catch {
          return []; // being written just now
        }
        const { accepted, repeated } = entry;
        const said = accepted ?? repeated;
        return said ? [{ messageId: said.messageId, digest: said.digest, again: accepted === undefined }] : [];
      });
    },
    output: (name) => running.get(name)?.output ?? '',
    stop: async () => {
      process.off('exit', endAll);
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, endOnSignal);
      endAll();
      await Promise.all([...running.values()].map(({ exit }) => exit));
      await database.stop();
    },
  };
  for (const name of ['nats', ...Object.keys(roles).sort((a, b) => Number(b === firstApi) - Number(a === firstApi))])
    if (names.includes(name))
      await cluster.start(name).catch(async (error) => {
        // Nobody has it in hand yet: what runs would run for ever.
        await cluster.stop();
        throw error;
      });
  return cluster;
}
