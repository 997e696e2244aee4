// Time is injected everywhere, so that tests, the demo week and the seeded simulation decide what "now" is.
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
