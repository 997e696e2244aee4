// One part of the flow: the lines whose hash falls to it. Each batch of it is one transaction with the move of its cursor, so a
// committed batch is never carried again (P3). After a batch failed its events go one by one, each reaction by itself.
import { portico, type Reaction, type StoredEvent } from '../context.ts';
import { isDatabaseAway } from '../database/is-away.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { reactInOrder } from './react-in-order.ts';
import { readHeldLanes, takePart, waitForPart } from './store.ts';

export type Batch = {
  readonly part: string;
  /** Of this part only, in commit order. */
  readonly events: readonly StoredEvent[];
  /** The part has no other event up to there. */
  readonly to: number;
};
export type PartWork = {
  readonly unitOfWork: UnitOfWork;
  readonly reactionsOf: (event: StoredEvent) => readonly Reaction<unknown>[];
  readonly setAside: (reaction: string, error: unknown, event: StoredEvent) => Promise<void>;
};

/** How far the part has been carried by anybody; nothing while another node has it. */
export async function carryBatch(work: PartWork, batch: Batch): Promise<number | undefined> {
  try {
    return await carryTogether(work, batch);
  } catch (error) {
    // Nothing is wrong with the events: they wait for the database where they are.
    if (isDatabaseAway(error)) throw error;
    return carryFirst(work, batch);
  }
}

const carryTogether = ({ unitOfWork, reactionsOf }: PartWork, { part, events, to }: Batch) =>
  unitOfWork.run(portico, async (context) => {
    // Two questions in one message, the second answered after the first has its lock.
    const [from, held] = await Promise.all([takePart(context.db, part, to), readHeldLanes(context.db)]);
    if (from === undefined) return undefined;
    for (const event of events)
      if (event.position > from)
        for (const reaction of reactionsOf(event)) await reactInOrder(context, event, reaction, held);
    return Math.max(from, to);
  });

/** The first event only; the rest goes together again. */
async function carryFirst(work: PartWork, { part, events }: Batch): Promise<number | undefined> {
  const [event] = events;
  if (!event) return undefined;
  for (const reaction of work.reactionsOf(event)) {
    try {
      await work.unitOfWork.run(portico, async (context) => {
        if ((await waitForPart(context.db, part)) >= event.position) return;
        await reactInOrder(context, event, reaction, await readHeldLanes(context.db));
      });
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      await work.setAside(reaction.name, error, event);
    }
  }
  await work.unitOfWork.run(portico, (context) => takePart(context.db, part, event.position));
  return event.position;
}
