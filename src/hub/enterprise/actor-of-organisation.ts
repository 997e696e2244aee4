// The actor that stands for an organisation itself, for what Portico does in its name: it may see what the organisation may
// see and do nothing (no roles).
import { isAuthority } from '../../kernel/party.ts';
import type { Actor, Context } from '../../runtime/context.ts';
import { findOrganisation } from './store.ts';

export async function actorOfOrganisation(context: Context, organisationId: string): Promise<Actor | undefined> {
  const row = await findOrganisation(context, organisationId);
  if (!row) return undefined;
  return {
    kind: 'program',
    id: row.id,
    name: row.name,
    organisationId: row.id,
    organisationKind: row.kind,
    ...(row.authority && isAuthority(row.authority) ? { authority: row.authority } : {}),
    ...(row.channel_id ? { channelId: row.channel_id } : {}),
    roles: [],
  };
}
