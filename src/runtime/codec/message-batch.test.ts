// What was put into a batch comes out of it, whatever it is; anything else than a batch is refused with words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type BatchedMessage,
  MOST_OF_A_BATCH,
  readBatch,
  readBatchAnswer,
  writeBatch,
  writeBatchAnswer,
} from './message-batch.ts';
import { UnreadableMessage } from './unreadable.ts';

const message = fc.record(
  {
    id: fc.uuid(),
    bytes: fc.uint8Array({ maxLength: 300 }),
    contentType: fc.constantFrom('application/xml; charset=gb18030', 'application/edifact', 'application/json'),
    kind: fc.constantFrom('customs.declaration', 'carrier.manifest'),
    fileName: fc.constantFrom('报文 1.xml', 'a"b.edi', 'c\\d.json'),
    traceparent: fc.constant('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'),
    fencingToken: fc.nat(),
  },
  { requiredKeys: ['id', 'bytes', 'contentType'] },
);
const batch = fc.uniqueArray(message, { minLength: 1, maxLength: MOST_OF_A_BATCH, selector: ({ id }) => id });
const plain = (messages: readonly BatchedMessage[]) => messages.map((m) => ({ ...m, bytes: [...m.bytes] }));

test('[P3] a batch is read as it was written, in order, byte by byte', async () => {
  await fc.assert(
    fc.asyncProperty(batch, async (messages) => {
      const { bytes, contentType } = writeBatch(messages);
      assert.deepEqual(plain(await readBatch(bytes, contentType)), plain(messages));
    }),
    { numRuns: 60 },
  );
});

test('[P3] bytes that look like a border of the batch stay what they are', async () => {
  const one = { id: 'm1', contentType: 'text/plain', bytes: Buffer.from('\r\n------formdata-undici-0123\r\n--\r\n') };
  const { bytes, contentType } = writeBatch([one]);
  assert.deepEqual(plain(await readBatch(bytes, contentType)), plain([one]));
});

test('[P3] the border that parts a batch stands nowhere in it, also where somebody wrote it into a document', async () => {
  const one = { id: 'm1', contentType: 'text/plain', bytes: Buffer.from('x') };
  const { contentType } = writeBatch([one]);
  const known = contentType.replace(/^.*boundary=/, '');
  const two = { ...one, bytes: Buffer.from(`\r\n--${known}--\r\n`) };
  const written = writeBatch([two]);
  assert.notEqual(written.contentType, contentType);
  assert.deepEqual(plain(await readBatch(written.bytes, written.contentType)), plain([two]));
});

test('[P3] names and types of a document write no line of their own into a batch', async () => {
  const sly = { id: 'm1', bytes: Buffer.from('x'), fileName: 'a\r\nX: "y".xml', contentType: 'text/plain\r\nX: y' };
  const { bytes, contentType } = writeBatch([sly]);
  assert.doesNotMatch(Buffer.from(bytes).toString(), /^X:/m);
  assert.equal((await readBatch(bytes, contentType))[0]?.contentType, 'application/octet-stream');
});

const border = 'multipart/form-data; boundary=b';
const part = (name: string, text: string, file = true) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"${file ? '; filename="f"' : ''}\r\n\r\n${text}\r\n`;
const index = (...ids: string[]) => part('index', JSON.stringify(ids.map((id) => ({ id }))));
const wrong: Readonly<Record<string, readonly [string, string?]>> = {
  'no border named': [index('a'), 'multipart/form-data'],
  'another type': [index('a'), 'multipart/mixed; boundary=b'],
  'no type at all': [index('a'), ''],
  'a type that no header can have': [
    `${index('a')}${part('a', 'x')}--b--\r\n`,
    'multipart/form-data; boundary=b; x="字"',
  ],
  'not the body said': ['{}'],
  'no end': [index('a') + part('a', 'x')],
  'no index': [`${part('a', 'x')}--b--\r\n`],
  'an index that is no JSON': [`${part('index', '[')}--b--\r\n`],
  'an empty index': [`${index()}--b--\r\n`],
  'an index of something else': [`${part('index', '[{"name":"a"}]')}${part('a', 'x')}--b--\r\n`],
  'a message without its bytes': [`${index('a', 'c')}${part('a', 'x')}--b--\r\n`],
  'bytes without a message': [`${index('a')}${part('a', 'x')}${part('c', 'x')}--b--\r\n`],
  'bytes twice': [`${index('a')}${part('a', 'x')}${part('a', 'y')}--b--\r\n`],
  'a message twice': [`${index('a', 'a')}${part('a', 'x')}--b--\r\n`],
  'a message called index': [`${index('index')}--b--\r\n`],
  'a field in place of a file': [`${index('a')}${part('a', 'x', false)}--b--\r\n`],
  'fifty-one messages': [
    `${index(...Array.from({ length: 51 }, (_, i) => `m${i}`))}${Array.from({ length: 51 }, (_, i) => part(`m${i}`, 'x')).join('')}--b--\r\n`,
  ],
  'a hundred thousand parts': [`${part('a', '').repeat(100_000)}--b--\r\n`],
};
for (const [name, [body, type = border]] of Object.entries(wrong))
  test(`[P3] no batch: ${name}`, async () => {
    await assert.rejects(readBatch(Buffer.from(body), type), UnreadableMessage);
  });

test('[P3] the ends of a batch are read as they were written; anything else is none', () => {
  const ends = [
    { id: 'a', status: 200, answer: { contentType: 'application/xml', bytes: Buffer.from('<答/>') } },
    { id: 'b', status: 422 },
  ];
  assert.deepEqual([...(readBatchAnswer(Buffer.from(writeBatchAnswer(ends)))?.values() ?? [])], ends);
  for (const text of [
    '',
    'OK',
    '[]',
    '{"items":{}}',
    '{"items":[{"id":1,"status":200}]}',
    '{"items":[{"id":"a","status":99}]}',
  ])
    assert.equal(readBatchAnswer(Buffer.from(text)), undefined, text);
});
