// A key for a partner's system to post its files with, bound to the organisation that runs the channel's far end (P12). The one before goes on beside
// it for a while, so that a far end on another node, or one that is just being started, is never without a key.
import type { Context } from '../../runtime/context.ts';
import { createApiKey, renewKey } from './manage-api-keys.ts';
import { findOrganisationByChannel } from './store.ts';
import { lockApiKeyNamed } from './store-keys.ts';

/** Longer than it takes to start all nodes one after the other. */
const OVERLAP_HOURS = 1;

/** Undefined where no organisation runs that channel. */
export async function issueChannelKey(context: Context, channelId: string, name: string): Promise<string | undefined> {
  const organisation = await findOrganisationByChannel(context, channelId);
  if (!organisation) return undefined;
  const known = await lockApiKeyNamed(context, organisation.id, name);
  const key = known
    ? await renewKey(context, known, { overlapHours: OVERLAP_HOURS })
    : await createApiKey(context, { name, organisationId: organisation.id, roles: ['partner-system'] });
  return key.secret;
}
