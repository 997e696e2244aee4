// Who calls: a session cookie or an API key becomes the actor of the request (P11, P12).
import { sha256Hex } from '../../kernel/digest.ts';
import { partnerDay } from '../../kernel/instant.ts';
import { type AuthorityId, isAuthority } from '../../kernel/party.ts';
import type { Actor } from '../../runtime/context.ts';
import {
  type ActorRow,
  findAccountActor,
  findKeyActor,
  findSessionActor,
  listKeyActors,
  listPersonActors,
  listSessionActors,
  listStaffOf,
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
  // Many streams of one reader carry the same credentials: each is digested once.
  const digests = new Map<string, string>();
  const digestOf = (secret: string): string => {
    const known = digests.get(secret) ?? sha256Hex(secret);
    digests.set(secret, known);
    return known;
  };
  const given = credentials.map(({ bearer, cookie }) => ({
    key: bearer ? digestOf(bearer) : undefined,
    session: !bearer && cookie ? digestOf(cookie) : undefined,
  }));
  const named = (all: readonly (string | undefined)[]) => [...new Set(all.filter((d) => d !== undefined))];
  const keys = await listKeyActors(db, named(given.map((g) => g.key)), now);
  const sessions = await listSessionActors(db, named(given.map((g) => g.session)), now);
  const programs = new Map(keys.map((row) => [row.digest, toProgram(row)]));
  const people = new Map(sessions.map((row) => [row.digest, toActor(row, 'person')]));
  return given.map(({ key, session }) => (key ? programs.get(key) : session ? people.get(session) : undefined));
}

const toProgram = (row: ActorRow): Actor => toActor(row, row.roles.includes('partner-system') ? 'channel' : 'program');

/** People as they are now: their roles and organisation of this moment. Whoever is gone is not among them. */
export const actorsOfPeople = async (context: Context, personIds: readonly string[]): Promise<Actor[]> =>
  (await listPersonActors(context.db, personIds)).map((row) => toActor(row, 'person'));

/** Everybody who may have to be told what happens to cases of these owners and filers. */
export const staffConcerned = async (context: Context, organisationIds: readonly string[]): Promise<Actor[]> =>
  (await listStaffOf(context.db, organisationIds, partnerDay(context.now))).map((row) => toActor(row, 'person'));

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
