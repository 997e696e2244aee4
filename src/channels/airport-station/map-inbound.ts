// What the air cargo station says, read into facts (P3, N10): Cargo-IMP texts, Cargo-XML, or ONE Record
// notifications.
import type { Interpretation } from '../../hub/mapping/contract.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import { readTextLines } from '../../runtime/codec/text-lines.ts';
import { readCargoXml } from './read-cargo-xml.ts';
import { readCargoImp } from './read-cargo-imp.ts';
import { readOneRecord } from './read-one-record.ts';

export function interpret(bytes: Uint8Array): Interpretation {
  const text = decodeText(bytes, 'utf-8').replace(/^\uFEFF/, '');
  if (text.trimStart().startsWith('{')) return readOneRecord(bytes);
  if (text.trimStart().startsWith('<')) return readCargoXml(bytes);
  return readCargoImp(readTextLines(text));
}
