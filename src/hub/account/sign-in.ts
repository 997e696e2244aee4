// A person signs in with account and password; the session token is random, stored only as a digest, and new at every sign-in (P11).
import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../../kernel/digest.ts';
import { plusMs } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import {
  endSessions,
  endSessionsBeyond,
  findPersonByName,
  fits,
  insertSession,
  listPlaces,
  type Person,
  removeOldSessions,
} from '../enterprise/index.ts';
import type { AccountEvents } from './contract.ts';
import { describeDevice } from './describe-device.ts';
import { refuse } from './refusals.ts';
import { judgeCode } from './second-factor.ts';
import { countFailure, forgetFailures, refuseDelayed, waitBefore } from './throttle.ts';

const emit = emitter<AccountEvents>();
const NOBODY = '00000000-0000-0000-0000-000000000000';
const SESSION_MS = 12 * 3_600_000;
const CLEARED_AT_ONCE = 20;

export type SignIn = {
  readonly account: string;
  readonly password: string;
  /** Of the authenticator, or a recovery code; absent at first. */
  readonly code?: string;
  readonly address: string;
  readonly userAgent: string | undefined;
};
export type Opened = { readonly token: string; readonly maxAgeSeconds: number };

export async function signIn(context: Context, given: SignIn): Promise<Opened> {
  const account = given.account.trim().toLowerCase();
  const attempt = { account, address: given.address };
  // What is counted stays counted although the sign-in is refused.
  context.keepIfRefused();
  const person = await findPersonByName(context, account);
  const refused = (because: AccountEvents['session.refused']['because']) =>
    emit(context, 'session.refused', person?.id ?? 'unknown-account', {
      ...(person ? { personId: person.id } : {}),
      because,
      address: given.address,
    });
  const seconds = await waitBefore(context, attempt);
  if (seconds > 0) {
    // Not even the right password is tried: its answer would say that it is right.
    await refused('delayed');
    throw refuseDelayed(seconds);
  }
  // Whoever works nowhere any more is like one who never was here.
  const places = await listPlaces(context, person?.id ?? NOBODY);
  const right = await fits(places.length > 0 ? person?.password_hash : undefined, given.password);
  const factor = person && right ? await judgeCode(context, person, given.code) : undefined;
  // Asked for only of whoever knows the password; not counted, because nothing was guessed.
  if (factor === 'needed') throw refuse('SECOND_FACTOR_NEEDED');
  if (!person || !right || factor === 'wrong') {
    await refused(factor === 'wrong' ? 'wrong-code' : person ? 'wrong-password' : 'unknown-account');
    const { failures, until } = await countFailure(context, attempt);
    if (until)
      await emit(context, 'account.delayed', person?.id ?? 'unknown-account', {
        ...(person ? { personId: person.id } : {}),
        failures,
        until,
      });
    throw factor === 'wrong' ? refuse('SECOND_FACTOR_WRONG') : refuse('SIGN_IN_REFUSED');
  }
  await forgetFailures(context, account);
  const organisationId = places[0]?.organisation_id ?? null;
  return openSession(context, person, { ...given, organisationId, factors: factor === 'right' ? 2 : 1 });
}

/** Beside each other; whoever signs in once more ends the one he has not used for longest (ASVS 7.1.2). */
const MOST_SESSIONS = 20;

/** A session is never carried over: whoever signs in on top of another one ends it (ASVS 7.2.4). */
export async function openSession(
  context: Context,
  person: Person,
  {
    address,
    userAgent,
    organisationId,
    factors,
    provider,
  }: Pick<SignIn, 'address' | 'userAgent'> & {
    organisationId: string | null;
    factors: 1 | 2;
    /** That said who it is; absent: the password did. */
    provider?: string;
  },
): Promise<Opened> {
  await signOut(context);
  const token = randomBytes(32).toString('base64url');
  const device = describeDevice(userAgent);
  await insertSession(context, {
    token_digest: sha256Hex(token),
    person_id: person.id,
    created_at: context.now,
    expires_at: plusMs(context.now, SESSION_MS),
    address,
    device,
    organisation_id: organisationId,
    second_factor_at: factors === 2 ? context.now : null,
  });
  const ended = await endSessionsBeyond(context, person.id, MOST_SESSIONS);
  if (ended > 0) await emit(context, 'session.revoked', person.id, { personId: person.id, count: ended });
  await removeOldSessions(context, CLEARED_AT_ONCE);
  await emit(context, 'session.opened', person.id, {
    personId: person.id,
    address,
    device,
    factors,
    ...(provider ? { provider } : {}),
  });
  return { token, maxAgeSeconds: SESSION_MS / 1000 };
}

export async function signOut(context: Context): Promise<void> {
  const { kind, id, sessionId } = context.actor;
  if (kind !== 'person' || !sessionId) return;
  await endSessions(context, { personId: id, only: sessionId });
  await emit(context, 'session.closed', id, { personId: id });
}
