// Rules about single values: type, length, code table (formats §1, §4.1).
import { compareDecimals, fitsLength, isDecimal } from '../../kernel/decimal.ts';
import type { Finding } from '../../kernel/finding.ts';
import { isDay, isInstant } from '../../kernel/instant.ts';
import type { ElementView, Form } from './contract.ts';
import { elements } from './elements.ts';
import { rowsOf, textOf } from './normalise-form.ts';
import { finding, type Rule } from './rule.ts';

type Typed = { readonly element: ElementView; readonly path: string; readonly value: string };

/** Every value typed, with its path. */
export function typedValues(form: Form): Typed[] {
  return elements.flatMap((element) => {
    if (element.group === 'head') {
      const value = textOf(form, element.id);
      return value === '' ? [] : [{ element, path: element.id, value }];
    }
    return rowsOf(form, element.group).flatMap((row, i) => {
      const value = row[element.id];
      return value ? [{ element, path: `${element.group}[${i}].${element.id}`, value }] : [];
    });
  });
}

const typeFits: Readonly<Record<ElementView['type'], (value: string) => boolean>> = {
  text: () => true,
  code: () => true,
  flag: (value) => value === '0' || value === '1',
  integer: (value) => /^\d+$/.test(value),
  decimal: (value) => isDecimal(value) && compareDecimals(value, '0') >= 0,
  date: isDay,
  instant: isInstant,
};
const typeNames = {
  text: { zh: '文本', en: 'text' },
  code: { zh: '代码', en: 'a code' },
  flag: { zh: '0 或 1', en: '0 or 1' },
  integer: { zh: '非负整数', en: 'a whole number' },
  decimal: { zh: '非负数（小数点为“.”）', en: 'a number with "." as decimal point' },
  date: { zh: '日期 年-月-日', en: 'a date, yyyy-MM-dd' },
  instant: { zh: '时间', en: 'an instant' },
} as const;

const valueType: Rule = ({ form }) =>
  typedValues(form).flatMap(({ element, path, value }): Finding[] => {
    if (typeFits[element.type](value)) return [];
    const name = typeNames[element.type];
    return [
      finding('value-type', path, {
        value,
        message: { zh: `${element.label.zh}应为${name.zh}`, en: `${element.label.en} must be ${name.en}` },
        remedy: { zh: '请更正格式', en: 'Correct the format' },
      }),
    ];
  });

const valueLength: Rule = ({ form }) =>
  typedValues(form).flatMap(({ element, path, value }): Finding[] => {
    if (!element.length || element.type === 'date' || element.type === 'instant') return [];
    const fits =
      element.type === 'decimal'
        ? !isDecimal(value) || fitsLength(value, element.length)
        : value.length <= Number(element.length);
    if (fits) return [];
    return [
      finding('value-length', path, {
        value: value.slice(0, 60),
        message: {
          zh: `${element.label.zh}超过长度 ${element.length}`,
          en: `${element.label.en} is longer than ${element.length}`,
        },
        remedy: {
          zh: '请缩短；多出的内容可放入备注或随附单据',
          en: 'Shorten it; put the rest into remarks or an attachment',
        },
      }),
    ];
  });

/** A text element may hold several codes, parted by commas (e.g. goods attributes `11,19`). */
export const codesIn = (element: ElementView, value: string): string[] =>
  element.type === 'text'
    ? value
        .split(',')
        .map((code) => code.trim())
        .filter(Boolean)
    : [value];

const codeInTable: Rule = ({ form, lookup }) =>
  typedValues(form).flatMap(({ element, path, value }): Finding[] => {
    const list = element.codeList;
    if (!list || list === 'tariff') return [];
    const wrong = codesIn(element, value).find((code) => {
      const answer = lookup.code(list, code);
      return answer.known && !answer.entry;
    });
    if (wrong === undefined) return [];
    return [
      finding('code-in-table', path, {
        value,
        message: {
          zh: `${element.label.zh}代码 ${wrong} 不在代码表中`,
          en: `${element.label.en}: code ${wrong} is not in the table`,
        },
        remedy: { zh: '请从代码表中选择', en: 'Choose a code from the table' },
      }),
    ];
  });

export const valueRules: readonly Rule[] = [valueType, valueLength, codeInTable];
