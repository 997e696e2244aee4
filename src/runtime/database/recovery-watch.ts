// PostgreSQL 18 whose start-up process is killed before the redo of a crash recovery has begun waits for ever: the postmaster takes
// the death for one more of the crash it is already mending, starts no other, and answers "in recovery mode" to everybody. Seen with
// 18.4 (docs/reliability.md). Whoever runs the server looks for that state and begins again.
import { readdirSync, readFileSync } from 'node:fs';
import { steadyNow } from '../clock.ts';

/** Between the end of one process and the start of the next the state is ordinary; so long it lasts only when it is for ever. */
const STUCK_MS = 2000;
const LOOK_MS = 250;

/**
 * Follows what the server of `pid` says; `stuck` is called once when it has been recovering for two seconds with no start-up process.
 * Linux only, as is the embedded server.
 */
export function watchRecovery(pid: number, stuck: () => void): { heard(line: string): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let missingSince: number | undefined;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    missingSince = undefined;
  };
  const look = () => {
    if (hasStartup(pid)) {
      missingSince = undefined;
      return;
    }
    missingSince ??= steadyNow();
    if (steadyNow() - missingSince < STUCK_MS) return;
    stop();
    stuck();
  };
  return {
    heard(line) {
      if (line.includes('reinitializing')) timer ??= setInterval(look, LOOK_MS).unref();
      if (line.includes('ready to accept connections')) stop();
    },
    stop,
  };
}

/** Titles of its children are `postgres: checkpointer`, `postgres: startup recovering …`. */
function hasStartup(pid: number): boolean {
  return childrenOf(pid).some((child) => {
    try {
      return readFileSync(`/proc/${child}/cmdline`, 'utf-8').startsWith('postgres: startup');
    } catch {
      return false;
    }
  });
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf-8').trim().split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}
