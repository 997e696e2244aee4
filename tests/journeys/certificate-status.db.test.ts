// Certificates of partners whose authority publishes no list (P4, R19): its responder is asked, ahead of need, where the certificate says; a
// message that is being read waits for nobody, and is kept aside where revocation has to be known and is not. Our own are asked with OpenSSL.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { TrustAnchorView } from '../../src/hub/signatures/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import type { OcspStatus } from '../../src/runtime/signatures/issue.ts';
import { type Client, signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { reasonOfSigned } from '../support/partner-messages.ts';
import { enrol, makePartner, type Partner, pemOf } from '../support/signing.ts';

let application: TestApplication;
let database: TestDatabase;
let client: pg.Client;
let operator: Client;
let security: Client;
let security2: Client;
let server: Server;
let answer: RequestListener;
let asked = 0;
let partner: Partner;
let secret: string;
before(async () => {
  database = await createTestDatabase({ migrated: true });
  application = await startTestApplication({
    database,
    config: { signedChannels: { commerce: { inbound: 'required', revocation: 'needed' } } },
  });
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  answer = (_q, r) => void r.writeHead(503).end();
  server = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  partner = await makePartner('ES256', undefined, `http://127.0.0.1:${(server.address() as AddressInfo).port}/ocsp`);
  [operator, security, security2] = (await Promise.all(
    ['operator', 'security', 'security2'].map((account) => signIn(application, account)),
  )) as [Client, Client, Client];
  await trust(partner);
  secret = (await application.unitOfWork.run(portico, (c) => issueChannelKey(c, 'commerce', 'a test'))) ?? '';
});
after(async () => {
  server.closeAllConnections();
  server.close();
  await client.end();
  await application.stop();
  assert.deepEqual(application.faults, []);
});

async function trust({ anchor }: Partner): Promise<void> {
  const body = { certificate: pemOf(anchor.der), validFrom: '2026-01-01', validTo: '2035-12-31' };
  const { id } = await security.send<TrustAnchorView>('POST', '/trust-anchors', { channel: 'commerce', ...body });
  await security2.send('POST', `/trust-anchors/${id}/confirmation`);
}
const post = (from = partner) => reasonOfSigned(application.url, { from, secret, operator });
/** The responder says this from now on; made at a time near now, good for a day unless said otherwise. */
function serve(status: OcspStatus, { by = partner, lasts = 86_400_000, madeAgo = 0 } = {}): void {
  answer = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const made = Date.now() - madeAgo;
      const of = { status, now: new Date(made).toISOString(), nextUpdate: new Date(made + lasts).toISOString() };
      void by.answer(Buffer.concat(chunks), of).then((bytes) => {
        assert.equal(request.headers['content-type'], 'application/ocsp-request');
        response.writeHead(200, { 'content-type': 'application/ocsp-response' }).end(bytes);
      });
    });
  };
}
const hurry = () => client.query('update signatures.certificate_status set next_ask_at = now()');
const rows = async () =>
  (await client.query('select * from signatures.certificate_status order by url')).rows as {
    serial: string;
    state: string | null;
    detail: string | null;
    url: string;
    next_ask_at: Date;
    this_update: Date;
  }[];
const rowWhere = (holds: (row: Awaited<ReturnType<typeof rows>>[number]) => boolean, what: string) =>
  until(
    async () => (await rows()).find(holds),
    (row) => row !== undefined,
    what,
  );

test('[P4] a message waits until the responder has said that its certificate is good, and is asked about by itself', async () => {
  assert.match(await post(), /无法确定证书是否被吊销/);
  await rowWhere((row) => row.detail === 'HTTP 503', 'the responder that the certificate names');
  serve('good');
  await hurry();
  const known = await rowWhere((row) => row.state === 'good', 'the answer');
  assert.ok(known && known.next_ask_at.getTime() > Date.now() + 5 * 60_000, 'kept, not asked with every message');
  const before = asked;
  for (let i = 0; i < 3; i++) assert.doesNotMatch(await post(), /签名/);
  assert.equal(asked, before, 'messages ask nobody');
  const { rows: kept } = await client.query(
    `select report from signatures.signature where (report ->> 'holds')::boolean order by id desc limit 1`,
  );
  assert.equal(kept[0]?.report.revocation, 'good');
  assert.ok(kept[0]?.report.revocationAsOf);
  const [responder] = (await security.get<{ items: TrustAnchorView[] }>('/trust-anchors')).items.flatMap(
    (a) => a.responders,
  );
  assert.deepEqual([responder?.certificates, responder?.revoked, responder?.failing], [1, 0, 0]);
});

