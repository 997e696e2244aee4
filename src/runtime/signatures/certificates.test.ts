// Certificates, chains, revocation lists and OCSP answers: made by us, read by us and by OpenSSL, and refused wherever one link is wrong.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { Algorithm } from './algorithms.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { answerOcsp, type CertificateKind, issueCertificate, issueRevocationList } from './issue.ts';
import { createSoftwareKeys, type Signer } from './keys.ts';
import { readRevocationList } from './revocation-list.ts';
import { type PathQuestion, validatePath } from './validate-path.ts';

const keys = createSoftwareKeys({ sealKey: Buffer.alloc(32, 3).toString('base64') });
type Held = { readonly certificate: Certificate; readonly signer: Signer };
let serial = 0x1000;
async function make(
  kind: CertificateKind,
  name: string,
  issuer?: Held,
  more: { algorithm?: Algorithm; notBefore?: string; notAfter?: string } = {},
): Promise<Held> {
  const { signer } = await keys.generate(name, more.algorithm ?? 'ES256');
  serial += 1;
  const der = await issueCertificate({
    kind,
    subject: { name, organisation: '演示' },
    spki: signer.spki,
    issuer: issuer ?? { signer },
    serial: serial.toString(16),
    notBefore: more.notBefore ?? '2026-01-01T00:00:00.000Z',
    notAfter: more.notAfter ?? '2027-01-01T00:00:00.000Z',
    crlUrl: 'https://ca.example/crl',
  });
  const certificate = readCertificate(der);
  assert.ok(certificate, name);
  return { certificate, signer };
}
const question = (over: Partial<PathQuestion>): PathQuestion => ({
  others: [],
  trusted: [],
  at: '2026-06-01T00:00:00.000Z',
  revocationNeeded: () => true,
  revocation: async () => 'good',
  ...over,
});

test('[P4] a chain holds with every kind of key, and each thing wrong with it is named', async () => {
  for (const algorithm of ['ES256', 'RS256', 'EdDSA', 'SM2SM3'] satisfies Algorithm[]) {
    const root = await make('root', 'Root', undefined, { algorithm });
    const issuing = await make('issuing', 'Issuing', root, { algorithm });
    const leaf = await make('signing', '陈演示', issuing, { algorithm });
    const ask = (over: Partial<PathQuestion> = {}, of = leaf) =>
      validatePath(of.certificate, question({ others: [issuing.certificate], trusted: [root.certificate], ...over }));
    assert.deepEqual((await ask()).faults, [], algorithm);
    assert.deepEqual(
      (await ask()).chain.map((c) => c.subject),
      ['CN=陈演示, O=演示', 'CN=Issuing, O=演示', 'CN=Root, O=演示'],
    );
    assert.deepEqual((await ask({ at: '2027-06-01T00:00:00.000Z' })).faults, ['CERTIFICATE_EXPIRED']);
    assert.deepEqual((await ask({ at: '2025-06-01T00:00:00.000Z' })).faults, ['CERTIFICATE_NOT_YET_VALID']);
    assert.deepEqual((await ask({ others: [] })).faults, ['ISSUER_NOT_TRUSTED']);
    const stranger = await make('root', 'Root', undefined, { algorithm });
    assert.deepEqual(
      (await ask({ trusted: [stranger.certificate] })).faults,
      ['ISSUER_NOT_TRUSTED'],
      'same name, other key',
    );
    assert.deepEqual((await ask({ revocation: async () => 'unknown' })).faults, ['REVOCATION_UNKNOWN']);
    assert.deepEqual((await ask({ revocation: async () => 'unknown', revocationNeeded: () => false })).faults, []);
    const revoked = (revokedAt: string) =>
      ask({ revocation: async (c) => (c === leaf.certificate ? { revokedAt } : 'good') });
    assert.deepEqual((await revoked('2026-05-01T00:00:00.000Z')).faults, ['CERTIFICATE_REVOKED']);
    assert.deepEqual(
      (await revoked('2026-07-01T00:00:00.000Z')).faults,
      [],
      'revoked later: what was signed before stays good',
    );
  }
});

