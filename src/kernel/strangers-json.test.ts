// What a stranger's JSON may not have, wherever it is read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseStrangersJson } from './strangers-json.ts';

test('[P12][P4] no text with a key that begins with a backslash is parsed, as what others say would be read by it', () => {
  for (const text of ['{"\\\\":1}', '{"a":0,"\\u005Cb" :1}'])
    assert.throws(() => parseStrangersJson(Buffer.from(text)), SyntaxError);
  assert.deepEqual(parseStrangersJson(Buffer.from('{"\\u8d27":"\\\\server"}')), { 货: '\\server' });
  assert.throws(() => parseStrangersJson(Buffer.from([0x22, 0xff, 0x22])), TypeError);
});
