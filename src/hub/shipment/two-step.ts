// Two-step declaration (两步申报, 海关总署公告 2019 年第 127 号): a summary of an import lets the goods go, the complete declaration follows within
// 14 days of the day the conveyance was declared in. Which step may follow which, by when it is owed, and what ends the case.
import { isDay, partnerDay, plusMs } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import type { CompletionView, Form, ShipmentEvents } from './contract.ts';
import { textOf } from './normalise-form.ts';
import { refuse } from './refusals.ts';
import { nextState } from './states.ts';
import { type ShipmentRow, updateShipment } from './store.ts';
import { type CompletionRow, findCompletion, oweCompletion, updateCompletion } from './store-completion.ts';

const emit = emitter<ShipmentEvents>();
const DAYS_TO_COMPLETE = 14;
const DAY_MS = 86_400_000;
const stepOf = (form: Form): string => textOf(form, 'declarationStep');

/** From the step that is filed (none: nothing is) to those that may be filed next. */
const followers: Readonly<Record<string, readonly string[]>> = {
  none: ['', 'summary'],
  '': [''],
  summary: ['summary', 'complete'],
  complete: ['complete'],
};
export function mustFollow(filed: Form | undefined, form: Form): void {
  const before = filed ? stepOf(filed) : 'none';
  const step = stepOf(form);
  if (!followers[before]?.includes(step)) throw refuse('DECLARATION_STEP_UNFIT', { path: 'declarationStep', step });
}
/** The second step is no change of the first: it is filed, not applied for. */
export const completes = (filed: Form, form: Form): boolean =>
  stepOf(filed) === 'summary' && stepOf(form) === 'complete';

/** Counted from the day the goods came in, as the form says it, else from the filing. */
export function dueOn(form: Form, filedAt: string): string {
  const typed = [textOf(form, 'borderDate'), textOf(form, 'estimatedArrival')].map((text) =>
    isDay(text) ? text : text === '' ? '' : partnerDay(text),
  );
  const from = typed.find((day) => day !== '') ?? partnerDay(filedAt);
  return plusMs(`${from}T00:00:00.000Z`, DAYS_TO_COMPLETE * DAY_MS).slice(0, 10);
}

export async function noteStep(context: Context, shipmentId: string, form: Form): Promise<void> {
  const step = stepOf(form);
  if (step === 'summary') await oweCompletion(context, shipmentId, dueOn(form, context.now));
  if (step !== 'complete') return;
  const owed = await findCompletion(context, shipmentId);
  if (owed && owed.completed_at === null) await updateCompletion(context, shipmentId, { completed_at: context.now });
}

/** Goods may have left before the declaration is complete: the case stays open for it. True where it does. */
export async function staysOpen(context: Context, shipmentId: string): Promise<boolean> {
  const owed = await findCompletion(context, shipmentId);
  if (!owed || owed.completed_at !== null) return false;
  await updateCompletion(context, shipmentId, { goods_left: true });
  return true;
}

const SECOND_MS = 1000;
/** The authority has taken the complete declaration of goods that have left: nothing is owed any more. */
export async function endCompleted(context: Context, row: ShipmentRow, at: string): Promise<void> {
  const done = await findCompletion(context, row.id);
  const state = nextState(row.state, 'close');
  if (!done?.goods_left || !done.completed_at || !state) return;
  // Partners tell whole seconds.
  if (at < plusMs(new Date(done.completed_at).toISOString(), -SECOND_MS)) return;
  await updateShipment(context, row.id, { state, progress: 'gated-out', draft: null, closed_at: context.now });
  await emit(context, 'shipment.closed', row.id, { shipmentId: row.id });
}

export const toCompletion = (row: CompletionRow, today: string): CompletionView => ({
  dueOn: row.due_on,
  state: row.completed_at !== null ? 'done' : row.due_on < today ? 'overdue' : 'owed',
  goodsLeft: row.goods_left,
});
