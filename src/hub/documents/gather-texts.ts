// What of a document or a filed form can be found by words: its names and numbers, and what a text format says between its marks. Pictures
// and PDF are found by their names only: nothing here opens what came from outside.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import type { DocumentRow } from './store.ts';

export type TextSource = { readonly label?: Bilingual; readonly text: string };
/** What stands further behind is not searched. */
export const MOST_BYTES = 64 * 1024;
const MOST_CHARACTERS = 64 * 1024;

export function textsOfDocument(row: DocumentRow, body: Uint8Array | undefined): TextSource[] {
  return [
    { label: { zh: '名称', en: 'Name' }, text: `${row.name.zh}\n${row.name.en}` },
    { label: { zh: '文件名', en: 'File name' }, text: row.file_name },
    ...(row.client_number ? [{ label: { zh: '客户端编号', en: 'Client number' }, text: row.client_number }] : []),
    ...(row.note ? [{ label: { zh: '说明', en: 'Note' }, text: `${row.note.zh}\n${row.note.en}` }] : []),
    ...(body && isRead(row) ? [{ label: { zh: '内容', en: 'Content' }, text: readMarkedUp(body) }] : []),
  ];
}

/** Whether its content can be found by words. */
export const isRead = (row: Pick<DocumentRow, 'flow'>): boolean => row.flow !== 'attachment' && row.flow !== 'photo';

/** The same text once, cut where it gets too long. */
export function joinTexts(sources: readonly TextSource[]): string {
  const lines = new Set(sources.flatMap((source) => source.text.split('\n')).map((line) => line.trim()));
  lines.delete('');
  return [...lines].join('\n').slice(0, MOST_CHARACTERS);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The values of XML, JSON or EDIFACT without tags, names and separators, one a line; nothing of what is not text. */
function readMarkedUp(body: Uint8Array): string {
  const text = decodeStart(body);
  if (text === undefined) return '';
  if (/^\s*</.test(text))
    return text
      .replace(/<[^<>]*>/g, '\n')
      .replace(/&(#x?[0-9a-f]{1,6}|\w{2,4});/gi, (whole, name: string) => characterOf(name) ?? whole);
  if (/^\s*[{[]/.test(text))
    return (
      text
        // Every text is taken whole, one without an end to the end: no place is looked at twice.
        .replace(/"(?:[^"\\]|\\.)*(?:"(\s*:)?|$)/gs, (whole, name?: string) => (name ? '\n' : whole))
        .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        .replace(/\\[nrt"\\/]|[{}[\],"]/g, '\n')
    );
  if (/^(UNA|UNB)/.test(text)) return text.replace(/\?(.)|[+:']/gs, (_, released?: string) => released ?? '\n');
  return text;
}

function characterOf(name: string): string | undefined {
  const code = /^#x/i.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : name.startsWith('#')
      ? Number(name.slice(1))
      : Number.NaN;
  if (Number.isNaN(code)) return entities[name.toLowerCase()];
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** A cut may fall into the middle of a character: a few bytes less are tried. */
function decodeStart(body: Uint8Array): string | undefined {
  if (body.subarray(0, 4096).includes(0)) return undefined;
  for (let less = 0; less < 4; less++)
    try {
      return decodeText(body.subarray(0, Math.max(0, Math.min(body.length, MOST_BYTES) - less)));
    } catch {
      if (body.length <= MOST_BYTES) return undefined;
    }
  return undefined;
}
