// Time is injected everywhere, so that tests, the demo week and the seeded simulation decide what "now" is.
export type Clock = { now(): Date };

/** Milliseconds that never run backwards, of this process only: for leases and waits, never for the record. */
export const steadyNow = (): number => performance.now();

export const systemClock: Clock = { now: () => new Date() };
