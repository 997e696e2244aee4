// Revocation lists of partners' authorities (P4, R19) are fetched where their certificates say, before they run out; a list that is not the
// authority's, or older, changes nothing; a channel may ask that revocation is known before a message is read.
import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { TrustAnchorView } from '../../src/hub/signatures/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { type Client, signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { reasonOfSigned } from '../support/partner-messages.ts';
import { makePartner, type Partner, pemOf } from '../support/signing.ts';

let application: TestApplication;
let database: TestDatabase;
let client: pg.Client;
let operator: Client;
let security: Client;
let server: Server;
let answer: RequestListener;
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
  answer = (_q, r) => void r.writeHead(404).end();
  server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  partner = await makePartner('ES256', `http://127.0.0.1:${(server.address() as AddressInfo).port}/list.crl`);
  operator = await signIn(application, 'operator');
  security = await signIn(application, 'security');
  const body = { certificate: pemOf(partner.anchor.der), validFrom: '2026-01-01', validTo: '2035-12-31' };
  const anchor = await security.send<TrustAnchorView>('POST', '/trust-anchors', { channel: 'commerce', ...body });
  await (await signIn(application, 'security2')).send('POST', `/trust-anchors/${anchor.id}/confirmation`);
  secret = (await application.unitOfWork.run(portico, (c) => issueChannelKey(c, 'commerce', 'a test'))) ?? '';
});
after(async () => {
  server.closeAllConnections();
  server.close();
  await client.end();
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const post = () => reasonOfSigned(application.url, { from: partner, secret, operator });
const serve = (bytes: Buffer) => {
  answer = (_q, r) => void r.writeHead(200, { 'content-type': 'application/pkix-crl' }).end(bytes);
};
const hurry = () => client.query('update signatures.revocation_source set next_fetch_at = now()');
const source = async () =>
  (await security.get<{ items: TrustAnchorView[] }>('/trust-anchors')).items.flatMap((a) => a.sources)[0];
const sourceWhere = (holds: (s: Awaited<ReturnType<typeof source>>) => boolean, what: string) =>
  until(source, holds, what);

test('[P4] where revocation has to be known, a message waits for the list, which is fetched by itself', async () => {
  assert.match(await post(), /无法确定证书是否被吊销/);
  const missing = await sourceWhere((s) => s?.detail === 'HTTP 404', 'the address that the certificate names');
  assert.match(missing?.url ?? '', /list\.crl$/);
  serve(await partner.list('2026-11-02T00:00:00.000Z', []));
  await hurry();
  const found = await sourceWhere((s) => s?.listAt !== undefined, 'the list');
  assert.equal(found?.listAt, '2026-11-02T00:00:00.000Z');
  assert.equal(found?.failures, 0);
  assert.doesNotMatch(await post(), /签名/);
  const { rows } = await client.query(
    `select report from signatures.signature where (report ->> 'holds')::boolean order by id desc limit 1`,
  );
  assert.equal(rows[0]?.report.revocation, 'good');
  assert.equal(rows[0]?.report.revocationAsOf, '2026-11-02T00:00:00.000Z', 'the report says as of when');
});

test('[P4] what is not this authority’s newer list is told of and changes nothing', async () => {
  const foreign = await (await makePartner('ES256')).list('2026-11-03T00:00:00.000Z', []);
  const older = await partner.list('2026-11-01T00:00:00.000Z', []);
  const future = await partner.list('2035-01-01T00:00:00.000Z', []);
  for (const [bytes, word] of [
    [foreign, 'LIST_UNFIT'],
    [Buffer.from('<html>'), 'LIST_UNFIT'],
    [older, 'LIST_OLDER_OR_FROM_THE_FUTURE'],
    [Buffer.alloc(5 * 1024 * 1024, 0x30), 'TOO_LARGE'],
    [future, 'LIST_OLDER_OR_FROM_THE_FUTURE'],
  ] as const) {
    serve(bytes);
    await hurry();
    const told = await sourceWhere((s) => s?.detail === word, word);
    assert.equal(told?.listAt, '2026-11-02T00:00:00.000Z');
  }
  assert.doesNotMatch(await post(), /签名/);
});

test('[P4] what is revoked on the next list no longer counts, and a list that ran out says nothing', async () => {
  serve(await partner.list('2026-11-04T00:00:00.000Z', [], '2026-11-05T00:00:00.000Z'));
  await hurry();
  await sourceWhere((s) => s?.listAt === '2026-11-04T00:00:00.000Z', 'a list that has run out');
  assert.match(await post(), /无法确定证书是否被吊销/);
  serve(await partner.list('2026-11-06T00:00:00.000Z', [{ serial: '2', at: '2026-11-06T00:00:00.000Z' }]));
  await hurry();
  await sourceWhere((s) => s?.listAt === '2026-11-06T00:00:00.000Z', 'the list that revokes');
  assert.match(await post(), /签名时证书已被吊销/);
});
