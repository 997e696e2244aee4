// Goods lines from a spreadsheet saved as CSV: the first row names elements by id or Chinese/English label (P10).
import type { Finding } from '../../kernel/finding.ts';
import { parseCsv } from '../../runtime/codec/csv.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import type { FormRow } from './contract.ts';
import { elements } from './elements.ts';
import { refuse } from './refusals.ts';
import { finding } from './rule.ts';

const columns = elements.filter((e) => e.group === 'goods');
const byName = new Map(
  columns.flatMap((e) => [e.id, e.label.zh, e.label.en.toLowerCase()].map((name) => [name, e.id] as const)),
);
const limits = { maxBytes: 5 * 1024 * 1024, maxRows: 5000, maxColumns: 200 };

export function importGoodsLines(bytes: Uint8Array): { rows: FormRow[]; findings: Finding[] } {
  const [header = [], ...lines] = readRows(bytes);
  const ids = header.map((name) => byName.get(name.trim()) ?? byName.get(name.trim().toLowerCase()));
  const findings = header.flatMap((name, i) =>
    ids[i] || name.trim() === ''
      ? []
      : [
          finding('column-known', `column[${i}]`, {
            severity: 'warning',
            value: name,
            message: { zh: `不认识的列“${name}”，已忽略`, en: `Unknown column "${name}" was left out` },
            remedy: { zh: '列名请用元素代码或名称', en: 'Name columns by element id or label' },
          }),
        ],
  );
  if (!ids.includes('hsCode'))
    throw refuse('GOODS_FILE_UNREADABLE', { reason: '缺少“商品编号”列 / no column "hsCode"' });
  const rows = lines.map((line, i) => {
    const cells = line.flatMap((cell, column): [string, string][] =>
      ids[column] && cell.trim() !== '' ? [[ids[column], cell.trim()]] : [],
    );
    return { ...Object.fromEntries(cells), lineNumber: String(i + 1) };
  });
  return { rows, findings };
}

function readRows(bytes: Uint8Array): string[][] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw refuse('GOODS_FILE_UNREADABLE', { reason: 'XLSX 请另存为 CSV 后上传 / save the XLSX as CSV first' });
  try {
    return parseCsv(bytes, limits);
  } catch (error) {
    if (error instanceof UnreadableMessage)
      throw refuse('GOODS_FILE_UNREADABLE', { reason: `${error.reason.zh} / ${error.reason.en}` });
    throw error;
  }
}

/** The template: one header row of the usual elements, UTF-8 with BOM so that spreadsheets show Chinese. */
export const goodsLinesTemplate = (): string =>
  `\uFEFF${columns
    .filter((e) => e.usual)
    .map((e) => e.label.zh)
    .join(',')}\r\n`;
