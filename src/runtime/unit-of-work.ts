// One transaction, one context: everything a use case changes commits together with the events it emits, or not at all (P3).
import { type Kysely, sql } from 'kysely';
import type { Clock } from './clock.ts';
import type { Actor, Context, Settings } from './context.ts';
import { commitWithEvents, type PendingEvent } from './outbox/store.ts';

export type UnitOfWork = {
  /** Runs `act` in one transaction and hands its value over after the commit. */
  run<T>(actor: Actor, act: (context: Context) => Promise<T>): Promise<T>;
  /** Same, but nothing may be written. */
  read<T>(actor: Actor, act: (context: Context) => Promise<T>): Promise<T>;
  /** Told after each commit that emitted events what they were; a wake-up only, the table is the record. */
  onEvents(listener: (events: readonly CommittedEvent[]) => void): void;
};
export type CommittedEvent = Pick<PendingEvent, 'type' | 'subject' | 'payload'>;

export type UnitOfWorkOptions = {
  readonly kysely: Kysely<unknown>;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly newId: () => string;
};

export function createUnitOfWork({ kysely, clock, settings, newId }: UnitOfWorkOptions): UnitOfWork {
  const listeners: ((events: readonly CommittedEvent[]) => void)[] = [];

  async function run<T>(actor: Actor, act: (context: Context) => Promise<T>, readOnly: boolean): Promise<T> {
    const pending: PendingEvent[] = [];
    const after: (() => void)[] = [];
    const value = await kysely.connection().execute(async (db) => {
      await sql.raw(readOnly ? 'begin read only' : 'begin').execute(db);
      try {
        const now = clock.now().toISOString();
        const context: Context = {
          db,
          settings,
          now,
          actor,
          newId,
          emit: async (type, subject, payload) => {
            pending.push({ id: newId(), type, subject, payload, actor, occurredAt: now });
          },
          afterCommit: (hook) => after.push(hook),
        };
        const result = await act(context);
        await commitWithEvents(db, pending);
        return result;
      } catch (error) {
        // On a connection that broke there is nothing left to roll back.
        await sql`rollback`.execute(db).catch(() => undefined);
        throw error;
      }
    });
    if (pending.length > 0) for (const listener of listeners) listener(pending);
    for (const hook of after) hook();
    return value;
  }

  return {
    run: (actor, act) => run(actor, act, false),
    read: (actor, act) => run(actor, act, true),
    onEvents: (listener) => {
      listeners.push(listener);
    },
  };
}
