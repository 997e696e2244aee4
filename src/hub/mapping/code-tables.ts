// Code translation, dated (formats §1.9, §4.1): what stands in our form in the national codes of today a partner may have in older or other
// ones. One table for each code list of a system; a row holds from a day to a day, both counted, and a message is written with the rows of
// its own day. A code that has no row on the day is not guessed at: the document is not written and says why.
import type { CodeRow, CodeTable } from './contract.ts';

/** `CHN 142` pairs. */
export const rowsOf = (text: string, days: Pick<CodeRow, 'from' | 'to'> = {}): CodeRow[] =>
  text
    .trim()
    .split(/\n|;/)
    .map((pair) => pair.trim().split(/\s+/))
    .map(([ours = '', theirs = '']) => ({ ours, theirs, ...days }));

const holds = (row: CodeRow, day: string): boolean =>
  (row.from === undefined || row.from <= day) && (row.to === undefined || day <= row.to);
const sameOn = (table: CodeTable, day: string): boolean => table.sameFrom !== undefined && day >= table.sameFrom;

export function translateCode(table: CodeTable, code: string, day: string): string {
  if (sameOn(table, day)) return code;
  const row = table.rows.find((one) => one.ours === code && holds(one, day));
  if (!row)
    throw new RangeError(`代码 ${code} 在 ${day} 没有${table.name.zh} / no code of ${table.id} for ${code} on ${day}`);
  return row.theirs;
}
/** The way back, where one code of ours alone is meant; otherwise what they wrote is not ours to choose. */
export function translateBack(table: CodeTable, theirs: string, day: string): string | undefined {
  if (sameOn(table, day)) return theirs;
  const meant = table.rows.filter((one) => one.theirs === theirs && holds(one, day));
  return meant.length === 1 ? meant[0]?.ours : undefined;
}
