// One transaction, one context: everything a use case changes commits together with the events it emits, or not at all (P3).
import { Refusal } from '../kernel/refusal.ts';
import type { Clock } from './clock.ts';
import { type Actor, type Context, receiptOf, type Settings } from './context.ts';
import type { Database } from './database/connect.ts';
import { commitWithEvents, type PendingEvent } from './outbox/store.ts';

export type UnitOfWork = {
  /** Runs `act` in one transaction and hands its value over after the commit. */
  run<T>(actor: Actor, act: (context: Context) => Promise<T>): Promise<T>;
  /** Reads what is committed, each statement by itself; nothing may be written. */
  read<T>(actor: Actor, act: (context: Context) => Promise<T>): Promise<T>;
  /** Told after each commit that emitted events what they were; a wake-up only, the table is the record. */
  onEvents(listener: (events: readonly CommittedEvent[]) => void): void;
};
export type CommittedEvent = Pick<PendingEvent, 'type' | 'subject' | 'payload'>;

export type UnitOfWorkOptions = {
  readonly database: Pick<Database, 'transaction' | 'reader'>;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly newId: () => string;
};

/** The server asks for another try: a deadlock, a conflict, or a prepared statement older than the tables. */
const AGAIN: ReadonlySet<unknown> = new Set(['40P01', '40001', '0A000']);
const ATTEMPTS = 4;

export function createUnitOfWork({ database, clock, settings, newId }: UnitOfWorkOptions): UnitOfWork {
  const listeners: ((events: readonly CommittedEvent[]) => void)[] = [];

  async function attempt<T>(
    actor: Actor,
    act: (context: Context) => Promise<T>,
    evenIfRefused: PendingEvent[],
  ): Promise<T> {
    const pending: PendingEvent[] = [];
    const after: (() => void)[] = [];
    evenIfRefused.length = 0;
    const value = await database.transaction(async (db) => {
      const now = clock.now().toISOString();
      const toEvent = (type: string, subject: string, payload: object): PendingEvent => ({
        id: newId(),
        type,
        subject,
        payload,
        actor,
        occurredAt: now,
      });
      const result = await act({
        db,
        settings,
        now,
        actor,
        newId,
        emit: async (type, subject, payload) => {
          const event = toEvent(type, subject, payload);
          pending.push(event);
          return receiptOf(subject, event.id);
        },
        emitEvenIfRefused: (type, subject, payload) => {
          const event = toEvent(type, subject, payload);
          pending.push(event);
          evenIfRefused.push(event);
        },
        afterCommit: (hook) => after.push(hook),
      });
      await commitWithEvents(db, pending);
      return result;
    });
    tell(pending);
    for (const hook of after) hook();
    return value;
  }

  const tell = (events: readonly PendingEvent[]): void => {
    if (events.length > 0) for (const listener of listeners) listener(events);
  };

  /** The use case said no and all of it is rolled back, but for what must be known of it. */
  async function keep(events: readonly PendingEvent[]): Promise<void> {
    if (events.length === 0) return;
    await database.transaction((db) => commitWithEvents(db, events));
    tell(events);
  }

  return {
    run: async (actor, act) => {
      const evenIfRefused: PendingEvent[] = [];
      for (let tried = 1; ; tried++) {
        try {
          return await attempt(actor, act, evenIfRefused);
        } catch (error) {
          if (error instanceof Refusal) await keep(evenIfRefused);
          if (tried === ATTEMPTS || !AGAIN.has((error as { code?: unknown }).code)) throw error;
        }
      }
    },
    read: (actor, act) =>
      act({
        db: database.reader,
        settings,
        now: clock.now().toISOString(),
        actor,
        newId,
        emit: () => Promise.reject(new Error('nothing is emitted while reading')),
        emitEvenIfRefused: () => {
          throw new Error('nothing is emitted while reading');
        },
        afterCommit: () => undefined,
      }),
    onEvents: (listener) => {
      listeners.push(listener);
    },
  };
}
