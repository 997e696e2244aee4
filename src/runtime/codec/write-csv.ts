// CSV for people's spreadsheets (P10). A cell that begins like a formula is written with an apostrophe before it, so that opening the
// file runs nothing that somebody typed (CSV injection; ASVS 1.2.10). Records end in CRLF, with a BOM: Excel here reads UTF-8 by it.
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
/** A plain number may begin with its sign. */
const number = /^[+-]\d{1,30}(\.\d{1,30})?$/;

export const safeCell = (text: string): string => (formula.test(text) && !number.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => quoted(safeCell(cell))).join(',')).join('\r\n')}\r\n`;
