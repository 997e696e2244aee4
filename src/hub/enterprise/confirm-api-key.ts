// The second person's word on a key of the port office (R25: two persons for a change of keys): the security administrator, who made none.
import { type Context, emitter } from '../../runtime/context.ts';
import type { ApiKeyView, EnterpriseEvents } from './contract.ts';
import { toKeyView } from './manage-api-keys.ts';
import { refuse } from './refusals.ts';
import { decideApiKey, listWaitingKeys, lockApiKey } from './store-keys.ts';

const emit = emitter<EnterpriseEvents>();

export const readWaitingKeys = async (context: Context): Promise<ApiKeyView[]> =>
  (await listWaitingKeys(context, context.actor.organisationId ?? '')).map((row) => toKeyView(context, row));

/** Confirmed again it stays as it is; what is refused is revoked. */
export async function confirmApiKey(context: Context, id: string, accepted: boolean): Promise<void> {
  if (context.actor.kind !== 'person') throw refuse('API_KEY_NEEDS_PERSON');
  const organisationId = context.actor.organisationId ?? '';
  const row = await lockApiKey(context, id, organisationId);
  if (!row) throw refuse('API_KEY_UNKNOWN');
  // His roles before: whoever made it as an operator does not confirm it as something else.
  if (row.made_by === context.actor.id) throw refuse('API_KEY_NEEDS_SECOND_PERSON');
  if (row.waits_since === null) return;
  await decideApiKey(
    context,
    id,
    accepted ? { waits_since: null, confirmed_by: context.actor.name } : { revoked_at: context.now },
  );
  if (accepted) await emit(context, 'api-key.confirmed', id, { keyId: id, organisationId });
  else await emit(context, 'api-key.revoked', id, { keyId: id, organisationId });
}
