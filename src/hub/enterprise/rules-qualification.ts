// What must be right with a qualification before anybody checks it against its register (P11; GB 32100; 海关总署令第253号). Pure.
import { checkCustomsRegistration, checkUscc } from '../../kernel/check-digits.ts';
import type { Finding } from '../../kernel/finding.ts';
import { customsKinds, type QualificationGiven } from './contract.ts';

const error = (finding: Omit<Finding, 'ruleVersion' | 'severity'>): Finding => ({
  ...finding,
  ruleVersion: '1',
  severity: 'error',
});

/** `at` is the path of the record, e.g. `qualifications[0]`; empty where it is the whole request. */
export function faultsOfQualification(
  given: QualificationGiven,
  { uscc, at = '' }: { readonly uscc: string; readonly at?: string },
): Finding[] {
  const place = (field: string) => (at ? `${at}.${field}` : field);
  const found: Finding[] = [];
  if (customsKinds.includes(given.kind)) {
    const checked = checkCustomsRegistration(given.number);
    if (!checked.ok)
      found.push(
        error({
          path: place('number'),
          value: given.number,
          rule: 'customs-code-has-ten-characters',
          message: checked.reason,
          remedy: { zh: '请填写报关单位备案回执上的海关编码', en: 'Give the customs code of the registration' },
        }),
      );
  }
  if (given.kind === 'business-licence' && given.number !== uscc) {
    const checked = checkUscc(given.number);
    found.push(
      error({
        path: place('number'),
        value: given.number,
        rule: 'licence-is-the-organisations-own',
        message: checked.ok
          ? { zh: `与本单位代码 ${uscc || '–'} 不符`, en: `It is not the organisation’s own code ${uscc || '–'}` }
          : checked.reason,
        remedy: { zh: '请填写本单位的统一社会信用代码', en: 'Give the organisation’s own unified social credit code' },
      }),
    );
  }
  if (given.validTo !== undefined && given.validTo < given.validFrom)
    found.push(
      error({
        path: place('validTo'),
        value: given.validTo,
        rule: 'ends-not-before-it-begins',
        message: { zh: '截止日期早于起始日期', en: 'It ends before it begins' },
        remedy: {
          zh: '请核对起止日期；长期有效的不填截止日期',
          en: 'Check both days; leave the last one out where it is for good',
        },
      }),
    );
  return found;
}
