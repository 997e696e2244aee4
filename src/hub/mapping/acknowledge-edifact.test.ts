import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { decodeEdifact } from '../../runtime/codec/edifact-charset.ts';
import { readEnvelope } from '../../runtime/codec/edifact-envelope.ts';
import { readControl } from '../../runtime/codec/edifact-acknowledge.ts';
import { parseEdifact } from '../../runtime/codec/edifact.ts';
import { acknowledgesEdifact, faultIn, notSpoken } from './acknowledge-edifact.ts';

const { write } = acknowledgesEdifact('probe');
const AT = '2026-11-20T04:00:00.000Z';
const MOVE = "UNH+1+CODECO:D:95B:UN:ITG14'BGM+34+T1+9'UNT+3+1'";
const UNB = "UNB+UNOA:2+CKGTERM:ZZ+PORTICO:14:GATE+261120:1200+I1++++1'";
const WHOLE = `${UNB}${MOVE}UNZ+1+I1'`;

/** As the exchange does it: read, and what the reader throws is the failure. */
function answerTo(text: string | Uint8Array, failure?: unknown): ReturnType<typeof write> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  let thrown = failure;
  try {
    readEnvelope(parseEdifact(decodeEdifact(bytes)));
  } catch (error) {
    thrown = error;
  }
  return write({ bytes }, { failure: thrown, at: AT, serial: 4711 });
}
/** Segments by another way than our reader: cut at what is not released, then the release characters taken out. */
function apart(bytes: Uint8Array | undefined): string[][][] {
  const at = (mark: string) => new RegExp(`(?<=(?:^|[^?])(?:\\?\\?)*)\\${mark}`);
  return Buffer.from(bytes ?? [])
    .toString('utf-8')
    .replace(/[\r\n]/g, '')
    .split(at("'"))
    .filter((segment) => segment !== '')
    .map((segment) => segment.split(at('+')).map((one) => one.split(at(':')).map((c) => c.replace(/\?(.)/g, '$1'))));
}
/** What the CONTRL says between UNH and UNT. */
const body = (text: string | Uint8Array, failure?: unknown) =>
  apart(answerTo(text, failure)?.bytes)
    .slice(2, -2)
    .map((segment) => segment.map((element) => element.join(':')).join('+'));

test('[N10][P3] an interchange that asks is acknowledged to whoever sent it, under its own number and names', () => {
  const answer = answerTo(WHOLE);
  assert.equal(answer?.verdict, 'acknowledged');
  assert.equal(answer?.fileName, 'CONTRL-C3MVA.edi');
  assert.deepEqual(apart(answer?.bytes), [
    [['UNB'], ['UNOA', '3'], ['PORTICO'], ['CKGTERM'], ['261120', '1200'], ['C3MVA']],
    [['UNH'], ['1'], ['CONTRL', 'D', '3', 'UN']],
    [['UCI'], ['I1'], ['CKGTERM', 'ZZ'], ['PORTICO', '14', 'GATE'], ['7']],
    [['UNT'], ['3'], ['1']],
    [['UNZ'], ['1'], ['C3MVA']],
  ]);
});

test('[N10][P3] what asks for nothing, what cannot be named and every CONTRL stays without an answer', () => {
  const without = [
    WHOLE.replace('++++1', ''),
    WHOLE.replace('++++1', '++++0'),
    WHOLE.replace('CODECO', 'CONTRL'),
    WHOLE.replace('UNT+3+1', 'UNT+9+1').replace('CODECO', 'CONTRL'),
    `${UNB}${MOVE}${MOVE.replaceAll('+1', '+2').replace('CODECO', 'CONTRL').replace('UNT+3+2', 'UNT+3+2')}UNZ+2+I1'`,
    WHOLE.replaceAll('I1', ''),
    WHOLE.replaceAll('I1', 'I'.repeat(15)),
    WHOLE.replace('CKGTERM', ''),
    'UNB',
    '<a/>',
    '',
  ];
  for (const text of without) assert.equal(answerTo(text), undefined, text);
});

