// Checks a form against the rules with the reference data of the day; also the counter of boxes (P10).
import type { Finding } from '../../kernel/finding.ts';
import type { Context } from '../../runtime/context.ts';
import { planFiling } from '../mapping/index.ts';
import { checkLicences } from '../licence/index.ts';
import { loadLookup } from '../reference/index.ts';
import type { CheckResult, Form } from './contract.ts';
import { licencesIn } from './licences-in.ts';
import { textOf } from './normalise-form.ts';
import type { Step } from './rule.ts';
import { checkForm } from './rules.ts';
import { codesIn, typedValues } from './rules-values.ts';

/** `shipmentId`: what the case itself has filed already is not held against it. */
export async function findingsOf(context: Context, form: Form, step: Step, shipmentId?: string): Promise<Finding[]> {
  const typed = typedValues(form);
  const codes = typed.flatMap(({ element, value }) =>
    codesIn(element, value).flatMap((code) =>
      element.codeList && element.codeList !== 'tariff' ? [{ list: element.codeList, code }] : [],
    ),
  );
  const tariff = typed.flatMap(({ element, value }) => (element.codeList === 'tariff' ? [value] : []));
  const found = checkForm({ form, step, lookup: await loadLookup(context, { codes, tariff }) });
  if (step === 'draft') return found;
  const filing = {
    traderUscc: textOf(form, 'traderUscc'),
    named: licencesIn(form),
    ...(shipmentId ? { shipmentId } : {}),
  };
  return [...found, ...(await checkLicences(context, filing))];
}

export async function checkShipment(
  context: Context,
  form: Form,
  step: Step,
  shipmentId?: string,
): Promise<CheckResult> {
  return { findings: await findingsOf(context, form, step, shipmentId), plan: planFiling(form) };
}
