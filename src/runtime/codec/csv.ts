// Strict CSV from outside: UTF-8 or GB18030, limited rows and columns (goods lines, reference files).
import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './charset.ts';
import { UnreadableMessage } from './unreadable.ts';

export type CsvLimits = { readonly maxBytes: number; readonly maxRows: number; readonly maxColumns: number };

/** A record and the line of the file it ends on, for reports that name the place. */
export type CsvLine = { readonly line: number; readonly cells: string[] };

export const parseCsv = (bytes: Uint8Array, limits: CsvLimits): string[][] =>
  parseCsvLines(bytes, limits).map((record) => record.cells);

export function parseCsvLines(bytes: Uint8Array, limits: CsvLimits): CsvLine[] {
  if (bytes.length > limits.maxBytes)
    throw new UnreadableMessage(
      `文件超过 ${limits.maxBytes} 字节`,
      `The file is larger than ${limits.maxBytes} bytes`,
      'TOO_LARGE',
    );
  let rows: CsvLine[];
  try {
    const records = parse(textOf(bytes), {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 128 * 1024,
      to: limits.maxRows + 1,
    });
    // The types of csv-parse know nothing of `info`.
    rows = (records as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      line: info.lines,
      cells: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableMessage(
      `CSV 无法解析：${error.message}`,
      `CSV cannot be parsed: ${error.message}`,
      error.code === 'CSV_MAX_RECORD_SIZE' ? 'TOO_LARGE' : 'NOT_WELL_FORMED',
    );
  }
  if (rows.length > limits.maxRows)
    throw new UnreadableMessage(`超过 ${limits.maxRows} 行`, `More than ${limits.maxRows} rows`, 'TOO_MANY');
  if (rows.some((row) => row.cells.length > limits.maxColumns))
    throw new UnreadableMessage(`超过 ${limits.maxColumns} 列`, `More than ${limits.maxColumns} columns`, 'TOO_MANY');
  return rows;
}

/** Spreadsheets of this country save CSV as GB18030 when they do not say UTF-8. */
function textOf(bytes: Uint8Array): string {
  try {
    return decodeText(bytes, 'utf-8');
  } catch {
    return decodeText(bytes, 'gb18030');
  }
}
