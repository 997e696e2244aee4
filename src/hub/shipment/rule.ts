// What a rule is: a pure, named sentence over the form that returns findings (P10).
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Finding, Severity } from '../../kernel/finding.ts';
import type { CodeEntry, TariffLine } from '../reference/contract.ts';
import type { Form } from './contract.ts';

/** Reference data at the day of the check; a list that is not loaded here answers `known: false`. */
export type Lookup = {
  code(list: string, code: string): { readonly known: boolean; readonly entry?: CodeEntry };
  tariff(code: string): TariffLine | undefined;
};
export type Step = 'draft' | 'declare';
export type RuleInput = { readonly form: Form; readonly step: Step; readonly lookup: Lookup };
export type Rule = (input: RuleInput) => readonly Finding[];

const RULE_VERSION = '2026-11';

export function finding(
  rule: string,
  path: string,
  texts: { message: Bilingual; remedy: Bilingual; value?: string; proposal?: string; severity?: Severity },
): Finding {
  return {
    rule,
    ruleVersion: RULE_VERSION,
    path,
    severity: texts.severity ?? 'error',
    message: texts.message,
    remedy: texts.remedy,
    ...(texts.value === undefined ? {} : { value: texts.value }),
    ...(texts.proposal === undefined ? {} : { proposal: texts.proposal }),
  };
}
