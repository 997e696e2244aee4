// A letter about an account to an address that somebody names: it goes through the same queue, its words sealed until it is gone (P11).
import type { Context } from '../../runtime/context.ts';
import { seal, unseal } from '../../runtime/identity/seal.ts';
import type { Letter } from '../../runtime/transport/smtp.ts';
import { insertAccountLetter, type LetterRow } from './store.ts';
import { writeAccountLetter } from './write-letter.ts';

export type AccountLetter = {
  readonly to: string;
  /** What it is about, for the record: the id of the link it holds. */
  readonly about: string;
  readonly subject: string;
  /** Chinese first, English second. */
  readonly lines: readonly string[];
  readonly link: string;
};

export const letterLabel = (id: string): string => `letter ${id}`;

/** False where there is no mail server: whoever asked has to hand the link over himself. */
export async function sendAccountLetter(context: Context, letter: AccountLetter): Promise<boolean> {
  if (!context.settings.mailFrom) return false;
  const id = context.newId();
  const sealed = seal(context.settings, letterLabel(id), JSON.stringify(letter));
  // It goes to an address that somebody names, and is nobody's own.
  const row = { id, person_id: letter.about, slot: `account ${id}`, sealed };
  await context.beyondLock((open) => insertAccountLetter(open, row));
  return true;
}

export function openAccountLetter(context: Context, row: LetterRow): Letter | undefined {
  const from = context.settings.mailFrom;
  if (!from || !row.sealed) return undefined;
  const letter = JSON.parse(unseal(context.settings, letterLabel(row.id), row.sealed)) as AccountLetter;
  return {
    ...writeAccountLetter(letter),
    from,
    to: letter.to,
    date: context.now,
    messageId: `${row.id}@${new URL(context.settings.baseUrl).hostname}`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
