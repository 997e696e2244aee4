// Time is injected everywhere, so that tests, the demo week and the seeded simulation decide what "now" is.
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved; used by tests and by the demo week. */
export function createVirtualClock(start: Date): Clock & { moveTo(instant: Date): void; advance(ms: number): void } {
  let current = start.getTime();
  return {
    now: () => new Date(current),
    moveTo: (instant) => {
      current = instant.getTime();
    },
    advance: (ms) => {
      current += ms;
    },
  };
}
