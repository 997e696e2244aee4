import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import {
  controlFor,
  readApplicationAnswer,
  readControl,
  refusalFor,
  writeApplicationAnswer,
  writeControl,
} from './edifact-acknowledge.ts';
import { decodeEdifact, encodeEdifact, fitTo, syntaxIdentifiers } from './edifact-charset.ts';
import { peekEdifact, readEnvelope, writeEnvelope } from './edifact-envelope.ts';
import { readMessages, readSegments } from './edifact-stream.ts';
import { parseEdifact, partOf, type Segment, writeEdifact } from './edifact.ts';
import { UnreadableMessage } from './unreadable.ts';

const head = { syntax: 'UNOY', sender: 'PORTICO', recipient: 'TERM', at: '202611261000', reference: 'R1' } as const;
const whole = (bodies: readonly (readonly Segment[])[]) =>
  writeEnvelope(
    head,
    bodies.map((body, i) => ({ reference: `M${i}`, type: ['CODECO', 'D', '95B', 'UN'] as const, body })),
  );
const part = fc.string({ unit: 'grapheme', maxLength: 12 }).map((s) => s.replace(/[\r\n]/g, ''));
const element = fc.array(part, { minLength: 1, maxLength: 4 }).filter((e) => e.at(-1) !== '' || e.length === 1);
const segment = fc
  .tuple(fc.constantFrom('FTX', 'RFF', 'NAD'), fc.array(element, { minLength: 1, maxLength: 4 }))
  .filter(([, elements]) => elements.at(-1)?.some((p) => p !== '') === true)
  .map(([tag, elements]): Segment => [tag, ...elements]);
const bodies = fc.array(fc.array(segment, { maxLength: 6 }), { minLength: 1, maxLength: 4 });
const cut = (bytes: Uint8Array, size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
async function stream(pieces: Iterable<Uint8Array>): Promise<Segment[]> {
  const found: Segment[] = [];
  for await (const segments of readSegments(pieces)) found.push(...segments);
  return found;
}
/** An empty element is one empty component, however it was written. */
const plain = (segments: readonly Segment[]) =>
  segments.map(([tag, ...elements]) => [tag, ...elements.map((e) => (e.length === 0 ? [''] : [...e]))]);
const unreadable = (code?: string) => (error: unknown) =>
  error instanceof UnreadableMessage && (code === undefined || error.code === code);

test('[P3] what is written is read back, whatever stands in it, in one piece or in any pieces', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, fc.integer({ min: 1, max: 40 }), fc.constantFrom('3', '4'), async (made, size, syntax) => {
      const segments = whole(made);
      const bytes = Buffer.from(writeEdifact(segments, syntax as '3' | '4'));
      const read = parseEdifact(decodeEdifact(bytes));
      assert.deepEqual(plain(read), plain(segments));
      assert.deepEqual(await stream(cut(bytes, size)), read);
    }),
    { numRuns: 150 },
  );
});

test('[P3] UNA gives other service characters, a space for no release; a released end of data stays data', () => {
  const read = parseEdifact("UNA|*,  ~UNB*UNOA|2*A*B*1|1*1~FTX*a?b|c'~UNZ*0*1~");
  assert.deepEqual(read[1], ['FTX', ['a?b', "c'"]]);
  assert.equal(writeEdifact([['FTX', ['a:', 'b?', ''], [''], []]]), "FTX+a?::b??'\n");
  assert.deepEqual(parseEdifact("UNB+UNOA:2'FTX+a?::b??'")[1], ['FTX', ['a:', 'b?']]);
});

