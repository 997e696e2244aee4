// Who calls: a session cookie or an API key becomes the actor of the request (P11, P12).
import { sha256Hex } from '../../kernel/digest.ts';
import { type AuthorityId, isAuthority } from '../../kernel/party.ts';
import type { Actor } from '../../runtime/context.ts';
import { type ActorRow, findKeyActor, findSessionActor } from './store.ts';
import type { Context } from '../../runtime/context.ts';

export async function authenticate(
  db: Context['db'],
  now: string,
  credentials: { readonly cookie: string | undefined; readonly bearer: string | undefined },
): Promise<Actor | undefined> {
  if (credentials.bearer) {
    const row = await findKeyActor(db, sha256Hex(credentials.bearer), now);
    return row && toActor(row, row.roles.includes('partner-system') ? 'channel' : 'program');
  }
  if (!credentials.cookie) return undefined;
  const row = await findSessionActor(db, sha256Hex(credentials.cookie), now);
  return row && toActor(row, 'person');
}

function toActor(row: ActorRow, kind: Actor['kind']): Actor {
  return {
    kind,
    id: row.id,
    name: row.name,
    organisationId: row.organisation_id,
    organisationKind: row.kind,
    ...(row.authority && isAuthority(row.authority) ? { authority: row.authority as AuthorityId } : {}),
    ...(row.channel_id ? { channelId: row.channel_id } : {}),
    roles: row.roles,
  };
}
