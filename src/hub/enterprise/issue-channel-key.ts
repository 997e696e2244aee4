// A key for a partner's system to post its files with, bound to the organisation that runs the channel's far end (P12).
import type { Context } from '../../runtime/context.ts';
import { createApiKey } from './manage-api-keys.ts';
import { findOrganisationByChannel } from './store.ts';
import { revokeApiKeysNamed } from './store-keys.ts';

/** Undefined where no organisation runs that channel. */
export async function issueChannelKey(context: Context, channelId: string, name: string): Promise<string | undefined> {
  const organisation = await findOrganisationByChannel(context, channelId);
  if (!organisation) return undefined;
  // The key of an earlier start is of no use to anybody: its secret is gone.
  await revokeApiKeysNamed(context, organisation.id, name);
  const key = await createApiKey(context, { name, organisationId: organisation.id, roles: ['partner-system'] });
  return key.secret;
}
