// A forgotten password: the answer is the same whether there is such an account or not (P11; ASVS 6.3.8, 6.4.3).
import { plusMs } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { findPersonByName } from '../enterprise/index.ts';
import { sendAccountLetter } from '../mail/index.ts';
import type { AccountEvents } from './contract.ts';
import { makeLink } from './links.ts';
import { countResets } from './store.ts';

const emit = emitter<AccountEvents>();
const HOUR_MS = 3_600_000;
/** So that nobody fills another's mailbox with our letters. */
const MOST_AN_HOUR = 3;

export async function requestReset(context: Context, name: string): Promise<void> {
  const person = await findPersonByName(context, name.trim().toLowerCase());
  const often = person ? (await countResets(context, person.id, plusMs(context.now, -HOUR_MS))) >= MOST_AN_HOUR : false;
  const known = person && person.email && !often ? person : undefined;
  // For an unknown account a link is made too, which opens nothing: the same work, the same time.
  const link = await makeLink(context, { purpose: 'reset', personId: known?.id ?? null });
  if (!known?.email) return;
  await sendAccountLetter(context, {
    to: known.email,
    about: link.id,
    subject: '重设密码 / Set a new password',
    lines: [
      `账号 ${known.account} 申请重设密码。请在 30 分钟内打开以下链接（仅可用一次）：`,
      `A new password was asked for, for account ${known.account}. Open this link within 30 minutes (it works once):`,
    ],
    link: link.url,
  });
  await emit(context, 'password.reset-requested', known.id, { personId: known.id });
}
