// What partners say about money, one reaction for all of it: bills of customs, answers and returns of banks, statements, the treasury's
// confirmation, standings. At least once, so everything here may run twice.
import type { Context, StoredEvent } from '../../runtime/context.ts';
import type { MoneyTold } from './money-told.ts';
import { noteBill, noteConfirmation } from './note-bill.ts';
import { notePaymentWord } from './note-payment-word.ts';
import { noteStanding } from './note-standing.ts';
import { noteStatement } from './note-statement.ts';

export async function noteMoney(context: Context, event: StoredEvent<MoneyTold>): Promise<void> {
  const { fact } = event.payload;
  switch (fact.fact) {
    case 'tax-billed':
      return noteBill(context, event.payload, fact);
    case 'tax-confirmed':
      return noteConfirmation(context, event.payload, fact);
    case 'payment-said':
      return notePaymentWord(context, event.payload, fact);
    case 'statement-made':
      return noteStatement(context, event.payload, fact);
    case 'standing-said':
      return noteStanding(context, event.payload, fact);
  }
}
