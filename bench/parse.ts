// What reading costs, per core: raw bytes to a tree, and raw bytes to what the hub works with (parse + validate + map), for messages
// of the sizes that partners send (F6). Peers run in the same process, in turns with ours, so that what else the machine does falls on both;
// where a peer is one to measure up to and ours is slower, the bench fails: by a ratio, never by a time. Every message is made here.
import '../src/runtime/process/short-lived.ts';
import { createRequire } from 'node:module';
import { XmlDocument } from 'libxml2-wasm';
import secureJson from 'secure-json-parse';
import { channels } from '../src/channels/index.ts';
import { registerChannels } from '../src/hub/mapping/index.ts';
import { decodeEdifact } from '../src/runtime/codec/edifact-charset.ts';
import { checkEnvelope } from '../src/runtime/codec/edifact-envelope.ts';
import { readMessages } from '../src/runtime/codec/edifact-stream.ts';
import { parseEdifact } from '../src/runtime/codec/edifact.ts';
import { parseJson } from '../src/runtime/codec/json.ts';
import { UnreadableMessage } from '../src/runtime/codec/unreadable.ts';
import { parseXml } from '../src/runtime/codec/xml.ts';
import { corpus } from '../tests/hostile/corpus.ts';
import { createTestDatabase } from '../tests/support/database.ts';
import { measureFloor } from './support/floor.ts';
import { readHostile } from '../tests/hostile/read-hostile.ts';

const say = (name: string, value: number, unit: string) =>
  process.stdout.write(`${JSON.stringify({ bench: 'parse', name, value: Math.round(value * 100) / 100, unit })}\n`);
const MS = Number(process.env.BENCH_MS ?? 700);
const ROUNDS = 5;
/**
 * What warms up counts calls and not time: compiled by V8 our XML reader takes 0.11 ms for the customs message, before that 0.4 ms and more (the first 64
 * messages, the compiler's own time included), and libxml2 0.24 ms after as many. A short `BENCH_MS` compared the two while they were being compiled.
 */
const WARM_CALLS = 600;
/** Messages a second of a core: by CPU time, in which waiting for it does not count. */
function run(act: () => unknown, ms: number, calls = 0): number {
  const before = process.cpuUsage();
  for (let done = 1; ; done++) {
    act();
    // Asking for the time costs as much as reading a small message.
    if (done % 32 !== 0 || done < calls) continue;
    const { user, system } = process.cpuUsage(before);
    if (user + system >= ms * 1000) return (done / (user + system)) * 1e6;
  }
}
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
type Act = { readonly name: string; readonly act: () => unknown };
/** The rates of several, after a warm-up, in turns. */
function rates(acts: readonly Act[]): number[][] {
  for (const { act } of acts) run(act, MS, WARM_CALLS);
  const found = acts.map((): number[] => []);
  for (let i = 0; i < ROUNDS; i++) for (const [n, { act }] of acts.entries()) found[n]?.push(run(act, MS / 2));
  for (const [n, { name }] of acts.entries()) {
    const rate = median(found[n] ?? []);
    say(name, rate, 'messages/s/core');
    if (name.endsWith(WHOLE)) say(`${name} / R0`, rate / floor, 'ratio');
  }
  return found;
}
/** What the machine does beside: reading takes none of a database, and is told in the same measure as all else. */
const server = await createTestDatabase();
const floor = await measureFloor(server.url, { clients: 8, ms: Math.min(2000, MS * 3) });
await server.drop();
say('R0 simple-update transactions', floor, '1/s');
const WHOLE = '(parse + validate + map)';
const lost: string[] = [];
/** How ours stands to another, round by round; `judged`: it is the bench's failure where ours is slower. */
function compare([mine, ...others]: readonly [Act, ...Act[]], judged: 'judged' | 'shown'): void {
  const [ours = [], ...theirs] = rates([mine, ...others]);
  for (const [n, { name }] of others.entries()) {
    const ratio = median(ours.map((rate, i) => rate / (theirs[n]?.[i] ?? Number.NaN)));
    say(`${mine.name} : ${name}`, ratio, 'times as many');
    if (judged === 'judged' && !(ratio >= 1))
      lost.push(`${mine.name} loses to ${name}: ${ratio.toFixed(2)} times as many messages`);
  }
}

registerChannels(channels);
const channel = (id: string) => {
  const found = channels.find((c) => c.id === id);
  if (!found) throw new Error(`no channel ${id}`);
  return found;
};
const repeat = (count: number, part: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i + 1)).join('');

