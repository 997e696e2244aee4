// The hub as one process of its own (API, worker and all channels), so that its CPU and its statements are measured by themselves.
// Its partners listen where the bench says; the database and whoever loads the hub are other processes.
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { channels } from '../../src/channels/index.ts';
import { freePort } from '../../tests/support/free-port.ts';

/** What the process counted of itself since it began. CPU in microseconds, memory in bytes. */
export type OwnCount = {
  readonly statements: number;
  readonly cpu: number;
  readonly writes: number;
  readonly rss: number;
};
export type HubProcess = {
  readonly url: string;
  /** `collect`: what is garbage is thrown away first, where the hub was started with `--expose-gc`. */
  count(how?: 'count' | 'collect'): Promise<OwnCount>;
  stop(): Promise<void>;
};

const READY = /node ([0-9a-f]+): (http\S+)/;
export type Surroundings = { readonly env: Record<string, string>; stop(): void };
/** One configuration for the hub and, where they are played by simulators, for its partners. */
export async function surroundings(databaseUrl: string, partnerUrl?: string): Promise<Surroundings> {
  const dir = mkdtempSync(path.join(tmpdir(), 'portico-bench-'));
  const port = await freePort();
  const endpoints: [string, string][] = [];
  for (const { id } of channels) {
    const url = partnerUrl ? `${partnerUrl}/${id}` : `http://127.0.0.1:${await freePort()}/`;
    endpoints.push([`PORTICO_CHANNEL_${id.toUpperCase().replaceAll('-', '_')}_URL`, url]);
  }
  return {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      PORT: String(port),
      BASE_URL: `http://127.0.0.1:${port}`,
      DATABASE_URL: databaseUrl,
      DATA_DIR: dir,
      PORTICO_SIMULATOR_PACE: '0.001',
      PORTICO_SEAL_KEY: randomBytes(32).toString('base64'),
      ...Object.fromEntries(endpoints),
    },
    stop: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** `BENCH_PROFILE=DIR` writes a CPU profile of each hub there when it ends. */
export async function startHub(around: Surroundings, role: string, flags: readonly string[] = []): Promise<HubProcess> {
  const profile = process.env.BENCH_PROFILE;
  const child = fork('src/node.ts', ['--role', role], {
    env: {
      ...around.env,
      ...(role === 'simulators' ? { PORT: '0' } : {}),
      ...(process.env.BENCH_STATEMENTS && role !== 'simulators'
        ? { BENCH_STATEMENTS: process.env.BENCH_STATEMENTS }
        : {}),
    },
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      ...flags,
      '--import',
      new URL('./count-own.ts', import.meta.url).href,
      ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []),
    ],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const url = await untilReady(child);
  return {
    url,
    count: (how = 'count') =>
      new Promise((resolve) => {
        child.once('message', (said) => resolve(said as OwnCount));
        child.send(how);
      }),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function untilReady(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        output = (output + chunk).slice(-20_000);
        const url = READY.exec(output)?.[2];
        if (url) resolve(url);
        // A fault of the hub belongs to the figures: it makes them worthless.
        if (/"msg":"fault"/.test(chunk.toString())) {
          process.stderr.write(chunk);
          process.exitCode = 1;
        }
      });
    child.once('exit', (code) => reject(new Error(`the hub ended (${code}):\n${output}`)));
    process.once('exit', () => child.kill('SIGKILL'));
  });
}
