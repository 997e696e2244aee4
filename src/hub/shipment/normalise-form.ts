// A form from outside becomes a clean one: known elements only, text trimmed, empty values dropped. One with too many rows is refused.
import { elementById, elements } from './elements.ts';
import { type Form, type FormRow, groups } from './contract.ts';
import { findLongGroups } from './limit-rows.ts';
import { refuse } from './refusals.ts';

const headIds = new Set(elements.filter((e) => e.group === 'head').map((e) => e.id));
const groupIds: ReadonlySet<string> = new Set(groups);

export type NormalisedForm = {
  readonly form: Form /** Keys that no element has; they are named, not kept. */;
  readonly unknown: readonly string[];
};

export function normaliseForm(raw: { readonly [id: string]: unknown }): NormalisedForm {
  const findings = findLongGroups(raw);
  if (findings[0]) throw refuse('FORM_TOO_LONG', { ...findings[0].message, findings });
  const form: Record<string, string | FormRow[]> = {};
  const unknown: string[] = [];
  for (const [id, value] of Object.entries(raw)) {
    if (headIds.has(id) && typeof value === 'string') {
      const text = clean(value);
      if (text !== '') form[id] = text;
    } else if (groupIds.has(id) && Array.isArray(value)) {
      form[id] = value.map((row, i) => normaliseRow(row, id, i, unknown));
    } else unknown.push(id);
  }
  return { form, unknown };
}

function normaliseRow(raw: unknown, group: string, index: number, unknown: string[]): FormRow {
  const row: Record<string, string> = {};
  for (const [id, value] of Object.entries((raw ?? {}) as object)) {
    if (elementById(id)?.group !== group || typeof value !== 'string') unknown.push(`${group}[${index}].${id}`);
    else if (clean(value) !== '') row[id] = clean(value);
  }
  return row;
}

const clean = (text: string): string => text.toWellFormed().replaceAll('\u0000', '').normalize('NFC').trim();

export const textOf = (form: Form, id: string): string => {
  const value = form[id];
  return typeof value === 'string' ? value : '';
};
export const rowsOf = (form: Form, group: string): readonly FormRow[] => {
  const value = form[group];
  return Array.isArray(value) ? value : [];
};
