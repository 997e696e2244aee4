// OCSP answers and time stamps that an authority signs with RSASSA-PSS (RFC 4055; RFC 6960, RFC 3161), made by OpenSSL: believed with one digest
// for text and mask and a salt as long as it; with any other parameters, or altered, they are not signed (R19).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { type Certificate, readCertificate } from './certificate.ts';
import { ocspRequest, readOcspAnswer } from './ocsp.ts';
import { stampFaults, stampsTimeOnly } from './stamp-faults.ts';
import { readTimeStampAnswer, readTimeStampToken, writeTimeStampRequest } from './time-stamp-answer.ts';

const skip = spawnSync('openssl', ['version']).status !== 0 && 'openssl is not installed';
const dir = mkdtempSync(path.join(tmpdir(), 'portico-pss-answers-'));
after(() => rmSync(dir, { recursive: true, force: true }));
const write = (file: string, data: string | Uint8Array) => writeFileSync(path.join(dir, file), data);
const bytes = (file: string): Buffer => readFileSync(path.join(dir, file));
function openssl(line: string): void {
  const { status, stderr } = spawnSync('openssl', line.split(' '), { encoding: 'utf-8', cwd: dir });
  assert.equal(status, 0, `openssl ${line}: ${stderr}`);
}
type Pss = { readonly digest: string; readonly salt: string; readonly mask?: string };
/** `option`: what this command of OpenSSL calls it. */
const padding = (option: string, { salt, mask }: Pss): string =>
  `${option} rsa_padding_mode:pss ${option} rsa_pss_saltlen:${salt}${mask ? ` ${option} rsa_mgf1_md:${mask}` : ''}`;
const good = { digest: 'sha256', salt: '32' };

/** An RSA authority `ca` and a certificate of it, both signed with RSASSA-PSS. */
function make(name: string, extensions: string): Certificate {
  write('ext', extensions);
  openssl(`req -new -newkey rsa:2048 -nodes -keyout ${name}.key -subj /CN=${name} -out ${name}.csr`);
  const by = name === 'ca' ? '-signkey ca.key' : '-CA ca.pem -CAkey ca.key';
  const serial = name === 'leaf' ? 4096 : 4097;
  const how = `-set_serial ${serial} -days 30 -extfile ext -sha256 ${padding('-sigopt', good)}`;
  openssl(`x509 -req -in ${name}.csr ${by} ${how} -out ${name}.pem`);
  openssl(`x509 -in ${name}.pem -outform DER -out ${name}.der`);
  const certificate = readCertificate(bytes(`${name}.der`));
  assert.equal(certificate?.algorithm, 'PS256');
  return certificate as Certificate;
}
const authority = () => make('ca', 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n');
const accepted: readonly Pss[] = [good, { digest: 'sha384', salt: '48' }, { digest: 'sha512', salt: '64' }];
const refused: readonly Pss[] = [
  { digest: 'sha256', salt: '20' },
  { digest: 'sha256', salt: '32', mask: 'sha1' },
  { digest: 'sha1', salt: '20' },
];

test('[P4] R19: a responder’s answer with RSASSA-PSS is believed with the parameters of RFC 4055 alone, and unaltered', {
  skip,
}, () => {
  const issuer = authority();
  const certificate = make('leaf', 'keyUsage=digitalSignature\n');
  make('responder', 'keyUsage=critical,digitalSignature\nextendedKeyUsage=OCSPSigning\n');
  const nonce = randomBytes(16);
  write('req', ocspRequest(certificate, issuer, nonce));
  write('index', 'R\t351231000000Z\t261101000000Z\t1000\tunknown\t/CN=leaf\n');
  const asked = { certificate, issuer, nonce, now: new Date().toISOString() };
  const answered = (by: string, pss: Pss) => {
    const signer = `-rsigner ${by}.pem -rkey ${by}.key -rmd ${pss.digest} ${padding('-rsigopt', pss)}`;
    openssl(`ocsp -index index -CA ca.pem ${signer} -reqin req -respout resp -nmin 60`);
    return bytes('resp');
  };
  for (const by of ['ca', 'responder'])
    for (const pss of accepted) {
      const read = readOcspAnswer(answered(by, pss), asked);
      assert.deepEqual('state' in read && read.state, { revokedAt: '2026-11-01T00:00:00.000Z' }, `${by} ${pss.digest}`);
    }
  for (const pss of refused)
    assert.deepEqual(readOcspAnswer(answered('ca', pss), asked), { fault: 'ANSWER_NOT_SIGNED' }, JSON.stringify(pss));
  // What it says and what it is signed with, one bit at a time.
  const whole = answered('responder', good);
  for (let at = 0; at < whole.length; at += 5) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    assert.ok('fault' in readOcspAnswer(damaged, asked), `byte ${at}`);
  }
});

