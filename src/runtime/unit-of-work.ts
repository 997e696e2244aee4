// One transaction, one context: everything a use case changes commits together with the events it emits, or not at all (P3).
import { Refusal } from '../kernel/refusal.ts';
import type { Clock } from './clock.ts';
import { type Actor, type Context, receiptOf, type Settings } from './context.ts';
import type { Database } from './database/connect.ts';
import { lockOf, openFor } from './database/second-lock.ts';
import type { FileStore } from './files/file-store.ts';
import { commitWithEvents, type OrderGuard, type PendingEvent } from './outbox/store.ts';
import { newTraceId } from './telemetry/trace.ts';

export type UnitOfWork = {
  /** Runs `act` in one transaction and hands its value over after the commit. Without a trace id it begins a trace. */
  run<T>(actor: Actor, act: (context: Context, outbox: Outbox) => Promise<T>, traceId?: string): Promise<T>;
  /** Reads what is committed, each statement by itself; nothing may be written. */
  read<T>(actor: Actor, act: (context: Context) => Promise<T>, traceId?: string): Promise<T>;
  /** Told after each commit that emitted events what they were; a wake-up only, the table is the record. */
  onEvents(listener: (events: readonly CommittedEvent[]) => void): void;
};
/** The transaction's own events, for who carries them before they are committed (`outbox/carry-window.ts`). */
export type Outbox = {
  /** The same transaction with events kept apart until they are added. */
  branch(): { readonly context: Context; readonly emitted: readonly PendingEvent[] };
  /** They will stand in the log in the order in which they are added. */
  add(events: readonly PendingEvent[]): void;
  /** Its reactions have run in this transaction. */
  markCarried(event: PendingEvent): void;
  /** The commit fails where an event stands before one that was carried here. */
  guard(order: OrderGuard): void;
};
export type CommittedEvent = Pick<PendingEvent, 'type' | 'subject' | 'payload'>;

export type UnitOfWorkOptions = {
  readonly database: Pick<Database, 'transaction' | 'reader' | 'readerFor'>;
  /** Work for an actor is held to what he may see by the database itself too; asked each time, absent: it is not. */
  readonly secondLock?: () => boolean;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly newId: () => string;
  readonly files?: FileStore;
};

/** The server asks for another try: a deadlock, a conflict, or a prepared statement older than the tables. */
const AGAIN: ReadonlySet<unknown> = new Set(['40P01', '40001', '0A000']);
const ATTEMPTS = 4;

export function createUnitOfWork(options: UnitOfWorkOptions): UnitOfWork {
  const { database, clock, settings, newId, files } = options;
  const lockFor = (actor: Actor, now: string) => (options.secondLock?.() ? lockOf(actor, now) : undefined);
  const kept = files ? { files } : {};
  const listeners: ((events: readonly CommittedEvent[]) => void)[] = [];

  async function attempt<T>(
    actor: Actor,
    act: (context: Context, outbox: Outbox) => Promise<T>,
    traceId: string,
  ): Promise<T> {
    const pending: PendingEvent[] = [];
    const carried = new Set<PendingEvent>();
    let order: OrderGuard | undefined;
    const after: (() => void)[] = [];
    let keeps = false;
    const now = clock.now().toISOString();
    const lock = lockFor(actor, now);
    const ended = await database.transaction(async (db): Promise<{ value: T } | { refused: Refusal }> => {
      const toEvent = (type: string, subject: string, payload: object, trace: string): PendingEvent => ({
        id: newId(),
        type,
        subject,
        payload,
        actor,
        occurredAt: now,
        traceId: trace,
      });
      const contextOf = (trace: string, emitted: PendingEvent[]): Context => ({
        db,
        ...kept,
        settings,
        now,
        actor,
        traceId: trace,
        traced: (other) => contextOf(other ?? trace, emitted),
        beyondLock: (act) => (lock ? openFor(db, () => act(contextOf(trace, emitted))) : act(contextOf(trace, emitted))),
        newId,
        emit: async (type, subject, payload) => {
          const event = toEvent(type, subject, payload, trace);
          emitted.push(event);
          return receiptOf(subject, event.id);
        },
        keepIfRefused: () => {
          keeps = true;
        },
        afterCommit: (hook) => after.push(hook),
      });
      const outbox: Outbox = {
        branch: () => {
          const emitted: PendingEvent[] = [];
          return { context: contextOf(traceId, emitted), emitted };
        },
        add: (events) => void pending.push(...events),
        markCarried: (event) => void carried.add(event),
        guard: (wanted) => void (order = wanted),
      };
      const result = await act(contextOf(traceId, pending), outbox).then(
        (value) => ({ value }),
        (error: unknown) => {
          if (keeps && error instanceof Refusal) return { refused: error };
          throw error;
        },
      );
      await commitWithEvents(db, pending, { carried, ...(order ? { order } : {}) });
      return result;
    }, lock);
    tell(pending);
    for (const hook of after) hook();
    if ('refused' in ended) throw ended.refused;
    return ended.value;
  }

  const tell = (events: readonly PendingEvent[]): void => {
    if (events.length > 0) for (const listener of listeners) listener(events);
  };

  return {
    run: async (actor, act, traceId = newTraceId()) => {
      for (let tried = 1; ; tried++) {
        try {
          return await attempt(actor, act, traceId);
        } catch (error) {
          if (tried === ATTEMPTS || !AGAIN.has((error as { code?: unknown }).code)) throw error;
        }
      }
    },
    read: (actor, act, traceId = newTraceId()) => {
      const now = clock.now().toISOString();
      const lock = lockFor(actor, now);
      const contextOf = (trace: string): Context => ({
        db: database.readerFor(lock),
        ...kept,
        settings,
        now,
        actor,
        traceId: trace,
        traced: (other) => contextOf(other ?? trace),
        beyondLock: (act) => act({ ...contextOf(trace), db: database.reader }),
        newId,
        emit: () => Promise.reject(new Error('nothing is emitted while reading')),
        keepIfRefused: () => undefined,
        afterCommit: () => undefined,
      });
      return act(contextOf(traceId));
    },
    onEvents: (listener) => {
      listeners.push(listener);
    },
  };
}
