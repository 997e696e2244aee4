// What is digested for a partner (N4): the same on both sides, another for every month, channel and root; configured without showing it.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { digestKeyAt, digestKeyOf, parseDigestRoots } from './keyed-digest.ts';

const root = { id: '2026a', secret: Buffer.alloc(32, 9).toString('base64') };
const digest = (at: string, channel = 'public-security', of = root) =>
  digestKeyAt(of, channel, at).digest('GA36:渝A12345');

test('[N4] who has the root finds the same digest by the id of the key, computed by the words of the README', () => {
  const { id, digest: write } = digestKeyAt(root, 'public-security', '2026-11-26T02:00:00.000Z');
  assert.equal(id, '2026a/202611');
  assert.equal(digestKeyOf(root, 'public-security', id).digest('GA36:渝A12345'), write('GA36:渝A12345'));
  const month = createHmac('sm3', Buffer.from(root.secret, 'base64'))
    .update('portico digest public-security 2026a/202611')
    .digest();
  assert.equal(write('GA36:渝A12345'), createHmac('sm3', month).update('GA36:渝A12345').digest('hex'));
});

test('[N4] the key changes with the month of partner time, the channel and the root', () => {
  const now = digest('2026-11-26T02:00:00.000Z');
  // 23:59 UTC on the 30th is December in Chongqing.
  assert.equal(digest('2026-11-30T15:59:59.000Z'), now);
  for (const other of [
    digest('2026-11-30T16:00:00.000Z'),
    digest('2027-11-26T02:00:00.000Z'),
    digest('2026-11-26T02:00:00.000Z', 'maritime'),
    digest('2026-11-26T02:00:00.000Z', 'public-security', { ...root, secret: Buffer.alloc(32, 8).toString('base64') }),
    digest('2026-11-26T02:00:00.000Z', 'public-security', { ...root, id: '2026b' }),
  ])
    assert.notEqual(other, now);
});

test('[N4] a root is an id and 32 bytes; what is wrong is said without the key', () => {
  const said: string[] = [];
  const bad = (name: string, value: string | undefined, zh: string, en: string) =>
    said.push([name, value, zh, en].join(' '));
  const name = 'PORTICO_CHANNEL_PUBLIC_SECURITY_DIGEST';
  assert.deepEqual(parseDigestRoots({ [name]: `2026a:${root.secret}`, OTHER: 'x' }, bad), { 'public-security': root });
  assert.deepEqual(said, []);
  for (const wrong of ['', 'nokey', `a:${Buffer.alloc(31).toString('base64')}`, `:${root.secret}`]) {
    said.splice(0);
    parseDigestRoots({ [name]: wrong }, bad);
    const [told = '', ...more] = said;
    assert.deepEqual(more, [], wrong);
    assert.ok(!told.includes(root.secret) && told.includes(name), wrong);
  }
});