test('[N10][P3] a refusal names the fault at its level: interchange, group, message, segment, element', () => {
  const uci = 'UCI+I1+CKGTERM:ZZ+PORTICO:14:GATE+4';
  const ucm = 'UCM+1+CODECO:D:95B:UN:ITG14+4';
  const said: readonly (readonly [string, readonly string[]])[] = [
    [WHOLE.replace('UNZ+1', 'UNZ+2'), [`${uci}+29+UNZ`]],
    [WHOLE.replace('UNZ+1+I1', 'UNZ+1+I2'), [`${uci}+28+UNZ`]],
    [WHOLE.replace("UNZ+1+I1'", ''), [`${uci}+13+UNZ`]],
    [WHOLE.slice(0, -1), [`${uci}+13+UNZ`]],
    [WHOLE.replace('UNOA', 'UNOZ'), [`${uci}+2+UNB`]],
    [WHOLE.replace("UNZ+1+I1'", "FTX+X'UNZ+1+I1'"), [`${uci}+33`]],
    [WHOLE.replace('UNH+1', "UIB+1'UNH+1"), [`${uci}+15`]],
    [WHOLE.replace('BGM+34', `BGM${'+1'.repeat(1001)}`), [`${uci}+16`]],
    [WHOLE.replace('UNT+3', 'UNT+4'), [uci, `${ucm}+29+UNT`]],
    [WHOLE.replace('UNT+3+1', 'UNT+3+2'), [uci, `${ucm}+28+UNT`]],
    [WHOLE.replace("UNT+3+1'", ''), [uci, `${ucm}+13+UNT`]],
    // Without number or type there is nothing to name it by.
    [WHOLE.replace('UNH+1', 'UNH+').replace('UNT+3', 'UNT+4'), [`${uci}+29+UNT`]],
    [`${UNB}UNG+CODECO+A+B+261120:1200+G1+UN+D:95B'${MOVE}UNE+2+G1'UNZ+1+I1'`, [uci, 'UCF+G1+A+B+4+29+UNE']],
    [
      `${UNB}UNG+CODECO+A+B+261120:1200+G1+UN+D:95B'${MOVE.replace('UNT+3', 'UNT+4')}UNE+1+G1'UNZ+1+I1'`,
      [uci, 'UCF+G1+A+B+4', `${ucm}+29+UNT`],
    ],
  ];
  for (const [text, expected] of said) assert.deepEqual(body(text), expected, text);
  assert.deepEqual(body(Buffer.concat([Buffer.from(WHOLE.slice(0, -9)), Buffer.from([0xff])])), [`${uci}+21`]);
  const message = { segments: parseEdifact(WHOLE).slice(1, 4) };
  assert.deepEqual(body(WHOLE, notSpoken(message, '不支持', 'Not spoken')), [uci, `${ucm}+17+UNH`]);
  const place = { error: '14', segment: 2, element: 2, component: 1 };
  assert.deepEqual(body(WHOLE, faultIn(message, '代码', 'Code', place)), [uci, ucm, 'UCS+2', 'UCD+14+2:1']);
  assert.deepEqual(body(WHOLE, faultIn(message, '时间', 'Time', { error: '13', segment: 3 })), [uci, ucm, 'UCS+3+13']);
});

test('[N10][P3] where the fault may be our own, the interchange is received and nobody’s syntax is blamed', () => {
  for (const failure of [new TypeError('bug'), new UnreadableMessage('内容', 'Content'), 'unstorable']) {
    const answer = answerTo(WHOLE, failure);
    assert.equal(answer?.verdict, 'received');
    assert.equal(body(WHOLE, failure)[0]?.at(-1), '8');
  }
});

test('[N10][P3] whatever stands in the names, a reader that is not ours reads what ours reads', () => {
  const part = fc.string({
    unit: fc.constantFrom("'", '+', ':', '?', 'A', 'z', '1', '重', ' '),
    minLength: 1,
    maxLength: 8,
  });
  const released = (text: string) => text.replace(/[?+:']/g, (c) => `?${c}`);
  fc.assert(
    fc.property(part, part, part, (reference, sender, type) => {
      const text = WHOLE.replaceAll('I1', () => released(reference))
        .replace('UNOA:2', 'UNOY:3')
        .replace('CKGTERM', () => released(sender))
        .replace('ITG14', () => released(type))
        .replace('UNT+3', 'UNT+5');
      const bytes = answerTo(text)?.bytes;
      assert.ok(bytes);
      const [message] = readEnvelope(parseEdifact(decodeEdifact(bytes))).messages;
      const control = readControl(message?.segments ?? []);
      const [, , uci, ucm] = apart(bytes);
      assert.deepEqual(uci?.[1], [reference]);
      assert.deepEqual(uci?.[2], [sender, 'ZZ']);
      assert.deepEqual(ucm?.[2], ['CODECO', 'D', '95B', 'UN', type]);
      assert.deepEqual(
        [control?.reference, control?.senderParts, control?.messages[0]?.type],
        [uci?.[1]?.[0], uci?.[2], ucm?.[2]],
      );
    }),
    { numRuns: 200 },
  );
});
