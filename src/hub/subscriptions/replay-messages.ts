// Sends again what ended: one message, or everything since an instant (the receiver lost its disk); and a test message.
import { type Context, emitter } from '../../runtime/context.ts';
import { own } from './change-subscription.ts';
import type { SubscriptionEvents } from './contract.ts';
import { refuse } from './refusals.ts';
import { insertMessages, requeueMessages } from './store.ts';
import { aboutSubscription } from './subscribe.ts';

const emit = emitter<SubscriptionEvents>();

export const TEST_TYPE = 'subscription.test';

export async function replayMessages(
  context: Context,
  command: { readonly id: string; readonly messageId?: string; readonly since?: string },
): Promise<{ replayed: number }> {
  const row = await own(context, command.id);
  const replayed = await requeueMessages(context, {
    subscriptionId: row.id,
    ...(command.messageId ? { messageId: command.messageId } : {}),
    ...(command.since ? { since: command.since } : {}),
  });
  if (command.messageId && replayed === 0) throw refuse('SUBSCRIPTION_MESSAGE_UNKNOWN');
  await emit(context, 'subscription.replayed', row.id, { ...aboutSubscription(row), count: replayed });
  return { replayed };
}

export async function sendTest(context: Context, id: string): Promise<{ messageId: string }> {
  const row = await own(context, id);
  if (row.state !== 'active') throw refuse('SUBSCRIPTION_NOT_ACTIVE');
  const messageId = context.newId();
  await insertMessages(context, [{ id: messageId, subscription_id: id, position: 0, event_type: TEST_TYPE }]);
  await emit(context, 'subscription.tested', id, aboutSubscription(row));
  return { messageId };
}
