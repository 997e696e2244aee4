// JSON that strangers wrote, kept from changing how JSON of others is read.
/**
 * V8 13.6 (Node 24) takes an escaped key of a later text for one that it has read before and that begins with a backslash: after `{"\\":1}` it reads
 * `{"\u8d27":1}` as the former. So a stranger's key would change what somebody else says: none is parsed. To be asked before the text is parsed.
 */
export function hasSlashKey(text: string): boolean {
  if (!text.includes('"\\\\') && !text.includes('"\\u005')) return false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    const start = at + 1;
    for (at = start; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++;
    if (!SLASH.test(text.slice(start - 1, start + 6))) continue;
    let next = at + 1;
    while (' \t\r\n'.includes(text[next] ?? '"')) next++;
    if (text[next] === ':') return true;
  }
  return false;
}
/** How a text begins that begins with a backslash. */
const SLASH = /^"\\(?:\\|u005[Cc])/;

/** Of bytes that nobody has signed yet: what is no JSON throws, and what has such a key. */
export function parseStrangersJson(bytes: Uint8Array | undefined): unknown {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (hasSlashKey(text)) throw new SyntaxError('a key begins with a backslash');
  return JSON.parse(text);
}
