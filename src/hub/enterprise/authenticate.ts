// Who calls: a session cookie or an API key becomes the actor of the request (P11, P12).
import { sha256Hex } from '../../kernel/digest.ts';
import { partnerDay } from '../../kernel/instant.ts';
import { type AuthorityId, isAuthority } from '../../kernel/party.ts';
import { leastDemand, rolesAfterFactors, stricter } from '../../runtime/identity/demand-factor.ts';
import type { Actor } from '../../runtime/context.ts';
import { fitsKey, type SignedRequest } from '../../runtime/http/signed-request.ts';
import {
  type ActorRow,
  findAccountActor,
  findSessionActor,
  listPersonActors,
  listSessionActors,
  listStaffOf,
} from './store.ts';
import { findKeyActor, findSigningKey, listKeyActors, spendNonce } from './store-keys.ts';
import type { Context } from '../../runtime/context.ts';

/** When it is, and whether this is a demonstration, which asks nobody for a second factor. */
type At = { readonly now: string; readonly mode: 'demo' | 'production' };
type Credentials = {
  readonly cookie: string | undefined;
  readonly bearer: string | undefined;
  readonly signed?: SignedRequest;
};
/** How far the signer's clock may be off, either way; a nonce is remembered for longer than a signature can be good. */
const SIGNED_WITHIN_MS = 5 * 60_000;
const NONCE_KEPT_MS = 3 * SIGNED_WITHIN_MS;

export async function authenticate(db: Context['db'], at: At, credentials: Credentials): Promise<Actor | undefined> {
  const { now } = at;
  if (credentials.signed) return authenticateSigned(db, now, credentials.signed);
  if (credentials.bearer) {
    const row = await findKeyActor(db, sha256Hex(credentials.bearer), now);
    return row && toProgram(row);
  }
  if (!credentials.cookie) return undefined;
  const row = await findSessionActor(db, sha256Hex(credentials.cookie), now);
  return row && toPerson(row, at);
}

/** Key, signature, time, and last of all the nonce: what was not signed by the key's owner uses up nothing. */
async function authenticateSigned(db: Context['db'], now: string, signed: SignedRequest): Promise<Actor | undefined> {
  const late = Math.abs(Date.parse(now) - signed.created * 1000) > SIGNED_WITHIN_MS;
  if (late || (signed.expires !== undefined && signed.expires * 1000 < Date.parse(now))) return undefined;
  const key = await findSigningKey(db, signed.keyId, now);
  if (!key?.public_keys.some((pem) => fitsKey(signed, pem))) return undefined;
  const fresh = await spendNonce(db, { key, nonce: signed.nonce, now, keepMs: NONCE_KEPT_MS });
  return fresh ? toProgram(key) : undefined;
}

/** The same for all live readers at once, in two questions however many they are. */
export async function authenticateAll(
  db: Context['db'],
  at: At,
  credentials: readonly Credentials[],
): Promise<(Actor | undefined)[]> {
  const { now } = at;
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
  const people = new Map(sessions.map((row) => [row.digest, toPerson(row, at)]));
  return given.map(({ key, session }) => (key ? programs.get(key) : session ? people.get(session) : undefined));
}

const toProgram = (row: ActorRow): Actor => toActor(row, row.roles.includes('partner-system') ? 'channel' : 'program');

/** By his session: what is asked of its organisation holds for it (ASVS 6.3.3). */
function toPerson(row: ActorRow, { now, mode }: At): Actor {
  const least = leastDemand(mode, row.kind, { today: partnerDay(now), startsOn: row.starts_on });
  const roles = rolesAfterFactors(row.roles, {
    demand: stricter(row.demand ?? 'optional', least),
    proven: row.proven ?? false,
  });
  return { ...toActor(row, 'person'), roles };
}

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
    ...(row.actions ? { onlyActions: row.actions } : {}),
    ...(row.channels ? { onlyChannels: row.channels } : {}),
    ...(row.session_id ? { sessionId: row.session_id } : {}),
  };
}
