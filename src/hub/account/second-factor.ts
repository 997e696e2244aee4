// The second factor of a person: enrolled with a first code, asked for at sign-in, every code once; recovery codes for a lost phone
// (P11; ASVS 6.5, 6.6; RFC 6238). Its absence is made up for by nothing: where the organisation asks for one, an account without it can
// only enrol.
import { createHmac, randomBytes } from 'node:crypto';
import QRCode from 'qrcode';
import { type Context, emitter } from '../../runtime/context.ts';
import { seal, sealKeysOf, unseal } from '../../runtime/identity/seal.ts';
import { markSecondFactor, type Person } from '../enterprise/index.ts';
import type { AccountEvents } from './contract.ts';
import { mustBePerson, mustHaveJustSignedIn, ownPerson } from './own-sessions.ts';
import { refuse } from './refusals.ts';
import { mustKnowPassword } from './set-password.ts';
import {
  confirmFactor,
  countRecoveryCodes,
  findFactor,
  insertRecoveryCodes,
  removeFactor,
  saveFactor,
  spendRecoveryCode,
  spendStep,
} from './store-factors.ts';
import { countFailure, forgetFailures, refuseDelayed, waitBefore } from './throttle.ts';
import { otpauthUri, stepOfCode, toBase32 } from './totp.ts';

const emit = emitter<AccountEvents>();
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

export const factorLabel = (personId: string): string => `second factor ${personId}`;
const secretOf = (context: Context, personId: string, sealed: string): Buffer =>
  Buffer.from(unseal(context.settings, factorLabel(personId), sealed), 'base64');
const secondsOf = (context: Context) => Date.parse(context.now) / 1000;
/** Keyed: fifty bits alone could be tried through by whoever has the table. */
const digestOf = (key: string, personId: string, code: string): string =>
  createHmac('sha256', key)
    .update(`recovery code\n${personId}\n${code.toLowerCase().replaceAll(/[\s-]/g, '')}`)
    .digest('base64url');

/** A new secret, shown now; it counts when a first code has come back. */
export async function beginEnrolment(
  context: Context,
  given: { current?: string; address: string },
): Promise<{ secret: string; uri: string; qr: string }> {
  const person = await ownPerson(context);
  // Whoever joined by an identity provider has no password to confirm: his sign-in must have been a moment ago.
  if (person.password_hash === '') await mustHaveJustSignedIn(context);
  else await mustKnowPassword(context, person, { current: '', ...given });
  if ((await findFactor(context, person.id))?.confirmed_at) throw refuse('SECOND_FACTOR_EXISTS');
  const secret = randomBytes(SECRET_BYTES);
  await saveFactor(context, person.id, seal(context.settings, factorLabel(person.id), secret.toString('base64')));
  const uri = otpauthUri(secret, person.account, 'Portico');
  return { secret: toBase32(secret), uri, qr: await QRCode.toDataURL(uri, { margin: 2, width: 220 }) };
}

export async function finishEnrolment(context: Context, code: string): Promise<{ recoveryCodes: string[] }> {
  const me = mustBePerson(context);
  const factor = await findFactor(context, me.id);
  if (!factor || factor.confirmed_at) throw refuse('SECOND_FACTOR_NONE_PENDING');
  const step = stepOfCode(secretOf(context, me.id, factor.sealed_secret), code, secondsOf(context), 0);
  if (step === undefined) throw refuse('SECOND_FACTOR_WRONG');
  await confirmFactor(context, me.id, step);
  await markSecondFactor(context, me.sessionId);
  await emit(context, 'second-factor.enrolled', me.id, { personId: me.id });
  return { recoveryCodes: await makeRecoveryCodes(context, me.id) };
}

async function makeRecoveryCodes(context: Context, personId: string): Promise<string[]> {
  const letter = () => LETTERS[randomBytes(1).readUInt8() % LETTERS.length];
  const codes = Array.from({ length: RECOVERY_CODES }, () => {
    const text = Array.from({ length: 10 }, letter).join('');
    return `${text.slice(0, 5)}-${text.slice(5)}`;
  });
  await insertRecoveryCodes(
    context,
    personId,
    codes.map((code) => digestOf(context.settings.sealKey, personId, code)),
  );
  return codes;
}

/** What of a sign-in is still missing, once the password was right. */
export async function judgeCode(
  context: Context,
  person: Pick<Person, 'id'>,
  code: string | undefined,
): Promise<'none-enrolled' | 'needed' | 'wrong' | 'right'> {
  const factor = await findFactor(context, person.id);
  if (!factor?.confirmed_at) return 'none-enrolled';
  if (code === undefined || code.trim() === '') return 'needed';
  const given = code.replaceAll(/\s/g, '');
  const step = stepOfCode(
    secretOf(context, person.id, factor.sealed_secret),
    given,
    secondsOf(context),
    factor.last_step,
  );
  if (step !== undefined) {
    await spendStep(context, person.id, step);
    return 'right';
  }
  // Codes cannot be made anew without the person, so those made under a key before are still taken.
  const digests = sealKeysOf(context.settings).map((key) => digestOf(key, person.id, given));
  if (!(await spendRecoveryCode(context, person.id, digests))) return 'wrong';
  await emit(context, 'recovery-code.used', person.id, {
    personId: person.id,
    left: await countRecoveryCodes(context, person.id),
  });
  return 'right';
}

/** Guesses at codes are counted by themselves: the right password before them must not make them forgotten. */
async function mustGiveCode(context: Context, person: Person, given: { code: string; address: string }): Promise<void> {
  const attempt = { account: `code of ${person.id}`, address: given.address };
  const seconds = await waitBefore(context, attempt);
  if (seconds > 0) throw refuseDelayed(seconds);
  if ((await judgeCode(context, person, given.code)) === 'right') return forgetFailures(context, attempt.account);
  const { failures, until } = await countFailure(context, attempt);
  if (until) await emit(context, 'account.delayed', person.id, { personId: person.id, failures, until });
  throw refuse('SECOND_FACTOR_WRONG');
}

/** With password and a code: whoever has only one of the two must not be able to take the other away. */
export async function dropFactor(
  context: Context,
  given: { current: string; code: string; address: string },
): Promise<void> {
  const person = await ownPerson(context);
  await mustKnowPassword(context, person, given);
  await mustGiveCode(context, person, given);
  await removeFactor(context, person.id);
  await emit(context, 'second-factor.removed', person.id, { personId: person.id });
}

export async function renewRecoveryCodes(
  context: Context,
  given: { current: string; code: string; address: string },
): Promise<{ recoveryCodes: string[] }> {
  const person = await ownPerson(context);
  await mustKnowPassword(context, person, given);
  await mustGiveCode(context, person, given);
  const recoveryCodes = await makeRecoveryCodes(context, person.id);
  await emit(context, 'recovery-codes.renewed', person.id, { personId: person.id });
  return { recoveryCodes };
}
