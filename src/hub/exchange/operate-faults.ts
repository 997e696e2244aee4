// Reactions of the flow that failed, for the port office: seen with their error, let go again (P3).
import { type Context, emitter } from '../../runtime/context.ts';
import { listFailures, releaseFailure } from '../../runtime/outbox/store.ts';
import { traceIdOf } from '../../runtime/telemetry/trace.ts';
import type { ExchangeEvents, FaultView } from './contract.ts';
import { refuse } from './refusals.ts';

const emit = emitter<ExchangeEvents>();

/** The oldest; what is behind them shows when they are gone. */
const SHOWN = 200;

export async function readFaults(context: Context): Promise<FaultView[]> {
  // What failed may be about no case at all, or one that is not the port office's to read: its error is.
  const rows = await context.beyondLock((open) => listFailures(open.db, SHOWN));
  return rows.map((row) => ({
    position: Number(row.position),
    event: row.type,
    subject: row.subject,
    occurredAt: row.occurred_at,
    reaction: row.reaction,
    attempts: row.attempts,
    error: row.last_error,
    parked: row.given_up,
    behind: Number(row.behind),
    ...(row.given_up ? {} : { nextAttemptAt: row.next_attempt_at }),
    ...(row.trace_id ? { traceId: traceIdOf(row.trace_id) } : {}),
  }));
}

export async function retryFault(context: Context, position: number, reaction: string): Promise<void> {
  if (!(await releaseFailure(context.db, position, reaction, context.now))) throw refuse('FAULT_UNKNOWN');
  await emit(context, 'reaction.released', String(position), { position, reaction });
}
