// Dead letters sent again many at once, by two persons (P3; exchange R25): one proposes which and why, another confirms. Confirmed
// however often, each goes once.
import { type Context, emitter } from '../../runtime/context.ts';
import { type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { channelById, documentName } from '../mapping/index.ts';
import type { BulkReplayState, BulkReplayView, ExchangeEvents } from './contract.ts';
import { refuse } from './refusals.ts';
import { requeueAll } from './replay-delivery.ts';
import {
  type BulkReplayRow,
  chooseDead,
  deleteBulkReplay,
  findBulkReplay,
  insertBulkReplay,
  lockBulkReplay,
  lockChosenDead,
  pageBulkReplays,
  updateBulkReplay,
} from './store-bulk-replays.ts';

const emit = emitter<ExchangeEvents>();
/** One transaction's worth; what is more is proposed again. */
const MOST = 2000;

export type Proposal = {
  readonly channel: string;
  readonly documentKind?: string;
  /** Deliveries made in this time: from, and before. */
  readonly since?: string;
  readonly until?: string;
  readonly reason: string;
};
export async function proposeBulkReplay(context: Context, proposal: Proposal): Promise<BulkReplayView> {
  const proposed = await proposeWhereDead(context, proposal);
  if (!proposed) throw refuse('NOTHING_TO_REPLAY');
  return proposed;
}

/** The same, and nothing where no dead letter fits. */
export async function proposeWhereDead(context: Context, proposal: Proposal): Promise<BulkReplayView | undefined> {
  requirePerson(context);
  const { channel } = proposal;
  if (!channelById(channel)) throw refuse('CHANNEL_UNKNOWN', { channel });
  const row: BulkReplayRow = {
    id: context.newId(),
    channel,
    document_kind: proposal.documentKind ?? null,
    since: proposal.since ?? null,
    until: proposal.until ?? null,
    reason: proposal.reason,
    count: 0,
    state: 'proposed',
    proposed_at: context.now,
    proposed_by_id: context.actor.id,
    proposed_by: context.actor.name,
    decided_at: null,
    decided_by: null,
    replayed: null,
  };
  await insertBulkReplay(context, row);
  const count = await chooseDead(context, row, MOST);
  if (count === 0) {
    await deleteBulkReplay(context, row.id);
    return undefined;
  }
  await updateBulkReplay(context, row.id, { count });
  await emit(context, 'bulk-replay.proposed', row.id, { bulkReplayId: row.id, channel, count, reason: row.reason });
  return toView(context, { ...row, count });
}

/** The second person's word. A second confirmation changes nothing and tells the same. */
export async function confirmBulkReplay(context: Context, id: string): Promise<BulkReplayView> {
  requirePerson(context);
  const row = await lockBulkReplay(context, id);
  if (!row) throw refuse('BULK_REPLAY_UNKNOWN');
  if (row.proposed_by_id === context.actor.id) throw refuse('BULK_REPLAY_NEEDS_SECOND_PERSON');
  if (row.state === 'withdrawn') throw refuse('BULK_REPLAY_WITHDRAWN');
  if (row.state === 'confirmed') return toView(context, row);
  const replayed = await requeueAll(context, await lockChosenDead(context, id));
  const decided = { state: 'confirmed', decided_at: context.now, decided_by: context.actor.name, replayed } as const;
  await updateBulkReplay(context, id, decided);
  await emit(context, 'bulk-replay.confirmed', id, { bulkReplayId: id, channel: row.channel, count: replayed });
  return toView(context, { ...row, ...decided });
}

/** By whoever proposed it, or by the second person who does not agree. */
export async function withdrawBulkReplay(context: Context, id: string): Promise<BulkReplayView> {
  const row = await lockBulkReplay(context, id);
  if (!row) throw refuse('BULK_REPLAY_UNKNOWN');
  if (row.state === 'confirmed') throw refuse('BULK_REPLAY_DONE');
  if (row.state === 'withdrawn') return toView(context, row);
  const decided = { state: 'withdrawn', decided_at: context.now, decided_by: context.actor.name } as const;
  await updateBulkReplay(context, id, decided);
  await emit(context, 'bulk-replay.withdrawn', id, { bulkReplayId: id, channel: row.channel });
  return toView(context, { ...row, ...decided });
}

export async function readBulkReplays(
  context: Context,
  query: PageQuery & { readonly state?: BulkReplayState },
): Promise<{ items: BulkReplayView[]; next?: string }> {
  const state = query.state ? { state: query.state } : {};
  const { rows, next } = await readPageOf(query, (page) => pageBulkReplays(context, { ...page, ...state }));
  return { items: rows.map((row) => toView(context, row)), ...next };
}
export async function readBulkReplay(context: Context, id: string): Promise<BulkReplayView> {
  const row = await findBulkReplay(context, id);
  if (!row) throw refuse('BULK_REPLAY_UNKNOWN');
  return toView(context, row);
}

/** A key is nobody: behind one of them the same person could stand twice. */
function requirePerson(context: Context): void {
  if (context.actor.kind !== 'person') throw refuse('BULK_REPLAY_NEEDS_PERSON');
}

const toView = (context: Context, row: BulkReplayRow): BulkReplayView => ({
  id: row.id,
  channel: row.channel,
  channelName: channelById(row.channel)?.name ?? { zh: row.channel, en: row.channel },
  reason: row.reason,
  count: row.count,
  state: row.state,
  proposedAt: row.proposed_at,
  proposedBy: row.proposed_by,
  mine: row.proposed_by_id === context.actor.id,
  ...(row.document_kind
    ? {
        documentName: documentName(row.document_kind) ?? {
          zh: row.document_kind,
          en: row.document_kind,
        },
      }
    : {}),
  ...(row.since ? { since: row.since } : {}),
  ...(row.until ? { until: row.until } : {}),
  ...(row.decided_at ? { decidedAt: row.decided_at } : {}),
  ...(row.decided_by ? { decidedBy: row.decided_by } : {}),
  ...(row.replayed === null ? {} : { replayed: row.replayed }),
});
