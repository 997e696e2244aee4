// Goods lines from a spreadsheet, CSV or XLSX: the first row names elements by id or Chinese/English label (P10).
import type { Finding } from '../../kernel/finding.ts';
import { parseCsv } from '../../runtime/codec/csv.ts';
import { isZip, parseXlsx, writeXlsxTemplate } from '../../runtime/codec/xlsx.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { writeCsv } from '../../runtime/codec/write-csv.ts';
import type { FormRow } from './contract.ts';
import { elements } from './elements.ts';
import { refuse } from './refusals.ts';
import { finding } from './rule.ts';

const columns = elements.filter((e) => e.group === 'goods');
const byName = new Map(
  columns.flatMap((e) => [e.id, e.label.zh, e.label.en.toLowerCase()].map((name) => [name, e.id] as const)),
);
const limits = { maxBytes: 5 * 1024 * 1024, maxRows: 5000, maxColumns: 200 };

export async function importGoodsLines(bytes: Uint8Array): Promise<{ rows: FormRow[]; findings: Finding[] }> {
  const [header = [], ...lines] = await readRows(bytes);
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
  return { rows: rows.map((row, i) => withLeadingZero(row, i, findings)), findings };
}

/** A spreadsheet that took a code for a number has eaten the zero of chapters 01–09. */
function withLeadingZero(row: FormRow, i: number, findings: Finding[]): FormRow {
  const code = row.hsCode ?? '';
  if (!/^\d{9}$/.test(code)) return row;
  findings.push(
    finding('leading-zero-restored', `goods[${i}].hsCode`, {
      severity: 'warning',
      value: code,
      message: {
        zh: `第 ${i + 1} 行商品编号只有 9 位，已补首位 0`,
        en: `Line ${i + 1}: the code had nine digits; its leading zero was put back`,
      },
      remedy: { zh: '请核对；表格中请把该列设为文本', en: 'Check it; format the column as text' },
    }),
  );
  return { ...row, hsCode: `0${code}` };
}

async function readRows(bytes: Uint8Array): Promise<string[][]> {
  try {
    return isZip(bytes) ? await parseXlsx(bytes, limits) : parseCsv(bytes, limits);
  } catch (error) {
    if (error instanceof UnreadableMessage)
      throw refuse('GOODS_FILE_UNREADABLE', { reason: `${error.reason.zh} / ${error.reason.en}` });
    throw error;
  }
}

const usualColumns = () => columns.filter((e) => e.usual).map((e) => e.label.zh);
/** The template: one header row of the usual elements; CSV in UTF-8 with BOM so that spreadsheets show Chinese. */
export const goodsLinesTemplate = async (format: 'csv' | 'xlsx'): Promise<Uint8Array> =>
  format === 'xlsx' ? writeXlsxTemplate('商品', usualColumns()) : Buffer.from(writeCsv([usualColumns()]));
