// A new password: with the old one, or by a link of a letter (forgotten, first sign-in). All other sessions end (P11; ASVS 6.2, 7.4.3).
import { type Context, emitter } from '../../runtime/context.ts';
import {
  endSessions,
  findPersonById,
  fits,
  hashPassword,
  listPlaces,
  organisationById,
  type Person,
  savePassword,
} from '../enterprise/index.ts';
import type { AccountEvents } from './contract.ts';
import { openLink, spendLink } from './links.ts';
import { mustBePerson } from './own-sessions.ts';
import { refuse } from './refusals.ts';
import { LEAST_LENGTH, MOST_LENGTH, type PasswordFault, passwordFault } from './rules-password.ts';
import { endLinks } from './store.ts';
import { countFailure, forgetFailures, refuseDelayed, waitBefore } from './throttle.ts';

const emit = emitter<AccountEvents>();
const reasons: Readonly<Record<PasswordFault, { zh: string; en: string }>> = {
  'too-short': { zh: `少于 ${LEAST_LENGTH} 个字符`, en: `it has fewer than ${LEAST_LENGTH} characters` },
  'too-long': { zh: `多于 ${MOST_LENGTH} 个字符`, en: `it has more than ${MOST_LENGTH} characters` },
  common: { zh: '属于最常被猜到的密码', en: 'it is among those guessed first' },
  repetitive: { zh: '只是重复或键盘顺序', en: 'it only repeats itself or follows the keyboard' },
  context: { zh: '由账号、姓名、单位名等拼成', en: 'it is made of the account, the name or the organisation' },
};

export async function checkPassword(context: Context, person: Person, password: string): Promise<void> {
  const organisation = await organisationById(context, person.organisation_id);
  const known = [person.account, person.name, person.email ?? '', organisation?.name ?? '', organisation?.nameEn ?? ''];
  const fault = passwordFault(password, known);
  if (fault)
    throw refuse('PASSWORD_UNFIT', { reasonZh: reasons[fault].zh, reasonEn: reasons[fault].en, least: LEAST_LENGTH });
}

export async function changePassword(
  context: Context,
  given: { current: string; password: string; address: string },
): Promise<void> {
  const me = mustBePerson(context);
  const person = await findPersonById(context, me.id);
  if (!person) throw new Error(`session of nobody: ${me.id}`);
  await mustKnowPassword(context, person, given);
  await checkPassword(context, person, given.password);
  await savePassword(context, person.id, await hashPassword(given.password));
  await endSessions(context, { personId: person.id, except: me.sessionId });
  await endLinks(context, person.id, ['reset', 'first-sign-in']);
  await emit(context, 'password.changed', person.id, { personId: person.id, by: 'old-password' });
}

/** Whoever sits at an open browser may not guess the password either: it counts like a sign-in. */
export async function mustKnowPassword(
  context: Context,
  person: Person,
  given: { current: string; address: string },
): Promise<void> {
  const attempt = { account: person.account, address: given.address };
  context.keepIfRefused();
  const seconds = await waitBefore(context, attempt);
  if (seconds > 0) throw refuseDelayed(seconds);
  if (await fits(person.password_hash, given.current)) return forgetFailures(context, person.account);
  const { failures, until } = await countFailure(context, attempt);
  if (until) await emit(context, 'account.delayed', person.id, { personId: person.id, failures, until });
  throw refuse('PASSWORD_WRONG');
}

export async function setPasswordByLink(context: Context, given: { token: string; password: string }): Promise<void> {
  const link = await openLink(context, given.token, ['reset', 'first-sign-in']);
  const person = link.person_id ? await findPersonById(context, link.person_id) : undefined;
  if (!person || (await listPlaces(context, person.id)).length === 0) throw refuse('LINK_INVALID');
  // An unfit password leaves the link as it is.
  await checkPassword(context, person, given.password);
  await spendLink(context, link);
  await savePassword(context, person.id, await hashPassword(given.password));
  await endSessions(context, { personId: person.id });
  await endLinks(context, person.id, ['reset', 'first-sign-in']);
  await forgetFailures(context, person.account);
  await emit(context, 'password.changed', person.id, { personId: person.id, by: 'link' });
}
