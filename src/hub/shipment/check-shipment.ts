// Checks a form against the rules with the reference data of the day; also the counter of boxes (P10).
import type { Finding } from '../../kernel/finding.ts';
import type { Context } from '../../runtime/context.ts';
import { planFiling } from '../mapping/index.ts';
import { loadLookup } from '../reference/index.ts';
import type { CheckResult, Form } from './contract.ts';
import type { Step } from './rule.ts';
import { checkForm } from './rules.ts';
import { codesIn, typedValues } from './rules-values.ts';

export async function findingsOf(context: Context, form: Form, step: Step): Promise<Finding[]> {
  const typed = typedValues(form);
  const codes = typed.flatMap(({ element, value }) =>
    codesIn(element, value).flatMap((code) =>
      element.codeList && element.codeList !== 'tariff' ? [{ list: element.codeList, code }] : [],
    ),
  );
  const tariff = typed.flatMap(({ element, value }) => (element.codeList === 'tariff' ? [value] : []));
  return checkForm({ form, step, lookup: await loadLookup(context, { codes, tariff }) });
}

export async function checkShipment(context: Context, form: Form, step: Step): Promise<CheckResult> {
  return { findings: await findingsOf(context, form, step), plan: planFiling(form) };
}
