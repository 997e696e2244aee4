// Certificates and lists that an authority signs with RSASSA-PSS (RFC 4055), made by OpenSSL: taken with one digest for text and mask and
// a salt as long as it; with any other parameters they are no certificates here (R19).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { algorithmOf } from './algorithms.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { readRevocationList } from './revocation-list.ts';
import { type PathQuestion, validatePath } from './validate-path.ts';

const missing = spawnSync('openssl', ['version']).status !== 0 && 'openssl is not installed';
const dir = mkdtempSync(path.join(tmpdir(), 'portico-pss-'));
after(() => rmSync(dir, { recursive: true, force: true }));
const at = (file: string) => path.join(dir, file);
function openssl(...args: readonly string[]): string {
  const { status, stderr, stdout } = spawnSync('openssl', [...args], { encoding: 'utf-8', cwd: dir });
  assert.equal(status, 0, `openssl ${args.join(' ')}: ${stderr}`);
  return stdout;
}
type Pss = { readonly digest: string; readonly salt: string; readonly mask?: string };
const options = ({ digest, salt, mask }: Pss) => [
  `-${digest}`,
  ...['-sigopt', 'rsa_padding_mode:pss', '-sigopt', `rsa_pss_saltlen:${salt}`],
  ...(mask ? ['-sigopt', `rsa_mgf1_md:${mask}`] : []),
];
const der = (name: string): Buffer => {
  openssl('x509', '-in', `${name}.pem`, '-outform', 'DER', '-out', `${name}.der`);
  return readFileSync(at(`${name}.der`));
};
const extensions = {
  ca: 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n',
  leaf: 'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\n',
};
/** A certificate under an authority (or itself), by name; the key is plain RSA, as authorities have it. */
function make(name: string, kind: keyof typeof extensions, pss: Pss, issuer = name, bits = 2048): Buffer {
  writeFileSync(at(`${name}.ext`), extensions[kind]);
  openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`, '-out', `${name}.key`);
  openssl('req', '-new', '-key', `${name}.key`, '-subj', `/CN=${name}/O=X`, '-out', `${name}.csr`);
  const by = issuer === name ? ['-signkey', `${name}.key`] : ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`];
  const serial = ['-set_serial', String(1000 + name.length), '-days', '30', '-extfile', `${name}.ext`];
  openssl('x509', '-req', '-in', `${name}.csr`, ...by, ...serial, ...options(pss), '-out', `${name}.pem`);
  return der(name);
}
const read = (bytes: Buffer, name: string): Certificate => {
  const certificate = readCertificate(bytes);
  assert.ok(certificate, name);
  return certificate;
};
const faultsOf = async (leaf: Certificate, over: Partial<PathQuestion>) =>
  (
    await validatePath(leaf, {
      others: [],
      trusted: [],
      at: new Date(Date.parse(leaf.notBefore) + 60_000).toISOString(),
      revocationNeeded: () => false,
      revocation: async () => 'good',
      ...over,
    })
  ).faults;

for (const [digest, salt, algorithm, bits] of [
  ['sha256', '32', 'PS256', 2048],
  ['sha384', '48', 'PS384', 3072],
  ['sha512', '64', 'PS512', 2048],
] as const)
  test(`[P4] R19: a chain of OpenSSL with RSASSA-PSS, ${digest}, RSA ${bits}, holds; a changed one does not`, {
    skip: missing,
  }, async () => {
    const pss = { digest, salt };
    const name = (what: string) => `${what}-${digest}`;
    const root = read(make(name('root'), 'ca', pss, name('root'), bits), 'root');
    const issuing = read(make(name('issuing'), 'ca', pss, name('root'), bits), 'issuing');
    const bytes = make(name('leaf'), 'leaf', pss, name('issuing'));
    const leaf = read(bytes, 'leaf');
    assert.deepEqual([root.algorithm, issuing.algorithm, leaf.algorithm], [algorithm, algorithm, algorithm]);
    // OpenSSL says the same of its own.
    openssl('verify', '-CAfile', `${name('root')}.pem`, '-untrusted', `${name('issuing')}.pem`, `${name('leaf')}.pem`);
    const known = { others: [issuing], trusted: [root] };
    assert.deepEqual(await faultsOf(leaf, known), []);
    for (const changed of [bytes.length - 1, bytes.length - 100, 40]) {
      const damaged = Buffer.from(bytes);
      damaged[changed] = (damaged[changed] ?? 0) ^ 1;
      const other = readCertificate(damaged);
      if (other) assert.ok((await faultsOf(other, known)).includes('ISSUER_NOT_TRUSTED'), `byte ${changed}`);
    }
    // The same name under another key.
    const stranger = read(make(name('root'), 'ca', pss, name('root'), bits), 'stranger');
    assert.deepEqual(await faultsOf(leaf, { others: [issuing], trusted: [stranger] }), ['ISSUER_NOT_TRUSTED']);
  });