test('[P4] R19: a time stamp with RSASSA-PSS is believed with the parameters of RFC 4055 alone, and unaltered', {
  skip,
}, () => {
  authority();
  make('clock', 'keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n');
  const imprint = createHash('sha256').update('a signature').digest('hex');
  const nonce = '7102030405060708';
  write('tsq', writeTimeStampRequest({ imprint, nonce }));
  write('serial', '01\n');
  write(
    'tsa.cnf',
    [
      ...['[tsa]', 'default_tsa = t', '[t]', 'serial = serial', 'signer_cert = clock.pem', 'signer_key = clock.key'],
      ...['signer_digest = sha256', 'default_policy = 1.2.3.4.1', 'digests = sha256', 'certs = ca.pem', ''],
    ].join('\n'),
  );
  // What is stamped, by OpenSSL's authority; its command signs with no PSS, so the same content is signed anew as RFC 3161 asks.
  openssl('ts -reply -config tsa.cnf -queryfile tsq -token_out -out plain.tst');
  openssl('cms -verify -noverify -inform DER -in plain.tst -out info.der');
  const stamped = (pss: Pss) => {
    const signer = `-signer clock.pem -inkey clock.key -keyopt ${padding('-keyopt', pss).slice(8)} -md ${pss.digest}`;
    const what = '-nodetach -binary -cades -econtent_type 1.2.840.113549.1.9.16.1.4 -in info.der';
    openssl(`cms -sign ${what} ${signer} -outform DER -out pss.tst`);
    return bytes('pss.tst');
  };
  const question = {
    ...{ imprint, nonce, policy: '1.2.3.4.1', from: '2020-01-01T00:00:00.000Z' },
    to: new Date(Date.now() + 60_000).toISOString(),
  };
  for (const [i, pss] of accepted.entries()) {
    const der = stamped(pss);
    // `granted`, and the token: as an authority answers.
    const length = Buffer.alloc(2);
    length.writeUInt16BE(der.length + 5);
    const answer = readTimeStampAnswer(
      Buffer.concat([Buffer.from('3082', 'hex'), length, Buffer.from('3003020100', 'hex'), der]),
    );
    assert.ok(answer && 'token' in answer, pss.digest);
    assert.equal(answer.token.algorithm, ['PS256', 'PS384', 'PS512'][i]);
    assert.deepEqual(stampFaults(answer.token, question), []);
    const [clock] = answer.token.certificates.flatMap((one) => readCertificate(one) ?? []);
    assert.ok(clock && answer.token.isBy(clock) && stampsTimeOnly(clock));
  }
  for (const pss of refused) assert.equal(readTimeStampToken(stamped(pss)), undefined, JSON.stringify(pss));
  const whole = stamped(good);
  const clock = readCertificate(bytes('clock.der')) as Certificate;
  const holds = (der: Buffer): boolean => readTimeStampToken(der)?.isBy(clock) === true;
  assert.ok(holds(whole));
  const altered = (at: number): Buffer => {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    return damaged;
  };
  // The signature stands at the end, 256 bytes of it; the digests that it is over, and what they are of, before it.
  for (let back = 1; back <= 256; back += 3)
    assert.ok(!holds(altered(whole.length - back)), `byte ${back} from the end`);
  const digest = createHash('sha256').update(bytes('info.der')).digest();
  for (const signed of [digest, Buffer.from(imprint, 'hex')]) {
    const at = whole.indexOf(signed);
    assert.ok(at > 0);
    for (let i = 0; i < signed.length; i += 1) assert.ok(!holds(altered(at + i)), `byte ${at + i}`);
  }
});
