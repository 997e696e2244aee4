// A person's own account: what it is, and the address that letters about it go to, confirmed by its link (P11).
import { type Context, emitter } from '../../runtime/context.ts';
import { saveEmail } from '../enterprise/index.ts';
import { plainAddress, sendAccountLetter } from '../mail/index.ts';
import type { AccountEvents, AccountView } from './contract.ts';
import { makeLink, openLink, spendLink } from './links.ts';
import { ownPerson } from './own-sessions.ts';
import { refuse } from './refusals.ts';
import { mustKnowPassword } from './set-password.ts';
import { countRecoveryCodes, hasFactor } from './store-factors.ts';

const emit = emitter<AccountEvents>();

export async function readAccount(context: Context): Promise<AccountView> {
  const person = await ownPerson(context);
  return {
    account: person.account,
    name: person.name,
    ...(person.email ? { email: person.email } : {}),
    ...(person.password_changed_at ? { passwordChangedAt: person.password_changed_at } : {}),
    secondFactor: {
      enrolled: await hasFactor(context, person.id),
      recoveryCodesLeft: await countRecoveryCodes(context, person.id),
    },
    hasPassword: person.password_hash !== '',
    mailAvailable: context.settings.mailFrom !== undefined,
  };
}

/** With the password: whoever finds an open browser must not be able to have the reset letters sent to himself. */
export async function requestAddress(
  context: Context,
  given: { email: string; current: string; address: string },
): Promise<void> {
  const person = await ownPerson(context);
  const email = plainAddress(given.email.trim())?.toLowerCase();
  if (!email) throw refuse('EMAIL_INVALID', { address: given.email.slice(0, 100) });
  if (!context.settings.mailFrom) throw refuse('EMAIL_NOT_AVAILABLE');
  await mustKnowPassword(context, person, given);
  const link = await makeLink(context, { purpose: 'address', personId: person.id, about: { email } });
  await sendAccountLetter(context, {
    to: email,
    about: link.id,
    subject: '请确认邮箱 / Confirm your address',
    lines: [
      `账号 ${person.account} 以此邮箱接收账号通知（如重设密码）。请登录后在 24 小时内打开以下链接确认：`,
      `Account ${person.account} wants letters about the account (a forgotten password) at this address. Sign in and open this link within 24 hours:`,
    ],
    link: link.url,
  });
}

/** Only whoever is signed in as the person who asked. */
export async function confirmEmail(context: Context, token: string): Promise<AccountView> {
  const person = await ownPerson(context);
  const link = await openLink(context, token, ['address']);
  const { email } = link.about;
  if (link.person_id !== person.id || typeof email !== 'string') throw refuse('LINK_INVALID');
  await spendLink(context, link);
  if (!(await saveEmail(context, person.id, email))) throw refuse('LINK_INVALID');
  await emit(context, 'account.addressed', person.id, { personId: person.id });
  return readAccount(context);
}
