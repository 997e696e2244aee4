// An organisation asks to be told of events at an address of its own; the secret that signs is shown once (M2).
import { randomBytes } from 'node:crypto';
import { type Context, emitter } from '../../runtime/context.ts';
import { seal } from '../../runtime/identity/seal.ts';
import { eventTypes, mustBeSound } from '../notices/index.ts';
import type { SubscriptionEvents, SubscriptionFilter, SubscriptionMade } from './contract.ts';
import { type AddressCommand, keptAddress } from './folders.ts';
import { toSubscriptionView } from './read-subscriptions.ts';
import { refuse } from './refusals.ts';
import { SECRET_PREFIX } from './sign-message.ts';
import { countForAdding, insertSubscription, type SubscriptionRow } from './store.ts';

const emit = emitter<SubscriptionEvents>();
const MOST = 20;
/** Within the 24–64 bytes of the specification. */
const SECRET_BYTES = 32;

export async function subscribe(
  context: Context,
  command: AddressCommand & {
    readonly name: string;
    readonly eventTypes: readonly string[];
    readonly filter?: SubscriptionFilter;
  },
): Promise<SubscriptionMade> {
  const organisationId = context.actor.organisationId ?? '';
  const id = context.newId();
  const address = keptAddress(context, id, command);
  checkEventTypes(command.eventTypes);
  mustBeSound([command.filter ?? {}], 'filter');
  if ((await countForAdding(context, organisationId)) >= MOST) throw refuse('SUBSCRIPTION_TOO_MANY', { limit: MOST });
  const secret = makeSecret();
  const row: SubscriptionRow = {
    id,
    organisation_id: organisationId,
    name: command.name,
    ...address,
    event_types: [...new Set(command.eventTypes)],
    filter: command.filter ?? null,
    state: 'active',
    sealed_secret: seal(context.settings, id, secret),
    sealed_previous_secret: null,
    previous_until: null,
    failing_since: null,
    last_success_at: null,
    disabled_because: null,
    created_at: context.now,
    created_by: context.actor.name,
  };
  await insertSubscription(context, row);
  await emit(context, 'subscription.made', id, { ...aboutSubscription(row), eventTypes: row.event_types });
  return { ...toSubscriptionView({ ...row, waiting: 0 }), secret };
}

export const aboutSubscription = (row: Pick<SubscriptionRow, 'id' | 'organisation_id' | 'url'>) => ({
  subscriptionId: row.id,
  organisationId: row.organisation_id,
  host: new URL(row.url).host,
});

export const makeSecret = (): string => `${SECRET_PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;

export function checkEventTypes(types: readonly string[]): void {
  const unknown = types.find((type) => !eventTypes.includes(type));
  if (unknown !== undefined) throw refuse('SUBSCRIPTION_EVENT_UNKNOWN', { type: unknown });
}
