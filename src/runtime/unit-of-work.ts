// One transaction, one context: everything a use case changes commits together with the events it emits, or not at all (P3).
import type { Clock } from './clock.ts';
import type { Actor, Context, Settings } from './context.ts';
import type { Database } from './database/connect.ts';
import type { FileStore } from './files/file-store.ts';
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
  readonly files?: FileStore;
};

/** The server asks for another try: a deadlock, a conflict, or a prepared statement older than the tables. */
const AGAIN: ReadonlySet<unknown> = new Set(['40P01', '40001', '0A000']);
const ATTEMPTS = 4;

export function createUnitOfWork({ database, clock, settings, newId, files }: UnitOfWorkOptions): UnitOfWork {
  const kept = files ? { files } : {};
  const listeners: ((events: readonly CommittedEvent[]) => void)[] = [];

  async function attempt<T>(actor: Actor, act: (context: Context) => Promise<T>): Promise<T> {
    const pending: PendingEvent[] = [];
    const after: (() => void)[] = [];
    const value = await database.transaction(async (db) => {
      const now = clock.now().toISOString();
      const result = await act({
        db,
        ...kept,
        settings,
        now,
        actor,
        newId,
        emit: async (type, subject, payload) => {
          pending.push({ id: newId(), type, subject, payload, actor, occurredAt: now });
        },
        afterCommit: (hook) => after.push(hook),
      });
      await commitWithEvents(db, pending);
      return result;
    });
    if (pending.length > 0) for (const listener of listeners) listener(pending);
    for (const hook of after) hook();
    return value;
  }

  return {
    run: async (actor, act) => {
      for (let tried = 1; ; tried++) {
        try {
          return await attempt(actor, act);
        } catch (error) {
          if (tried === ATTEMPTS || !AGAIN.has((error as { code?: unknown }).code)) throw error;
        }
      }
    },
    read: (actor, act) =>
      act({
        db: database.reader,
        ...kept,
        settings,
        now: clock.now().toISOString(),
        actor,
        newId,
        emit: () => Promise.reject(new Error('nothing is emitted while reading')),
        afterCommit: () => undefined,
      }),
    onEvents: (listener) => {
      listeners.push(listener);
    },
  };
}
