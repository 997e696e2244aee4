// Reading the form in the browser. Pure.
import type { Bilingual } from '../../../kernel/bilingual.ts';
import { evaluate } from '../../../kernel/condition.ts';
import type { Dictionary, ElementView, Form, FormRow } from '../contract.ts';

export const textOf = (form: Form, id: string): string => (typeof form[id] === 'string' ? form[id] : '');
const none: readonly FormRow[] = [];
/** The same empty list each time, so that memoised parts see no change. */
export const rowsOf = (form: Form, group: string): readonly FormRow[] =>
  Array.isArray(form[group]) ? (form[group] as readonly FormRow[]) : none;
export const hasValue = (form: Form, element: ElementView): boolean =>
  element.group === 'head' ? textOf(form, element.id) !== '' : rowsOf(form, element.group).some((r) => r[element.id]);
export const cellPath = (group: string, row: number, id: string): string => `${group}[${row}].${id}`;

/** Needed to save or to file this form, as it stands now. */
export const isNeeded = (element: ElementView, form: Form): boolean =>
  element.neededWhen ? evaluate(element.neededWhen, form) : element.need !== 'optional';

/** `goods[1].hsCode` → 商品 第 2 行 · 商品编号; a path of nothing known stays what it is. */
export function nameOfPath({ sections, elements }: Dictionary, path: string): Bilingual {
  const [, group, row, id] = /^(\w+)(?:\[(\d+)\](?:\.(\w+))?)?$/.exec(path) ?? [];
  const label = (wanted: string | undefined) => elements.find((e) => e.id === wanted)?.label;
  const head = label(group) ?? sections.find((s) => s.group === group)?.label;
  if (!head) return { zh: path, en: path };
  if (row === undefined) return head;
  const number = Number(row) + 1;
  const element = label(id);
  return {
    zh: `${head.zh} 第 ${number} 行${element ? ` · ${element.zh}` : ''}`,
    en: `${head.en}, row ${number}${element ? `: ${element.en}` : ''}`,
  };
}

/** Cells copied from a spreadsheet: tab between columns, a line a row; quotes around cells with line breaks. */
export function readCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (quoted) {
      if (c === '"' && text.charAt(i + 1) === '"') {
        cell += '"';
        i += 1;
      } else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === '\t') endCell();
    else if (c === '\n') {
      endCell();
      rows.push([]);
    } else if (c !== '\r') cell += c;
  }
  endCell();
  const last = rows.at(-1);
  if (last && last.length === 1 && last[0] === '' && rows.length > 1) rows.pop();
  return rows;
}
