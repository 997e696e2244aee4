// Applies a mapping table: form + overlay → the partner's fields, in the order of the table; and where a field came from (P10).
import { evaluate } from '../../kernel/condition.ts';
import type { Form, FormRow } from '../shipment/contract.ts';
import type { FieldMapping, MappedField, Overlay } from './contract.ts';
import { translateCode } from './code-tables.ts';
import { converterOf } from './converters.ts';

type Source = { readonly [id: string]: string | readonly FormRow[] };
const textIn = (source: Source, id: string): string => {
  const value = source[id];
  return typeof value === 'string' ? value : '';
};

/** Stands where a digest is written, until somebody with the key writes it: what is to be digested never comes out as it is. */
const notDigested = () => '•';

/** Fields that have a value, or that the partner expects even when empty. `digest`: with the key agreed with the partner. */
export function mapDocument(
  fields: readonly FieldMapping[],
  form: Form,
  overlay: Overlay = {},
  digest: (text: string) => string = notDigested,
  /** The partner's day it is written for; without one, codes stay ours. */
  day?: string,
): MappedField[] {
  const mapOne = (field: FieldMapping, from: Source, at: { each?: string; row?: number }): MappedField[] => {
    const mapped = mapPlain(field, from, at, day);
    return field.digest ? mapped.map((one) => (one.value === '' ? one : { ...one, value: digest(one.value) })) : mapped;
  };
  const source: Source = { ...form, ...overlay };
  // A row sees the form around it: put together once, not once for every field of the table.
  const groups = new Map<string, readonly Source[]>();
  const rowsOf = (group: string): readonly Source[] => {
    let rows = groups.get(group);
    if (!rows) {
      const written = source[group];
      rows = Array.isArray(written) ? written.map((row: FormRow) => ({ ...source, ...row })) : [];
      groups.set(group, rows);
    }
    return rows;
  };
  return fields.flatMap((field): MappedField[] => {
    const { each } = field;
    if (!each) return mapOne(field, source, {});
    return rowsOf(each).flatMap((row, index) => mapOne(field, row, { each, row: index }));
  });
}

function mapPlain(
  field: FieldMapping,
  source: Source,
  at: { each?: string; row?: number },
  day: string | undefined,
): MappedField[] {
  if (field.when && !evaluate(field.when, source)) return [];
  const written = converterOf(field.convert).write(field.from.map((id) => textIn(source, id)));
  const value = field.codes && day && written !== '' ? translateCode(field.codes, written, day) : written;
  return value === '' && !field.always ? [] : [{ target: field.target, value, from: field.from, ...at }];
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
