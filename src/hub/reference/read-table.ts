// Reads the rows of one published table: what is good, and what is wrong with each bad row, by line, value and rule.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { TariffContent } from './contract.ts';
import type { Content } from './load-edition.ts';
import type { Layout } from './table-layouts.ts';

export type BadRow = {
  readonly line: number;
  readonly value: string;
  readonly rule: string;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
};
export type Read<C extends Content = Content> = {
  readonly rows: { readonly code: string; readonly content: C }[];
  readonly bad: BadRow[];
};
/** A row with the line it began on. */
export type Line = { readonly line: number; readonly cells: readonly string[] };

const shapeFault = (line: number, value: string, zh: string, en: string): BadRow => ({
  line,
  value: value.slice(0, 60),
  rule: 'code-shape',
  message: { zh: `代码不符合${zh}`, en: `The code is not ${en}` },
  remedy: { zh: '请在文件中更正该代码后重新导入', en: 'Correct the code in the file and import again' },
});
const doubled = (line: number, value: string): BadRow => ({
  line,
  value,
  rule: 'code-once',
  message: { zh: '代码重复且内容不同', en: 'The code stands twice with different content' },
  remedy: { zh: '请保留正确的一行', en: 'Keep the one that is right' },
});
const nameless = (line: number, value: string): BadRow => ({
  line,
  value,
  rule: 'name-given',
  message: { zh: '缺少名称', en: 'The name is missing' },
  remedy: { zh: '请补上名称', en: 'Give the name' },
});

export function readTable(lines: readonly Line[], layout: Layout): Read {
  const bad: BadRow[] = [];
  const kept = new Map<string, { name: Content['name']; other?: Record<string, string> }>();
  for (const { line, cells } of lines.slice(layout.heading)) {
    const code = cells[layout.code]?.trim() ?? '';
    const zh = cells[layout.zh]?.trim() ?? '';
    // A line such as `进口,,` only opens a section of a table that holds two sides.
    if (layout.sides && /^(进口|出口)$/.test(code) && zh === '') continue;
    if (!layout.pattern.test(code)) {
      bad.push(shapeFault(line, code, `本表格式 ${layout.pattern.source}`, `of the form ${layout.pattern.source}`));
      continue;
    }
    if (zh === '') {
      bad.push(nameless(line, code));
      continue;
    }
    const other = othersOf(cells, layout);
    const before = kept.get(code);
    if (before?.other && other.side && before.other.side !== other.side) {
      // One code may bear another name on the other side; both are kept.
      const both =
        before.name.zh === zh ? before.name : { zh: `${before.name.zh}／${zh}`, en: `${before.name.en} / ${zh}` };
      kept.set(code, { name: both, other: { ...before.other, side: `${before.other.side}、${other.side}` } });
      continue;
    }
    const english = layout.english === undefined ? '' : (cells[layout.english] ?? '').replace(/\s+/g, ' ').trim();
    const content = { name: { zh, en: english || zh }, ...(Object.keys(other).length > 0 ? { other } : {}) };
    if (before && JSON.stringify(before) !== JSON.stringify(content)) bad.push(doubled(line, code));
    else kept.set(code, content);
  }
  return { rows: [...kept].map(([code, content]) => ({ code, content })), bad };
}
const othersOf = (cells: readonly string[], layout: Layout): Record<string, string> =>
  Object.fromEntries(
    Object.entries(layout.other ?? {}).flatMap(([name, column]) => {
      const value = cells[column]?.trim();
      return value ? [[name, value]] : [];
    }),
  );

const rate = /^\d+(\.\d+)?$/;
/** `编码,名称,许可证代码,普通税率,优惠税率,备注,出口税率,消费税率,增值税率,第一法定单位,第二法定单位,申报要素`. */
export function readTariff(lines: readonly Line[]): Read<TariffContent> {
  const bad: BadRow[] = [];
  const kept = new Map<string, TariffContent>();
  for (const { line, cells } of lines.slice(1)) {
    const [
      code = '',
      zh = '',
      documents = '',
      general,
      mfn,
      ,
      exported,
      consumption,
      vat,
      firstUnit = '',
      second,
      elements = '',
    ] = cells.map((c) => c.trim());
    const rates = {
      generalRate: general,
      mfnRate: mfn,
      exportRate: exported,
      consumptionRate: consumption,
      vatRate: vat,
    };
    const wrong = Object.values(rates).find((r) => r && !rate.test(r));
    if (!/^\d{10}$/.test(code)) bad.push(shapeFault(line, code, '十位数字', 'ten digits'));
    else if (zh === '') bad.push(nameless(line, code));
    else if (wrong || !/^\d{3}$/.test(firstUnit)) bad.push(figureFault(line, `${code} ${wrong ?? firstUnit}`));
    else if (kept.has(code)) bad.push(doubled(line, code));
    else
      kept.set(code, {
        code,
        name: { zh, en: zh },
        documents: [...documents],
        firstUnit,
        ...(second ? { secondUnit: second } : {}),
        ...Object.fromEntries(Object.entries(rates).filter(([, r]) => r)),
        elements: elements.split(';').flatMap(elementOf),
      });
  }
  return { rows: [...kept.values()].map((content) => ({ code: content.code, content })), bad };
}
/** Elements are numbered in the file; a spreadsheet's own error word (`#N/A`) stands where the table has none. */
const elementOf = (text: string): string[] => {
  const name = text.replace(/^\d+/, '').trim();
  return name === '' || name.startsWith('#') ? [] : [name];
};
const figureFault = (line: number, value: string): BadRow => ({
  line,
  value: value.slice(0, 60),
  rule: 'rate-and-unit',
  message: {
    zh: '税率应为小数、第一法定单位应为三位代码',
    en: 'A rate must be a decimal, the first unit a three-digit code',
  },
  remedy: {
    zh: '请更正该行；从量、复合税率暂不支持',
    en: 'Correct the row; specific and compound rates are not supported yet',
  },
});

/** `HS编码,类别码,货物名称,…,有效标识,状态`: CIQ codes, thirteen digits; a row marked 1 is void. */
export function readCiqCodes(lines: readonly Line[]): Read {
  const bad: BadRow[] = [];
  const rows = new Map<string, Content>();
  for (const { line, cells } of lines.slice(1)) {
    const code = `${cells[0]?.trim()}${cells[1]?.trim()}`;
    const zh = cells[2]?.trim() ?? '';
    if (cells[6]?.trim() === '1') continue;
    if (!/^\d{13}$/.test(code)) bad.push(shapeFault(line, code, '十三位数字', 'thirteen digits'));
    else if (zh === '') bad.push(nameless(line, code));
    else if (rows.has(code)) bad.push(doubled(line, code));
    else rows.set(code, { name: { zh, en: zh } });
  }
  return { rows: [...rows].map(([code, content]) => ({ code, content })), bad };
}