test('[P4] who may not issue, issues nothing; who may not sign, signs nothing', async () => {
  const root = await make('root', 'Root');
  const issuing = await make('issuing', 'Issuing', root);
  const person = await make('signing', 'Person', issuing);
  const forged = await make('signing', 'Director', person);
  const trusted = [root.certificate];
  const others = [issuing.certificate, person.certificate];
  const faults = async (of: Held, over: Partial<PathQuestion> = {}) =>
    (await validatePath(of.certificate, question({ others, trusted, ...over }))).faults;
  assert.deepEqual(await faults(forged), ['NOT_AN_AUTHORITY']);
  const below = await make('issuing', 'Below', issuing);
  const deep = await make('signing', 'Deep', below);
  assert.deepEqual(
    await faults(deep, { others: [issuing.certificate, below.certificate] }),
    ['NOT_AN_AUTHORITY'],
    'one level too many',
  );
  assert.deepEqual(await faults(issuing), ['USAGE_NOT_ALLOWED'], 'an authority signs certificates, not documents');
  const clock = await make('time-stamping', 'Clock', issuing);
  assert.deepEqual(await faults(clock), ['USAGE_NOT_ALLOWED']);
  assert.deepEqual(await faults(clock, { purpose: '1.3.6.1.5.5.7.3.8' }), []);
  assert.deepEqual(await faults(person, { purpose: '1.3.6.1.5.5.7.3.8' }), ['USAGE_NOT_ALLOWED']);
});

test('[P4] bytes that are not exactly one certificate are none', async () => {
  const { certificate } = await make('root', 'Root');
  assert.ok(readCertificate(certificate.der));
  assert.equal(readCertificate(Buffer.concat([certificate.der, Buffer.of(0)])), undefined);
  assert.equal(readCertificate(certificate.der.subarray(0, -1)), undefined);
  assert.equal(readCertificate(Buffer.from('hello')), undefined);
  assert.equal(readCertificate(Buffer.alloc(0)), undefined);
  for (let i = 0; i < certificate.der.length; i += 3) {
    const damaged = Buffer.from(certificate.der);
    damaged[i] = (damaged[i] ?? 0) ^ 0x55;
    const read = readCertificate(damaged);
    if (!read) continue;
    const { faults } = await validatePath(read, question({ trusted: [certificate] }));
    assert.ok(faults.includes('ISSUER_NOT_TRUSTED'), `byte ${i}`);
  }
});

test('[P4] a revocation list counts only from its issuer, and says since when', async () => {
  const root = await make('root', 'Root');
  const other = await make('root', 'Root');
  const list = { number: 7, thisUpdate: '2026-06-01T00:00:00.000Z', nextUpdate: '2026-06-02T00:00:00.000Z' };
  const bytes = await issueRevocationList(root, {
    ...list,
    revoked: [{ serial: 'ff01', at: '2026-05-05T00:00:00.000Z' }],
  });
  const read = readRevocationList(bytes, root.certificate);
  assert.deepEqual([...(read?.revoked ?? [])], [['ff01', '2026-05-05T00:00:00.000Z']]);
  assert.equal(read?.nextUpdate, list.nextUpdate);
  assert.equal(readRevocationList(bytes, other.certificate), undefined);
  const damaged = Buffer.from(bytes);
  damaged[bytes.length - 1] = (damaged[bytes.length - 1] ?? 0) ^ 1;
  assert.equal(readRevocationList(damaged, root.certificate), undefined);
  assert.equal(readRevocationList(Buffer.from('x'), root.certificate), undefined);
});

const openssl = (...args: string[]) => spawnSync('openssl', args, { encoding: 'utf-8' });
const missing = openssl('version').status !== 0 && 'openssl is not installed';

