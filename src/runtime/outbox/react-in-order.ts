// What comes later for the same subject and reaction waits behind what failed, so that one case's order is kept (P3).
import type { Context, Reaction, StoredEvent } from '../context.ts';
import { laneOf, saveFailure } from './store.ts';

export async function reactInOrder(
  context: Context,
  event: StoredEvent,
  reaction: Reaction<unknown>,
  held: ReadonlySet<string>,
): Promise<void> {
  if (!held.has(laneOf(reaction.name, event.subject))) return reaction(context, event);
  await saveFailure(context.db, {
    position: event.position,
    reaction: reaction.name,
    subject: event.subject,
    error: '',
    attempts: 0,
    nextAttemptAt: context.now,
    givenUp: false,
  });
}
