// Sends due messages to their subscribers: a few at a time each, so that a dead or slow receiver delays nobody else; what a
// reader may not GET at that moment is not sent; no transaction is open while bytes travel (M2, R17).
import { plusMs } from '../../kernel/instant.ts';
import { type Context, emitter, portico } from '../../runtime/context.ts';
import { unseal } from '../../runtime/identity/seal.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import { readEvent } from '../../runtime/outbox/store.ts';
import type { AddressPolicy } from '../../runtime/transport/address-guard.ts';
import { guardedPost, type Posted, type PostOutcome } from '../../runtime/transport/guarded-post.ts';
import { createSender, wayOf } from '../../runtime/transport/open-transport.ts';
import type { PushBudget, Pusher } from '../../runtime/transport/transport.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { actorOfOrganisation } from '../enterprise/index.ts';
import { viewEvent } from '../notices/index.ts';
import { addressPolicy } from './address-policy.ts';
import type { SubscriptionEvents } from './contract.ts';
import { decideMessage } from './decide-message.ts';
import { isFolder, openKey } from './folders.ts';
import { TEST_TYPE } from './replay-messages.ts';
import { signMessage } from './sign-message.ts';
import {
  claimMessages,
  endAttempt,
  findSubscription,
  type MessageRow,
  type SubscriptionRow,
  updateSubscription,
} from './store.ts';

const emit = emitter<SubscriptionEvents>();
const PER_SUBSCRIPTION = 4;
const TIMEOUT_MS = 15_000;
const folderBudget: PushBudget = {
  connections: PER_SUBSCRIPTION,
  requestBytes: 8 * 1024 * 1024,
  answerBytes: 0,
  connectMs: 5000,
  firstByteMs: 5000,
  totalMs: TIMEOUT_MS,
};

export type DeliverMessagesOptions = {
  readonly unitOfWork: UnitOfWork;
  readonly random: () => number;
  readonly onFault: (error: unknown) => void;
};

export function createMessageDelivery({ unitOfWork, random, onFault }: DeliverMessagesOptions): Loop {
  const underWay = new Map<string, Set<Promise<void>>>();
  const folders = new Map<AddressPolicy, Pusher>();

  const loop = createLoop({
    name: 'subscription messages',
    pollMs: 1000,
    onFault,
    step: async () => {
      const busy = [...underWay].filter(([, sends]) => sends.size > 0).map(([id]) => id);
      const claimed = await unitOfWork.run(portico, (context) =>
        claimMessages(context, { perSubscription: PER_SUBSCRIPTION, busy, leaseMs: TIMEOUT_MS * 2 }),
      );
      for (const message of claimed) {
        const sends = underWay.get(message.subscription_id) ?? new Set();
        underWay.set(message.subscription_id, sends);
        const sending: Promise<void> = send(message)
          .catch(onFault)
          .finally(() => {
            sends.delete(sending);
            if (sends.size === 0) loop.wake();
          });
        sends.add(sending);
      }
      return claimed.length > 0;
    },
  });

  async function send(message: MessageRow): Promise<void> {
    const sent = await post(message);
    await unitOfWork.run(portico, async (context) => {
      if (sent.withheld) {
        await endAttempt(context, message, { state: 'withheld', attempts: message.attempts, detail: sent.detail });
        return;
      }
      const subscription = await findSubscription(context, message.subscription_id);
      if (!subscription) return;
      const failingSince = subscription.failing_since ?? context.now;
      const decision = decideMessage({
        status: sent.status,
        attempt: message.attempts + 1,
        failingForMs: Date.parse(context.now) - Date.parse(failingSince),
        jitter: random(),
      });
      const stands = await endAttempt(context, message, {
        state: decision.state,
        attempts: message.attempts + 1,
        detail: sent.detail,
        ...(decision.waitMs === undefined ? {} : { nextAttemptAt: plusMs(context.now, decision.waitMs) }),
      });
      if (stands) await noteHealth(context, subscription, failingSince, decision);
    });
  }

  /** Who may see what is asked when the receiver is connected, not when the message's turn came (R17). */
  async function post(message: MessageRow): Promise<PostOutcome> {
    const ask = <T>(act: (context: Context) => Promise<T>) => unitOfWork.read(portico, act);
    const to = await ask(async (context) => ({
      subscription: await findSubscription(context, message.subscription_id),
      policy: addressPolicy(context.settings),
    }));
    if (!to.subscription) return { detail: 'SUBSCRIPTION_GONE', withheld: true };
    if (isFolder(to.subscription.url)) return layDown(message, to.subscription, to.policy);
    return guardedPost({
      url: to.subscription.url,
      timeoutMs: TIMEOUT_MS,
      policy: to.policy,
      prepare: () => ask((context) => prepare(context, message)),
    });
  }

  /**
   * Into an SFTP folder or a NATS stream (N12). A folder gets message and signature as one file, a stream the signature in the heads, as a webhook
   * has it. Who may see it is asked just before the way is opened.
   */
  async function layDown(message: MessageRow, row: SubscriptionRow, policy: AddressPolicy): Promise<PostOutcome> {
    const { posted, key } = await unitOfWork.read(portico, async (context) => ({
      posted: await prepare(context, message),
      key: openKey(context, row),
    }));
    if (!posted) return { detail: 'NOT_VISIBLE', withheld: true };
    const { 'content-type': _type, 'user-agent': _agent, ...signed } = posted.headers;
    const sender = folders.get(policy) ?? createSender(folderBudget, { policy });
    folders.set(policy, sender);
    const { outcome, detail } = await sender.push({
      url: row.url,
      ...(key === undefined ? {} : { key }),
      ...(row.host_key ? { hostKey: row.host_key } : {}),
      ...(wayOf(row.url) === 'nats'
        ? { bytes: Buffer.from(posted.body), headers: signed }
        : { bytes: Buffer.from(JSON.stringify({ ...signed, body: posted.body })) }),
      contentType: 'application/json',
      messageId: message.id,
      kind: message.event_type,
      fileName: 'message.json',
    });
    return outcome === 'delivered' ? { status: 200, detail } : { detail };
  }

  return {
    ...loop,
    stop: async () => {
      await loop.stop();
      await Promise.all([...underWay.values()].flatMap((sends) => [...sends]));
      for (const sender of folders.values()) sender.close();
    },
  };
}

