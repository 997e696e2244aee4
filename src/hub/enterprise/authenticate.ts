// Who calls: a session cookie or an API key becomes the actor of the request (P11, P12).
import { sha256Hex } from '../../kernel/digest.ts';
import { type AuthorityId, isAuthority } from '../../kernel/party.ts';
import type { Actor } from '../../runtime/context.ts';
import {
  type ActorRow,
  findAccountActor,
  findKeyActor,
  findSessionActor,
  listKeyActors,
  listSessionActors,
} from './store.ts';
import type { Context } from '../../runtime/context.ts';

type Credentials = { readonly cookie: string | undefined; readonly bearer: string | undefined };

export async function authenticate(
  db: Context['db'],
  now: string,
  credentials: Credentials,
): Promise<Actor | undefined> {
  if (credentials.bearer) {
    const row = await findKeyActor(db, sha256Hex(credentials.bearer), now);
    return row && toProgram(row);
  }
  if (!credentials.cookie) return undefined;
  const row = await findSessionActor(db, sha256Hex(credentials.cookie), now);
  return row && toActor(row, 'person');
}

/** The same for all live readers at once, in two questions however many they are. */
export async function authenticateAll(
  db: Context['db'],
  now: string,
  credentials: readonly Credentials[],
): Promise<(Actor | undefined)[]> {
  const digests = (pick: (c: Credentials) => string | undefined) => [
    ...new Set(credentials.flatMap((c) => (pick(c) === undefined ? [] : [sha256Hex(pick(c) ?? '')]))),
  ];
  const keys = await listKeyActors(
    db,
    digests((c) => c.bearer),
    now,
  );
  const sessions = await listSessionActors(
    db,
    digests((c) => (c.bearer ? undefined : c.cookie)),
    now,
  );
  return credentials.map((c) => {
    const key = c.bearer ? keys.find((row) => row.digest === sha256Hex(c.bearer ?? '')) : undefined;
    if (c.bearer) return key && toProgram(key);
    const session = c.cookie ? sessions.find((row) => row.digest === sha256Hex(c.cookie ?? '')) : undefined;
    return session && toActor(session, 'person');
  });
}

const toProgram = (row: ActorRow): Actor => toActor(row, row.roles.includes('partner-system') ? 'channel' : 'program');

/** The actor of a demo account, for the demo week only: nobody has to sign in to play a part. */
export async function actorOfAccount(context: Context, account: string): Promise<Actor> {
  const row = context.settings.mode === 'demo' ? await findAccountActor(context.db, account) : undefined;
  if (!row) throw new Error(`no demo account ${account}`);
  return toActor(row, 'person');
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
