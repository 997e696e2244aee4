// Rules about numbers that carry their own check (formats §1.9, §4.2); the right digit is proposed.
import * as checks from '../../kernel/check-digits.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { Form } from './contract.ts';
import { rowsOf, textOf } from './normalise-form.ts';
import { finding, type Rule } from './rule.ts';

const judge = (rule: string, path: string, value: string, check: (text: string) => checks.NumberCheck): Finding[] => {
  if (value === '') return [];
  const result = check(value);
  if (result.ok) return [];
  const remedy = result.expected
    ? {
        zh: `请核对原件；若仅末位有误，应为 ${result.expected}`,
        en: `Check the original; if only the last digit is wrong it is ${result.expected}`,
      }
    : { zh: '请核对原件', en: 'Check the original' };
  return [
    finding(rule, path, {
      value,
      message: result.reason,
      remedy,
      ...(result.expected ? { proposal: result.expected } : {}),
    }),
  ];
};
const head = (form: Form, rule: string, ids: readonly string[], check: (text: string) => checks.NumberCheck) =>
  ids.flatMap((id) => judge(rule, id, textOf(form, id), check));

const containerCheckDigit: Rule = ({ form }) =>
  rowsOf(form, 'containers').flatMap((row, i) =>
    judge(
      'container-check-digit',
      `containers[${i}].containerNumber`,
      row.containerNumber ?? '',
      checks.checkContainer,
    ),
  );
const usccCheckDigit: Rule = ({ form }) =>
  head(form, 'uscc-check-digit', ['traderUscc', 'ownerUscc', 'agentUscc', 'keyingUscc'], checks.checkUscc);
const registrationShape: Rule = ({ form }) =>
  head(form, 'customs-registration-shape', ['traderCode', 'agentCode'], checks.checkCustomsRegistration);
const declarationNumberShape: Rule = ({ form }) =>
  head(form, 'declaration-number-shape', ['declarationNumber', 'relatedDeclaration'], checks.checkDeclarationNumber);
const airWaybill: Rule = ({ form }) =>
  textOf(form, 'transportMode') === '5'
    ? judge(
        'air-waybill-check-digit',
        'billNumber',
        textOf(form, 'billNumber').split('_', 1)[0] ?? '',
        checks.checkAirWaybill,
      )
    : [];
const imoNumber: Rule = ({ form }) => {
  const id = textOf(form, 'conveyanceId').replace(/^(UN|IMO)/, '');
  return textOf(form, 'transportMode') === '2' && /^\d{7}$/.test(id)
    ? judge('imo-check-digit', 'conveyanceId', id, checks.checkImo)
    : [];
};

/** GB 11643; one of the 15 digits before 1999 has none. */
const residentNumber: Rule = ({ form }) =>
  rowsOf(form, 'persons').flatMap((row, i) =>
    row.personDocumentKind === 'ID' && !/^\d{15}$/.test(row.personDocumentNumber ?? '')
      ? judge(
          'resident-number-check-digit',
          `persons[${i}].personDocumentNumber`,
          row.personDocumentNumber ?? '',
          checks.checkResidentId,
        )
      : [],
  );

export const numberRules: readonly Rule[] = [
  containerCheckDigit,
  usccCheckDigit,
  registrationShape,
  declarationNumberShape,
  airWaybill,
  imoNumber,
  residentNumber,
];