const customs = Buffer.from(
  `<?xml version="1.0" encoding="UTF-8"?><DecMessage xmlns="http://www.chinaport.gov.cn/dec"><DecHead><IEFlag>I</IEFlag><BillNo>RW1</BillNo><TradeMode>0110</TradeMode><TrafMode>3</TrafMode><GrossWet>2100</GrossWet><NetWt>2000</NetWt></DecHead><DecLists>${repeat(
    31,
    (i) =>
      `<DecList><GNo>${i}</GNo><CodeTS>8473309000</CodeTS><GName>笔记本电脑零件</GName><GModel>0|0|外壳|无品牌</GModel><GQty>1000</GQty><GUnit>035</GUnit><FirstQty>1000</FirstQty><FirstUnit>035</FirstUnit><DeclPrice>12.5</DeclPrice><DeclTotal>12500</DeclTotal><TradeCurr>USD</TradeCurr><OriginCountry>DEU</OriginCountry><DestinationCountry>CHN</DestinationCountry><DistrictCode>50039</DistrictCode><DutyMode>1</DutyMode><Purpose/><GoodsAttr/><ProdQgp/></DecList>`,
  )}</DecLists></DecMessage>`,
);
const edifact = Buffer.from(
  `UNA:+.? 'UNB+UNOA:2+A+B+261121:1000+1'UNH+1+CODECO:D:95B:UN'BGM+36+1+9'DTM+7:202611211000:203'NAD+MS+CKG'${repeat(
    230,
    (i) => `EQD+CN+CQPU${String(i).padStart(7, '0')}+22G1:102:5++3+5'LOC+165+CNCKG:139:6'`,
  )}UNT+${230 * 2 + 5}+1'UNZ+1+1'`,
);
const verdict = {
  clientNumber: 'I26112100000010001',
  verdict: 'verified',
  number: 'L1',
  sequence: 1,
  text: '有效',
  textEn: 'valid',
  at: '2026-11-21T02:00:00Z',
};
const verdictWith = (lines: number, more: object = {}) =>
  Buffer.from(
    JSON.stringify({
      licenceVerdict: verdict,
      lines: Array.from({ length: lines }, (_, i) => ({
        line: i,
        hsCode: '8473309000',
        name: '笔记本电脑零件',
        quantity: '1000',
        unit: '035',
        origin: 'DEU',
        ...more,
      })),
    }),
  );
const json = verdictWith(60);
const jsons: readonly { readonly name: string; readonly bytes: Buffer; readonly flat: boolean }[] = [
  { name: 'JSON receipt', bytes: Buffer.from(JSON.stringify({ licenceVerdict: verdict })), flat: true },
  { name: 'JSON of 60 rows', bytes: json, flat: true },
  { name: 'JSON of 600 rows', bytes: verdictWith(600), flat: true },
  {
    name: 'JSON of 600 rows that nest',
    bytes: verdictWith(600, {
      price: { amount: '12.5', currency: 'USD' },
      marks: ['N/M'],
      box: { number: 'CQPU0000001' },
    }),
    flat: false,
  },
];
const message = (bytes: Uint8Array) => ({ bytes, contentType: '' });
const text = customs.toString('utf-8');

say('customs XML', customs.length / 1024, 'KB');
const tree: Act = { name: 'customs XML to a tree', act: () => parseXml(customs) };
compare(
  [
    tree,
    {
      name: 'peer: libxml2 (WASM), parsed and thrown away',
      act: () => XmlDocument.fromString(text).dispose(),
    },
  ],
  'judged',
);
compare(
  [
    {
      name: `customs XML to a form ${WHOLE}`,
      act: () => channel('customs').readForm?.(message(customs)),
    },
    tree,
  ],
  'shown',
);