test('[P4] what is not this authority’s answer, older, run out, too large or nothing is told of and changes nothing', async () => {
  const foreign = await makePartner('ES256');
  const cases: readonly [() => void, string][] = [
    [() => serve('good', { by: foreign }), 'RESPONDER_NOT_TRUSTED'],
    [() => serve({ revokedAt: '2026-11-01T00:00:00.000Z' }, { madeAgo: 3_600_000 }), 'ANSWER_OLDER'],
    [() => serve('good', { lasts: 1000, madeAgo: 3_600_000 }), 'ANSWER_RUN_OUT'],
    [() => serve('good', { madeAgo: -3_600_000 }), 'ANSWER_FROM_THE_FUTURE'],
    [() => void (answer = (_q, r) => void r.writeHead(200).end('<html>')), 'ANSWER_UNREADABLE'],
    [() => void (answer = (_q, r) => void r.writeHead(200).end(Buffer.alloc(100_000))), 'TOO_LARGE'],
    [() => void (answer = (_q, r) => void r.writeHead(302, { location: 'http://127.0.0.1/' }).end()), 'HTTP 302'],
  ];
  for (const [play, word] of cases) {
    play();
    await hurry();
    const row = await rowWhere((one) => one.detail === word, word);
    assert.equal(row?.state, 'good', word);
  }
  assert.doesNotMatch(await post(), /签名/);
});

test('[P4] revoked: from the next answer on it no longer counts, and that is in the ledger', async () => {
  serve({ revokedAt: new Date(Date.now() - 1000).toISOString() });
  await hurry();
  await rowWhere((row) => row.state === 'revoked', 'the answer that revokes');
  assert.match(await post(), /签名时证书已被吊销/);
  const { rows: told } = await client.query(
    `select payload ->> 'state' as state from runtime.event where type = 'certificate-status.learned' order by position`,
  );
  assert.deepEqual(
    told.map((row) => row.state),
    ['good', 'revoked'],
  );
});

test('[P4] an address inside somebody’s network is not asked, whatever a certificate says', async () => {
  for (const inside of ['http://10.0.0.1/ocsp', 'http://169.254.169.254/latest', 'http://[fd00::1]/ocsp']) {
    const other = await makePartner('ES256', undefined, inside);
    await trust(other);
    assert.match(await post(other), /无法确定证书是否被吊销/);
    const row = await rowWhere((one) => one.url === inside && one.detail !== null, inside);
    assert.equal(row?.detail, 'ADDRESS_NOT_ALLOWED');
  }
});

const openssl = (...args: string[]) => spawnSync('openssl', args, { encoding: 'utf-8' });
/** The server it asks runs in this process, which must not stand still meanwhile. */
const ask = (...args: string[]) =>
  new Promise<{ stdout: string; stderr: string }>((resolve) =>
    execFile('openssl', args, { timeout: 30_000 }, (_error, stdout, stderr) => resolve({ stdout, stderr })),
  );
const missing = openssl('version').status !== 0 && 'openssl is not installed';
test('[P4] anybody can check our certificates by the revocation list and OCSP, with OpenSSL', {
  skip: missing,
}, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portico-pki-'));
  const at = (name: string) => path.join(folder, name);
  try {
    const officer = await signIn(application, 'customs');
    const { certificate: kept } = await enrol(officer);
    const { certificate: gone } = await enrol(officer);
    await officer.send('POST', `/signing-keys/${gone.serial}/revocation`, { reason: 'lost' });
    const authorities = (await (await fetch(`${application.url}/api/v1/certificate-authorities`)).json()) as {
      items: { id: string; certificate: string; demonstration: boolean }[];
    };
    assert.ok(authorities.items.every((a) => a.demonstration));
    for (const { id, certificate } of authorities.items) writeFileSync(at(`${id}.pem`), certificate);
    writeFileSync(at('kept.pem'), kept.certificate);
    writeFileSync(at('gone.pem'), gone.certificate);
    const list = await (await fetch(`${application.url}/api/v1/revocation-list`)).arrayBuffer();
    writeFileSync(at('crl.der'), Buffer.from(list));
    openssl('crl', '-inform', 'DER', '-in', at('crl.der'), '-out', at('crl.pem'));
    const verify = (name: string) =>
      openssl(
        'verify',
        '-CAfile',
        at('root.pem'),
        '-untrusted',
        at('issuing.pem'),
        '-crl_check',
        '-CRLfile',
        at('crl.pem'),
        at(name),
      );
    assert.match(verify('kept.pem').stdout, /OK/);
    assert.match(verify('gone.pem').stderr, /revoked/);
    for (const [name, word] of [
      ['kept.pem', 'good'],
      ['gone.pem', 'revoked'],
    ] as const) {
      const said = await ask(
        'ocsp',
        '-issuer',
        at('issuing.pem'),
        '-cert',
        at(name),
        '-CAfile',
        at('root.pem'),
        '-url',
        `${application.url}/api/v1/certificate-status`,
      );
      assert.match(said.stderr + said.stdout, /Response verify OK/);
      assert.match(said.stdout, new RegExp(`: ${word}`));
    }
    const nonsense = await fetch(`${application.url}/api/v1/certificate-status`, {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'application/ocsp-request' },
    });
    assert.equal(Buffer.from(await nonsense.arrayBuffer()).toString('hex'), '30030a0101');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
