// One tail of the event table per process; every live reader hears from it instead of asking the database himself.
import type { Kysely } from 'kysely';
import type { StoredEvent } from '../context.ts';
import { createLoop, type Loop } from '../loop.ts';
import { lastPosition, readEventsAfter } from './store.ts';

export type Feed = Loop & { subscribe(listener: (events: readonly StoredEvent[]) => void): () => void };

const BATCH = 200;

export function createFeed(kysely: Kysely<unknown>): Feed {
  const listeners = new Set<(events: readonly StoredEvent[]) => void>();
  let position: number | undefined;
  const loop = createLoop({
    name: 'feed',
    pollMs: 1000,
    step: async () => {
      position ??= await lastPosition(kysely);
      const events = await readEventsAfter(kysely, position, BATCH);
      position = events.at(-1)?.position ?? position;
      if (events.length > 0) for (const listener of listeners) listener(events);
      return events.length === BATCH;
    },
  });
  return {
    ...loop,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
