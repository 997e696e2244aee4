// Follows the events and puts each into the letter of everybody who wants it by e-mail and may see it; whether he may is asked again
// when the letter is handed over, which is what counts (M2, R17).
import { plusMs } from '../../kernel/instant.ts';
import type { Context, StoredEvent } from '../../runtime/context.ts';
import type { Loop } from '../../runtime/loop.ts';
import { followEvents } from '../../runtime/outbox/follow-events.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { concernedPeople, defaultFilters, isTold, lookAtEvents } from '../notices/index.ts';
import { chooseSlot } from './decide-letter.ts';
import { listConfirmed, type NewLetter, queueLetters, removeEndedBefore } from './store.ts';

const KEEP_MS = 30 * 86_400_000;
const REMOVED_AT_ONCE = 500;

export const createMailQueue = (options: {
  readonly unitOfWork: UnitOfWork;
  readonly onQueued: () => void;
  readonly onFault: (error: unknown) => void;
}): Loop =>
  followEvents({
    ...options,
    name: 'mail',
    take: async (context, events) => {
      const letters = await lettersFor(context, events);
      if (letters.length === 0) return;
      await queueLetters(context, letters);
      await removeEndedBefore(context, plusMs(context.now, -KEEP_MS), REMOVED_AT_ONCE);
      context.afterCommit(options.onQueued);
    },
  });

async function lettersFor(context: Context, events: readonly StoredEvent[]): Promise<NewLetter[]> {
  const look = await lookAtEvents(context, events);
  const people = await concernedPeople(context, look);
  const addresses = await listConfirmed(
    context,
    people.map((person) => person.id),
  );
  const letters = new Map<string, NewLetter & { positions: number[] }>();
  for (const address of addresses) {
    const person = people.find((one) => one.id === address.person_id);
    const wanted = person ? (address.filters ?? defaultFilters(person)) : [];
    if (!person || wanted.length === 0) continue;
    const seen = await look.for(person, wanted);
    for (const [i, event] of events.entries()) {
      const entry = seen[i];
      // Who has just confirmed is not written about what was before.
      if (!entry || !isTold(entry) || Date.parse(event.occurredAt) < Date.parse(address.confirmed_at ?? context.now))
        continue;
      const { slot, dueAt } = chooseSlot(address.rhythm, context.now, event.position);
      const letter = letters.get(`${person.id} ${slot}`) ?? {
        id: context.newId(),
        person_id: person.id,
        kind: 'notice' as const,
        slot,
        positions: [],
        due_at: dueAt,
      };
      letter.positions.push(event.position);
      letters.set(`${person.id} ${slot}`, letter);
    }
  }
  return [...letters.values()];
}
