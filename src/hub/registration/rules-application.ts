// What must be right with an application before the port office looks at it (P11; GB 32100-2015). Pure.
import { checkUscc } from '../../kernel/check-digits.ts';
import type { Finding } from '../../kernel/finding.ts';
import { faultsOfQualification, type QualificationKind, qualificationNames } from '../enterprise/index.ts';
import type { Application, RegistrableKind } from './contract.ts';

/** Without these such an organisation could do nothing here. */
const needed: Readonly<Partial<Record<RegistrableKind, QualificationKind>>> = {
  trader: 'customs-trader',
  broker: 'customs-broker',
};

const error = (finding: Omit<Finding, 'ruleVersion' | 'severity'>): Finding => ({
  ...finding,
  ruleVersion: '1',
  severity: 'error',
});

export function faultsOfApplication(application: Application): Finding[] {
  const { uscc, kind, qualifications } = application;
  const found: Finding[] = [];
  const checked = checkUscc(uscc);
  if (!checked.ok)
    found.push(
      error({
        path: 'uscc',
        value: uscc,
        rule: 'uscc-check-digit',
        message: checked.reason,
        remedy: { zh: '请按营业执照核对统一社会信用代码', en: 'Check it against the business licence' },
        ...(checked.expected ? { proposal: checked.expected } : {}),
      }),
    );
  found.push(...qualifications.flatMap((one, i) => faultsOfQualification(one, { uscc, at: `qualifications[${i}]` })));
  const wanted = needed[kind];
  if (wanted && !qualifications.some((one) => one.kind === wanted)) {
    const name = qualificationNames[wanted];
    found.push(
      error({
        path: 'qualifications',
        rule: 'filers-are-recorded-with-customs',
        message: { zh: `缺少“${name.zh}”`, en: `"${name.en}" is missing` },
        remedy: { zh: '请填写海关编码和备案日期', en: 'Give the customs code and the day of the registration' },
      }),
    );
  }
  return found;
}
