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
    /** Puts the clock back to `from`; it stands still until it is moved. */
    play(from: Date, stretch: number): void;
    /** From here on the clock is the system's and waits are real; what still waits keeps its instant. */
    goLive(): void;
  };

type Waiting = { readonly due: number; readonly act: () => void; cancel: () => void };

/**
 * The system's time until it is played. While it is played, waits are `stretch` times as long as asked: simulators that
 * answer within seconds so that nobody has to wait then take as long as real partners do.
 */
export function createPlayedTime(): PlayedTime {
  let current: number | undefined;
  let stretch = 1;
  const waiting = new Set<Waiting>();

  const later = (due: number, act: () => void): (() => void) => {
    const entry: Waiting = { due, act, cancel: () => void waiting.delete(entry) };
    waiting.add(entry);
    return () => entry.cancel();
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
    play: (from, by) => {
      current = from.getTime();
      stretch = by;
    },
    goLive: () => {
      current = undefined;
      for (const entry of waiting) entry.cancel = systemTimers.after(Math.max(0, entry.due - Date.now()), entry.act);
      waiting.clear();
    },
  };
}
