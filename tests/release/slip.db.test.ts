// Algorithms by configuration, the slip on paper and the check without network (P7, P4): what the PDF says is read back, its QR code by an
// independent reader, and `npm run verify-release` judges the file with nothing but published files beside it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import jsqr from 'jsqr';
import type { ReleaseView, RevocationListView, VerifyResult } from '../../src/hub/release/contract.ts';
import { unpackWoff } from '../../src/hub/release/open-font.ts';
import { openToken, releaseAlgorithms, type ReleaseKeySet, type TokenClaims } from '../../src/kernel/release-token.ts';
import { type Actor, portico } from '../../src/runtime/context.ts';
import type { ReplyWith } from '../../src/runtime/http/route.ts';
import { isSignedByJwk } from '../../src/runtime/signatures/jwk.ts';
import { type Cases, startCases } from '../disposition/cases.ts';
import { readPdf } from '../support/read-pdf.ts';

let cases: Cases;
let gate: Actor;
const folder = mkdtempSync(path.join(tmpdir(), 'portico-slip-'));
before(async () => {
  cases = await startCases({ probes: ['probe', 'railway-yard'] });
  gate = { ...(await cases.hub.person('operator', ['gate-clerk'])), channelId: 'railway-yard' };
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await cases.stop();
});

const box = 'container:CQPU1000014';
async function released(reference: string): Promise<ReleaseView> {
  const id = await cases.file(reference);
  const { objects } = await cases.view(id);
  const on = (type: string) => objects.filter((o) => o.type === type).map((o) => o.id);
  await cases.say('customs', { kind: 'release', on: on('declaration'), sequence: 10, shipmentId: id });
  await cases.say('border-inspection', { kind: 'release', on: on('conveyance'), sequence: 10, shipmentId: id });
  const { items } = await cases.hub.call<{ items: ReleaseView[] }>(
    'GET',
    '/shipments/:id/releases',
    { params: { id } },
    cases.trader,
  );
  const one = items.find((r) => r.objectId === box);
  assert.ok(one?.token);
  return one;
}
const keySet = () => cases.hub.call<ReleaseKeySet>('GET', '/release-keys', {}, portico);
const list = () => cases.hub.call<RevocationListView>('GET', '/release-revocations', {}, portico);
const print = async (id: string, actor = cases.trader): Promise<Buffer> =>
  (await cases.hub.call<ReplyWith<Buffer>>('GET', '/releases/:id/slip-pdf', { params: { id } }, actor)).body;
const headerOf = (token = '') => JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
const keep = (name: string, content: string | Buffer): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

test('[P7][P4] each algorithm by configuration: the new one signs, what the others signed is taken still', async () => {
  const tokens: string[] = [];
  for (const algorithm of [...releaseAlgorithms, 'configured'] as const) {
    if (algorithm === 'configured') {
      // Another key in the configuration, of another kind.
      delete cases.hub.settings.releaseAlgorithm;
      cases.hub.settings.releaseKeyPem = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
        .privateKey.export({ type: 'pkcs8', format: 'pem' })
        .toString();
    } else cases.hub.settings.releaseAlgorithm = algorithm;
    const expected = algorithm === 'configured' ? 'ES256' : algorithm;
    const { token = '' } = await released(`SLIP-${algorithm}`);
    tokens.push(token);
    assert.equal(headerOf(token).alg, expected);
    const { keys } = await keySet();
    assert.equal(keys[0]?.kid, headerOf(token).kid, 'the key in use comes first');
    for (const one of tokens) {
      assert.ok(keys.some((k) => k.kid === headerOf(one).kid));
      const { valid } = await cases.hub.call<VerifyResult>(
        'POST',
        '/releases/verification',
        { body: { token: one } },
        gate,
      );
      assert.ok(valid, `${headerOf(one).alg} after ${algorithm}`);
    }
  }
});

test('[P7] what the token itself says: object and version, pick-up party, place and validity, and which of two boxes it is', async () => {
  const release = await released('SLIP-SCOPE');
  const read = (token = '') => openToken(token, keys, isSignedByJwk) as Promise<TokenClaims>;
  const keys = await keySet();
  const claims = await read(release.token);
  const seconds = (at: string) => Math.floor(Date.parse(at) / 1000);
  assert.deepEqual(claims, {
    iss: cases.hub.settings.baseUrl,
    jti: release.number,
    sub: box,
    shipment: release.shipmentNumber,
    pickup: '重庆山城光电有限公司（演示）',
    place: 'CKG-TUANJIECUN',
    version: release.objectVersion,
    iat: seconds(release.grantedAt),
    exp: seconds(release.validUntil),
    demo: true,
  });
  assert.equal(claims.exp - claims.iat, 72 * 3600);
  const input = { params: { id: release.shipmentId } };
  const path = '/shipments/:id/releases';
  const { items } = await cases.hub.call<{ items: ReleaseView[] }>('GET', path, input, cases.trader);
  const sister = items.find((one) => one.objectId !== box);
  assert.equal((await read(sister?.token)).sub, 'container:CQPU1000020');
});

