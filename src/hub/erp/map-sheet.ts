// A spreadsheet of shipments read into forms (N12, P10): one line for each goods line, lines with the same own reference are one shipment; what
// the case has once stands in its first line. Columns are named by element id or label. Pure.
import type { Finding } from '../../kernel/finding.ts';
import type { ElementView, Form, FormRow } from '../shipment/contract.ts';
import { elements } from '../shipment/index.ts';
import type { PlacedFinding } from './contract.ts';

export type SheetShipment = {
  readonly reference: string;
  readonly form: Form;
  readonly findings: readonly PlacedFinding[];
  /** Where in the sheet a path of the form stands. */
  placeOf(path: string): { readonly row?: number; readonly column?: string };
};
export type Sheet = { readonly shipments: readonly SheetShipment[]; readonly findings: readonly PlacedFinding[] };

const REFERENCE = 'traderReference';
const MOST_FINDINGS = 50;
const RULE_VERSION = '2026-11';
type Group = 'head' | 'goods' | 'containers' | 'pieces';
const columns: readonly ElementView[] = elements.filter((e) =>
  ['head', 'goods', 'containers', 'pieces'].includes(e.group),
);
/** A label that several elements share names none of them; the id always does. */
const byName: ReadonlyMap<string, ElementView> = new Map([
  ...[
    ...Map.groupBy(
      columns.flatMap((e) => [e.label.zh, e.label.en.toLowerCase()].map((name) => ({ name, e }))),
      (one) => one.name,
    ),
  ]
    .filter(([, same]) => new Set(same.map((one) => one.e.id)).size === 1)
    .flatMap(([name, same]) => (same[0] ? [[name, same[0].e] as const] : [])),
  ...columns.map((e) => [e.id, e] as const),
]);

/** The header of the template: what is usual, by id, so that no label can be taken for another. */
export const sheetColumns: readonly string[] = [
  REFERENCE,
  ...columns
    .filter((e) => (e.usual || e.need === 'declare' || e.need === 'draft') && e.id !== REFERENCE)
    .map((e) => e.id),
];

type Line = {
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
  /** What stands under a column that no element has. */
  readonly lost: readonly PlacedFinding[];
};

export function readSheet(rows: readonly (readonly string[])[]): Sheet {
  const [header = [], ...rest] = rows;
  const named = header.map((name) => byName.get(name.trim()) ?? byName.get(name.trim().toLowerCase()));
  const isUsed = (column: number) => rest.some((cells) => (cells[column] ?? '').trim() !== '');
  const strange = header.flatMap((name, column) => (named[column] ? [] : [{ name: name.trim(), column }]));
  const findings = strange.flatMap(({ name, column }) => (name === '' || isUsed(column) ? [] : [emptyColumn(name)]));
  const lines = rest.flatMap((cells, i): Line[] => {
    const known = cells.flatMap((cell, column): [string, string][] => {
      const element = named[column];
      return element && cell.trim() !== '' ? [[element.id, cell.trim()]] : [];
    });
    const row = i + 2;
    const lost = strange.flatMap(({ name, column }) => {
      const value = (cells[column] ?? '').trim();
      return value === '' ? [] : [unknownCell(name, value, row)];
    });
    return known.length > 0 || lost.length > 0 ? [{ row, cells: new Map(known), lost }] : [];
  });
  const cases = Map.groupBy(lines, (line) => line.cells.get(REFERENCE) ?? `#${line.row}`);
  const columnOf = new Map(named.flatMap((element, i) => (element ? [[element.id, header[i]?.trim() ?? '']] : [])));
  return {
    shipments: [...cases].map(([reference, own]) => toShipment(reference, own, columnOf)),
    findings,
  };
}

