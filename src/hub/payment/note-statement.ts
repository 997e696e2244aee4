// The bank's statement: every booked line is matched to an order, or stays open and is shown to the port office (对账). Nothing is settled by
// a statement alone: what the bank says of an order decides that.
import { toScale } from '../../kernel/decimal.ts';
import { partnerDay } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import type { MoneyFact, PaymentEvents, PaymentWord } from './contract.ts';
import { type Match, matchLines } from './match-line.ts';
import type { MoneyTold } from './money-told.ts';
import { lockOrdersNamed } from './store.ts';
import { insertLines, insertStatement, type LineRow, listBooked } from './store-statements.ts';

const emit = emitter<PaymentEvents>();
type Made = Extract<MoneyFact, { fact: 'statement-made' }>;
const unsettled = { settled_at: null, settled_by: null, settled_reason: null };

export async function noteStatement(context: Context, told: MoneyTold, fact: Made): Promise<void> {
  const named = await lockOrdersNamed(
    context,
    fact.lines.flatMap((line) => line.endToEndId ?? []),
  );
  const booked = await listBooked(
    context,
    named.map((order) => order.id),
  );
  const matches = matchLines(
    fact.lines,
    new Map(named.map((order) => [order.end_to_end_id, order])),
    new Map(booked.map((one) => [one.orderId, one])),
  );
  const matched = fact.lines.map((line, i) => ({ line, match: matches[i] as Match }));
  const open = matched.filter(({ match }) => 'why' in match).length;
  const first = await insertStatement(context, {
    id: context.newId(),
    channel: told.channel,
    number: fact.number,
    account_end: fact.account.slice(-4),
    made_at: fact.madeAt,
    lines: fact.lines.length,
    open_lines: open,
    message_id: told.messageId,
    heard_at: context.now,
    simulated: told.simulated,
  });
  if (!first) return;
  await insertLines(
    context,
    matched.map(({ line, match }) => ({
      id: context.newId(),
      statement_number: fact.number,
      reference: line.reference,
      end_to_end_id: line.endToEndId ?? null,
      credit: line.credit,
      currency: line.currency,
      amount: toScale(line.amount, 2),
      booked_on: line.bookedOn,
      state: 'why' in match ? 'open' : 'matched',
      why: 'why' in match ? match.why : null,
      order_id: 'why' in match ? null : match.orderId,
      ...unsettled,
      simulated: told.simulated,
    })),
  );
  await emit(context, 'payment.statement-read', told.messageId, {
    number: fact.number,
    lines: fact.lines.length,
    open,
  });
}

/** A word of a bank about an order that nobody here gave. */
export async function keepOpenWord(
  context: Context,
  told: MoneyTold,
  endToEndId: string | undefined,
  word: PaymentWord,
): Promise<void> {
  const open: LineRow = {
    id: context.newId(),
    statement_number: told.messageId,
    reference: word.say === 'return' ? word.returnId : `${word.status} ${endToEndId ?? ''}`.trim(),
    end_to_end_id: endToEndId ?? null,
    credit: word.say === 'return',
    currency: word.currency ?? 'CNY',
    amount: toScale(word.amount ?? '0', 2),
    booked_on: partnerDay(word.at),
    state: 'open',
    why: { zh: '银行答复的支付指令本平台没有', en: 'The bank speaks of an order that was not given here' },
    order_id: null,
    ...unsettled,
    simulated: told.simulated,
  };
  await insertLines(context, [open]);
  await emit(context, 'payment.statement-read', told.messageId, { number: told.messageId, lines: 1, open: 1 });
}
