// The organisation's subscriptions and what went to them.
import type { Context } from '../../runtime/context.ts';
import type { MessageState, MessageView, SubscriptionView } from './contract.ts';
import { refuse } from './refusals.ts';
import { findSubscription, listMessages, listSubscriptions, type MessageRow, type SubscriptionRow } from './store.ts';

const PAGE = 50;

export const readSubscriptions = async (context: Context): Promise<SubscriptionView[]> =>
  (await listSubscriptions(context, context.actor.organisationId ?? '')).map(toSubscriptionView);

export async function readMessages(
  context: Context,
  query: { readonly id: string; readonly state?: MessageState; readonly after?: string; readonly limit?: number },
): Promise<{ items: MessageView[]; next?: string }> {
  const row = await findSubscription(context, query.id);
  if (!row || row.organisation_id !== context.actor.organisationId) throw refuse('SUBSCRIPTION_UNKNOWN');
  const limit = query.limit ?? PAGE;
  const rows = await listMessages(context, {
    subscriptionId: row.id,
    limit: limit + 1,
    ...(query.state ? { state: query.state } : {}),
    ...(query.after ? { before: Number(query.after) } : {}),
  });
  const items = rows.slice(0, limit).map(toMessageView);
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last ? { next: String(last.seq) } : {}) };
}

export const toSubscriptionView = (row: SubscriptionRow & { waiting: number }): SubscriptionView => ({
  id: row.id,
  name: row.name,
  url: row.url,
  eventTypes: row.event_types,
  filter: row.filter ?? {},
  state: row.state,
  createdAt: row.created_at,
  createdBy: row.created_by,
  waiting: row.waiting,
  takesFiles: row.takes_files,
  ...(row.host_key ? { hostKey: row.host_key } : {}),
  ...(row.last_success_at ? { lastSuccessAt: row.last_success_at } : {}),
  ...(row.failing_since ? { failingSince: row.failing_since } : {}),
  ...(row.disabled_because ? { disabledBecause: row.disabled_because } : {}),
  ...(row.previous_until ? { previousSecretUntil: row.previous_until } : {}),
});

const toMessageView = (row: MessageRow): MessageView => ({
  id: row.id,
  seq: Number(row.seq),
  eventType: row.event_type,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.created_at,
  ...(row.state === 'queued' ? { nextAttemptAt: row.next_attempt_at } : {}),
  ...(row.delivered_at ? { deliveredAt: row.delivered_at } : {}),
  ...(row.last_detail ? { lastDetail: row.last_detail } : {}),
});
