// A message read with the format's own reader, put away as JSON, taken out and written with the format's own writer; and what is in a message
// as parsers find it that share nothing with ours: libxml2, a plain split, a look at tokens.
import { Decimal } from 'decimal.js';
import iconv from 'iconv-lite';
import { ParseOption, XmlCData, XmlDocument, XmlElement, XmlText } from 'libxml2-wasm';
import { decodeText } from '../../src/runtime/codec/charset.ts';
import { decodeEdifact } from '../../src/runtime/codec/edifact-charset.ts';
import { parseEdifact, partOf, type Segment, writeEdifact } from '../../src/runtime/codec/edifact.ts';
import { readFlatRecords, writeFlatRecords } from '../../src/runtime/codec/flat-records.ts';
import { parseJson } from '../../src/runtime/codec/json.ts';
import { XmlSources } from '../../src/runtime/codec/xml-node.ts';
import { readTextLines } from '../../src/runtime/codec/text-lines.ts';
import { parseXml, type XmlNode, type XmlPart, writeXml } from '../../src/runtime/codec/xml.ts';

type Format = 'xml' | 'edifact' | 'json' | 'flat' | 'lines';
export function formatOf(bytes: Uint8Array): Format {
  const head = Buffer.from(bytes.subarray(0, 400))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (head.startsWith('<')) return 'xml';
  if (/^[{[]/.test(head)) return 'json';
  if (/^(UNA|UNB)/.test(head)) return 'edifact';
  return /^00:[A-Z]/.test(head) ? 'flat' : 'lines';
}

/** What was read, as it can be put away: nothing but JSON. */
export type Kept = { readonly format: Format; readonly content: unknown };
export function keep(bytes: Uint8Array): Kept {
  const format = formatOf(bytes);
  return JSON.parse(JSON.stringify({ format, content: readers[format](bytes) })) as Kept;
}
export const write = ({ format, content }: Kept): string => writers[format](content);

const readers: Readonly<Record<Format, (bytes: Uint8Array) => unknown>> = {
  xml: (bytes) => {
    const sources = new XmlSources();
    return partOfNode(parseXml(bytes, undefined, sources), sources);
  },
  edifact: (bytes) => parseEdifact(decodeEdifact(bytes)),
  json: parseJson,
  flat: (bytes) => readFlatRecords(textOf(bytes)),
  lines: (bytes) => readTextLines(decodeText(bytes)),
};
const writers: Readonly<Record<Format, (content: unknown) => string>> = {
  xml: (content) => writeXml(content as XmlPart),
  edifact: (content) => {
    const segments = content as Segment[];
    return writeEdifact(segments, partOf(segments[0], 0, 1) === '4' ? '4' : '3');
  },
  json: (content) => JSON.stringify(content),
  flat: (content) => writeFlatRecords(content as string[][]),
  lines: (content) => `${(content as string[]).join('\n')}\n`,
};

function partOfNode(node: XmlNode, sources: XmlSources): XmlPart {
  const source = sources.of.get(node);
  if (!source) throw new Error(`no source of ${node.name}`);
  const named = (prefix: string, local: string) => (prefix === '' ? local : `${prefix}:${local}`);
  const attributes = Object.fromEntries([
    ...source.declared.map(([prefix, uri]) => [prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uri]),
    ...source.attributes.map((a) => [named(a.prefix, a.local), a.value]),
  ]);
  // Our writer knows no text beside elements: where the reader finds some, the round trip cannot hold, and says so.
  if (node.children.length > 0 && node.text.trim() !== '') throw new Error(`${node.name} has text beside elements`);
  const content = node.children.length > 0 ? node.children.map((child) => partOfNode(child, sources)) : node.text;
  return [named(source.prefix, node.name), content, attributes];
}

// --- What others find ---

/** Ports write GB18030 without saying so; UTF-8 can hardly be read by chance. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(Buffer.from(bytes), 'gb18030');
  }
}
/** One line for everything in it that is said, in order, with its place. */
export function elementsIn(bytes: Uint8Array): string[] {
  switch (formatOf(bytes)) {
    case 'xml':
      return elementsOfXml(textOf(bytes));
    case 'json':
      return elementsOfJson(textOf(bytes));
    case 'edifact':
      return elementsOfEdifact(textOf(bytes));
    case 'flat':
      return partsOf(textOf(bytes), { ends: "'", parts: [':'], release: '?' });
    case 'lines':
      return textOf(bytes)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
  }
}

function elementsOfXml(text: string): string[] {
  const bare = text.replace(/^\uFEFF/, '').replace(/^\s*<\?xml[ \t\r\n][^>]*\?>/, '');
  const document = XmlDocument.fromString(bare, {
    option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE,
  });
  const found: string[] = [];
  const visit = (element: XmlElement, at: string) => {
    const here = `${at}/{${element.namespaceUri}}${element.name}`;
    found.push(here);
    const attributes = element.attrs.map((a) => `${here}/@{${a.namespaceUri}}${a.name} ${JSON.stringify(a.value)}`);
    found.push(...attributes.sort());
    let said = '';
    let inside = 0;
    const flush = (leaf: boolean) => {
      if (leaf ? said !== '' : said.trim() !== '') found.push(`${here}/text() ${JSON.stringify(said)}`);
      said = '';
    };
    for (let node = element.firstChild; node; node = node.next)
      if (node instanceof XmlElement) {
        flush(false);
        visit(node, `${here}[${inside++}]`);
      } else if (node instanceof XmlText || node instanceof XmlCData) said += node.content;
    flush(inside === 0);
  };
  try {
    visit(document.root, '');
  } finally {
    document.dispose();
  }
  return found;
}

function elementsOfEdifact(text: string): string[] {
  const whole = text.replace(/^\uFEFF/, '');
  const advised = whole.startsWith('UNA');
  const [component = ':', element = '+', , release = '?', repeat = ' ', ends = "'"] = advised
    ? whole.slice(3, 9)
    : ":+.? '";
  const body = advised ? whole.slice(9) : whole;
  // In syntax 4 an element may be repeated; before it the place is kept for later.
  const four = body.slice(0, 80).split(element)[1]?.split(component)[1] === '4';
  return partsOf(body, {
    ends,
    parts: [element, ...(four ? [repeat === ' ' ? '*' : repeat] : []), component],
    release,
  });
}
/** Split from the outside in; what is released is put out of the way first. */
function partsOf(text: string, by: { ends: string; parts: readonly string[]; release: string }): string[] {
  const away = text.replaceAll(
    new RegExp(`\\${by.release}(.)`, 'gs'),
    (_, c: string) => `\u{F0000}${c.codePointAt(0)?.toString(16)}\u{F0001}`,
  );
  const back = (part: string) =>
    part.replaceAll(/\u{F0000}([0-9a-f]+)\u{F0001}/gu, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
  const found: string[] = [];
  const visit = (part: string, [split, ...inner]: readonly string[], at: string) => {
    if (split === undefined) {
      // An empty place at the end may be left out (ISO 9735-1, 8.7), so only what is said counts, with its place.
      if (part !== '') found.push(`${at} ${JSON.stringify(back(part))}`);
    } else for (const [i, one] of part.split(split).entries()) visit(one, inner, `${at}/${i}`);
  };
  const segments = away
    .replaceAll(/[\r\n]/g, '')
    .split(by.ends)
    .filter((segment) => segment.trim() !== '');
  for (const [i, segment] of segments.entries()) visit(segment, by.parts, String(i));
  return found;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/g;
/** By tokens and not by `JSON.parse`, which forgets a key that comes twice and rounds what a number cannot hold. */
function elementsOfJson(text: string): string[] {
  const tokens = text.match(TOKEN) ?? [];
  const found: string[] = [];
  let next = 0;
  const visit = (at: string): void => {
    const token = tokens[next++] ?? '';
    if (token === '{' || token === '[') {
      found.push(`${at} ${token}`);
      for (let i = 0; tokens[next] !== '}' && tokens[next] !== ']'; i++) {
        if (next >= tokens.length) throw new Error('JSON that ends too early');
        if (tokens[next] === ',') next++;
        if (token === '[') visit(`${at}/${i}`);
        else {
          const key = tokens[next] ?? '';
          next += 2;
          visit(`${at}/${String(JSON.parse(key))}`);
        }
      }
      next++;
    } else if (token.startsWith('"')) found.push(`${at} ${JSON.stringify(JSON.parse(token))}`);
    else found.push(`${at} ${/^[tfn]/.test(token) ? token : new Decimal(token).toString()}`);
  };
  visit('');
  return found;
}
