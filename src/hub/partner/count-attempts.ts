// Counts how attempts end, in memory, and adds it to the rolling table once a second (issue 6): the lane itself writes nothing for it.
import { createLoop, type Loop } from '../../runtime/loop.ts';
import type { Clock } from '../../runtime/clock.ts';
import { portico } from '../../runtime/context.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { bucketOf } from './percentiles.ts';
import { addBeats, type Beat, removeBeatsBefore } from './store-pulse.ts';

const SLOT_MS = 5 * 60_000;
const FLUSH_MS = 1000;
const KEEP_MS = 2 * 86_400_000;
const SWEEP_MS = SLOT_MS;

export type AttemptCount = Loop & {
  note(attempt: {
    readonly channel: string;
    readonly document: string;
    readonly outcome: Beat['outcome'];
    readonly ms: number;
  }): void;
};

export function createAttemptCount(options: {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly onFault: (error: unknown) => void;
}): AttemptCount {
  let beats = new Map<string, Beat>();
  let sweptAt = 0;
  const add = (one: Beat): void => {
    const key = `${one.slot} ${one.channel} ${one.document_kind} ${one.outcome} ${one.bucket}`;
    const known = beats.get(key);
    beats.set(key, known ? { ...known, attempts: known.attempts + one.attempts } : one);
  };
  const loop = createLoop({
    name: 'attempt count',
    pollMs: FLUSH_MS,
    onFault: options.onFault,
    step: async () => {
      const now = options.clock.now().getTime();
      const sweep = now - sweptAt >= SWEEP_MS;
      if (beats.size === 0 && !sweep) return false;
      const taken = [...beats.values()];
      beats = new Map();
      try {
        await options.unitOfWork.run(portico, async (context) => {
          if (taken.length > 0) await addBeats(context, taken);
          if (sweep) await removeBeatsBefore(context, new Date(now - KEEP_MS).toISOString(), 5000);
        });
        if (sweep) sweptAt = now;
      } catch (error) {
        for (const one of taken) add(one);
        throw error;
      }
      return false;
    },
  });
  return {
    ...loop,
    note: ({ channel, document, outcome, ms }) =>
      add({
        slot: new Date(Math.floor(options.clock.now().getTime() / SLOT_MS) * SLOT_MS).toISOString(),
        channel,
        document_kind: document,
        outcome,
        bucket: bucketOf(ms),
        attempts: 1,
      }),
  };
}
