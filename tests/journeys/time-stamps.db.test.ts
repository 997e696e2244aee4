// Time stamps of filings (P4; RFC 3161): asked for after the filing and never before it, kept only when they are what was asked for by whom
// the port office trusts, and checked by anybody with OpenSSL.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import type { SignatureView, TrustAnchorView } from '../../src/hub/signatures/contract.ts';
import { readCertificate } from '../../src/runtime/signatures/certificate.ts';
import { issueCertificate } from '../../src/runtime/signatures/issue.ts';
import type { StampingAuthority } from '../../src/runtime/signatures/issue-time-stamp.ts';
import { createSoftwareKeys } from '../../src/runtime/signatures/keys.ts';
import { startTimeStampServer, type TimeStampServer } from '../../src/runtime/simulator/time-stamp-server.ts';
import { type Client, signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { railImport } from '../support/forms.ts';
import { type DeviceKey, enrol, pemOf, signFilingWith } from '../support/signing.ts';

let application: TestApplication;
let database: TestDatabase;
let trader: Client;
let key: DeviceKey;
let client: pg.Client;
before(async () => {
  database = await createTestDatabase({ migrated: true });
  application = await startTestApplication({ database });
  trader = await signIn(application, 'trader');
  key = (await enrol(trader)).key;
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
after(async () => {
  await client.end();
  await application.stop();
  assert.deepEqual(application.faults, []);
});

async function fileSigned(reference: string, by = trader, device = key): Promise<string> {
  const started = await by.send<ShipmentView>('POST', '/shipments', {
    from: 'empty',
    direction: 'import',
    transportMode: '3',
  });
  const form: Form = railImport(reference);
  const { revision } = await by.send<{ revision: number }>('PUT', `/shipments/${started.id}/form`, {
    form,
    revision: started.revision,
  });
  const signature = signFilingWith(device, started.id, 1, form);
  await by.send('POST', `/shipments/${started.id}/submit`, { revision, signature });
  return started.id;
}
const signatureOf = async (id: string, by = trader): Promise<SignatureView | undefined> =>
  (await by.get<{ items: SignatureView[] }>(`/shipments/${id}/signatures`)).items[0];
const stamped = (id: string, what: string, by = trader) =>
  until(
    () => signatureOf(id, by),
    (s) => s?.timeStamp?.state === 'stamped',
    what,
  );
/** As if its time had come. */
const hurry = (id: string) =>
  client.query('update signatures.time_stamp set next_attempt_at = now() where shipment_id = $1', [id]);

test('[P4] a signed filing gets a time stamp afterwards, which anybody can check with OpenSSL', async () => {
  const id = await fileSigned('SILENT-STAMP');
  const signature = await stamped(id, 'the stamp');
  const stamp = signature?.timeStamp;
  assert.equal(stamp?.report?.holds, true, JSON.stringify(stamp?.report));
  assert.equal(stamp?.report?.signer, 'Portico Demo Time Stamps');
  assert.equal(stamp?.report?.revocation, 'good');
  assert.equal(stamp?.report?.chain.length, 3);
  assert.ok(Math.abs(Date.parse(stamp?.at ?? '') - Date.parse(signature?.signedAt ?? '')) < 120_000);
  const { rows } = await client.query(`select payload from runtime.event where type = 'signature.time-stamped'`);
  assert.deepEqual(
    rows.map((r) => r.payload.signatureId),
    [signature?.id],
  );
  const stranger = await signIn(application, 'trader2');
  assert.equal((await stranger.raw('GET', `/shipments/${id}/signatures`)).status, 404);

  if (spawnSync('openssl', ['version']).status !== 0) return;
  const folder = mkdtempSync(path.join(tmpdir(), 'portico-stamp-'));
  const at = (name: string) => path.join(folder, name);
  try {
    const { items } = await trader.get<{ items: { id: string; certificate: string }[] }>('/certificate-authorities');
    writeFileSync(at('root.pem'), items.find((a) => a.id === 'root')?.certificate ?? '');
    writeFileSync(at('token'), Buffer.from(stamp?.token ?? '', 'base64'));
    writeFileSync(at('signature'), signature?.signature ?? '');
    const check = () =>
      spawnSync(
        'openssl',
        ['ts', '-verify', '-data', at('signature'), '-in', at('token'), '-token_in', '-CAfile', at('root.pem')],
        { encoding: 'utf-8' },
      );
    assert.match(check().stdout, /Verification: OK/, check().stderr);
    writeFileSync(at('signature'), `${signature?.signature}x`);
    assert.doesNotMatch(check().stdout, /Verification: OK/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  // A signature that was exchanged behind our back is no longer what was stamped.
  await client.query(`update signatures.signature set jws = jws || 'A' where shipment_id = $1`, [id]);
  const changed = await signatureOf(id);
  assert.deepEqual(
    changed?.timeStamp?.report?.faults.map((f) => f.code),
    ['STAMP_OF_OTHER_CONTENT'],
  );
});

test('[P4] an authority that is away, refuses or lies delays no filing, is told of, and asked again', async () => {
  const clock = application.demoClock;
  assert.ok(clock);
  let old: Buffer | undefined;
  clock.misbehave((answer) => {
    old ??= answer;
    return { status: 503 };
  });
  const id = await fileSigned('SILENT-LATE');
  const failed = (word: RegExp) =>
    until(
      () => signatureOf(id),
      (s) => word.test(s?.timeStamp?.detail ?? ''),
      String(word),
    );
  const first = await failed(/HTTP 503/);
  assert.equal(first?.now.holds, true, 'the signature counts without it');
  assert.equal(first?.timeStamp?.state, 'due');
  for (const [how, word] of [
    [() => Buffer.from('<html>busy</html>'), /STAMP_UNREADABLE/],
    [() => Buffer.from('30090307020102', 'hex'), /STAMP_UNREADABLE/],
    [() => old ?? Buffer.alloc(0), /STAMP_NOT_ASKED_FOR/],
    [() => Buffer.alloc(200_000, 0x30), /TOO_LARGE/],
  ] as const) {
    clock.misbehave(how);
    await hurry(id);
    await failed(word);
  }
  clock.misbehave();
  await hurry(id);
  const last = await stamped(id, 'the stamp after all');
  assert.equal(last?.timeStamp?.detail, undefined);
  assert.ok((last?.timeStamp?.attempts ?? 0) >= 4);
  // One that never answers is given up after a month, and the signature says so.
  clock.misbehave(() => ({ status: 503 }));
  const never = await fileSigned('SILENT-NEVER');
  await client.query(
    `update signatures.time_stamp set signed_at = now() - interval '31 days', next_attempt_at = now() where shipment_id = $1`,
    [never],
  );
  await until(
    () => signatureOf(never),
    (s) => s?.timeStamp?.state === 'given-up',
    'given up',
  );
  clock.misbehave();
});

async function outsideAuthority(): Promise<{ by: StampingAuthority; root: Buffer }> {
  const keys = createSoftwareKeys({ sealKey: randomBytes(32).toString('base64') });
  const period = { notBefore: '2026-01-01T00:00:00.000Z', notAfter: '2036-01-01T00:00:00.000Z' };
  const root = (await keys.generate('root', 'RS256')).signer;
  const { signer } = await keys.generate('clock', 'SM2SM3');
  const subject = { name: '时间戳服务中心（测试）' };
  const self = await issueCertificate({
    kind: 'root',
    subject,
    spki: root.spki,
    issuer: { signer: root },
    serial: '01',
    ...period,
  });
  const anchor = readCertificate(self);
  assert.ok(anchor);
  const der = await issueCertificate({
    kind: 'time-stamping',
    subject: { name: 'TSA' },
    spki: signer.spki,
    issuer: { certificate: anchor, signer: root },
    serial: '02',
    ...period,
  });
  const certificate = readCertificate(der);
  assert.ok(certificate);
  return { by: { certificate, signer, chain: [], policy: '1.2.156.1.9' }, root: self };
}

test('[P4] whose stamps count is said by two persons, and under which policy by the configuration', async () => {
  const { by, root } = await outsideAuthority();
  const server: TimeStampServer = await startTimeStampServer({
    by,
    port: 0,
    clock: { now: () => new Date() },
    newId: randomUUID,
  });
  const other = await createTestDatabase({ migrated: true });
  const site = await startTestApplication({
    database: other,
    config: { timeStamps: { url: server.url, policy: '1.2.156.1.9' } },
  });
  const pool = new pg.Client({ connectionString: other.url });
  try {
    await pool.connect();
    const me = await signIn(site, 'trader');
    const mine = (await enrol(me)).key;
    const id = await fileSigned('SILENT-OUTSIDE', me, mine);
    await until(
      () => signatureOf(id, me),
      (s) => s?.timeStamp?.detail === 'ISSUER_NOT_TRUSTED',
      'nobody trusts it yet',
    );
    const [security, security2] = await Promise.all([signIn(site, 'security'), signIn(site, 'security2')]);
    const anchor = await security.send<TrustAnchorView>('POST', '/trust-anchors', {
      channel: 'time-stamps',
      certificate: pemOf(root),
      validFrom: '2026-01-01',
      validTo: '2035-12-31',
    });
    await security2.send('POST', `/trust-anchors/${anchor.id}/confirmation`);
    await pool.query('update signatures.time_stamp set next_attempt_at = now()');
    const signature = await stamped(id, 'the stamp', me);
    assert.equal(signature?.timeStamp?.policy, '1.2.156.1.9');
    assert.equal(signature?.timeStamp?.report?.algorithm, 'SM2SM3');
    // Whose stamps are trusted is not therefore trusted to sign documents.
    const withdrawn = await security.send<TrustAnchorView>('POST', `/trust-anchors/${anchor.id}/withdrawal`);
    assert.equal(withdrawn.state, 'withdrawn');
    const later = await signatureOf(id, me);
    assert.deepEqual(
      later?.timeStamp?.report?.faults.map((f) => f.code),
      ['ISSUER_NOT_TRUSTED'],
    );
  } finally {
    await pool.end();
    await site.stop();
    await server.stop();
  }
  assert.deepEqual(site.faults, []);
});