/** Undefined where the subscription is gone or its organisation may not see the event any more. */
async function prepare(context: Context, message: MessageRow): Promise<Posted | undefined> {
  const subscription = await findSubscription(context, message.subscription_id);
  const actor = subscription && (await actorOfOrganisation(context, subscription.organisation_id));
  const body = actor && (await bodyOf({ ...context, actor }, message));
  if (!subscription || body === undefined) return undefined;
  const timestamp = Math.floor(Date.parse(context.now) / 1000);
  const signed = signMessage({ id: message.id, timestamp, body, secrets: secretsOf(context, subscription) });
  return { body, headers: { 'content-type': 'application/json', 'user-agent': 'Portico', ...signed } };
}

/** Exactly what the same organisation would GET about the event now; undefined where that is nothing. */
async function bodyOf(context: Context, message: MessageRow): Promise<string | undefined> {
  if (message.body !== null) return message.body;
  if (message.event_type === TEST_TYPE)
    return JSON.stringify({ type: TEST_TYPE, timestamp: message.created_at, data: { messageId: message.id } });
  const event = await readEvent(context.db, message.position);
  const data = event && (await viewEvent(context, event));
  return data && JSON.stringify({ type: event.type, timestamp: event.occurredAt, data });
}

function secretsOf(context: Context, row: SubscriptionRow): string[] {
  const secrets = [unseal(context.settings, row.id, row.sealed_secret)];
  if (row.sealed_previous_secret && row.previous_until && new Date(context.now) < new Date(row.previous_until))
    secrets.push(unseal(context.settings, row.id, row.sealed_previous_secret));
  return secrets;
}

async function noteHealth(
  context: Context,
  subscription: SubscriptionRow,
  failingSince: string,
  decision: ReturnType<typeof decideMessage>,
): Promise<void> {
  if (decision.state === 'delivered')
    return void (await updateSubscription(context, subscription.id, {
      last_success_at: context.now,
      failing_since: null,
    }));
  await updateSubscription(context, subscription.id, {
    failing_since: failingSince,
    ...(decision.disable ? { state: 'disabled' as const, disabled_because: decision.disable } : {}),
  });
  if (decision.disable)
    await emit(context, 'subscription.disabled', subscription.id, {
      subscriptionId: subscription.id,
      organisationId: subscription.organisation_id,
      because: decision.disable,
    });
}
