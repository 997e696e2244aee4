import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chanceFrom, damage } from '../../../tests/hostile/mutate.ts';
import { seed } from '../../../tests/hostile/seed.ts';
import { parseJson } from './json.ts';
import { UnreadableMessage } from './unreadable.ts';

/** What the reader promises, said the slow and plain way: depth character by character, the key by asking for every value. */
function plainly(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'BAD_CHARACTERS';
  }
  let depth = 0;
  for (const part of text.match(/"(?:[^"\\]|\\[\s\S])*(?:"|$|\\$)|[[\]{}]/g) ?? []) {
    depth += part === '{' || part === '[' ? 1 : part === '}' || part === ']' ? -1 : 0;
    if (depth > 64) return 'TOO_DEEP';
  }
  try {
    return [
      JSON.parse(text, (key, value: unknown) => {
        if (key === '__proto__') throw new RangeError();
        return value;
      }),
    ];
  } catch (error) {
    return error instanceof RangeError ? 'FORBIDDEN_CONSTRUCT' : 'NOT_WELL_FORMED';
  }
}
function ours(bytes: Uint8Array): unknown {
  try {
    return [parseJson(bytes)];
  } catch (error) {
    if (!(error instanceof UnreadableMessage)) throw error;
    return error.code;
  }
}

/**
 * No key begins with a backslash: V8 13.6, which both sides ask, takes an escaped key for such a one that was read before
 * (`{"\u005b":0,"\u005c":1}`, then `{"\u005b":0,"\u0022":1}`).
 */
const key = fc.constantFrom('a', '__proto__', '__PROTO__', '__proto', 'constructor', '中', '"', '[', '{"__proto__":1}');
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.oneof(key, fc.string({ unit: 'grapheme', maxLength: 6 }), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((of) => new Members(of)),
  ),
}));
/** An object as it is written: a key may come twice, and be `__proto__`. */
class Members {
  readonly of: readonly (readonly [string, unknown])[];
  constructor(of: readonly (readonly [string, unknown])[]) {
    this.of = of;
  }
}
function write(one: unknown, said: (text: string) => string): string {
  if (one instanceof Members) return `{${one.of.map(([k, v]) => `${said(k)} :${write(v, said)}`).join(',')}}`;
  if (Array.isArray(one)) return `[${one.map((v) => write(v, said)).join(', ')}]`;
  return typeof one === 'string' ? said(one) : JSON.stringify(one);
}
const byNumber = (text: string) =>
  `"${[...Array(text.length).keys()].map((i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')}"`;
const written = fc.tuple(value, fc.boolean(), fc.nat(70)).map(([one, numbers, deep]) => {
  const inner = write(one, numbers ? byNumber : (text) => JSON.stringify(text));
  return deep < 55 ? inner : `${'['.repeat(deep)}${inner}${']'.repeat(deep)}`;
});

test('[P12] JSON is read and refused as its rules say, whole or damaged', () => {
  const seen = new Set<unknown>();
  const agree = (bytes: Uint8Array) => {
    const said = plainly(bytes);
    seen.add(typeof said === 'string' ? said : 'read');
    assert.deepEqual(ours(bytes), said, Buffer.from(bytes).toString('latin1'));
  };
  fc.assert(
    fc.property(written, fc.nat(), (text, harm) => {
      const bytes = Buffer.from(text);
      agree(bytes);
      if (!text.includes('\\u')) agree(damage(chanceFrom(harm), bytes));
    }),
    { numRuns: 2000, seed },
  );
  assert.deepEqual(
    [...seen].sort(),
    ['BAD_CHARACTERS', 'FORBIDDEN_CONSTRUCT', 'NOT_WELL_FORMED', 'TOO_DEEP', 'read'],
    'every answer was given',
  );
});

test('[P12] a key that a later one takes the place of is not refused, nor one that only stands in a text', () => {
  assert.deepEqual(ours(Buffer.from('{"a":{"__proto__":1},"a":2}')), [{ a: 2 }]);
  assert.deepEqual(ours(Buffer.from('["\\"__proto__\\": 1", "\\u005f_proto__"]')), [['"__proto__": 1', '__proto__']]);
  assert.equal(ours(Buffer.from('[{"_\\u005Fpr\\u006fto__":1}]')), 'FORBIDDEN_CONSTRUCT');
});

