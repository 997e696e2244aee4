// A closed case whose report of cargo was refused: the report is corrected and goes again, the case stays closed (0055). Only what such reports
// carry may be changed; where the declaration carries it too, customs is asked as ever (海关法 26).
import type { Context } from '../../runtime/context.ts';
import { documentById, standaloneElements } from '../mapping/index.ts';
import type { DocumentAnswer, Form } from './contract.ts';
import { compareForms } from './compare-forms.ts';
import { elementById } from './elements.ts';
import { refuse } from './refusals.ts';
import { nextState } from './states.ts';
import { listAnswers, type ShipmentRow } from './store.ts';

/** Refused, and not taken since of a later version. */
const reportRefused = (answers: readonly DocumentAnswer[]): boolean =>
  answers.some(
    (no) =>
      no.outcome === 'rejected' &&
      documentById(no.document)?.document.standsAlone &&
      !answers.some(
        (yes) =>
          yes.document === no.document && yes.outcome === 'acknowledged' && (yes.version ?? 0) > (no.version ?? 0),
      ),
  );

export async function mayCorrect(context: Context, row: ShipmentRow): Promise<boolean> {
  if (!nextState(row.state, 'correct')) return false;
  return reportRefused((await listAnswers(context, row.id)).map(({ answer }) => answer));
}

export function mustCorrectReports(filed: Form, form: Form): void {
  const carried = standaloneElements();
  const other = compareForms(filed, form).find(({ path }) => !carried.has(path.split('.').at(-1) ?? path));
  if (!other) return;
  const { path, before = '', after = '' } = other;
  const label = elementById(path.split('.').at(-1) ?? path)?.label ?? { zh: path, en: path };
  throw refuse('CLOSED_CASE_REPORTS_ONLY', { ...label, path, before, after });
}