test('[P4] OpenSSL follows our chains, lists and OCSP answers, SM2 among them', { skip: missing }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portico-ca-'));
  const at = (name: string) => path.join(folder, name);
  const pem = (name: string, der: Buffer, what = 'CERTIFICATE') => {
    const lines = der
      .toString('base64')
      .replace(/(.{64})/g, '$1\n')
      .trimEnd();
    writeFileSync(at(name), `-----BEGIN ${what}-----\n${lines}\n-----END ${what}-----\n`);
    return at(name);
  };
  try {
    for (const algorithm of ['ES256', 'RS256', 'SM2SM3'] satisfies Algorithm[]) {
      const until = { notAfter: '2046-01-01T00:00:00.000Z', algorithm };
      const root = await make('root', 'Root', undefined, until);
      const leaf = await make('signing', '陈演示', root, until);
      const gone = await make('signing', 'Gone', root, until);
      const responder = await make('ocsp', 'OCSP', root, until);
      const list = await issueRevocationList(root, {
        number: 1,
        thisUpdate: '2026-01-02T00:00:00.000Z',
        nextUpdate: '2045-01-01T00:00:00.000Z',
        revoked: [{ serial: gone.certificate.serial, at: '2026-01-02T00:00:00.000Z' }],
      });
      const rootPem = pem('root.pem', root.certificate.der);
      const leafPem = pem('leaf.pem', leaf.certificate.der);
      const gonePem = pem('gone.pem', gone.certificate.der);
      pem('crl.pem', list, 'X509 CRL');
      // `openssl verify` gives certificates of SM2 an empty id; the standard one has to be said.
      const id = algorithm === 'SM2SM3' ? ['-vfyopt', 'distid:1234567812345678'] : [];
      const checks = ['verify', ...id, '-CAfile', rootPem];
      const plain = openssl(...checks, leafPem);
      assert.match(plain.stdout, /leaf\.pem: OK/, `${algorithm}: ${plain.stderr}`);
      if (algorithm === 'SM2SM3') continue;
      assert.match(openssl(...checks, '-crl_check', '-CRLfile', at('crl.pem'), leafPem).stdout, /OK/, algorithm);
      assert.match(
        openssl(...checks, '-crl_check', '-CRLfile', at('crl.pem'), gonePem).stderr,
        /certificate revoked/,
        algorithm,
      );
      for (const [which, serialOf, word] of [
        [leafPem, leaf, 'good'],
        [gonePem, gone, 'revoked'],
      ] as const) {
        openssl('ocsp', '-issuer', rootPem, '-cert', which, '-reqout', at('req'), '-no_nonce');
        const answer = await answerOcsp(readFileSync(at('req')), {
          issuer: root.certificate,
          responder,
          now: new Date(Date.now() - 60_000).toISOString(),
          nextUpdate: new Date(Date.now() + 3_600_000).toISOString(),
          statusOf: async (asked) => {
            assert.equal(asked, serialOf.certificate.serial);
            return word === 'good' ? 'good' : { revokedAt: '2026-01-02T00:00:00.000Z' };
          },
        });
        assert.ok(answer);
        writeFileSync(at('resp'), answer);
        const said = openssl(
          'ocsp',
          '-issuer',
          rootPem,
          '-cert',
          which,
          '-respin',
          at('resp'),
          '-CAfile',
          rootPem,
          '-no_nonce',
        );
        assert.match(said.stderr + said.stdout, /Response verify OK/, algorithm);
        assert.match(said.stdout, new RegExp(`: ${word}`), algorithm);
      }
    }
    const key = openssl(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      at('k.pem'),
      '-subj',
      '/CN=Theirs/O=X',
      '-days',
      '30',
      '-outform',
      'DER',
      '-out',
      at('theirs.der'),
    );
    assert.equal(key.status, 0, key.stderr);
    const theirs = readCertificate(readFileSync(at('theirs.der')));
    assert.equal(theirs?.subject, 'CN=Theirs, O=X');
    assert.equal(theirs?.ca, true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
