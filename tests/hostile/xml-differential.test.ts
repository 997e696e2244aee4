// Our reader of XML against two others (R15): libxml2, in this process, on grown and damaged documents; and expat, by Python where it
// is installed. Whoever reads one document in two ways can be told two things by it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { ParseOption, XmlCData, XmlDocument, XmlElement, XmlText } from 'libxml2-wasm';
import { UnreadableMessage } from '../../src/runtime/codec/unreadable.ts';
import { parseXml, type XmlNode } from '../../src/runtime/codec/xml.ts';
import { chanceFrom, damage, growXml } from './mutate.ts';
import { seed } from './seed.ts';

const COUNT = 4000;
const refused = 'refused';
const documents: readonly Uint8Array[] = Array.from({ length: COUNT }, (_, i) => {
  const chance = chanceFrom(seed + i);
  const grown = Buffer.from(growXml(chance));
  return i % 2 === 0 ? grown : damage(chance, grown);
});

type Tree = readonly [name: string, namespace: string, attributes: string, text: string, ...children: unknown[]];
const sorted = (attributes: ReadonlyMap<string, string>) => JSON.stringify([...attributes].sort());
const ours = (node: XmlNode): Tree => [
  node.name,
  node.namespace ?? '',
  sorted(node.attributes),
  node.text.trim(),
  ...node.children.map(ours),
];
function libxml(element: XmlElement): Tree {
  const children: Tree[] = [];
  let text = '';
  for (let node = element.firstChild; node; node = node.next)
    if (node instanceof XmlElement) children.push(libxml(node));
    else if (node instanceof XmlText || node instanceof XmlCData) text += node.content;
  const attributes = new Map(element.attrs.map((a) => [a.name, a.value]));
  return [element.name, element.namespaceUri ?? '', sorted(attributes), text.trim(), ...children];
}

function readOurs(bytes: Uint8Array): string {
  try {
    return JSON.stringify(ours(parseXml(bytes)));
  } catch (error) {
    assert.ok(error instanceof UnreadableMessage, String(error));
    return refused;
  }
}
/** As the old reader used it: decoded first, the declaration and a DTD taken off. */
function readLibxml(bytes: Uint8Array): string {
  let document: XmlDocument | undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\s*<\?xml[ \t\r\n][^>]*\?>/, '');
    if (/<!DOCTYPE/i.test(text)) return refused;
    document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE });
    return JSON.stringify(libxml(document.root));
  } catch {
    return refused;
  } finally {
    document?.dispose();
  }
}

/**
 * What libxml2 lets pass or refuses beyond the two recommendations. A namespace name need not be a URI (Namespaces in XML 1.0, 2.2
 * asks it of authors only); libxml2 refuses one that is none by RFC 3986, such as `4rn:p`.
 */
const isKnown = (text: string) =>
  /\p{Cc}|[\uFFFE\uFFFF]/u.test(text.replace(/[\t\n\r]/g, '')) ||
  /xmlns(:\w+)?\s*=\s*(["'])(?!([a-z][a-z\d.]*:[\w:.]*|[\w.]*)\2)/i.test(text) ||
  /encoding\s*=/.test(text);

test('[P12] our reader takes and refuses the same documents as libxml2, and reads the same out of them', (t) => {
  t.diagnostic(`FUZZ_SEED=${seed}`);
  let read = 0;
  for (const bytes of documents) {
    const [mine, theirs] = [readOurs(bytes), readLibxml(bytes)];
    if (mine !== refused) read += 1;
    // This binding loses what follows an instruction; expat sees those documents below.
    const text = Buffer.from(bytes).toString('utf-8');
    if (mine !== theirs && !isKnown(text) && !text.includes('<?') && !/CDATA.*DOCTYPE|--.*DOCTYPE/s.test(text))
      assert.equal(mine, theirs, `seed ${seed}: ${text}`);
  }
  assert.ok(read > COUNT / 3 && read < COUNT, `${read} of ${COUNT} were readable`);
});

const EXPAT = `
import sys, json, base64, xml.parsers.expat as e
for line in sys.stdin:
    doc = base64.b64decode(line)
    events = []
    def start(n, a): events.append(['<', n, list(a.items())])
    def end(n): events.append(['>', n])
    def text(d): events.append(['t', d])
    def no(*a): raise ValueError('doctype')
    p = e.ParserCreate(encoding='utf-8', namespace_separator='}')
    p.buffer_text = True
    p.StartElementHandler, p.EndElementHandler, p.CharacterDataHandler, p.StartDoctypeDeclHandler = start, end, text, no
    try:
        p.Parse(doc, True)
        print(json.dumps(events))
    except Exception as x:
        print('null')
`;
type ExpatEvent = ['<', string, [string, string][]] | ['>', string] | ['t', string];
function treeOf(events: readonly ExpatEvent[]): string {
  const root: unknown[] = [];
  const stack: { children: unknown[]; text: string; head: unknown[] }[] = [{ children: root, text: '', head: [] }];
  const split = (name: string): [string, string] => {
    const at = name.lastIndexOf('}');
    return at < 0 ? [name, ''] : [name.slice(at + 1), name.slice(0, at)];
  };
  for (const event of events) {
    const top = stack.at(-1);
    if (event[0] === 't' && top) top.text += event[1];
    else if (event[0] === '<') {
      const attributes = new Map(event[2].map(([name, value]) => [split(name)[0], value]));
      stack.push({ children: [], text: '', head: [...split(event[1]), sorted(attributes)] });
    } else if (event[0] === '>' && top) {
      stack.pop();
      stack.at(-1)?.children.push([...top.head, top.text.trim(), ...top.children]);
    }
  }
  return JSON.stringify(root[0]);
}

const python = spawnSync('python3', ['-c', 'import xml.parsers.expat']).status === 0;
test('[P12] and as expat', { skip: python ? false : 'no python3 with expat on this machine' }, () => {
  const run = spawnSync('python3', ['-c', EXPAT], {
    input: documents.map((d) => Buffer.from(d).toString('base64')).join('\n'),
    encoding: 'utf-8',
    maxBuffer: 1 << 28,
  });
  const lines = run.stdout.trim().split('\n');
  assert.equal(lines.length, COUNT, run.stderr);
  for (const [i, line] of lines.entries()) {
    const bytes = documents[i] ?? new Uint8Array();
    const events = JSON.parse(line) as ExpatEvent[] | null;
    const [mine, theirs] = [readOurs(bytes), events ? treeOf(events) : refused];
    const text = Buffer.from(bytes).toString('utf-8');
    // expat holds to the fourth edition's names (of Chinese, U+4E00 to U+9FA5); a byte order mark and white space before the declaration are ours to forgive.
    if (
      mine !== theirs &&
      !isKnown(text) &&
      !/^\s*<\?xml|<[^>]*[^\0-\x7F\u4E00-\u9FA5]/.test(text) &&
      !text.includes('\uFEFF')
    )
      assert.equal(mine, theirs, `seed ${seed}: ${text}`);
  }
});
