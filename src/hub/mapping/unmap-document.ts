// The way back of a mapping table: the partner's fields → form elements (P10). A table is put in order once, when its channel is loaded; a
// message then costs one look per field it holds, not one search per field the table knows (F6).
import { type Condition, evaluate } from '../../kernel/condition.ts';
import type { Form, FormRow } from '../shipment/contract.ts';
import type { FieldMapping } from './contract.ts';
import { converterOf } from './converters.ts';

type Step = {
  /** Where its target stands among the targets of the part. */
  readonly place: number;
  readonly element: string;
  /** Undefined where the partner's text is ours. */
  readonly back: ((text: string) => string) | undefined;
  /** A condition decides between fields of one target; where a field is alone, what the partner wrote is read. */
  readonly when?: Condition;
};
/** Fields that follow each other in the table and are of one group, or of none: what one row of the partner's holds. */
export type ReadablePart = {
  readonly each: string | undefined;
  readonly targets: readonly string[];
  readonly steps: readonly Step[];
};

/** Fields without a way back are left out. */
export function readableParts(fields: readonly FieldMapping[]): readonly ReadablePart[] {
  const rivals = rivalTargets(fields);
  const parts: { each: string | undefined; targets: string[]; steps: Step[] }[] = [];
  for (const { target, from, convert, each, when } of fields) {
    const back = converterOf(convert).read;
    const element = from.find((id) => !id.includes('.'));
    if (!back || !element) continue;
    let part = parts.at(-1);
    if (!part || part.each !== each) parts.push((part = { each, targets: [], steps: [] }));
    if (!part.targets.includes(target)) part.targets.push(target);
    const place = part.targets.indexOf(target);
    const step = { place, element, back: convert && convert !== 'same' ? back : undefined };
    part.steps.push(when && rivals.has(target) ? { ...step, when } : step);
  }
  return parts;
}
/** Targets that several fields of a table write. */
function rivalTargets(fields: readonly FieldMapping[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(fields.map((f) => f.target).filter((target) => seen.has(target) || !seen.add(target)));
}

/** `read` gives the texts at a part's targets, in their order, of one row; rows come in the order given. */
export function unmapDocument(
  parts: readonly ReadablePart[],
  read: (part: ReadablePart, row: number) => readonly (string | undefined)[],
  rowCount: (group: string) => number,
  flags: Form = {},
): Form {
  const form: Record<string, string | FormRow[]> = {};
  for (const part of parts) {
    const steps = part.steps.filter(({ when }) => !when || evaluate(when, flags));
    if (part.each === undefined) {
      fill(form, steps, read(part, 0));
      continue;
    }
    const rows = (form[part.each] ??= Array.from({ length: rowCount(part.each) }, () => ({}))) as Record<
      string,
      string
    >[];
    for (let row = 0; row < rows.length; row++) fill(rows[row] ?? {}, steps, read(part, row));
  }
  return form;
}
function fill(into: Record<string, unknown>, steps: readonly Step[], texts: readonly (string | undefined)[]): void {
  for (const { place, element, back } of steps) {
    const text = texts[place];
    if (text) into[element] = back ? back(text) : text;
  }
}