test('[P4] R19: RSASSA-PSS with another salt, another mask, SHA-1 or SHA-224 is no certificate; a PSS-only key neither', {
  skip: missing,
}, () => {
  for (const pss of [
    { digest: 'sha256', salt: '0' },
    { digest: 'sha256', salt: '20' },
    { digest: 'sha256', salt: '48' },
    { digest: 'sha256', salt: '32', mask: 'sha1' },
    { digest: 'sha256', salt: '32', mask: 'sha512' },
    { digest: 'sha512', salt: '32' },
    { digest: 'sha1', salt: '20' },
    { digest: 'sha224', salt: '28' },
  ])
    assert.equal(readCertificate(make('bad', 'ca', pss)), undefined, JSON.stringify(pss));
  openssl('genpkey', '-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', 'only.key');
  openssl('req', '-x509', '-key', 'only.key', '-subj', '/CN=only', '-days', '30', '-out', 'only.pem');
  assert.equal(readCertificate(der('only')), undefined, 'a key that is for PSS only');
});

test('[P4] R19: the name RSASSA-PSS without its parameters, or with damaged ones, names no algorithm', () => {
  const oid = '1.2.840.113549.1.1.10';
  const good = Buffer.from(
    '3034a00f300d06096086480165030402010500a11c301a06092a864886f70d010108300d06096086480165030402010500a203020120',
    'hex',
  );
  const named = (bytes: Buffer) => algorithmOf({ algorithm: oid, parameters: new Uint8Array(bytes).buffer });
  assert.equal(named(good), 'PS256');
  assert.equal(algorithmOf({ algorithm: oid }), undefined);
  assert.equal(algorithmOf({ algorithm: oid, parameters: null }), undefined);
  assert.equal(named(Buffer.from('0500', 'hex')), undefined);
  assert.equal(named(Buffer.from('3000', 'hex')), undefined, 'the defaults are SHA-1');
  assert.equal(named(good.subarray(0, -1)), undefined);
  assert.equal(named(Buffer.concat([good, Buffer.of(0)])), undefined);
  for (let i = 0; i < good.length * 8; i++) {
    const changed = Buffer.from(good);
    changed[i >> 3] = (changed[i >> 3] ?? 0) ^ (1 << (i & 7));
    assert.equal(named(changed), undefined, `bit ${i}`);
  }
});

test('[P4] R19: a revocation list that its authority signed with RSASSA-PSS counts; of another authority not', {
  skip: missing,
}, () => {
  const pss = { digest: 'sha256', salt: '32' };
  const authority = read(make('lists', 'ca', pss), 'lists');
  writeFileSync(at('index.txt'), 'R\t300101000000Z\t260101000000Z\tFF01\tunknown\t/CN=gone\n');
  writeFileSync(
    at('ca.cnf'),
    '[ca]\ndefault_ca=own\n[own]\ndatabase=index.txt\ndefault_md=sha256\ndefault_crl_days=30\n',
  );
  const by = ['-cert', 'lists.pem', '-keyfile', 'lists.key'];
  openssl('ca', '-config', 'ca.cnf', '-gencrl', ...by, ...options(pss).slice(1), '-out', 'list.pem');
  openssl('crl', '-in', 'list.pem', '-outform', 'DER', '-out', 'list.der');
  const list = readRevocationList(readFileSync(at('list.der')), authority);
  assert.deepEqual([...(list?.revoked.keys() ?? [])], ['ff01']);
  const other = read(make('lists', 'ca', pss), 'other');
  assert.equal(readRevocationList(readFileSync(at('list.der')), other), undefined);
});
