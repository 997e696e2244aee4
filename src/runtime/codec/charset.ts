// Character sets of partners: UTF-8, GB18030 (and the GBK/gb2312 that are really it). No replacement characters, ever (formats §9.1).
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { UnreadableMessage } from './unreadable.ts';

export type Charset = 'utf-8' | 'gb18030' | 'us-ascii';

/** From BOM, then XML declaration; UTF-8 otherwise. */
function detectCharset(bytes: Uint8Array): Charset {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(head)?.[1]?.toLowerCase();
  return declared !== undefined && /^(gb18030|gbk|gb2312)$/.test(declared) ? 'gb18030' : 'utf-8';
}

export function decodeText(bytes: Uint8Array, charset: Charset = detectCharset(bytes)): string {
  if (charset !== 'gb18030') {
    const text = decodeUtf8(bytes);
    if (text !== undefined) return text;
  } else
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      // said below
    }
  throw new UnreadableMessage(
    `内容不是有效的 ${charset} 编码`,
    `The content is not valid ${charset}`,
    'BAD_CHARACTERS',
  );
}

const REPLACEMENT = '\ufffd';
const BYTE_ORDER_MARK = 0xfeff;
/** What is no UTF-8 is read with replacements: only a text that has one is asked whether it was written so. Half the cost of a fatal `TextDecoder`. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  const whole = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = whole.toString();
  if (text.includes(REPLACEMENT) && !isUtf8(whole)) return undefined;
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
}

/** Throws where the text has a character the set cannot say. */
export function encodeText(text: string, charset: Charset): Uint8Array {
  if (charset === 'utf-8') return Buffer.from(text, 'utf-8');
  const bytes = iconv.encode(text, charset === 'us-ascii' ? 'ascii' : charset);
  if (iconv.decode(bytes, charset === 'us-ascii' ? 'ascii' : charset) !== text)
    throw new RangeError(`text cannot be written in ${charset}`);
  return bytes;
}
