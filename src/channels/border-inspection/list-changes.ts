// Who came, went or changed between two lists, as PAXLST tells it (N3): by the function of a message (1225: 2 addition, 3 deletion, 4 change, each a
// message with those persons alone), because the directory has no such code for one person. Pure.
import type { MappedField } from '../../hub/mapping/contract.ts';

export type ListChange = {
  readonly function: '2' | '3' | '4';
  readonly rows: readonly number[];
  /** Which list the rows are of. */
  readonly of: 'before' | 'now';
};
type Person = { readonly row: number; readonly key: string; readonly all: string };

/** Of the message, and different in each. */
const OWN: ReadonlySet<string> = new Set(['BGM/1004', 'BGM/1225', 'UNB/at']);

/** Undefined where the whole list is to go: the journey is another, nobody stayed as he was, nothing changed, or one cannot be told from another. */
export function changesOf(
  before: readonly MappedField[],
  now: readonly MappedField[],
): readonly ListChange[] | undefined {
  if (headOf(before) !== headOf(now)) return undefined;
  const [had, has] = [peopleOf(before), peopleOf(now)];
  if (!had || !has) return undefined;
  const gone = [...had.values()].filter(({ key }) => !has.has(key));
  const come = [...has.values()].filter(({ key }) => !had.has(key));
  const changed = [...has.values()].filter(({ key, all }) => had.has(key) && had.get(key)?.all !== all);
  const changes = [
    { function: '3', rows: gone.map((one) => one.row), of: 'before' },
    { function: '4', rows: changed.map((one) => one.row), of: 'now' },
    { function: '2', rows: come.map((one) => one.row), of: 'now' },
  ] as const satisfies readonly ListChange[];
  const told = changes.filter(({ rows }) => rows.length > 0);
  return told.length === 0 || has.size === changed.length + come.length ? undefined : told;
}

const headOf = (fields: readonly MappedField[]): string =>
  JSON.stringify(fields.filter((f) => f.row === undefined && !OWN.has(f.target)).map((f) => [f.target, f.value]));

/** By the document he travels on, else by name and day of birth; undefined where two are the same by it. */
function peopleOf(fields: readonly MappedField[]): ReadonlyMap<string, Person> | undefined {
  const rows = new Map<number, MappedField[]>();
  for (const field of fields) if (field.row !== undefined) rows.set(field.row, [...(rows.get(field.row) ?? []), field]);
  const people = [...rows].map(([row, own]): Person => {
    const at = (target: string) => own.find((f) => f.target === target)?.value ?? '';
    const number = at('DOC/1004');
    const known = number ? [at('DOC/1001'), number] : ['', at('NAD/family'), at('NAD/given'), at('DTM/329')];
    return { row, key: JSON.stringify(known), all: JSON.stringify(own.map((f) => [f.target, f.value])) };
  });
  const byKey = new Map(people.map((person) => [person.key, person]));
  return byKey.size === people.length ? byKey : undefined;
}