test('[P3] envelope: messages, groups, counts and numbers; what does not fit is said', () => {
  const text =
    "UNB+UNOA:4+A:ZZ+B+20261126:1000+I1++CODECO++1++1'UNG+CODECO+A+B+261126:1000+G1+UN+D:95B'UNH+1+CODECO:D:95B:UN:SMDG20'UNS+D'UNT+3+1'UNE+1+G1'UNZ+1+I1'";
  const { interchange, messages } = readEnvelope(parseEdifact(text));
  assert.deepEqual(interchange, {
    syntax: 'UNOA',
    version: '4',
    sender: 'A',
    recipient: 'B',
    preparedAt: '202611261000',
    reference: 'I1',
    application: 'CODECO',
    asksAcknowledgement: true,
    test: true,
    senderParts: ['A', 'ZZ'],
  });
  assert.deepEqual(
    messages.map(({ type, association, group, segments }) => [type, association, group, segments.length]),
    [['CODECO', 'SMDG20', 'G1', 3]],
  );
  for (const [from, to] of [
    ['UNT+3', 'UNT+4'],
    ['UNT+3+1', 'UNT+3+2'],
    ['UNE+1+', 'UNE+2+'],
    ['UNE+1+G1', 'UNE+1+G2'],
    ['UNZ+1+', 'UNZ+2+'],
    ['UNZ+1+I1', 'UNZ+1+I2'],
    ["UNE+1+G1'", ''],
    ["UNT+3+1'", ''],
    ["UNH+1+CODECO:D:95B:UN:SMDG20'", ''],
    ["UNZ+1+I1'", ''],
    ["UNZ+1+I1'", "UNZ+1+I1'UNH+2+X'"],
    ['UNB+', 'UIB+'],
    ['UNG+', 'UNO+'],
  ] as const) {
    const broken = text.replace(from, to);
    assert.notEqual(broken, text);
    assert.throws(() => readEnvelope(parseEdifact(broken)), unreadable(), to);
  }
});

test('[P3] character sets UNOA to UNOY: read as what UNB names, refused where a byte is none of it', async () => {
  const said: Readonly<Record<string, string>> = {
    UNOA: 'PORT',
    UNOB: 'port',
    UNOC: 'Zürich',
    UNOD: 'Łódź',
    UNOE: 'Москва',
    UNOF: 'Αθήνα',
    UNOG: 'Ĝis',
    UNOH: 'Rīga',
    UNOI: 'دبي',
    UNOJ: 'חיפה',
    UNOK: 'İzmir',
    UNOW: '重庆',
    UNOY: '重庆港',
    UNOX: '重庆 CKG',
  };
  for (const id of syntaxIdentifiers) {
    const text = `UNB+${id}:3+A+B+261126:1000+1'UNH+1+CODECO:D:95B:UN'FTX+AAI+++${said[id]}'UNT+3+1'UNZ+1+1'`;
    const gb = (zh: string) => Buffer.from(iconv.encode(zh, 'gb2312').map((b) => b & 0x7f));
    const [before = '', after = ''] = text.split('重庆');
    const bytes =
      id === 'UNOX'
        ? Buffer.concat([Buffer.from(`${before}\u001b$A`), gb('重庆'), Buffer.from(`\u001b(B${after}`)])
        : Buffer.from(encodeEdifact(text, id));
    assert.equal(decodeEdifact(bytes), text, id);
    for (const size of [1, 7]) assert.deepEqual(await stream(cut(bytes, size)), parseEdifact(text), id);
  }
  assert.throws(() => encodeEdifact('重庆', 'UNOC'), RangeError);
  assert.throws(() => encodeEdifact('a', 'UNOA'), RangeError);
  assert.equal(fitTo('UNOA', 'Müller 重_a'), 'MULLER   A');
  const wrong = (id: string, ...more: number[]) => Buffer.concat([Buffer.from(`UNB+${id}:3+`), Buffer.from(more)]);
  assert.throws(() => decodeEdifact(wrong('UNOB', 0xc3, 0x28)), unreadable('BAD_CHARACTERS'));
  assert.throws(() => decodeEdifact(wrong('UNOF', 0xff)), unreadable('BAD_CHARACTERS'));
  assert.throws(() => decodeEdifact(wrong('UNOX', 0x1b, 0x24, 0x42)), unreadable('BAD_CHARACTERS'));
  assert.throws(() => decodeEdifact(wrong('UNOZ')), unreadable('BAD_CHARACTERS'));
});