say('EDIFACT', edifact.length / 1024, 'KB');
const whole = edifact.toString('utf-8');
const segments: Act = {
  name: 'EDIFACT to segments, counts checked',
  act: () => checkEnvelope(parseEdifact(decodeEdifact(edifact))),
};
// The best peer on npm is of 2018 and no dependency of ours: `npm install --prefix DIR edifact@1.2.12`, then PORTICO_PEERS=DIR.
type PeerParser = {
  onopensegment?: (tag: string) => void;
  onelement?: () => void;
  oncomponent?: (text: string) => void;
  write(text: string): unknown;
  end(): unknown;
};
function npmPeer(folder: string): Act {
  const { Parser } = createRequire(`${folder}/`)('edifact') as { Parser: new () => PeerParser };
  return {
    name: 'peer: npm edifact 1.2.12 to segments, counts not checked',
    act: () => {
      const found: { name: string; elements: string[][] }[] = [];
      const parser = new Parser();
      parser.onopensegment = (name) => found.push({ name, elements: [] });
      parser.onelement = () => found.at(-1)?.elements.push([]);
      parser.oncomponent = (text) => found.at(-1)?.elements.at(-1)?.push(text);
      parser.write(whole);
      parser.end();
    },
  };
}
compare(
  [
    segments,
    // No parser, and always at hand: it knows no release characters and counts nothing.
    {
      name: 'peer: String.split of the segments and elements',
      act: () => whole.split("'").map((s) => s.split('+').map((e) => e.split(':'))),
    },
    ...(process.env.PORTICO_PEERS ? [npmPeer(process.env.PORTICO_PEERS)] : []),
  ],
  'judged',
);
compare(
  [
    {
      name: `EDIFACT to facts ${WHOLE}`,
      act: () => channel('port-terminal').interpret(message(edifact)),
    },
    segments,
  ],
  'shown',
);
// In pieces as a connection gives them; a megabyte a second is what the figure says.
{
  const megabytes = Number(process.env.PORTICO_EDIFACT_MB ?? 20);
  const times = Math.ceil((megabytes * 1024 * 1024) / edifact.length);
  const [unbAt, unhAt, unzAt] = [0, edifact.indexOf('UNH+'), edifact.indexOf('UNZ+')];
  const pieces = function* () {
    yield edifact.subarray(unbAt, unhAt);
    for (let i = 0; i < times; i++) yield edifact.subarray(unhAt, unzAt);
    yield Buffer.from(`UNZ+${times}+1'`);
  };
  const cpu = process.cpuUsage();
  let highest = 0;
  let n = 0;
  for await (const { message } of readMessages(pieces()))
    if (message.segments.length > 0 && ++n % 200 === 0) highest = Math.max(highest, process.memoryUsage().rss);
  const { user, system } = process.cpuUsage(cpu);
  say(`EDIFACT stream of ${megabytes} MB`, megabytes / ((user + system) / 1e6), 'MB/s/core');
  say(`EDIFACT stream of ${megabytes} MB: resident memory at most`, highest / 1024 / 1024, 'MB');
}
// The peer looks for `__proto__` and `constructor.prototype`; it replaces what is no UTF-8 and checks no depth. Judged is what one would have to write
// with it to refuse the same, and for rows in one list, which are seen not to nest without a look at each, also the peer that checks no depth.
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
function depthChecked(value: unknown, depth = 1): unknown {
  if (depth > 64) throw new RangeError('too deep');
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) depthChecked(inner, depth + 1);
  return value;
}
for (const { name, bytes, flat } of jsons) {
  say(name, bytes.length / 1024, 'KB');
  const ours: Act = { name: `${name} to values, checked`, act: () => parseJson(bytes) };
  compare(
    [
      ours,
      {
        name: 'peer: secure-json-parse, UTF-8 and depth checked',
        act: () => depthChecked(secureJson.parse(strictUtf8.decode(bytes))),
      },
    ],
    'judged',
  );
  compare(
    [ours, { name: 'peer: secure-json-parse, UTF-8 checked', act: () => secureJson.parse(strictUtf8.decode(bytes)) }],
    flat ? 'judged' : 'shown',
  );
  compare(
    [
      ours,
      { name: 'peer: secure-json-parse alone', act: () => secureJson.parse(bytes) },
      // A floor and no peer: ours calls it.
      { name: 'floor: JSON.parse', act: () => JSON.parse(bytes.toString('utf-8')) },
    ],
    'shown',
  );
}
rates([
  {
    name: `JSON to facts ${WHOLE}`,
    act: () => channel('commerce').interpret(message(json)),
  },
]);

// The harmful ones: what the dearest of each format costs before it is refused.
for (const format of ['xml', 'json', 'edifact', 'csv', 'xlsx'] as const) {
  let worst = { ms: 0, name: '' };
  for (const one of corpus.filter((c) => c.format === format)) {
    const bytes = one.bytes();
    const cpu = process.cpuUsage();
    await readHostile(format, bytes).catch((error: unknown) => {
      if (!(error instanceof UnreadableMessage)) throw error;
    });
    const { user, system } = process.cpuUsage(cpu);
    if (user + system > worst.ms * 1000) worst = { ms: (user + system) / 1000, name: one.name };
  }
  say(`hostile ${format}: dearest refusal (${worst.name})`, worst.ms, 'ms CPU');
}

if (lost.length > 0) {
  process.stderr.write(`${lost.join('\n')}\n`);
  process.exitCode = 1;
}
