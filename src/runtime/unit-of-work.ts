// One transaction, one context: everything a use case changes commits together with the events it emits, or not at all (P3).
import { Refusal } from '../kernel/refusal.ts';
import type { Clock } from './clock.ts';
import { type Actor, type Context, receiptOf, type Settings } from './context.ts';
import type { Database } from './database/connect.ts';
import type { FileStore } from './files/file-store.ts';
import { commitWithEvents, type PendingEvent } from './outbox/store.ts';
import { newTraceId } from './telemetry/trace.ts';

export type UnitOfWork = {
  /** Runs `act` in one transaction and hands its value over after the commit. Without a trace id it begins a trace. */
  run<T>(actor: Actor, act: (context: Context) => Promise<T>, traceId?: string): Promise<T>;
  /** Reads what is committed, each statement by itself; nothing may be written. */
  read<T>(actor: Actor, act: (context: Context) => Promise<T>, traceId?: string): Promise<T>;
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

  async function attempt<T>(
    actor: Actor,
    act: (context: Context) => Promise<T>,
    traceId: string,
    evenIfRefused: PendingEvent[],
  ): Promise<T> {
    const pending: PendingEvent[] = [];
    const after: (() => void)[] = [];
    evenIfRefused.length = 0;
    const value = await database.transaction(async (db) => {
      const now = clock.now().toISOString();
      const toEvent = (type: string, subject: string, payload: object, trace: string): PendingEvent => ({
        id: newId(),
        type,
        subject,
        payload,
        actor,
        occurredAt: now,
        traceId: trace,
      });
      const contextOf = (trace: string): Context => ({
        db,
        ...kept,
        settings,
        now,
        actor,
        traceId: trace,
        traced: (other) => contextOf(other ?? trace),
        newId,
        emit: async (type, subject, payload) => {
          const event = toEvent(type, subject, payload, trace);
          pending.push(event);
          return receiptOf(subject, event.id);
        },
        emitEvenIfRefused: (type, subject, payload) => {
          const event = toEvent(type, subject, payload, trace);
          pending.push(event);
          evenIfRefused.push(event);
        },
        afterCommit: (hook) => after.push(hook),
      });
      const result = await act(contextOf(traceId));
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
    run: async (actor, act, traceId = newTraceId()) => {
      const evenIfRefused: PendingEvent[] = [];
      for (let tried = 1; ; tried++) {
        try {
          return await attempt(actor, act, traceId, evenIfRefused);
        } catch (error) {
          if (error instanceof Refusal) await keep(evenIfRefused);
          if (tried === ATTEMPTS || !AGAIN.has((error as { code?: unknown }).code)) throw error;
        }
      }
    },
    read: (actor, act, traceId = newTraceId()) => {
      const now = clock.now().toISOString();
      const contextOf = (trace: string): Context => ({
        db: database.reader,
        ...kept,
        settings,
        now,
        actor,
        traceId: trace,
        traced: (other) => contextOf(other ?? trace),
        newId,
        emit: () => Promise.reject(new Error('nothing is emitted while reading')),
        emitEvenIfRefused: () => {
          throw new Error('nothing is emitted while reading');
        },
        afterCommit: () => undefined,
      });
      return act(contextOf(traceId));
    },
    onEvents: (listener) => {
      listeners.push(listener);
    },
  };
}
