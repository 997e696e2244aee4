// What happens later is asked of a timer that can be played: the demo week lets days pass in seconds, everybody else waits.
import type { Clock } from './clock.ts';

export type Timers = {
  /** Runs `act` after so many milliseconds; the returned function cancels it. */
  after(ms: number, act: () => void): () => void;
};

export const systemTimers: Timers = {
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

export type PlayedTime = Clock &
  Timers & {
    /** When the next waiting act is due, in ms since the epoch. */
    nextDue(): number | undefined;
    /** Moves the clock forward (never back) and runs what is due by then, in order of time. */
    moveTo(ms: number): void;
    /** From here on the clock is the system's and waits are real; what still waits keeps its instant. */
    goLive(): void;
  };

/**
 * A clock that stands still until it is moved. While it is played, waits are `stretch` times as long as asked: simulators
 * that answer within seconds so that nobody has to wait then take as long as real partners do.
 */
export function createPlayedTime(start: Date, stretch: number): PlayedTime {
  let current: number | undefined = start.getTime();
  const waiting = new Set<{ readonly due: number; readonly act: () => void }>();

  const later = (due: number, act: () => void): (() => void) => {
    const entry = { due, act };
    waiting.add(entry);
    return () => waiting.delete(entry);
  };
  const earliest = () => [...waiting].sort((a, b) => a.due - b.due)[0];

  return {
    now: () => (current === undefined ? new Date() : new Date(current)),
    after: (ms, act) => (current === undefined ? systemTimers.after(ms, act) : later(current + ms * stretch, act)),
    nextDue: () => earliest()?.due,
    moveTo: (ms) => {
      for (let next = earliest(); next && next.due <= ms; next = earliest()) {
        waiting.delete(next);
        current = Math.max(current ?? 0, next.due);
        next.act();
      }
      current = Math.max(current ?? 0, ms);
    },
    goLive: () => {
      current = undefined;
      for (const { due, act } of waiting) systemTimers.after(Math.max(0, due - Date.now()), act);
      waiting.clear();
    },
  };
}
