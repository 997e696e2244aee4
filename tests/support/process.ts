// The real process, started as a newcomer starts it: own data directory, any free ports, no demo week.
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

type Started = {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
};

/** `root`: another version's tree. A process group of its own, as a terminal gives it: `-pid` means all of it. */
export function startProcess(env: Record<string, string>, root = process.cwd()): Started {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      // What `npm start` gives too: compiled once, not at every start.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
      PORT: '0',
      PORTICO_SIMULATOR_PORTS: 'free',
      PORTICO_DEMO_WEEK: 'off',
      ...env,
    },
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  // It has a group of its own: whoever ends this process in the middle leaves nothing running.
  const end = () => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // it has gone
    }
  };
  const endOnSignal = () => process.exit(130);
  process.once('exit', end);
  process.once('SIGTERM', endOnSignal);
  child.once('exit', () => {
    process.off('exit', end);
    process.off('SIGTERM', endOnSignal);
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  );
  return { child, output: () => output, ended };
}

/** Its address once it has said that it is up; what it said otherwise. */
export async function addressOf(started: Started): Promise<string> {
  let over = false;
  void started.ended.then(() => (over = true));
  for (let i = 0; i < 1200; i++) {
    const said = started.output();
    const url = /Portico: (http\S+)/.exec(said)?.[1];
    if (url && said.includes('ctrl-C')) return url;
    if (over) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the process did not come up:\n${started.output()}`);
}

/** Processes whose command line names the directory. */
export const processesOn = (dir: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf-8').includes(dir);
      } catch {
        return false;
      }
    });
