// Every element of every inbound message survives being read, put away and written again (issue 6): real files read where they lie, and all
// that simulators and channels say. What is in a message before and after is told by parsers that share nothing with ours.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { channels } from '../../src/channels/index.ts';
import { registerChannels } from '../../src/hub/mapping/index.ts';
import { corpusOf, writtenOf } from '../support/channel-corpus.ts';
import { elementsIn, formatOf, keep, type Kept, write } from '../support/round-trip.ts';

before(() => registerChannels(channels));

const root = process.env.PORTICO_SAMPLES ?? '../shared/samples';
const skip = existsSync(root) ? false : `no samples at ${root}`;
/** Folders of messages; the others hold schemas, directories and code tables. */
const folders = ['bonded', 'ceb', 'edifact', 'goods-declaration', 'manifest', 'port-flatfile', 'rail-yard'];
const files = skip
  ? []
  : folders.flatMap((folder) =>
      readdirSync(path.join(root, folder))
        .filter((name) => /\.(xml|json|edi|txt)$/.test(name))
        .map((name) => `${folder}/${name}`),
    );

const holds = (bytes: Uint8Array, what: string): void => {
  const said = elementsIn(bytes);
  assert.ok(said.length > 0, what);
  assert.deepEqual(elementsIn(Buffer.from(write(keep(bytes)))), said, what);
};

test('[P3][N1][N10][N11] every element of every real file survives being read, put away and written again', {
  skip,
}, () => {
  assert.ok(files.length > 20);
  for (const file of files) holds(readFileSync(path.join(root, file)), file);
});

for (const channel of channels)
  test(`[${channel.promise}][P3] ${channel.id}: every element of all that its simulator says, and of all that it writes, survives`, () => {
    const seen = new Set<string>();
    const messages = [
      ...corpusOf(channel).map(({ message }) => message.bytes),
      ...writtenOf(channel).map((w) => w.bytes),
    ];
    for (const bytes of messages) {
      const key = Buffer.from(bytes).toString('latin1');
      if (seen.has(key)) continue;
      seen.add(key);
      holds(bytes, `${channel.id}: ${Buffer.from(bytes).toString('utf-8').slice(0, 200)}`);
    }
    assert.ok(seen.size > 0);
  });

/** Lawful, and harder than what partners send. */
const hard: readonly string[] = [
  '<a:r xmlns:a="urn:a" xmlns="urn:b" a:k="1" k="2"><c/><a:c xmlns:a="urn:c">&lt;&amp;]]&gt;</a:c><c xml:lang="zh"> 重 </c></a:r>',
  '<r k="one&#10;two&#9;three&#13;four &quot;five&quot;"><s><![CDATA[<x>&]]></s><s/><s></s></r>',
  "UNA|~.! %UNB~UNOC|3~A|14~B~190130|2101~1%UNG~CODECO~A~B~190130|2101~9~UN~D|95B%UNH~1~CODECO|D|95B|UN%FTX~AAA~~~!%!!!~!|'?+|||x%UNT~3~1%UNE~1~9%UNZ~1~1%",
  "UNB+UNOA:3+A+B+190130:2101+1'\r\nUNH+1+CODECO:D:95B:UN'\r\nFTX+AAA+++A??B?+C?:D?'E::+'\r\nUNT+3+1'\r\nUNZ+1+1'",
  "UNA:+.?*'UNB+UNOY:4+A+B+20190130:2101+1'UNH+1+PAXLST:D:02B:UN'FTX+AAA+++50?*2'UNT+3+1'UNZ+1+1'",
  '{"a":{"b":[1,2.50,-3e-7,true,null,[],{}],"货":"\\u4e2d\\n","":""}}',
  "00:BAPLIE:x?:y:z??:?'::last'\n10:A::B'\n",
  'FSU/14\r\n999-12345675CKGFRA/T10K200\r\nDLV/20NOV1930/CKG/T10K200\r\n',
];
test('[P3] prefixes, entities, other service characters, releases, groups, empty places and deep values survive', () => {
  for (const message of hard) holds(Buffer.from(message), message);
  holds(Buffer.concat([Buffer.from('00:IFCSUM:'), Buffer.from([0xd6, 0xd8, 0xc7, 0xec]), Buffer.from("'\n")]), 'GBK');
});

/** Leaves out the last of the innermost list that has more than one: an element of XML, a segment's element, a value, a field, a line. */
function lose(kept: Kept): Kept {
  const content = structuredClone(kept.content);
  const lists: unknown[][] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      if (kept.format !== 'xml' || Array.isArray(value[0])) lists.push(value);
      value.forEach(visit);
    } else if (value !== null && typeof value === 'object') Object.values(value).forEach(visit);
  };
  visit(content);
  // An empty place at the end says nothing.
  const list = lists.findLast((one) => one.length > 1 && one.at(-1) !== '');
  assert.ok(list, `nothing to lose in ${kept.format}`);
  list.pop();
  return { ...kept, content };
}
test('[P3] one element that is left out on the way is seen, in every format', () => {
  const formats = new Set<string>();
  for (const message of hard) {
    const bytes = Buffer.from(message);
    formats.add(formatOf(bytes));
    assert.notDeepEqual(elementsIn(Buffer.from(write(lose(keep(bytes))))), elementsIn(bytes), message);
  }
  assert.deepEqual([...formats].sort(), ['edifact', 'flat', 'json', 'lines', 'xml']);
});
test('[P3] one element that is left out of a real file is seen', { skip }, () => {
  for (const file of files.filter((name) => /\.(xml|edi|txt)$/.test(name))) {
    const bytes = readFileSync(path.join(root, file));
    assert.notDeepEqual(elementsIn(Buffer.from(write(lose(keep(bytes))))), elementsIn(bytes), file);
  }
});
