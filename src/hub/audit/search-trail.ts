// The audit trail as the auditor searches it: by who, for whom, what, about what, when; newest first, paged by position. A page goes through
// so many events at the most and says how far back it looked; the next one goes on from there. The search is an event itself.
import { type Context, emitter, receiptOf } from '../../runtime/context.ts';
import { traceIdOf } from '../../runtime/telemetry/trace.ts';
import { tellEvent } from '../notices/index.ts';
import type { AuditEvents, TrailEntry, TrailPage } from './contract.ts';
import { findRange } from './find-range.ts';
import { refuse } from './refusals.ts';
import { eventFrom, positionBelow, readTrail, type TrailFilter, type TrailRow } from './store-trail.ts';

const emit = emitter<AuditEvents>();
const WINDOW = 1000;
const MOST_WINDOWS = 50;
const USUAL = 50;

export async function searchTrail(
  context: Context,
  query: TrailFilter & { readonly after?: string; readonly limit?: number },
): Promise<TrailPage> {
  const { after, limit = USUAL, ...filter } = query;
  mustBeRange(filter);
  if (after === undefined) await emit(context, 'audit.trail-read', context.actor.id, { wanted: wantedText(filter) });
  // The whole trail is nobody's own; that the reader may have all of it says the policy table.
  return context.beyondLock((open) => walk(open, filter, { limit, ...(after ? { before: Number(after) } : {}) }));
}

async function walk(
  context: Context,
  filter: TrailFilter,
  { before, limit }: { readonly before?: number; readonly limit: number },
): Promise<TrailPage> {
  const range = await findRange(context, filter);
  let below = Math.min(before ?? Number.MAX_SAFE_INTEGER, range.last + 1);
  const found: TrailRow[] = [];
  for (let windows = 0; windows < MOST_WINDOWS && below > range.first && found.length <= limit; windows++) {
    const least = Math.max(range.first, below - WINDOW);
    const seen = await readTrail(context, filter, { least, before: below, limit: limit + 1 - found.length });
    found.push(...seen);
    // Restores leave wide gaps in the positions: they are stepped over.
    below = seen.length > 0 ? least : Math.min(least, (await positionBelow(context, least)) + 1);
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  if (found.length > limit && last) return { items: page.map(toEntry), next: String(last.position) };
  if (below <= range.first) return { items: page.map(toEntry) };
  const at = (await eventFrom(context, below))?.occurred_at;
  return { items: page.map(toEntry), next: String(below), ...(at ? { lookedBackTo: at } : {}) };
}

export function mustBeRange({ from, to }: { readonly from?: string; readonly to?: string }): void {
  if (from && to && Date.parse(from) >= Date.parse(to)) throw refuse('AUDIT_RANGE_EMPTY', { from, to });
}
export const wantedText = (filter: object): string =>
  Object.entries(filter)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

function toEntry(row: TrailRow): TrailEntry {
  const text = tellEvent(
    {
      position: row.position,
      id: row.id,
      type: row.type,
      subject: row.subject,
      payload: row.payload,
      occurredAt: row.occurred_at,
      actor: row.actor,
    },
    false,
  )?.text;
  const { kind, id, name, organisationId } = row.actor;
  return {
    position: row.position,
    receiptId: receiptOf(row.subject, row.id),
    type: row.type,
    ...(text?.zh ? { text } : {}),
    subject: row.subject,
    at: row.occurred_at,
    by: { kind, id, name, ...(organisationId ? { organisationId } : {}) },
    ...(row.trace_id ? { traceId: traceIdOf(row.trace_id) } : {}),
    content: JSON.stringify(row.payload),
  };
}
