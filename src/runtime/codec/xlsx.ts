// Spreadsheets from outside (P10): the first sheet as rows of text. Read in a worker with bounded memory and time, because a
// small file can unpack to anything; formulas are never evaluated, only their stored results are taken.
import { Workbook } from '@cj-tech-master/excelts';
import { checkArchive } from './check-archive.ts';
import type { CsvLimits } from './csv.ts';
import { UnreadableMessage } from './unreadable.ts';
import { safeCell } from './write-csv.ts';
import { readInWorker } from './xlsx-readers.ts';

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

export async function parseXlsx(bytes: Uint8Array, limits: CsvLimits): Promise<string[][]> {
  if (bytes.length > limits.maxBytes)
    throw new UnreadableMessage(
      `文件超过 ${limits.maxBytes} 字节`,
      `The file is larger than ${limits.maxBytes} bytes`,
      'TOO_LARGE',
    );
  await checkArchive(bytes);
  const answer = await readInWorker({ bytes, maxRows: limits.maxRows, maxColumns: limits.maxColumns });
  if ('unreadable' in answer)
    throw new UnreadableMessage(
      `XLSX 无法解析：${answer.unreadable}`,
      `XLSX cannot be parsed: ${answer.unreadable}`,
      'NOT_WELL_FORMED',
    );
  return answer.rows;
}

/** One sheet of rows; plain numbers as numbers, all else as text that no spreadsheet takes for a formula. */
export async function writeXlsx(sheet: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  const page = workbook.addWorksheet(sheet);
  for (const row of rows) page.addRow(row.map((cell) => (/^-?\d{1,15}$/.test(cell) ? Number(cell) : safeCell(cell))));
  page.getRow(1).font = { bold: true };
  return workbook.xlsx.writeBuffer() as Promise<Uint8Array>;
}

/** One sheet with one header row; every cell is text, so that codes keep their leading zeros. */
export async function writeXlsxTemplate(sheet: string, header: readonly string[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  const page = workbook.addWorksheet(sheet);
  page.addRow([...header]);
  page.getRow(1).font = { bold: true };
  header.forEach((name, i) => {
    const column = page.getColumn(i + 1);
    column.width = Math.max(12, name.length * 2.2);
    column.numFmt = '@';
  });
  return workbook.xlsx.writeBuffer() as Promise<Uint8Array>;
}
