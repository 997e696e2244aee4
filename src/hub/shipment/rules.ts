// The rules of the composite form (P10): each a named sentence that returns findings; pure, with look-ups injected.
import { evaluate } from '../../kernel/condition.ts';
import type { Form } from './contract.ts';
import type { Finding } from '../../kernel/finding.ts';
import { elementById, elements } from './elements.ts';
import { neededForSummary } from './required.ts';
import { rowsOf, textOf } from './normalise-form.ts';
import { finding, type Rule, type RuleInput } from './rule.ts';
import { consistencyRules } from './rules-consistency.ts';
import { numberRules } from './rules-numbers.ts';
import { pieceRules } from './rules-pieces.ts';
import { valueRules } from './rules-values.ts';

const missing = (path: string, id: string): Finding => {
  const label = elementById(id)?.label ?? { zh: id, en: id };
  return finding('required-element', path, {
    message: { zh: `缺少${label.zh}`, en: `${label.en} is missing` },
    remedy: { zh: `请填写${label.zh}`, en: `Fill in ${label.en}` },
  });
};

/** Saving needs the draft set, filing needs both, and conditions say where an element does not apply. */
const requiredElements: Rule = ({ form, step }) => {
  const found: Finding[] = [];
  for (const element of elements) {
    const wanted =
      element.need === 'draft' || (step === 'declare' && element.need === 'declare' && inStep(form, element.id));
    const { neededWhen } = element;
    const applies = neededWhen ? step === 'declare' && evaluate(neededWhen, form) : wanted;
    if (!applies) continue;
    if (element.group === 'head') {
      if (textOf(form, element.id) === '') found.push(missing(element.id, element.id));
    } else {
      rowsOf(form, element.group).forEach((row, i) => {
        if (!row[element.id]) found.push(missing(`${element.group}[${i}].${element.id}`, element.id));
      });
    }
  }
  if (step === 'declare' && rowsOf(form, 'goods').length === 0) {
    found.push(
      finding('at-least-one-goods-line', 'goods', {
        message: { zh: '没有商品', en: 'There is no goods line' },
        remedy: { zh: '请至少录入一项商品', en: 'Enter at least one goods line' },
      }),
    );
  }
  return found;
};

const isSummary = (form: Form): boolean => textOf(form, 'declarationStep') === 'summary';
const inStep = (form: Form, id: string): boolean => !isSummary(form) || neededForSummary.has(id);

/** 公告 2019-127: goods that come in; what goes out is declared in one step. */
const twoStepForImports: Rule = ({ form }) =>
  textOf(form, 'declarationStep') !== '' && textOf(form, 'direction') === 'export'
    ? [
        finding('two-step-for-imports', 'declarationStep', {
          value: textOf(form, 'declarationStep'),
          message: { zh: '两步申报只适用于进口货物', en: 'Only imports are declared in two steps' },
          remedy: { zh: '请清空“申报步骤”', en: 'Leave the step of the declaration empty' },
        }),
      ]
    : [];

const rules: readonly Rule[] = [
  requiredElements,
  twoStepForImports,
  ...valueRules,
  ...numberRules,
  ...consistencyRules,
  ...pieceRules,
];

/** All findings in the order of the form; the same form and reference data always give the same list. */
export function checkForm(input: RuleInput): Finding[] {
  return rules.flatMap((rule) => rule(input));
}
