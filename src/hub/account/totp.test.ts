import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hotp, otpauthUri, stepAt, stepOfCode, toBase32 } from './totp.ts';

const ascii = (text: string) => Buffer.from(text, 'ascii');
const seeds = {
  sha1: ascii('12345678901234567890'),
  sha256: ascii('12345678901234567890123456789012'),
  sha512: ascii('1234567890123456789012345678901234567890123456789012345678901234'),
};

test('[P11] HOTP gives the ten values of RFC 4226 appendix D', () => {
  const expected = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'];
  assert.deepEqual(
    expected.map((_, n) => hotp(seeds.sha1, n)),
    expected,
  );
});

test('[P11] TOTP gives the eighteen values of RFC 6238 appendix B', () => {
  const vectors: readonly (readonly [number, keyof typeof seeds, string])[] = [
    [59, 'sha1', '94287082'],
    [59, 'sha256', '46119246'],
    [59, 'sha512', '90693936'],
    [1111111109, 'sha1', '07081804'],
    [1111111109, 'sha256', '68084774'],
    [1111111109, 'sha512', '25091201'],
    [1111111111, 'sha1', '14050471'],
    [1111111111, 'sha256', '67062674'],
    [1111111111, 'sha512', '99943326'],
    [1234567890, 'sha1', '89005924'],
    [1234567890, 'sha256', '91819424'],
    [1234567890, 'sha512', '93441116'],
    [2000000000, 'sha1', '69279037'],
    [2000000000, 'sha256', '90698825'],
    [2000000000, 'sha512', '38618901'],
    [20000000000, 'sha1', '65353130'],
    [20000000000, 'sha256', '77737706'],
    [20000000000, 'sha512', '47863826'],
  ];
  for (const [seconds, algorithm, code] of vectors)
    assert.equal(hotp(seeds[algorithm], stepAt(seconds), 8, algorithm), code, `${algorithm} at ${seconds}`);
});

test('[P11] a code is taken a step early or late, never twice, never an older one after a newer', () => {
  const now = 1_800_000_000;
  const at = (offset: number) => hotp(seeds.sha1, stepAt(now) + offset);
  for (const offset of [-1, 0, 1]) assert.equal(stepOfCode(seeds.sha1, at(offset), now, 0), stepAt(now) + offset);
  for (const offset of [-2, 2]) assert.equal(stepOfCode(seeds.sha1, at(offset), now, 0), undefined);
  const used = stepOfCode(seeds.sha1, at(0), now, 0) ?? 0;
  assert.equal(stepOfCode(seeds.sha1, at(0), now, used), undefined);
  assert.equal(stepOfCode(seeds.sha1, at(-1), now, used), undefined);
  assert.equal(stepOfCode(seeds.sha1, at(1), now, used), used + 1);
  for (const wrong of ['', '12345', '1234567', 'abcdef', '０００００００'])
    assert.equal(stepOfCode(seeds.sha1, wrong, now, 0), undefined);
});

test('[P11] the secret is written as RFC 4648 has it, and the address holds what an app needs', () => {
  for (const [text, base32] of [
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])
    assert.equal(toBase32(ascii(text ?? '')), base32);
  const uri = new URL(otpauthUri(seeds.sha1, 'li@x.cn', 'Portico 单一窗口'));
  assert.equal(uri.searchParams.get('secret'), 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  assert.equal(uri.searchParams.get('issuer'), 'Portico 单一窗口');
});
