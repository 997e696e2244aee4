// Asking an OCSP responder (R19; RFC 6960): OpenSSL understands our question and we its answer; what is about another certificate, by nobody's
// responder, altered, replayed, run out or from the future is not believed. P-384 and RSA with SHA-384 chains are read as any.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { makePartner } from '../../../tests/support/signing.ts';
import { readCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { ocspRequest, readOcspAnswer } from './ocsp.ts';
import { validatePath } from './validate-path.ts';

const now = '2026-11-20T00:00:00.000Z';
const until = '2026-11-21T00:00:00.000Z';
const openssl = (...args: string[]) => spawnSync('openssl', args, { encoding: 'utf-8' });
const missing = openssl('version').status !== 0 && 'openssl is not installed';
const leafOf = (chain: readonly Buffer[]) => readCertificate(chain[0] ?? Buffer.of()) as Certificate;

test('[P4] a responder’s answer is believed for its certificate alone: good, revoked, unknown; every kind of key', async () => {
  for (const algorithm of ['ES256', 'ES384', 'RS256', 'RS384', 'EdDSA', 'SM2SM3'] as const) {
    const partner = await makePartner(algorithm, undefined, 'http://127.0.0.1/ocsp');
    const certificate = leafOf(partner.chain);
    assert.equal(certificate.ocspUrl, 'http://127.0.0.1/ocsp');
    const nonce = randomBytes(16);
    const request = ocspRequest(certificate, partner.anchor, nonce);
    const revokedAt = '2026-11-01T00:00:00.000Z';
    for (const status of ['good', 'unknown', { revokedAt }] as const) {
      const bytes = await partner.answer(request, { status, now, nextUpdate: until });
      const asked = { certificate, issuer: partner.anchor, nonce, now };
      assert.deepEqual(readOcspAnswer(bytes, asked), { state: status, thisUpdate: now, nextUpdate: until }, algorithm);
    }
  }
});

test('[P4] what is altered, about another, another’s, replayed, run out or from the future is not believed', async () => {
  const [partner, other] = [await makePartner('ES256'), await makePartner('ES256')];
  const certificate = leafOf(partner.chain);
  const nonce = randomBytes(16);
  const asked = { certificate, issuer: partner.anchor, nonce, now };
  const request = ocspRequest(certificate, partner.anchor, nonce);
  const good = { status: 'good', now, nextUpdate: until } as const;
  const faultOf = (bytes: Uint8Array, of = asked) => {
    const read = readOcspAnswer(bytes, of);
    return 'fault' in read ? read.fault : read.state;
  };
  const answer = await partner.answer(request, good);
  assert.equal(faultOf(answer), 'good');
  assert.equal(faultOf(answer, { ...asked, nonce: randomBytes(16) }), 'NONCE_DIFFERS', 'an answer to another question');
  assert.equal(faultOf(answer, { ...asked, now: '2026-11-25T00:00:00.000Z' }), 'ANSWER_RUN_OUT');
  assert.equal(faultOf(answer, { ...asked, now: '2026-11-19T00:00:00.000Z' }), 'ANSWER_FROM_THE_FUTURE');
  assert.equal(faultOf(await other.answer(request, good)), 'RESPONDER_NOT_TRUSTED');
  const about = leafOf((await makePartner('ES256')).chain);
  assert.equal(faultOf(answer, { ...asked, certificate: { ...about, serial: '77' } }), 'ANSWER_ABOUT_ANOTHER');
  assert.equal(faultOf(Buffer.from('30030a0101', 'hex')), 'RESPONDER_REFUSED', 'malformedRequest');
  assert.equal(faultOf(Buffer.from('<html>')), 'ANSWER_UNREADABLE');
  let believed = 0;
  for (let at = 0; at < answer.length; at += 3) {
    const copy = Buffer.from(answer);
    copy[at] = (copy[at] ?? 0) ^ 0x01;
    // The certificates that came along may be altered where nobody reads them; what was signed may not.
    if (faultOf(copy) === 'good' && !copy.equals(answer)) believed += 1;
  }
  assert.equal(believed, 0, 'no altered answer is believed');
});

test('[P4] OpenSSL answers what we ask', { skip: missing }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portico-ocsp-'));
  const at = (name: string) => path.join(folder, name);
  try {
    for (const [algorithm, curve] of [
      ['ES256', 'P-256'],
      ['ES384', 'P-384'],
    ] as const) {
      const run = (...args: string[]) => {
        const { status, stderr } = openssl(...args);
        assert.equal(status, 0, `${args.join(' ')}: ${stderr}`);
      };
      const newKey = ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${curve}`, '-nodes'];
      const digest = algorithm === 'ES256' ? '-sha256' : '-sha384';
      const caUse = ['-addext', 'keyUsage=critical,keyCertSign,cRLSign'];
      run(
        'req',
        '-x509',
        ...newKey,
        digest,
        '-subj',
        '/CN=CA',
        '-keyout',
        at('ca.key'),
        '-out',
        at('ca.pem'),
        '-days',
        '30',
        ...caUse,
      );
      run('req', ...newKey, '-subj', '/CN=leaf', '-keyout', at('leaf.key'), '-out', at('leaf.csr'));
      writeFileSync(at('ext'), 'keyUsage=digitalSignature\nauthorityInfoAccess=OCSP;URI:http://ocsp.example/\n');
      const leafArgs = [
        '-CA',
        at('ca.pem'),
        '-CAkey',
        at('ca.key'),
        '-set_serial',
        '4096',
        '-days',
        '20',
        '-extfile',
        at('ext'),
      ];
      run('x509', '-req', '-in', at('leaf.csr'), ...leafArgs, digest, '-out', at('leaf.pem'));
      const der = (name: string) => {
        run('x509', '-in', at(`${name}.pem`), '-outform', 'DER', '-out', at(`${name}.der`));
        return readCertificate(readFileSync(at(`${name}.der`))) as Certificate;
      };
      const [issuer, certificate] = [der('ca'), der('leaf')];
      assert.equal(certificate.algorithm, algorithm);
      assert.equal(certificate.ocspUrl, 'http://ocsp.example/');
      const time = new Date().toISOString();
      const read = await validatePath(certificate, {
        others: [],
        trusted: [issuer],
        at: time,
        revocation: async () => 'good',
        revocationNeeded: () => false,
      });
      assert.deepEqual(read.faults, [], 'the chain holds');
      const nonce = randomBytes(16);
      writeFileSync(at('req'), ocspRequest(certificate, issuer, nonce));
      for (const [line, expected] of [
        ['V\t351231000000Z\t\t1000\tunknown\t/CN=leaf\n', 'good'],
        ['R\t351231000000Z\t261101000000Z\t1000\tunknown\t/CN=leaf\n', 'revoked'],
      ] as const) {
        writeFileSync(at('index.txt'), line);
        run(
          'ocsp',
          '-index',
          at('index.txt'),
          '-CA',
          at('ca.pem'),
          '-rsigner',
          at('ca.pem'),
          '-rkey',
          at('ca.key'),
          '-reqin',
          at('req'),
          '-respout',
          at('resp'),
          '-ndays',
          '1',
          '-rmd',
          digest.slice(1),
        );
        const answer = readOcspAnswer(readFileSync(at('resp')), {
          certificate,
          issuer,
          nonce,
          now: new Date().toISOString(),
        });
        assert.ok('state' in answer, JSON.stringify(answer));
        assert.equal(typeof answer.state === 'string' ? answer.state : 'revoked', expected);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
