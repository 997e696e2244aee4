// Changes, pauses, resumes, deletes a subscription and renews its secret (M2; Standard Webhooks: rotation without a gap).
import { plusMs } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { seal } from '../../runtime/identity/seal.ts';
import { mustBeSound } from '../notices/index.ts';
import type { SubscriptionEvents, SubscriptionFilter, SubscriptionMade, SubscriptionView } from './contract.ts';
import { toSubscriptionView } from './read-subscriptions.ts';
import { type AddressCommand, keptAddress } from './folders.ts';
import { refuse } from './refusals.ts';
import { lockSubscription, removeSubscription, type SubscriptionRow, updateSubscription } from './store.ts';
import { aboutSubscription, checkEventTypes, makeSecret } from './subscribe.ts';

const emit = emitter<SubscriptionEvents>();

/** How long the secret before signs too. */
const OVERLAP_MS = 24 * 3_600_000;

export async function changeSubscription(
  context: Context,
  command: Partial<AddressCommand> & {
    readonly id: string;
    readonly name?: string;
    readonly eventTypes?: readonly string[];
    readonly filter?: SubscriptionFilter;
    readonly state?: 'active' | 'paused';
  },
): Promise<SubscriptionView> {
  const row = await own(context, command.id);
  const { url, key, hostKey, takesFiles } = command;
  // Whoever changes nothing of the address needs no right to file, and the folder keeps the rights it has.
  const moves =
    key !== undefined ||
    (url !== undefined && url !== row.url) ||
    (hostKey !== undefined && hostKey !== row.host_key) ||
    (takesFiles !== undefined && takesFiles !== row.takes_files);
  const address = moves ? keptAddress(context, row.id, { ...command, url: url ?? row.url }, row) : {};
  if (command.eventTypes) checkEventTypes(command.eventTypes);
  if (command.filter) mustBeSound([command.filter], 'filter');
  const change: Partial<SubscriptionRow> = {
    ...(command.name === undefined ? {} : { name: command.name }),
    ...address,
    ...(command.eventTypes ? { event_types: [...new Set(command.eventTypes)] } : {}),
    ...(command.filter ? { filter: command.filter } : {}),
    // Resuming forgives what went before; what waited goes out.
    ...(command.state === undefined ? {} : { state: command.state }),
    ...(command.state === 'active' ? { failing_since: null, disabled_because: null } : {}),
  };
  await updateSubscription(context, row.id, change);
  const fields = Object.keys(command).filter((field) => field !== 'id');
  await emit(context, 'subscription.changed', row.id, { ...aboutSubscription({ ...row, ...change }), fields });
  return toSubscriptionView({ ...row, ...change, waiting: 0 });
}

export async function deleteSubscription(context: Context, id: string): Promise<void> {
  const row = await own(context, id);
  await removeSubscription(context, id);
  await emit(context, 'subscription.deleted', id, aboutSubscription(row));
}

export async function renewSecret(context: Context, id: string): Promise<SubscriptionMade> {
  const row = await own(context, id);
  const secret = makeSecret();
  const change = {
    sealed_secret: seal(context.settings, id, secret),
    sealed_previous_secret: row.sealed_secret,
    previous_until: plusMs(context.now, OVERLAP_MS),
  };
  await updateSubscription(context, id, change);
  await emit(context, 'subscription.secret-renewed', id, aboutSubscription(row));
  return { ...toSubscriptionView({ ...row, ...change, waiting: 0 }), secret };
}

/** Somebody else's subscription is unknown, so that nothing leaks. */
export async function own(context: Context, id: string): Promise<SubscriptionRow> {
  const row = await lockSubscription(context, id, context.actor.organisationId ?? '');
  if (!row) throw refuse('SUBSCRIPTION_UNKNOWN');
  return row;
}
