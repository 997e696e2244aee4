// What may be said of a token without asking anybody (P7), with each algorithm; jose and sm-crypto-v2 are the other side.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compactVerify, importJWK } from 'jose';
import { sm2 } from 'sm-crypto-v2';
import { isSignedByJwk, jwkOf } from '../runtime/signatures/jwk.ts';
import { createSoftwareKeys, type Signer } from '../runtime/signatures/keys.ts';
import {
  judgeToken,
  LIST_TYPE,
  readKeySet,
  type ReleaseAlgorithm,
  releaseAlgorithms,
  type ReleaseKeySet,
  TOKEN_TYPE,
} from './release-token.ts';

const NOW = 1_800_000_000;
const claims = {
  iss: 'https://p.example',
  jti: 'RL2611200000021',
  sub: 'container:CQPU1000014',
  shipment: 'PT1',
  pickup: '渝新物流',
  place: 'CKG-GUOYUAN',
  version: 1,
  iat: NOW - 60,
  exp: NOW + 3600,
  demo: false,
};
const listClaims = {
  iss: claims.iss,
  number: 7,
  iat: NOW - 60,
  next: NOW + 3600,
  revoked: [{ jti: 'RL9', at: NOW - 90 }],
};
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const keyStore = createSoftwareKeys({ sealKey: Buffer.alloc(32, 1).toString('base64') });
const made = async (algorithm: ReleaseAlgorithm) => {
  const { signer } = await keyStore.generate('test', algorithm);
  return { signer, jwk: await jwkOf(signer.spki, algorithm) };
};
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
async function signed(signer: Signer, header: object, payload: object): Promise<string> {
  const input = `${part(header)}.${part(payload)}`;
  return `${input}.${(await signer.sign(Buffer.from(input))).toString('base64url')}`;
}
const judge = (token: string, keys: ReleaseKeySet, list?: string, more: { now?: number; place?: string } = {}) =>
  judgeToken({ token, keys, now: NOW, check: isSignedByJwk, ...(list === undefined ? {} : { list }), ...more });

for (const alg of releaseAlgorithms)
  test(`[P7][P4] ${alg}: genuine, in time, not on a fresh list and nothing else lets goods leave`, async () => {
    const { signer, jwk } = await made(alg);
    const keys = { keys: [(await made('ES256')).jwk, jwk] };
    const head = { alg, kid: jwk.kid, typ: TOKEN_TYPE };
    const token = await signed(signer, head, claims);
    const list = await signed(signer, { ...head, typ: LIST_TYPE }, listClaims);
    assert.equal((await judge(token, keys, list)).verdict, 'valid');
    assert.equal((await judge(` ${token}\n`, keys, list, { place: 'CKG-GUOYUAN' })).verdict, 'valid');
    const listOf = (more: object) => signed(signer, { ...head, typ: LIST_TYPE }, { ...listClaims, ...more });
    const revoked = [{ jti: claims.jti, at: NOW - 1 }];
    const cases: readonly (readonly [verdict: string, zh: RegExp, ReturnType<typeof judge>])[] = [
      ['unsure', /没有撤销清单/, judge(token, keys)],
      ['unsure', /清单已过期/, judge(token, keys, await listOf({ next: NOW }))],
      ['unsure', /清单的签名不符/, judge(token, keys, `${list.slice(0, -6)}AAAAAA`)],
      ['unsure', /清单的签名不符/, judge(token, keys, await listOf({ iss: 'https://other.example' }))],
      ['unsure', /清单的签名不符/, judge(token, keys, token)],
      ['invalid', /已被撤销/, judge(token, keys, await listOf({ revoked }))],
      ['invalid', /已被撤销/, judge(token, keys, await listOf({ revoked, next: NOW - 9 }))],
      ['invalid', /有效期/, judge(token, keys, list, { now: claims.exp })],
      ['invalid', /将来/, judge(token, keys, list, { now: claims.iat - 301 })],
      ['invalid', /不在本场站/, judge(token, keys, list, { place: 'CKG-CUNTAN' })],
      ['invalid', /密钥不在/, judge(token, { keys: [(await made(alg)).jwk] }, list)],
      ['invalid', /不是放行凭证/, judge(list, keys, list)],
      ['invalid', /不是放行凭证/, judge('x', keys, list)],
      ['invalid', /不是放行凭证/, judge(await signed(signer, head, { ...claims, exp: 'later' }), keys, list)],
      ['invalid', /不是放行凭证/, judge(await signed(signer, { ...head, crit: ['b64'] }, claims), keys, list)],
      ['invalid', /签名不符/, judge(await signed(signer, { ...head, alg: 'none' }, claims), keys, list)],
      // What another key has signed under this key's name.
      ['invalid', /签名不符/, judge(await signed((await made(alg)).signer, head, claims), keys, list)],
    ];
    for (const [verdict, zh, judged] of cases) {
      const found = await judged;
      assert.equal(found.verdict, verdict, found.reason.en);
      assert.match(found.reason.zh, zh);
    }
  });

test('[P7] no byte of a token can be changed', async () => {
  const { signer, jwk } = await made('EdDSA');
  const token = await signed(signer, { alg: 'EdDSA', kid: jwk.kid, typ: TOKEN_TYPE }, claims);
  await fc.assert(
    fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...LETTERS), async (at, letter) => {
      const other = token.slice(0, at) + letter + token.slice(at + 1);
      const bytes = (text: string) =>
        text
          .split('.')
          .map((p) => Buffer.from(p, 'base64url').toString('hex'))
          .join();
      if (bytes(other) === bytes(token)) return;
      assert.equal((await judge(other, { keys: [jwk] })).verdict, 'invalid');
    }),
  );
});

test('[P7][P4] others read the same: jose for EdDSA and ES256, sm-crypto-v2 for SM2', async () => {
  for (const alg of releaseAlgorithms) {
    const { signer, jwk } = await made(alg);
    const token = await signed(signer, { alg, kid: jwk.kid, typ: TOKEN_TYPE }, claims);
    const [head = '', body = '', mark = ''] = token.split('.');
    if (alg === 'SM2SM3') {
      const hex = (text: string | undefined) => Buffer.from(text ?? '', 'base64url').toString('hex');
      const point = `04${hex(jwk.x)}${hex(jwk.y)}`;
      assert.ok(sm2.doVerifySignature(`${head}.${body}`, hex(mark), point, { hash: true }));
    } else assert.ok(await compactVerify(token, await importJWK({ ...jwk }, alg)));
  }
});

test('[P7] a key set is read with the keys of a known kind only', async () => {
  const { jwk } = await made('SM2SM3');
  const wrong = [{ ...jwk, alg: 'EdDSA' }, { ...jwk, x: 'AA' }, null, 7, { kty: 'oct', k: 'AA' }];
  assert.deepEqual(readKeySet({ keys: [...wrong, jwk] }), { keys: [jwk] });
  assert.equal(readKeySet([jwk]), undefined);
  assert.equal(readKeySet(null), undefined);
});