function toShipment(reference: string, lines: readonly Line[], columnOf: ReadonlyMap<string, string>): SheetShipment {
  const ids = (group: Group) => columns.filter((e) => e.group === group).map((e) => e.id);
  const first = lines[0];
  const head: Record<string, string> = {};
  const findings: PlacedFinding[] = lines.flatMap(({ lost }) => lost).slice(0, MOST_FINDINGS);
  for (const id of ids('head'))
    for (const line of lines) {
      const value = line.cells.get(id);
      if (value === undefined) continue;
      head[id] ??= value;
      if (head[id] !== value) findings.push(contradiction(id, value, head[id] ?? '', line.row, columnOf.get(id)));
    }
  const rowsOf = (group: Group) =>
    lines.flatMap((line): { row: number; cells: FormRow }[] => {
      const cells = ids(group).flatMap((id) => {
        const value = line.cells.get(id);
        return value === undefined ? [] : [[id, value] as const];
      });
      return cells.length > 0 ? [{ row: line.row, cells: Object.fromEntries(cells) }] : [];
    });
  const goods = rowsOf('goods');
  // A container may stand beside each goods line that is in it, and so may a package.
  const once = (group: Group, number: string) =>
    [...Map.groupBy(rowsOf(group), (one) => one.cells[number] ?? '').values()].flatMap((same) => same.slice(0, 1));
  const containers = once('containers', 'containerNumber');
  const pieces = once('pieces', 'pieceNumber');
  const form: Form = {
    ...head,
    goods: goods.map(({ cells }, i) => ({ ...cells, lineNumber: cells.lineNumber ?? String(i + 1) })),
    containers: containers.map((one) => one.cells),
    ...(pieces.length > 0 ? { pieces: pieces.map((one) => one.cells) } : {}),
  };
  return {
    reference,
    form,
    findings,
    placeOf: (path) => {
      const [, group, index, field] = /^(\w+)\[(\d+)\](?:\.(\w+))?$/.exec(path) ?? [];
      const at = group === 'containers' ? containers : group === 'pieces' ? pieces : goods;
      const row = group ? at[Number(index)]?.row : first?.row;
      const column = columnOf.get(field ?? path);
      return { ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
    },
  };
}

const unknownCell = (name: string, value: string, row: number): PlacedFinding => ({
  path: name.slice(0, 200),
  value: value.slice(0, 200),
  rule: 'column-known',
  ruleVersion: RULE_VERSION,
  severity: 'error',
  message: {
    zh: `表单没有列“${name.slice(0, 60)}”对应的元素，无处填写“${value.slice(0, 60)}”`,
    en: `The form has no element for the column "${name.slice(0, 60)}" that could take "${value.slice(0, 60)}"`,
  },
  remedy: {
    zh: '该票未保存；列名请用元素代码（见 GET /elements），或去掉该列',
    en: 'Nothing of the shipment was kept; name the column by element id (GET /elements) or leave it out',
  },
  row,
  column: name.slice(0, 200),
});
const emptyColumn = (name: string): PlacedFinding => ({
  path: '',
  value: name.slice(0, 200),
  rule: 'column-known',
  ruleVersion: RULE_VERSION,
  severity: 'warning',
  message: { zh: `不认识的列“${name.slice(0, 60)}”，已忽略`, en: `Unknown column "${name.slice(0, 60)}" was left out` },
  remedy: { zh: '列名请用元素代码，见 GET /elements', en: 'Name columns by element id, see GET /elements' },
  row: 1,
  column: name.slice(0, 200),
});
const contradiction = (
  id: string,
  value: string,
  before: string,
  row: number,
  column: string | undefined,
): PlacedFinding => ({
  path: id,
  value,
  rule: 'one-value-per-shipment',
  ruleVersion: RULE_VERSION,
  severity: 'error',
  message: {
    zh: `同一票的这一项前面是“${before}”，此行是“${value}”`,
    en: `The shipment had "${before}" here, this line says "${value}"`,
  },
  remedy: {
    zh: '一票只有一个值：请改为相同，或分为两票',
    en: 'A shipment has one value: make them equal, or split the shipment',
  },
  row,
  ...(column === undefined ? {} : { column }),
});

export const placed = (shipment: Pick<SheetShipment, 'placeOf'>, findings: readonly Finding[]): PlacedFinding[] =>
  findings.map((finding) => ({ ...finding, ...shipment.placeOf(finding.path) }));
