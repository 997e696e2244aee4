// Applies a mapping table: form + overlay → the partner's fields, in the order of the table; and the way back (P10).
import { evaluate } from '../../kernel/condition.ts';
import type { Form, FormRow } from '../shipment/contract.ts';
import type { FieldMapping, MappedField, Overlay } from './contract.ts';
import { converterOf } from './converters.ts';

type Source = { readonly [id: string]: string | readonly FormRow[] };
const textIn = (source: Source, id: string): string => {
  const value = source[id];
  return typeof value === 'string' ? value : '';
};

/** Fields that have a value, or that the partner expects even when empty. */
export function mapDocument(fields: readonly FieldMapping[], form: Form, overlay: Overlay = {}): MappedField[] {
  const source: Source = { ...form, ...overlay };
  return fields.flatMap((field): MappedField[] => {
    if (!field.each) return mapOne(field, source, {});
    const rows = source[field.each];
    if (!Array.isArray(rows)) return [];
    return rows.flatMap((row: FormRow, index) =>
      mapOne(field, { ...source, ...row }, { each: field.each as string, row: index }),
    );
  });
}

function mapOne(field: FieldMapping, source: Source, at: { each?: string; row?: number }): MappedField[] {
  if (field.when && !evaluate(field.when, source)) return [];
  const value = converterOf(field.convert).write(field.from.map((id) => textIn(source, id)));
  return value === '' && !field.always ? [] : [{ target: field.target, value, from: field.from, ...at }];
}

/** Reads a partner's fields back into form elements; rows come in the order given. Fields without a way back are left out. */
export function unmapDocument(
  fields: readonly FieldMapping[],
  read: (target: string, row?: number) => string | undefined,
  rowCount: (group: string) => number,
  flags: Form = {},
): Form {
  const form: Record<string, string | FormRow[]> = {};
  for (const field of fields) {
    const back = converterOf(field.convert).read;
    const element = field.from.find((id) => !id.includes('.'));
    if (!back || !element) continue;
    // A condition decides between rows of one target; where a row is alone, what the partner wrote is read.
    const rivals = fields.filter((f) => f.target === field.target).length > 1;
    if (rivals && field.when && !evaluate(field.when, flags)) continue;
    if (!field.each) {
      const text = read(field.target);
      if (text) form[element] = back(text);
      continue;
    }
    const rows = (form[field.each] ??= Array.from({ length: rowCount(field.each) }, () => ({}))) as Record<
      string,
      string
    >[];
    rows.forEach((row, i) => {
      const text = read(field.target, i);
      if (text) row[element] = back(text);
    });
  }
  return form;
}

/**
 * Where in the form a partner's field came from: the reverse road of a rejection. Rejections often give the bare name;
 * with a row number the field of a repeated group is meant, and the form decides between rows of the table that exclude each other.
 */
export function pathOfField(
  fields: readonly FieldMapping[],
  partnerField: string,
  row?: number,
  form: Form = {},
): string | undefined {
  const tail = `/${partnerField}`;
  const named = fields.filter((f) => f.target === partnerField || f.target.endsWith(tail));
  const written = named.filter((f) => !f.when || evaluate(f.when, form));
  const field = written.find((f) => (f.each !== undefined) === (row !== undefined)) ?? written[0] ?? named[0];
  const element = field?.from.find((id) => !id.includes('.'));
  if (!field || !element) return undefined;
  return field.each ? `${field.each}[${row ?? 0}].${element}` : element;
}
