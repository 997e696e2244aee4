// An open line of a statement is settled by the port office with a reason: what it was, and what was done about it.
import { type Context, emitter } from '../../runtime/context.ts';
import type { LineView, PaymentEvents } from './contract.ts';
import { toLineView } from './read-payments.ts';
import { refuse } from './refusals.ts';
import { lockLine, settleRow } from './store-statements.ts';

const emit = emitter<PaymentEvents>();

export async function settleLine(
  context: Context,
  command: { readonly lineId: string; readonly reason: string },
): Promise<LineView> {
  const line = await lockLine(context, command.lineId);
  if (!line) throw refuse('PAYMENT_LINE_UNKNOWN');
  if (line.state !== 'open')
    throw refuse('PAYMENT_LINE_NOT_OPEN', { path: 'reference', reference: line.reference, state: line.state });
  const settled = {
    state: 'settled' as const,
    settled_at: context.now,
    settled_by: context.actor.name,
    settled_reason: command.reason,
  };
  await settleRow(context, line.id, settled);
  await emit(context, 'payment.line-settled', line.id, { lineId: line.id, reason: command.reason });
  return toLineView({ ...line, ...settled });
}
