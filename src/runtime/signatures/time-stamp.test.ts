// Time stamps (RFC 3161): asked for by us and answered by OpenSSL, asked for by OpenSSL and answered by us, and refused wherever anything
// is not what was asked for.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import * as tsp from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import type { Algorithm } from './algorithms.ts';
import { type Certificate, derOf, readCertificate } from './certificate.ts';
import { type CertificateKind, issueCertificate } from './issue.ts';
import { answerTimeStamp, type StampingAuthority, tokenOf } from './issue-time-stamp.ts';
import { createSoftwareKeys, type Signer } from './keys.ts';
import { stampFaults, stampsTimeOnly, TIME_STAMPING } from './stamp-faults.ts';
import {
  readTimeStampAnswer,
  readTimeStampToken,
  type TimeStampToken,
  writeTimeStampRequest,
} from './time-stamp-answer.ts';
import { validatePath } from './validate-path.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'portico-tsa-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => path.join(folder, name);
const openssl = (...args: string[]) => spawnSync('openssl', args, { encoding: 'utf-8', cwd: folder });
const missing = openssl('version').status !== 0 && 'openssl is not installed';
const keys = createSoftwareKeys({ sealKey: Buffer.alloc(32, 5).toString('base64') });
const NOW = '2026-11-26T08:00:00.000Z';
const POLICY = '1.2.3.4.1';