test('[P7] the slip reads back: Chinese and English words, the demonstration’s mark, the token in the QR code and attached', async () => {
  const release = await released('SLIP-PRINT');
  const { text, attachments, image } = readPdf(await print(release.id));
  for (const words of [
    '放行凭条 Release slip',
    '演示数据，货物为虚构，不得凭此提货',
    release.number,
    release.shipmentNumber,
    release.pickupParty,
    release.place.name.zh,
    release.objectLabel.zh,
    '有效至 Valid until',
    '(UTC+8)',
  ])
    assert.ok(text.replaceAll('\n', '').includes(words), `${words} in ${text}`);
  assert.equal(jsqr.default(image.pixels, image.size, image.size)?.data, release.token);
  assert.deepEqual(attachments, [release.token]);
  const stranger = { ...(await cases.hub.person('authority', ['officer'])), channelId: 'probe' };
  await assert.rejects(print(release.id, stranger), { code: 'RELEASE_UNKNOWN' }, 'the token is not for authorities');
  await cases.say('customs', { kind: 'hold', on: [box], sequence: 11, shipmentId: release.shipmentId });
  await assert.rejects(print(release.id), { code: 'RELEASE_NOT_USABLE' }, 'no slip of what does not hold');
});

test('[P7] npm run verify-release: token or PDF, the published files, a clear word and an exit code', async () => {
  // The program's clock is the machine's.
  cases.hub.clock.advance(Date.now() - cases.hub.clock.now().getTime());
  for (const algorithm of ['EdDSA', 'SM2SM3'] as const) {
    cases.hub.settings.releaseAlgorithm = algorithm;
    const release = await released(`VERIFY-${algorithm}`);
    const pdf = keep('slip.pdf', await print(release.id));
    const token = keep('token.txt', `${release.token}\n`);
    const keys = keep('keys.json', JSON.stringify(await keySet()));
    const fresh = keep('list.json', JSON.stringify(await list()));
    const verify = (...args: string[]) => {
      const ran = spawnSync(process.execPath, ['tools/verify-release.ts', ...args], { encoding: 'utf-8' });
      return { status: ran.status, said: ran.stdout + ran.stderr };
    };
    for (const file of [pdf, token]) {
      const { status, said } = verify('--keys', keys, '--list', fresh, '--place', release.place.stationId, file);
      assert.equal(status, 0, said);
      assert.match(said, /有效：[\s\S]*Valid:[\s\S]*演示数据/);
      // Whoever stands at the gate compares what it is for with the truck before him.
      for (const words of [release.number, box, release.pickupParty, release.place.stationId])
        assert.ok(said.includes(words), `${words} in ${said}`);
    }
    const alone = verify('--keys', keys, token);
    assert.deepEqual([alone.status, /没有撤销清单/.test(alone.said)], [1, true], alone.said);
    // With the published files beside it, the file alone.
    for (const [name, from] of [
      ['release-keys.json', keys],
      ['release-revocations.json', fresh],
    ] as const)
      copyFileSync(from, path.join(path.dirname(pdf), name));
    assert.equal(verify(pdf).status, 0, verify(pdf).said);
    for (const name of ['release-keys.json', 'release-revocations.json']) rmSync(path.join(path.dirname(pdf), name));
    await cases.say('customs', { kind: 'hold', on: [box], sequence: 11, shipmentId: release.shipmentId });
    const revoked = verify('--keys', keys, '--list', keep('new.json', JSON.stringify(await list())), pdf);
    assert.deepEqual([revoked.status, /已被撤销[\s\S]*was revoked/.test(revoked.said)], [1, true], revoked.said);
    const forged = keep('forged.txt', `${release.token?.slice(0, -6)}AAAAAA`);
    assert.deepEqual(verify('--keys', keys, '--list', fresh, forged).status, 1);
    for (const wrong of [
      [],
      [token],
      ['--keys', token, token],
      ['--keys', keys, 'nowhere.pdf'],
      ['--keys', keys, keep('e.pdf', '%PDF-1.7\nstream\nx\nendstream\n')],
    ])
      assert.equal(verify(...wrong).status, 2);
  }
});

test('[P7] a font that is none is refused', () => {
  assert.throws(() => unpackWoff(Buffer.from('OTTO and more')), /not a WOFF font/);
});
