// Runs in a worker of its own (xlsx-readers.ts): unpacks and reads one file after another, with nothing else to lose.
import { parentPort } from 'node:worker_threads';
import { Workbook } from '@cj-tech-master/excelts';
import type { XlsxAnswer, XlsxFile } from './xlsx-readers.ts';

type CellValue = {
  readonly result?: unknown;
  readonly richText?: readonly { readonly text: string }[];
  readonly text?: unknown;
};

/** Numbers as shortest decimal text, dates as days, formulas by their stored result. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value).toString() : String(value);
  if (typeof value !== 'object') return String(value);
  const { result, richText, text } = value as CellValue;
  if (richText) return richText.map((part) => part.text).join('');
  return textOf(result ?? text);
}

async function read({ bytes, maxRows, maxColumns }: XlsxFile): Promise<XlsxAnswer> {
  const workbook = new Workbook();
  await workbook.xlsx.load(Buffer.from(bytes));
  const sheet = workbook.worksheets[0];
  if (!sheet) return { unreadable: '没有工作表 / no sheet' };
  if (sheet.rowCount > maxRows) return { unreadable: `超过 ${maxRows} 行 / more than ${maxRows} rows` };
  if (sheet.columnCount > maxColumns) return { unreadable: `超过 ${maxColumns} 列 / more than ${maxColumns} columns` };
  const rows: string[][] = [];
  sheet.eachRow({ includeEmpty: false }, (row) => {
    const cells = Array.from({ length: sheet.columnCount }, (_, i) => textOf(row.getCell(i + 1).value).trim());
    if (cells.some((cell) => cell !== '')) rows.push(cells);
  });
  return { rows };
}

parentPort?.on('message', (file: XlsxFile) => {
  read(file)
    .catch((error: unknown): XlsxAnswer => ({ unreadable: (error as Error).message.slice(0, 200) }))
    .then((answer) => parentPort?.postMessage(answer));
});
