import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileName } from './file-name.ts';

test("[P3] a sender's file name is a label: decoded, without path, controls or endless length", () => {
  assert.equal(readFileName(encodeURIComponent('放行回执.xml')), '放行回执.xml');
  assert.equal(readFileName(encodeURIComponent('../../etc/passwd')), 'passwd');
  assert.equal(readFileName(encodeURIComponent('C:\\in\\a.edi')), 'a.edi');
  assert.equal(readFileName('a%0d%0aset-cookie.txt'), 'aset-cookie.txt');
  assert.equal(readFileName('100%.xml'), '100%.xml');
  assert.equal(readFileName('..'), undefined);
  assert.equal(readFileName(undefined), undefined);
  assert.equal(readFileName('x'.repeat(500))?.length, 200);
});
