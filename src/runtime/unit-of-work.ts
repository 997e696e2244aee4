// One transaction, one context: everything a use case changes commits together with the events it emits, or not at all (P3).
import { Refusal } from '../kernel/refusal.ts';
import type { Clock } from './clock.ts';
import { type Actor, type Context, receiptOf, type Settings } from './context.ts';
import type { Database } from './database/connect.ts';
import { lockOf, openFor } from './database/second-lock.ts';
import type { FileStore } from './files/file-store.ts';
import { createTogether } from './run-together.ts';
import { commitWithEvents, type OrderGuard, type PendingEvent } from './outbox/store.ts';
import { newTraceId } from './telemetry/trace.ts';

export type UnitOfWork = {
  /** Runs `act` in one transaction and hands its value over after the commit. Without a trace id it begins a trace. */
  run<T>(actor: Actor, act: (context: Context, outbox: Outbox) => Promise<T>, traceId?: string): Promise<T>;
  /**
   * Like `run`, for acts of one kind that do not touch what another of them may: those that come while a transaction of their kind is
   * under way share the next one. Where one of them fails nothing of the others is lost: each is then run by itself.
   */
  runTogether<T>(kind: string, actor: Actor, act: (context: Context) => Promise<T>, traceId?: string): Promise<T>;
  /** Reads what is committed, each statement by itself; nothing may be written. */
  read<T>(actor: Actor, act: (context: Context) => Promise<T>, traceId?: string): Promise<T>;
  /** Told after each commit that emitted events what they were; a wake-up only, the table is the record. */
  onEvents(listener: (events: readonly CommittedEvent[]) => void): void;
};
/** The transaction's own events, for who carries them before they are committed (`outbox/carry-window.ts`). */
type Whose = Pick<Context, 'actor' | 'traceId' | 'before'>;
export type Outbox = {
  /** The same transaction with events kept apart until they are added, perhaps of another actor and trace. */
  branch(whose?: Partial<Whose>): {
    readonly context: Context;
    readonly emitted: readonly PendingEvent[];
  };
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

/** What one of several keeps, though he is refused, would keep the half of the others' work. */
const notShared = (): never => {
  throw new Error('keepIfRefused in a transaction that several share');
};

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
      const contextOf = (whose: Whose, emitted: PendingEvent[], keep: () => void): Context => {
        const toEvent = (type: string, subject: string, payload: object): PendingEvent => ({
          id: newId(),
          type,
          subject,
          payload,
          actor: whose.actor,
          occurredAt: now,
          traceId: whose.traceId,
        });
        const same = () => contextOf(whose, emitted, keep);
        return {
          db,
          ...kept,
          settings,
          now,
          ...whose,
          traced: (other) => (other === undefined ? same() : contextOf({ ...whose, traceId: other }, emitted, keep)),
          beyondLock: (act) => (lock ? openFor(db, () => act(same())) : act(same())),
          newId,
          emit: async (type, subject, payload) => {
            const event = toEvent(type, subject, payload);
            emitted.push(event);
            return receiptOf(subject, event.id);
          },
          keepIfRefused: keep,
          afterCommit: (hook) => after.push(hook),
        };
      };
      const own = { actor, traceId };
      const outbox: Outbox = {
        branch: ({ actor, traceId, before }: Partial<Whose> = {}) => {
          const whose = { actor: actor ?? own.actor, traceId: traceId ?? own.traceId, ...(before ? { before } : {}) };
          const emitted: PendingEvent[] = [];
          return { context: contextOf(whose, emitted, notShared), emitted };
        },
        add: (events) => void pending.push(...events),
        markCarried: (event) => void carried.add(event),
        guard: (wanted) => void (order = wanted),
      };
      const result = await act(
        contextOf(own, pending, () => {
          keeps = true;
        }),
        outbox,
      ).then(
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

  const run: UnitOfWork['run'] = async (actor, act, traceId = newTraceId()) => {
    for (let tried = 1; ; tried++) {
      try {
        return await attempt(actor, act, traceId);
      } catch (error) {
        if (tried === ATTEMPTS || !AGAIN.has((error as { code?: unknown }).code)) throw error;
      }
    }
  };

  return {
    run,
    runTogether: createTogether(run),
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