test('[P12] no text with a key that begins with a backslash is parsed, as what others say would be read by it', () => {
  for (const text of ['{"\\\\":1}', '[{"a":0,"\\u005Cb" \n:1}]'])
    assert.equal(ours(Buffer.from(text)), 'FORBIDDEN_CONSTRUCT');
  for (const kept of [{ a: '\\\\server' }, { a: 'x"\\y":z' }, { 'a\\': 1 }, ['\\a', { '\n': 1 }], { '\u8d27': 1 }])
    assert.deepEqual(ours(Buffer.from(JSON.stringify(kept))), [kept]);
  assert.deepEqual(ours(Buffer.from('{"\\u8d27":1}')), [{ 货: 1 }]);
});

test('[P12] a text of many brackets is refused where it nests too deep, wherever that stands, and read where it does not', () => {
  const deep = (levels: number, inner = '1') => `${'['.repeat(levels)}${inner}${']'.repeat(levels)}`;
  const objects = (levels: number) => `${'{"a": '.repeat(levels)}1${'}'.repeat(levels)}`;
  const rows = (row: string, count = 200) => `[${Array(count).fill(row).join(',')}]`;
  const read = [
    rows('{"a":1}'),
    rows('{"a":{"b":[{"c":[]}]}}'),
    rows('"[[[{{{"'),
    rows('"]}"'),
    rows(deep(63)),
    rows(objects(63)),
    `{"a":${deep(63)},"a":${rows('{}')}}`,
    rows('{"a":1}', 25_000),
    rows('[1]', 25_000),
  ];
  const refusedAsDeep = [
    deep(65),
    objects(65),
    rows(deep(64)),
    rows(objects(64)),
    `[${rows('"]}"')},${deep(64)}]`,
    // Taken the place of by a later key, so that no value shows it; and where the text is no JSON, or has a key not read.
    `{"a":${deep(64)},"a":1}`,
    `{"a":${objects(64)},"a":${rows('{"b":1}')}}`,
    '['.repeat(65),
    `${rows('{"a":1}')}${deep(65)}`,
    `{"\\\\":${deep(64)}}`,
    `{"__proto__":${deep(64)}}`,
    deep(10_000),
    objects(19_000),
    deep(25_000),
  ];
  for (const text of read) assert.deepEqual(ours(Buffer.from(text)), [JSON.parse(text)], text.slice(0, 80));
  for (const text of refusedAsDeep) assert.equal(ours(Buffer.from(text)), 'TOO_DEEP', text.slice(0, 80));
  for (const text of [...read, ...refusedAsDeep])
    if (!text.includes('\\')) assert.deepEqual(ours(Buffer.from(text)), plainly(Buffer.from(text)), text.slice(0, 80));
});

test('[P12] characters are those of the bytes: a mark of order is left out, a replacement that was sent is kept', () => {
  assert.deepEqual(ours(Buffer.from('\ufeff{"a":"\ufffd货"}')), [{ a: '\ufffd货' }]);
  assert.equal(ours(Buffer.from('\ufeff\ufeff1')), 'NOT_WELL_FORMED');
  assert.equal(
    ours(Buffer.concat([Buffer.from('"\ufffd'), Buffer.from([0xe8, 0xb4]), Buffer.from('"')])),
    'BAD_CHARACTERS',
  );
  assert.deepEqual(ours(new Uint8Array(Buffer.from('xx"货"xx')).subarray(2, 7)), ['货']);
});

test('[P12] 64 deep is read and 65 is not, as short as it can be written and longer', () => {
  const nested = (depth: number, isArray: (level: number) => boolean, around: string): string => {
    let text = isArray(0) ? '[]' : '{}';
    for (let level = 1; level < depth; level++) text = isArray(level) ? `[${text}]` : `{"${around}":${text}}`;
    return text;
  };
  const ways = [() => true, () => false, (level: number) => level % 2 === 0, (level: number) => level % 7 === 3];
  for (const isArray of ways)
    for (const around of ['', '[', '{[{', 'a key that is long']) {
      assert.notEqual(ours(Buffer.from(nested(64, isArray, around))), 'TOO_DEEP');
      assert.equal(ours(Buffer.from(nested(65, isArray, around))), 'TOO_DEEP');
    }
});
