// What must be right with an application before it goes to the administration (SC 22 名录登记): the boxes of its kind are filled, the enterprise
// applies for itself, and the kind fits where it stands. Pure.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { checkCustomsRegistration, checkUscc } from '../../kernel/check-digits.ts';
import type { Finding } from '../../kernel/finding.ts';
import {
  type ApplicationKind,
  type BlankForm,
  type DirectoryForm,
  type FieldId,
  fieldsOf,
  formFields,
} from './contract.ts';

export type Known = {
  readonly uscc?: string;
  readonly customsCode?: string;
  readonly listed?: BlankForm['listed'];
  /** As it was last approved. */
  readonly before?: DirectoryForm;
};

const error = (
  path: FieldId | 'kind',
  rule: string,
  message: Bilingual,
  remedy: Bilingual,
  more: { readonly value?: string; readonly proposal?: string } = {},
): Finding => ({ path, rule, ruleVersion: '1', severity: 'error', message, remedy, ...more });

export function faultsOfForm(kind: ApplicationKind, form: DirectoryForm, known: Known): Finding[] {
  return [
    ...faultsOfKind(kind, form, known),
    ...fieldsOf(kind).flatMap(({ id, name, optional, flag }): Finding[] => {
      const value = form[id] ?? '';
      if (value === '')
        return optional
          ? []
          : [
              error(
                id,
                'directory-form-is-complete',
                { zh: `缺少“${name.zh}”`, en: `"${name.en}" is missing` },
                { zh: '请填写后再提交', en: 'Fill it in, then send it' },
              ),
            ];
      if (flag && value !== '0' && value !== '1')
        return [
          error(
            id,
            'yes-or-no',
            { zh: `“${name.zh}”只能是 1（是）或 0（否）`, en: `"${name.en}" is 1 (yes) or 0 (no)` },
            { zh: '请选择是或否', en: 'Choose yes or no' },
            { value },
          ),
        ];
      return faultsOfValue(id, value, known);
    }),
    ...strangers(kind, form),
  ];
}

/** What the kind of application does not ask for would go nowhere: it is said, not dropped. */
const strangers = (kind: ApplicationKind, form: DirectoryForm): Finding[] =>
  formFields
    .filter(({ id, kinds }) => (form[id] ?? '') !== '' && !kinds.includes(kind))
    .map(({ id, name }) =>
      error(
        id,
        'directory-form-has-no-other-box',
        { zh: `此类申请不填“${name.zh}”`, en: `This kind of application has no "${name.en}"` },
        { zh: '请留空', en: 'Leave it empty' },
        { value: form[id] ?? '' },
      ),
    );

function faultsOfKind(kind: ApplicationKind, form: DirectoryForm, { listed, before }: Known): Finding[] {
  const isListed = listed?.state === 'registered';
  if (kind === 'register')
    return isListed
      ? [
          error(
            'kind',
            'registered-once',
            {
              zh: `企业已在名录中，编号 ${listed.number}`,
              en: `The enterprise stands in the directory already: ${listed.number}`,
            },
            { zh: '登记内容有变化的，请选择“名录变更”', en: 'Where something has changed, apply for a change' },
            { value: kind },
          ),
        ]
      : [];
  const given = form.directoryNumber ?? '';
  const found: Finding[] = [];
  if (isListed && given !== '' && given !== listed.number)
    found.push(
      error(
        'directoryNumber',
        'directory-number-as-told',
        { zh: `外汇局告知的编号是 ${listed.number}`, en: `The administration has told the number ${listed.number}` },
        { zh: '请填写外汇局告知的编号', en: 'Give the number that the administration has told' },
        { value: given, proposal: listed.number },
      ),
    );
  if (kind === 'change' && before && !differs(form, before))
    found.push(
      error(
        'changes',
        'a-change-changes-something',
        { zh: '所填内容与已登记的完全相同', en: 'What is filled in is what is registered already' },
        { zh: '请改动要变更的项目', en: 'Change the boxes that are to be changed' },
        { value: form.changes ?? '' },
      ),
    );
  return found;
}
/** Of what the directory keeps: not whom to call about the application. */
const kept: readonly FieldId[] = [
  'name',
  'nameEn',
  'customsCode',
  'address',
  'postcode',
  'legalRepresentative',
  'inSpecialZone',
];
const differs = (form: DirectoryForm, before: DirectoryForm): boolean =>
  kept.some((id) => (form[id] ?? '') !== (before[id] ?? ''));

function faultsOfValue(id: FieldId, value: string, { uscc, customsCode }: Known): Finding[] {
  switch (id) {
    case 'uscc': {
      const checked = checkUscc(value);
      if (!checked.ok)
        return [
          error(
            id,
            'uscc-check-digit',
            checked.reason,
            { zh: '请按营业执照核对', en: 'Check it against the business licence' },
            {
              value,
              ...(checked.expected ? { proposal: checked.expected } : {}),
            },
          ),
        ];
      return value === uscc
        ? []
        : [
            error(
              id,
              'applies-for-itself',
              { zh: '不是本单位在此注册的代码', en: 'It is not the code this organisation is registered with here' },
              { zh: '名录登记只能为本单位申请', en: 'An organisation applies for itself' },
              { value, ...(uscc ? { proposal: uscc } : {}) },
            ),
          ];
    }
    case 'customsCode': {
      const checked = checkCustomsRegistration(value);
      if (!checked.ok)
        return [
          error(
            id,
            'customs-code',
            checked.reason,
            { zh: '请按报关单位备案核对', en: 'Check it against the customs registration' },
            { value },
          ),
        ];
      return customsCode === undefined || value === customsCode
        ? []
        : [
            error(
              id,
              'customs-code-as-registered',
              {
                zh: `本单位在此登记的海关编码是 ${customsCode}`,
                en: `The customs code registered here is ${customsCode}`,
              },
              {
                zh: '请先在“本单位”更新海关备案',
                en: 'Renew the customs registration on the page “Organisation” first',
              },
              { value, proposal: customsCode },
            ),
          ];
    }
    case 'postcode':
      return /^\d{6}$/.test(value)
        ? []
        : [
            error(
              id,
              'postcode-has-six-digits',
              { zh: '邮政编码为 6 位数字', en: 'A postcode has six digits' },
              { zh: '如 400000', en: 'E.g. 400000' },
              { value },
            ),
          ];
    case 'contactPhone':
      return /^[0-9+() -]{5,30}$/.test(value)
        ? []
        : [
            error(
              id,
              'telephone',
              { zh: '不是电话号码', en: 'It is no telephone number' },
              { zh: '如 023-60000000', en: 'E.g. 023-60000000' },
              { value },
            ),
          ];
    case 'contactEmail':
      return isAddress(value)
        ? []
        : [
            error(
              id,
              'one-plain-address',
              { zh: '不是一个邮箱地址', en: 'It is not one e-mail address' },
              { zh: '如 name@example.com', en: 'E.g. name@example.com' },
              { value },
            ),
          ];
    default:
      return [];
  }
}

function isAddress(text: string): boolean {
  const [local, domain = '', ...more] = text.split('@');
  return (
    local !== '' && more.length === 0 && /^[^\s.]/.test(domain) && domain.slice(0, -1).includes('.') && !/\s/.test(text)
  );
}
