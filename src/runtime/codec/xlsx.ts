// Spreadsheets from outside (P10): the first sheet as rows of text. Read in a worker with bounded memory and time, because a
// small file can unpack to anything; formulas are never evaluated, only their stored results are taken.
import { Workbook } from '@cj-tech-master/excelts';
import type { CsvLimits } from './csv.ts';
import { UnreadableMessage } from './unreadable.ts';
import { readInWorker } from './xlsx-readers.ts';

const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const MAX_ENTRIES = 500;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

export async function parseXlsx(bytes: Uint8Array, limits: CsvLimits): Promise<string[][]> {
  if (bytes.length > limits.maxBytes)
    throw new UnreadableMessage(
      `文件超过 ${limits.maxBytes} 字节`,
      `The file is larger than ${limits.maxBytes} bytes`,
      'TOO_LARGE',
    );
  checkArchive(bytes);
  const answer = await readInWorker({ bytes, maxRows: limits.maxRows, maxColumns: limits.maxColumns });
  if ('unreadable' in answer)
    throw new UnreadableMessage(
      `XLSX 无法解析：${answer.unreadable}`,
      `XLSX cannot be parsed: ${answer.unreadable}`,
      'NOT_WELL_FORMED',
    );
  return answer.rows;
}

/** Refuses an archive that says itself that it is too large; one that lies is stopped by the worker's own limits. */
function checkArchive(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndOfCentralDirectory(view);
  if (end === undefined)
    throw new UnreadableMessage('不是完整的 XLSX 文件', 'It is not a complete XLSX file', 'NOT_WELL_FORMED');
  const entries = view.getUint16(end + 10, true);
  if (entries > MAX_ENTRIES)
    throw new UnreadableMessage(
      `压缩包内文件超过 ${MAX_ENTRIES} 个`,
      `The archive holds more than ${MAX_ENTRIES} files`,
      'TOO_MANY',
    );
  let at = view.getUint32(end + 16, true);
  let unpacked = 0;
  for (let i = 0; i < entries && at + 46 <= bytes.length; i++) {
    unpacked += view.getUint32(at + 24, true);
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))).toString('latin1');
    if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|:|\.(zip|xlsx|xlsm|jar)$/i.test(name))
      throw new UnreadableMessage(
        `压缩包内有不允许的文件：${name.slice(0, 60)}`,
        `The archive holds a file that is not allowed: ${name.slice(0, 60)}`,
        'FORBIDDEN_CONSTRUCT',
      );
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (unpacked > MAX_UNPACKED_BYTES)
    throw new UnreadableMessage(
      `解压后超过 ${MAX_UNPACKED_BYTES} 字节`,
      `It unpacks to more than ${MAX_UNPACKED_BYTES} bytes`,
      'TOO_LARGE',
    );
}

/** APPNOTE 4.3.16: 22 bytes and a comment of up to 65,535 at the end of the file. */
function findEndOfCentralDirectory(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 65_535; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
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
