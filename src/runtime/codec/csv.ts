// Strict CSV from outside: UTF-8 or GB18030, limited rows and columns (goods lines, reference files).
import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './charset.ts';
import { UnreadableMessage } from './unreadable.ts';

const [QUOTE, COMMA, NEWLINE, RETURN] = [0x22, 0x2c, 0x0a, 0x0d];

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
  const text = textOf(bytes);
  checkWidth(text, limits);
  let rows: CsvLine[];
  try {
    const records = parse(text, {
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
  return rows;
}

/**
 * The reader counts columns only when it has made a cell of each, and none of what it limits grows with an empty one: so they are
 * counted here before, up to the limit and no further. Lines end as the first of them does, and not between quotes; where quotes stand
 * as they may not, the reader says so.
 */
function checkWidth(text: string, { maxRows, maxColumns }: CsvLimits): void {
  let ending = '';
  let begun = 0;
  let columns = 1;
  let rows = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      i = text.indexOf('"', i + 1);
      if (i < 0) return;
    } else if (c === COMMA) {
      columns += 1;
      if (columns > maxColumns)
        throw new UnreadableMessage(`超过 ${maxColumns} 列`, `More than ${maxColumns} columns`, 'TOO_MANY');
    } else if (c === NEWLINE || c === RETURN) {
      ending ||= c === NEWLINE ? '\n' : text[i + 1] === '\n' ? '\r\n' : '\r';
      if (c !== ending.charCodeAt(0) || (ending.length > 1 && text.charCodeAt(i + 1) !== NEWLINE)) continue;
      // Empty lines are no rows. After one row too many nothing is read.
      if (i > begun) rows += 1;
      if (rows > maxRows) return;
      i += ending.length - 1;
      begun = i + 1;
      columns = 1;
    }
  }
}

/** Spreadsheets of this country save CSV as GB18030 when they do not say UTF-8. */
function textOf(bytes: Uint8Array): string {
  try {
    return decodeText(bytes, 'utf-8');
  } catch {
    return decodeText(bytes, 'gb18030');
  }
}
