// Records of the flat files of Chinese ports (平台文件, JT/T): tag and fields parted by colons, an apostrophe at the end, `?` before a
// character that is data.
import { UnreadableMessage } from './unreadable.ts';

const MAX_RECORDS = 100_000;
const MAX_FIELDS = 200;

export function readFlatRecords(text: string): string[][] {
  const records: string[][] = [];
  let fields: string[] = [];
  let field = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '?') field += text[++i] ?? '';
    else if (c === ':' || c === "'") {
      fields.push(field);
      field = '';
      if (fields.length > MAX_FIELDS)
        throw new UnreadableMessage('平台文件字段过多', 'A record has too many fields', 'TOO_MANY');
      if (c === ':') continue;
      records.push(fields);
      fields = [];
      if (records.length > MAX_RECORDS)
        throw new UnreadableMessage('平台文件记录过多', 'The flat file has too many records', 'TOO_MANY');
    } else if (c !== '\r' && c !== '\n') field += c;
  }
  if (fields.length > 0 || field.trim() !== '')
    throw new UnreadableMessage('平台文件最后一条记录没有结束', 'The last record is not ended', 'NOT_WELL_FORMED');
  return records;
}

export const writeFlatRecords = (records: readonly (readonly string[])[]): string =>
  records.map((fields) => `${fields.map((f) => f.replace(/[?:']/g, (c) => `?${c}`)).join(':')}'\n`).join('');