type Held = { readonly certificate: Certificate; readonly signer: Signer };
async function make(kind: CertificateKind, name: string, algorithm: Algorithm, issuer?: Held): Promise<Held> {
  const { signer } = await keys.generate(name, algorithm);
  const der = await issueCertificate({
    kind,
    subject: { name },
    spki: signer.spki,
    issuer: issuer ?? { signer },
    // A first byte that is neither padding nor a sign (DER).
    serial: `1${randomBytes(8).toString('hex').slice(1)}`,
    notBefore: '2026-01-01T00:00:00.000Z',
    notAfter: '2036-01-01T00:00:00.000Z',
  });
  const certificate = readCertificate(der);
  assert.ok(certificate);
  return { certificate, signer };
}
async function authority(algorithm: Algorithm = 'ES256', kind: CertificateKind = 'time-stamping') {
  const root = await make('root', 'Time Root', algorithm);
  const clock = await make(kind, 'Time', algorithm, root);
  const by: StampingAuthority = { ...clock, chain: [root.certificate], policy: POLICY };
  return { root, clock, by };
}
const data = Buffer.from('eyJhbGciOiJFUzI1NiJ9..c2lnbmF0dXJl');
const imprint = createHash('sha256').update(data).digest('hex');
const nonce = '7102030405060708';
const question = { imprint, nonce, policy: POLICY, from: '2026-11-26T07:55:00.000Z', to: '2026-11-26T08:05:00.000Z' };
const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/(.{64})(?=.)/g, '$1\n')}\n-----END CERTIFICATE-----\n`;
function tokenIn(bytes: Uint8Array): TimeStampToken {
  const answer = readTimeStampAnswer(bytes);
  assert.ok(answer && 'token' in answer, JSON.stringify(answer));
  return answer.token;
}

test('[P4] a stamp is of what was asked for, by a certificate for nothing else, with every kind of key', async () => {
  for (const algorithm of ['ES256', 'RS256', 'EdDSA', 'SM2SM3'] satisfies Algorithm[]) {
    const { root, clock, by } = await authority(algorithm);
    const request = writeTimeStampRequest({ imprint, nonce, policy: POLICY });
    const token = tokenIn(await answerTimeStamp(request, by, { now: NOW, serial: '2a' }));
    assert.deepEqual(stampFaults(token, question), [], algorithm);
    assert.deepEqual(
      [token.at, token.serial, token.policy, token.accuracyMs, token.algorithm],
      [NOW, '2a', POLICY, 1000, algorithm],
    );
    const [first] = token.certificates.flatMap((der) => readCertificate(der) ?? []);
    assert.ok(first && token.isBy(first) && stampsTimeOnly(first));
    assert.equal(token.isBy(root.certificate), false);
    const kept = readTimeStampToken(token.der);
    assert.ok(kept?.isBy(clock.certificate), 'as it is kept it reads the same');
    const path = await validatePath(clock.certificate, {
      others: [],
      trusted: [root.certificate],
      at: token.at,
      purpose: TIME_STAMPING,
      revocation: async () => 'good',
      revocationNeeded: () => true,
    });
    assert.deepEqual(path.faults, []);
  }
});

test('[P4] an answer to another question, of another time or under another policy is named', async () => {
  const { by } = await authority();
  const answer = async (over: Partial<Parameters<typeof writeTimeStampRequest>[0]>, now = NOW) =>
    stampFaults(
      tokenIn(await answerTimeStamp(writeTimeStampRequest({ imprint, nonce, ...over }), by, { now, serial: '01' })),
      question,
    );
  assert.deepEqual(await answer({ imprint: 'ab'.repeat(32) }), ['STAMP_OF_OTHER_CONTENT']);
  assert.deepEqual(await answer({ nonce: '0102030405060709' }), ['STAMP_NOT_ASKED_FOR'], 'an old answer played again');
  assert.deepEqual(await answer({}, '2026-11-26T09:00:00.000Z'), ['STAMP_TIME_IMPOSSIBLE'], 'not yet');
  assert.deepEqual(await answer({}, '2026-11-25T09:00:00.000Z'), ['STAMP_TIME_IMPOSSIBLE'], 'before it existed');
  const other = { ...by, policy: '1.2.3.4.2' };
  const token = tokenIn(
    await answerTimeStamp(writeTimeStampRequest({ imprint, nonce }), other, { now: NOW, serial: '01' }),
  );
  assert.deepEqual(stampFaults(token, question), ['STAMP_POLICY_OTHER']);
  const { nonce: _none, ...anyNonce } = question;
  assert.deepEqual(stampFaults(token, { ...anyNonce, policy: other.policy }), [], 'a kept one has no nonce to compare');
  const refused = await answerTimeStamp(writeTimeStampRequest({ imprint, nonce, policy: '1.2.3.9' }), by, {
    now: NOW,
    serial: '01',
  });
  assert.deepEqual(readTimeStampAnswer(refused), { refused: 'status 2: no such policy' });
  const unread = await answerTimeStamp(Buffer.from('x'), by, { now: NOW, serial: '01' });
  assert.deepEqual(readTimeStampAnswer(unread), { refused: 'status 2: the request cannot be read' });
});

test('[P4] damaged, foreign and cunning answers are no stamps', async () => {
  const { by, clock, root } = await authority();
  const request = writeTimeStampRequest({ imprint, nonce });
  const good = await answerTimeStamp(request, by, { now: NOW, serial: '01' });
  const isGood = (bytes: Uint8Array): boolean => {
    const answer = readTimeStampAnswer(bytes);
    if (!answer || !('token' in answer)) return false;
    return stampFaults(answer.token, question).length === 0 && answer.token.isBy(clock.certificate);
  };
  assert.ok(isGood(good));
  // What is signed is the content with its digest, and the certificate's hash: any other byte of these is another stamp.
  const token = tokenIn(good);
  const content = good.indexOf(Buffer.from(imprint, 'hex'));
  for (let i = content - 20; i < content + 70; i += 3) {
    const damaged = Buffer.from(good);
    damaged[i] = (damaged[i] ?? 0) ^ 0x01;
    assert.equal(isGood(damaged), false, `byte ${i}`);
  }
  let random = 7;
  for (let n = 0; n < 200; n += 1) {
    random = (random * 1103515245 + 12345) % 2147483648;
    const damaged = Buffer.from(good);
    const place = random % damaged.length;
    damaged[place] = (damaged[place] ?? 0) ^ (1 + ((random >> 8) % 255));
    const answer = readTimeStampAnswer(n % 3 === 0 ? damaged.subarray(0, place) : damaged);
    // Whatever still holds says what the good one says: a change outside what is signed changes nothing that counts.
    if (answer && 'token' in answer && answer.token.isBy(clock.certificate))
      assert.deepEqual(
        [answer.token.at, answer.token.imprint, answer.token.policy, answer.token.serial],
        [token.at, token.imprint, token.policy, token.serial],
      );
  }
  for (const bytes of [Buffer.alloc(0), Buffer.from('<html>'), Buffer.alloc(100_000, 0x30), derOf(new OctetString(8))])
    assert.equal(readTimeStampAnswer(bytes), undefined);
  // By a certificate that is not for stamping time.
  const person = await make('signing', 'Person', 'ES256', root);
  const byPerson = tokenIn(await answerTimeStamp(request, { ...by, ...person }, { now: NOW, serial: '01' }));
  assert.ok(byPerson.isBy(person.certificate));
  assert.equal(stampsTimeOnly(person.certificate), false);
  // The key signs, but another certificate is named in what is signed.
  const swapped = tokenIn(
    await answerTimeStamp(request, { ...by, certificate: person.certificate }, { now: NOW, serial: '01' }),
  );
  assert.equal(swapped.isBy(clock.certificate), false);
  assert.equal(swapped.isBy(person.certificate), false);
  // SHA-1 of the same content, as an imprint.
  const info = new tsp.TSTInfo({
    policy: POLICY,
    messageImprint: new tsp.MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: '1.3.14.3.2.26' }),
      hashedMessage: new OctetString(Buffer.from(imprint, 'hex')),
    }),
    serialNumber: new Uint8Array([1]).buffer,
    genTime: new Date(NOW),
  });
  const weak = readTimeStampToken(derOf(await tokenOf(derOf(info), by, true)));
  assert.ok(weak);
  assert.ok(stampFaults(weak, question).includes('STAMP_OF_OTHER_CONTENT'));
  // A granted answer without a token, and a refused one with it.
  const status = (value: number) => new tsp.PKIStatusInfo({ status: value });
  assert.equal(readTimeStampAnswer(derOf(new tsp.TimeStampResp({ status: status(0) }))), undefined);
  const inside = AsnConvert.parse(new Uint8Array(good).buffer, tsp.TimeStampResp).timeStampToken;
  assert.ok(inside);
  const both = readTimeStampAnswer(derOf(new tsp.TimeStampResp({ status: status(2), timeStampToken: inside })));
  assert.ok(both && 'refused' in both);
});

/** The same values, the length of what is meant written with more bytes than DER has for it. */
function withLongLength(der: Buffer, isIt: (tag: number, body: Buffer) => boolean): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < der.length; ) {
    const tag = der[at] ?? 0;
    const first = der[at + 1] ?? 0;
    const more = first < 0x80 ? 0 : first & 0x7f;
    const length = more === 0 ? first : der.readUIntBE(at + 2, more);
    const from = at + 2 + more;
    const body = der.subarray(from, from + length);
    const longer = isIt(tag, body);
    const inner = (tag & 0x20) === 0 || longer ? body : withLongLength(body, isIt);
    parts.push(Buffer.of(tag), lengthOf(inner.length, longer), inner);
    at = from + length;
  }
  return Buffer.concat(parts);
}
function lengthOf(length: number, longer: boolean): Buffer {
  const bytes = length < 0x80 ? [] : length < 0x100 ? [length] : [length >> 8, length & 0xff];
  if (longer) return Buffer.of(0x83, 0, length >> 8, length & 0xff);
  return bytes.length === 0 ? Buffer.of(length) : Buffer.of(0x80 + bytes.length, ...bytes);
}

test('[P4] the signature is checked over the attributes as they came: in another encoding than DER they are none', async () => {
  const { by, clock } = await authority();
  const token = tokenIn(
    await answerTimeStamp(writeTimeStampRequest({ imprint, nonce }), by, { now: NOW, serial: '01' }),
  );
  const same = readTimeStampToken(withLongLength(token.der, () => false));
  assert.ok(same?.der.equals(token.der) && same.isBy(clock.certificate), 'written again as it was');
  // What holds the digest of the content and nothing around it: the signed attributes.
  const attributes = (tag: number, body: Buffer) =>
    tag === 0xa0 && body[0] === 0x30 && body[2] === 0x06 && isAttribute(body);
  const isAttribute = (body: Buffer) => body.subarray(4, 13).equals(Buffer.from('2a864886f70d010903', 'hex'));
  const longer = withLongLength(token.der, attributes);
  assert.ok(longer.length > token.der.length, 'it was found');
  assert.equal(readTimeStampToken(longer)?.isBy(clock.certificate) ?? false, false);
});

const config = (certificate: string, key: string) => `[ tsa ]
default_tsa = t
[ t ]
serial = ${at('serial')}
signer_cert = ${at(certificate)}
signer_key = ${at(key)}
signer_digest = sha256
default_policy = ${POLICY}
digests = sha256
accuracy = secs:1, millisecs:500
ordering = yes
tsa_name = yes
ess_cert_id_chain = yes
ess_cert_id_alg = sha256
[ req ]
distinguished_name = dn
[ dn ]
`;
test('[P4] OpenSSL stamps what we ask for, and finds good what we stamp', { skip: missing }, async () => {
  for (const kind of [
    ['-newkey', 'rsa:2048'],
    ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  ]) {
    writeFileSync(at('tsa.cnf'), config('clock.pem', 'clock.key'));
    writeFileSync(at('serial'), '0A\n');
    writeFileSync(at('ext'), 'extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n');
    const subject = (name: string) => ['-nodes', '-subj', `/CN=${name}`, '-config', at('tsa.cnf')];
    openssl(
      'req',
      '-x509',
      ...kind,
      ...subject('CA'),
      '-keyout',
      at('ca.key'),
      '-out',
      at('ca.pem'),
      '-days',
      '100',
      '-addext',
      'keyUsage=critical,keyCertSign,cRLSign',
      '-addext',
      'basicConstraints=critical,CA:TRUE',
    );
    openssl('req', ...kind, ...subject('Clock'), '-keyout', at('clock.key'), '-out', at('clock.csr'));
    openssl(
      'x509',
      '-req',
      '-in',
      at('clock.csr'),
      '-CA',
      at('ca.pem'),
      '-CAkey',
      at('ca.key'),
      '-CAcreateserial',
      '-out',
      at('clock.pem'),
      '-days',
      '90',
      '-extfile',
      at('ext'),
    );
    writeFileSync(at('ours.tsq'), writeTimeStampRequest({ imprint, nonce }));
    const made = openssl(
      'ts',
      '-reply',
      '-config',
      at('tsa.cnf'),
      '-queryfile',
      at('ours.tsq'),
      '-out',
      at('theirs.tsr'),
    );
    assert.equal(made.status, 0, made.stderr);
    const token = tokenIn(readFileSync(at('theirs.tsr')));
    const soon = { ...question, from: '2020-01-01T00:00:00.000Z', to: new Date(Date.now() + 60_000).toISOString() };
    assert.deepEqual(stampFaults(token, soon), []);
    assert.equal(token.accuracyMs, 1500);
    const [clock] = token.certificates.flatMap((der) => readCertificate(der) ?? []);
    assert.ok(clock && token.isBy(clock) && stampsTimeOnly(clock));
  }

  writeFileSync(at('data'), data);
  openssl('ts', '-query', '-data', at('data'), '-sha256', '-cert', '-out', at('theirs.tsq'));
  for (const algorithm of ['ES256', 'RS256'] satisfies Algorithm[]) {
    const { root, by } = await authority(algorithm);
    writeFileSync(at('root.pem'), pem(root.certificate.der));
    const now = new Date().toISOString();
    writeFileSync(at('ours.tsr'), await answerTimeStamp(readFileSync(at('theirs.tsq')), by, { now, serial: '0b' }));
    const checked = openssl(
      'ts',
      '-verify',
      '-queryfile',
      at('theirs.tsq'),
      '-in',
      at('ours.tsr'),
      '-CAfile',
      at('root.pem'),
    );
    assert.match(checked.stdout, /Verification: OK/, checked.stderr);
    writeFileSync(at('ours.tst'), tokenIn(readFileSync(at('ours.tsr'))).der);
    const alone = openssl(
      'ts',
      '-verify',
      '-data',
      at('data'),
      '-in',
      at('ours.tst'),
      '-token_in',
      '-CAfile',
      at('root.pem'),
    );
    assert.match(alone.stdout, /Verification: OK/, alone.stderr);
    writeFileSync(at('other'), 'other');
    const other = openssl(
      'ts',
      '-verify',
      '-data',
      at('other'),
      '-in',
      at('ours.tst'),
      '-token_in',
      '-CAfile',
      at('root.pem'),
    );
    assert.doesNotMatch(other.stdout, /Verification: OK/);
  }
});
