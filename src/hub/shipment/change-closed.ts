// A case whose goods have gone is changed in two ways and stays closed (M5; SC 1, 19): by application where an authority has to agree to the change
// (修撤单, 海关法 26), and for the reports of cargo that were refused (0055). What was released, and what left on it, stays as it is.
import type { Context } from '../../runtime/context.ts';
import { decidersOfChange } from './apply-for-change.ts';
import type { Form } from './contract.ts';
import { mayCorrect, mustCorrectReports } from './correct-reports.ts';
import { refuse } from './refusals.ts';
import { nextState } from './states.ts';
import type { ShipmentRow } from './store.ts';

export const mayChangeClosed = async (context: Context, row: ShipmentRow): Promise<boolean> =>
  nextState(row.state, 'correct') !== undefined &&
  ((await decidersOfChange(context, row)).length > 0 || (await mayCorrect(context, row)));

/** `channels`: whoever has to agree to it. */
export async function mustBeChangeable(
  context: Context,
  row: ShipmentRow,
  wanted: {
    readonly filed: Form;
    readonly form: Form;
    readonly channels: readonly string[];
    readonly reason: string | undefined;
  },
): Promise<void> {
  const { filed, form, channels, reason = '' } = wanted;
  if (channels.length > 0) {
    if (reason.trim() === '') throw refuse('CHANGE_NEEDS_REASON', { path: 'reason', number: row.number });
    return;
  }
  if (!(await mayCorrect(context, row))) throw refuse('CLOSED_CASE_NOBODY_DECIDES', { number: row.number });
  mustCorrectReports(filed, form);
}
