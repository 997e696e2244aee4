// A letter as it may go out at this moment: its person as he is now, what he may see now; undefined where that is nothing (R17).
import type { Context } from '../../runtime/context.ts';
import { readEventsAt } from '../../runtime/outbox/store.ts';
import type { Letter } from '../../runtime/transport/smtp.ts';
import { actorsOfPeople } from '../enterprise/index.ts';
import { lookAtEvents } from '../notices/index.ts';
import { openAccountLetter } from './send-account-letter.ts';
import { slotOfConfirmation } from './set-address.ts';
import { CONFIRM_HOURS, confirmationToken, unsubscribeToken } from './follow-link.ts';
import { type AddressRow, findAddress, type LetterRow } from './store.ts';
import { type Line, type Words, writeConfirmation, writeNotices } from './write-letter.ts';

export async function prepareLetter(context: Context, letter: LetterRow): Promise<Letter | undefined> {
  if (letter.kind === 'account') return openAccountLetter(context, letter);
  const address = await findAddress(context, letter.person_id);
  const from = context.settings.mailFrom;
  if (!address || !from) return undefined;
  const words =
    letter.kind === 'confirmation' ? confirmation(context, letter, address) : await notices(context, letter, address);
  if (!words) return undefined;
  const unsubscribe = `${context.settings.baseUrl}/api/v1/mail-unsubscriptions?token=${unsubscribeToken(context, address)}`;
  return {
    ...words,
    from,
    to: address.address,
    date: context.now,
    messageId: `${letter.id}@${new URL(context.settings.baseUrl).hostname}`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(letter.kind === 'notice'
        ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {}),
    },
  };
}

function confirmation(context: Context, letter: LetterRow, address: AddressRow): Words | undefined {
  if (address.state !== 'pending' || letter.slot !== slotOfConfirmation(address)) return undefined;
  const token = confirmationToken(context, address, letter.created_at);
  return writeConfirmation(`${context.settings.baseUrl}/inbox?confirm=${token}`, CONFIRM_HOURS);
}

async function notices(context: Context, letter: LetterRow, address: AddressRow): Promise<Words | undefined> {
  if (address.state !== 'confirmed') return undefined;
  const [person] = await actorsOfPeople(context, [letter.person_id]);
  if (!person) return undefined;
  const look = await lookAtEvents(context, await readEventsAt(context.db, letter.positions));
  const { baseUrl, mode } = context.settings;
  const lines = (await look.for(person)).flatMap((entry): Line[] => {
    if (!entry) return [];
    const number = look.cases.get(entry.shipmentId ?? '')?.number;
    const link = entry.shipmentId ? `${baseUrl}/shipments/${entry.shipmentId}` : `${baseUrl}/inbox`;
    return [{ tone: entry.tone, text: entry.text, link, ...(number ? { number } : {}) }];
  });
  return lines.length === 0
    ? undefined
    : writeNotices(lines, { settingsLink: `${baseUrl}/inbox`, demo: mode === 'demo' });
}
