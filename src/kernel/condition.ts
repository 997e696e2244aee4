// Conditions kept as data: which shipments need a document, when a field is written, whom a rule concerns (P10).
import type { Bilingual } from './bilingual.ts';

export type ConditionRow = { readonly [id: string]: string };
export type ConditionSource = { readonly [id: string]: string | readonly ConditionRow[] | undefined };

export type Condition =
  | { readonly always: true }
  | { readonly element: string; readonly equals: string }
  | { readonly element: string; readonly in: readonly string[] }
  | { readonly element: string; readonly startsWith: string }
  | { readonly element: string; readonly present: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** Some row of a group fulfils the inner condition (which sees the row over the whole source). */
  | { readonly some: string; readonly where: Condition };

const textOf = (source: ConditionSource, id: string): string => {
  const value = source[id];
  return typeof value === 'string' ? value : '';
};

export function evaluate(condition: Condition, source: ConditionSource): boolean {
  if ('always' in condition) return true;
  if ('all' in condition) return condition.all.every((c) => evaluate(c, source));
  if ('any' in condition) return condition.any.some((c) => evaluate(c, source));
  if ('not' in condition) return !evaluate(condition.not, source);
  if ('some' in condition) {
    const rows = source[condition.some];
    return Array.isArray(rows) && rows.some((row: ConditionRow) => evaluate(condition.where, { ...source, ...row }));
  }
  const text = textOf(source, condition.element);
  if ('equals' in condition) return text === condition.equals;
  if ('in' in condition) return condition.in.includes(text);
  if ('startsWith' in condition) return text.startsWith(condition.startsWith);
  const value = source[condition.element];
  const present = typeof value === 'string' ? value !== '' : Array.isArray(value) && value.length > 0;
  return present === condition.present;
}

/** A sentence a person can read, with the labels the caller knows. */
type Labels = (id: string) => Bilingual;
/** How a value of an element is said; as it is written where nothing else is given. */
type Values = (id: string, value: string) => Bilingual;
const asWritten: Values = (_, value) => ({ zh: value, en: value });

export function describe(condition: Condition, labelOf: Labels, wordOf: Values = asWritten): Bilingual {
  if ('always' in condition) return { zh: '始终', en: 'always' };
  if ('all' in condition) return join(condition.all, '且', 'and', labelOf, wordOf);
  if ('any' in condition) return join(condition.any, '或', 'or', labelOf, wordOf);
  if ('not' in condition) {
    const inner = describe(condition.not, labelOf, wordOf);
    return { zh: `非（${inner.zh}）`, en: `not (${inner.en})` };
  }
  if ('some' in condition) {
    const inner = describe(condition.where, labelOf, wordOf);
    return { zh: `某一行${inner.zh}`, en: `some row with ${inner.en}` };
  }
  const label = labelOf(condition.element);
  if ('equals' in condition) {
    const value = wordOf(condition.element, condition.equals);
    return { zh: `${label.zh}为 ${value.zh}`, en: `${label.en} is ${value.en}` };
  }
  if ('in' in condition) {
    const values = condition.in.map((value) => wordOf(condition.element, value));
    return {
      zh: `${label.zh}为 ${values.map((v) => v.zh).join('、')} 之一`,
      en: `${label.en} is one of ${values.map((v) => v.en).join(', ')}`,
    };
  }
  if ('startsWith' in condition)
    return { zh: `${label.zh}以 ${condition.startsWith} 开头`, en: `${label.en} starts with ${condition.startsWith}` };
  return condition.present
    ? { zh: `填有${label.zh}`, en: `${label.en} is given` }
    : { zh: `未填${label.zh}`, en: `${label.en} is not given` };
}

function join(conditions: readonly Condition[], zh: string, en: string, labelOf: Labels, wordOf: Values): Bilingual {
  const parts = conditions.map((c) => describe(c, labelOf, wordOf));
  return { zh: parts.map((p) => p.zh).join(zh), en: parts.map((p) => p.en).join(` ${en} `) };
}