test('[P3] CONTRL and APERAK say what was said, whoever reads them', () => {
  const { interchange } = readEnvelope(whole([[]]));
  const control = controlFor(interchange, 'acknowledged', [
    { reference: 'M0', type: ['CODECO', 'D', '95B', 'UN'], accepted: true, places: [] },
    {
      reference: 'M1',
      type: ['CODECO', 'D', '95B', 'UN'],
      accepted: false,
      error: '12',
      places: [
        { segment: 3, error: '13' },
        { segment: 4, error: '12', element: 2, component: 1 },
      ],
    },
  ]);
  const sent = writeEnvelope(head, [writeControl('C1', control)]);
  assert.deepEqual(readControl(parseEdifact(writeEdifact(sent))), control);
  assert.equal(readControl(parseEdifact("UNB+UNOA:2'UCI+1+A+B+5'")), undefined);
  // Refused in a group, for its count, with names that have more than one part.
  const refused = refusalFor(
    { ...interchange, senderParts: ['PORTICO', 'ZZ'], recipientParts: ['TERM', '14', 'GATE'] },
    {
      error: '29',
      tag: 'UNT',
      group: { reference: 'G1', sender: 'A', recipient: 'B' },
      message: { reference: 'M1', type: ['CODECO', 'D', '95B', 'UN'] },
    },
  );
  assert.deepEqual(
    readControl(parseEdifact(writeEdifact(writeEnvelope(head, [writeControl('C2', refused)])))),
    refused,
  );
  const answer = {
    number: 'AP1',
    about: 'I26112600000010001',
    outcome: 'rejected',
    given: 'MSA-1',
    at: '202611261000',
    errors: [{ code: '12', texts: ['联合国编号无效', 'UN number not valid'], field: 'DGS/7124', row: 1 }],
  } as const;
  const told = writeEnvelope(head, [writeApplicationAnswer('A1', answer)]);
  assert.deepEqual(readApplicationAnswer(parseEdifact(writeEdifact(told))), answer);
  assert.equal(
    readApplicationAnswer(parseEdifact("UNB+UNOA:2'BGM+312+1+9+AP'")),
    undefined,
    'it names nothing of ours',
  );
  assert.deepEqual(peekEdifact(Buffer.from(writeEdifact(told))), { sender: 'PORTICO', type: 'APERAK' });
  assert.equal(peekEdifact(Buffer.from('<a/>')), undefined);
});

/** Messages without end, made as they are asked for. */
function* many(megabytes: number): Generator<Uint8Array> {
  let serial = 0;
  let sent = 0;
  yield Buffer.from("UNA:+.? 'UNB+UNOA:2+A+B+261126:1000+1'");
  for (; sent < megabytes * 1024 * 1024; ) {
    const boxes = Array.from(
      { length: 400 },
      (_, i) => `EQD+CN+CQPU${String(i).padStart(7, '0')}+22G1:102:5++3+5'LOC+165+CNCKG:139:6'`,
    );
    serial += 1;
    const piece = Buffer.from(`UNH+${serial}+CODECO:D:95B:UN'BGM+36+${serial}+9'${boxes.join('')}UNT+803+${serial}'`);
    sent += piece.length;
    // Cut where nobody would.
    yield piece.subarray(0, 1009);
    yield piece.subarray(1009);
  }
  yield Buffer.from(`UNZ+${serial}+1'`);
}

test('[P3] an interchange of 64 MB is read message by message, and memory does not grow with it', async () => {
  const megabytes = Number(process.env.PORTICO_EDIFACT_MB ?? 64);
  // What lives is the least seen over a while; the rest has yet to be swept up.
  let [low, last, count, boxes] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  const window: number[] = [];
  for await (const { message } of readMessages(many(megabytes))) {
    count += 1;
    boxes += message.segments.filter((s) => s[0] === 'EQD' && partOf(s, 1).length === 11).length;
    if (count % 20 !== 0) continue;
    window.push(process.memoryUsage().heapUsed);
    if (window.length < 25) continue;
    last = Math.min(...window.splice(0));
    low = Math.min(low, last);
  }
  assert.ok(count > megabytes * 20 && boxes === count * 400, `${count} messages, ${boxes} boxes`);
  assert.ok(
    last - low < 24 * 1024 * 1024,
    `grew by ${((last - low) / 1024 / 1024).toFixed(1)} MB over ${megabytes} MB`,
  );
});

test('[P3] a segment without end, an interchange without end and one that is cut are refused while they come', async () => {
  const endless = function* () {
    yield Buffer.from(`UNB+UNOA:2+A+B+261126:1000+1'${'x'.repeat(100)}`);
    for (let i = 0; i < 100; i++) yield Buffer.alloc(64 * 1024, 0x78);
  };
  await assert.rejects(stream(endless()), unreadable('TOO_LARGE'));
  const read = async (text: string) => {
    for await (const one of readMessages([Buffer.from(text)])) void one;
  };
  await assert.rejects(
    read("UNB+UNOA:2+A+B+261126:1000+1'UNH+1+CODECO:D:95B:UN'UNT+2+1'"),
    unreadable('NOT_WELL_FORMED'),
  );
  await assert.rejects(read("UNB+UNOA:2+A+B+261126:1000+1'UNZ+0+1"), unreadable('NOT_WELL_FORMED'));
  await assert.rejects(read(''), unreadable('NOT_WELL_FORMED'));
});
