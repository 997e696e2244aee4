// Signatures from end to end (P4): a person's key, filings signed in the browser and by the seal, partners' signed messages, whom to
// trust, and what a check says afterwards.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { InboundView } from '../../src/hub/exchange/contract.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type {
  CertificateView,
  DocumentSignature,
  SignatureReport,
  SignatureView,
  TrustAnchorView,
} from '../../src/hub/signatures/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { filingText } from '../../src/kernel/signed-text.ts';
import { signBatch } from '../../src/runtime/signatures/batch.ts';
import { signXml } from '../../src/runtime/signatures/sign-xml.ts';
import { type Client, signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { railImport } from '../support/forms.ts';
import { enrol, enrolmentOf, makeDeviceKey, makePartner, pemOf, signFilingWith } from '../support/signing.ts';

let application: TestApplication;
let database: TestDatabase;
let trader: Client;
let operator: Client;
before(async () => {
  database = await createTestDatabase({ migrated: true });
  application = await startTestApplication({
    database,
    config: { signedChannels: { commerce: { inbound: 'required' }, customs: { outbound: 'seal' } } },
  });
  [trader, operator] = await Promise.all([signIn(application, 'trader'), signIn(application, 'operator')]);
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

async function draft(client: Client, reference: string): Promise<{ id: string; form: Form; revision: number }> {
  const started = await client.send<ShipmentView>('POST', '/shipments', {
    from: 'empty',
    direction: 'import',
    transportMode: '3',
  });
  const form = railImport(reference);
  const { revision } = await client.send<{ revision: number }>('PUT', `/shipments/${started.id}/form`, {
    form,
    revision: started.revision,
  });
  return { id: started.id, form, revision };
}
const signaturesOf = async (id: string, client = trader) =>
  (await client.get<{ items: SignatureView[] }>(`/shipments/${id}/signatures`)).items;
async function codeOf(client: Client, method: string, at: string, body: unknown): Promise<string> {
  const reply = await client.raw(method, at, JSON.stringify(body), { 'content-type': 'application/json' });
  return ((await reply.json()) as { code?: string }).code ?? String(reply.status);
}

test('[P4] a key is enrolled with the password and the proof of the key, and by nobody else', async () => {
  const key = makeDeviceKey();
  const body = await enrolmentOf(trader, key);
  const stranger = await signIn(application, 'trader2');
  assert.equal(await codeOf(trader, 'POST', '/signing-keys', { ...body, password: 'wrong' }), 'PASSWORD_WRONG');
  assert.equal(
    await codeOf(stranger, 'POST', '/signing-keys', body),
    'SIGNING_KEY_UNFIT',
    'a proof made for somebody else',
  );
  assert.equal(await codeOf(trader, 'POST', '/signing-keys', { ...body, device: '另一台' }), 'SIGNING_KEY_UNFIT');
  const certificate = await trader.send<CertificateView>('POST', '/signing-keys', body);
  assert.equal(certificate.state, 'valid');
  assert.equal(certificate.keyId, key.keyId);
  assert.equal(await codeOf(trader, 'POST', '/signing-keys', body), 'SIGNING_KEY_TAKEN');
  const at = `/signing-keys/${certificate.serial}/revocation`;
  assert.equal(await codeOf(stranger, 'POST', at, { reason: 'lost' }), 'CERTIFICATE_UNKNOWN');
  const revoked = await trader.send<CertificateView>('POST', at, { reason: 'lost' });
  assert.equal(revoked.state, 'revoked');
  const again = await trader.send<CertificateView>('POST', at, { reason: 'other' });
  assert.equal(again.revocationReason, 'lost', 'the first word stays');
});

test('[P4] a filing that is signed is kept with its signature; one that signs anything else is refused', async () => {
  const { key, certificate } = await enrol(trader);
  const { id, form, revision } = await draft(trader, 'SILENT-SIGNED');
  const at = `/shipments/${id}/submit`;
  const refused = async (signature: string) => codeOf(trader, 'POST', at, { revision, signature });
  assert.equal(
    await refused(signFilingWith(key, id, 1, { ...form, grossMassKg: '1' })),
    'SIGNATURE_REFUSED',
    'another weight',
  );
  assert.equal(await refused(signFilingWith(key, id, 2, form)), 'SIGNATURE_REFUSED', 'another version');
  assert.equal(
    await refused(signFilingWith(makeDeviceKey(), id, 1, form)),
    'SIGNATURE_REFUSED',
    'a key nobody enrolled',
  );
  assert.equal(await refused('eyJhbGciOiJub25lIn0..'), 'SIGNATURE_REFUSED', 'no algorithm');
  const other = await signIn(application, 'trader2');
  const theirs = await enrol(other);
  assert.equal(await refused(signFilingWith(theirs.key, id, 1, form)), 'SIGNATURE_REFUSED', 'somebody else’s key');
  assert.deepEqual(await signaturesOf(id), []);
  await trader.send('POST', at, { revision, signature: signFilingWith(key, id, 1, form) });
  const [signature] = await signaturesOf(id);
  assert.equal(signature?.by, 'person');
  assert.equal(signature?.now.holds, true);
  assert.equal(signature?.now.chain.length, 3);
  assert.equal(signature?.now.chain[0]?.serial, certificate.serial);
  assert.equal(signature?.now.revocation, 'good');
  // Whoever loses the key afterwards has still signed what was signed before.
  await trader.send('POST', `/signing-keys/${certificate.serial}/revocation`, { reason: 'stolen' });
  const [later] = await signaturesOf(id);
  assert.equal(later?.now.holds, true);
  assert.equal(later?.now.revocation, 'revoked');
  const next = await draft(trader, 'SILENT-AFTER');
  const signed = signFilingWith(key, next.id, 1, next.form);
  assert.equal(
    await codeOf(trader, 'POST', `/shipments/${next.id}/submit`, { revision: next.revision, signature: signed }),
    'SIGNATURE_REFUSED',
    'with a revoked key nothing more is signed',
  );
  const timeline = await trader.get<{ items: { type: string }[] }>(`/shipments/${id}/timeline`);
  assert.ok(timeline.items.some((e) => e.type === 'document.signed'));
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(
    `select payload from runtime.event where type = 'signature.refused' and subject = $1`,
    [id],
  );
  assert.equal(rows.length, 5, 'each refusal is in the ledger');
  await client.query(
    `update shipment.version set form = jsonb_set(form, '{grossMassKg}', '"1"') where shipment_id = $1`,
    [id],
  );
  const [changed] = await signaturesOf(id);
  assert.equal(changed?.now.holds, false);
  assert.deepEqual(
    changed?.now.faults.map((f) => f.code),
    ['NOT_BY_THIS_KEY'],
    'what was changed behind our back is seen',
  );
  assert.equal(changed?.whenReceived.holds, true);
  const { rows: keys } = await client.query(
    `select key_reference from signatures.authority union all select key_reference from signatures.certificate where key_reference is not null`,
  );
  for (const row of keys) assert.match(row.key_reference, /^software:[A-Za-z0-9+/=]+$/, 'no private key lies open');
  await client.end();
});

test('[P4] several filings are signed at once: each is filed with its own path, which is good for no other', async () => {
  const { key } = await enrol(trader);
  const drafts: Awaited<ReturnType<typeof draft>>[] = [];
  for (const n of [1, 2, 3]) drafts.push(await draft(trader, `SILENT-BATCH-${n}`));
  const texts = drafts.map(({ id, form }) => Buffer.from(filingText({ shipmentId: id, version: 1, form })));
  const shares = await signBatch(key.signer, texts, { kid: key.keyId });
  const submit = (n: number, signature = '') => ({ revision: drafts[n]?.revision, signature });
  const at = (n: number) => `/shipments/${drafts[n]?.id}/submit`;
  for (const wrong of [shares[1], shares[0]?.split('~')[0], `${shares[0]}A`])
    assert.equal(await codeOf(trader, 'POST', at(0), submit(0, wrong)), 'SIGNATURE_REFUSED');
  for (const [n, share] of shares.entries()) {
    await trader.send('POST', at(n), submit(n, share));
    const [signature] = await signaturesOf(drafts[n]?.id ?? '');
    assert.equal(signature?.now.holds, true);
    assert.equal(signature?.now.algorithm, 'ES256');
  }
});

test('[P4] a lost device: a new key replaces the old ones, which sign nothing more', async () => {
  const border = await signIn(application, 'broker');
  const first = await enrol(border);
  await enrol(border, { replaces: 'lost' });
  const { items } = await border.get<{ items: CertificateView[] }>('/signing-keys');
  assert.deepEqual(items.map((c) => c.state).sort(), ['revoked', 'valid']);
  assert.equal(items.find((c) => c.serial === first.certificate.serial)?.revocationReason, 'lost');
});

test('[P4] programs file under the seal, and an organisation can ask for signatures', async () => {
  const { secret } = await trader.send<{ secret: string }>('POST', '/api-keys', { name: 'ERP' });
  const program: Client = {
    ...trader,
    raw: (method, at, body, headers = {}) =>
      fetch(`${application.url}/api/v1${at}`, {
        method,
        headers: { authorization: `Bearer ${secret}`, ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : Buffer.from(body) }),
      }),
  };
  await trader.send('PUT', '/signature-policy', { required: true });
  const one = await draft(trader, 'SILENT-SEAL');
  const submit = `/shipments/${one.id}/submit`;
  assert.equal(await codeOf(program, 'POST', submit, { revision: one.revision }), 'SIGNATURE_NEEDED');
  assert.equal(await codeOf(trader, 'POST', submit, { revision: one.revision }), 'SIGNATURE_NEEDED');
  const seal = await trader.send<CertificateView>('POST', '/seals', { algorithm: 'SM2SM3' });
  const reply = await program.raw('POST', submit, JSON.stringify({ revision: one.revision }), {
    'content-type': 'application/json',
  });
  assert.equal(reply.status, 201, await reply.text());
  const [signature] = await signaturesOf(one.id);
  assert.equal(signature?.by, 'seal');
  assert.equal(signature?.now.algorithm, 'SM2SM3');
  assert.equal(signature?.now.holds, true);
  assert.equal(signature?.now.chain[0]?.serial, seal.serial);
  await trader.send('PUT', '/signature-policy', { required: false });
  // The customs channel of this test asks for the seal on what goes out.
  const documents = await until(
    async () =>
      (await trader.get<{ items: { id: string; flow: string; channel?: string }[] }>(`/shipments/${one.id}/documents`))
        .items,
    (items) => items.some((d) => d.flow === 'outbound' && d.channel === 'customs'),
    'the declaration',
  );
  const sent = documents.find((d) => d.flow === 'outbound' && d.channel === 'customs');
  const bytes = await (await trader.raw('GET', `/documents/${sent?.id}/content`)).text();
  assert.match(bytes, /<ds:Signature xmlns:ds=/);
  const check = async (text: string) => {
    const answer = await trader.raw('POST', '/signature-checks', text, { 'content-type': 'application/xml' });
    return (await answer.json()) as SignatureReport;
  };
  const good = await check(bytes);
  assert.deepEqual(good.faults, []);
  assert.equal(good.chain[0]?.serial, seal.serial);
  assert.match(good.signer ?? '', /重庆山城光电/);
  // The same is seen beside the document, and why others have none.
  const seen = (of: string | undefined, by = trader) => by.get<DocumentSignature>(`/documents/${of}/signature`);
  const sealed = await seen(sent?.id);
  assert.ok(sealed.state === 'signed' && sealed.report.holds);
  assert.equal(sealed.report.chain[0]?.serial, seal.serial);
  const elsewhere = await until(
    async () => (await trader.get<{ items: DocumentView[] }>(`/shipments/${one.id}/documents`)).items,
    (items) => items.some((d) => d.flow === 'outbound' && d.channel !== 'customs' && /xml$/.test(d.mediaType)),
    'a document of another channel',
  );
  const unsealed = elsewhere.find((d) => d.flow === 'outbound' && d.channel !== 'customs' && /xml$/.test(d.mediaType));
  assert.deepEqual(await seen(unsealed?.id), { state: 'not-asked-for' });
  const stranger = await signIn(application, 'trader2');
  assert.equal((await stranger.raw('GET', `/documents/${sent?.id}/signature`)).status, 404);
  const bad = await check(bytes.replace('SILENT-SEAL', 'SILENT-LEAK'));
  assert.deepEqual(
    bad.faults.map((f) => f.code),
    ['CONTENT_CHANGED'],
  );
  const none = await trader.raw('POST', '/signature-checks', '<a/>', { 'content-type': 'application/xml' });
  assert.equal(((await none.json()) as { code: string }).code, 'NOTHING_SIGNED');
  await trader.send('POST', `/seals/${seal.serial}/revocation`, { reason: 'replaced' });
  const still = await seen(sent?.id);
  assert.ok(still.state === 'signed' && still.report.holds, 'it was sealed before the seal was revoked');
  assert.equal(still.report.revocation, 'revoked');
  const afterwards = await check(bytes);
  assert.deepEqual(
    afterwards.faults.map((f) => f.code),
    ['CERTIFICATE_REVOKED'],
    'a file proves no time of its own',
  );
});

test('[P4] a partner’s message is read when it is signed under an authority that two persons trust, and kept aside otherwise', async () => {
  const partner = await makePartner('RS256');
  const [security, security2] = [await signIn(application, 'security'), await signIn(application, 'security2')];
  const secret = await application.unitOfWork.run(portico, (context) => issueChannelKey(context, 'commerce', 'a test'));
  let n = 0;
  const post = async (make: (text: string) => Promise<string>): Promise<InboundView> => {
    n += 1;
    const text = await make(`<LicenceReply><MessageId>M-${n}</MessageId><Note>${n}</Note></LicenceReply>`);
    const reply = await fetch(`${application.url}/api/v1/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/xml' },
      body: text,
    });
    const { messageId } = (await reply.json()) as { messageId: string };
    return until(
      async () =>
        (await operator.get<{ items: InboundView[] }>('/exchange/messages?channel=commerce')).items.find(
          (m) => m.id === messageId,
        ) as InboundView,
      (m) => m.state !== 'stored',
      'the message',
    );
  };
  const signed = (text: string) => signXml(text, partner.signer, { chain: partner.chain, keyName: '02' });
  const bare = await post(async (text) => text);
  assert.equal(bare.state, 'quarantined');
  assert.match(bare.reason?.zh ?? '', /签名不符合要求：没有签名/);
  const early = await post(signed);
  assert.match(early.reason?.zh ?? '', /签发者不在信任名单内/);

  const body = {
    channel: 'commerce',
    certificate: pemOf(partner.anchor.der),
    validFrom: '2026-01-01',
    validTo: '2035-12-31',
  };
  assert.equal(
    await codeOf(security, 'POST', '/trust-anchors', { ...body, certificate: pemOf(partner.chain[0] ?? Buffer.of()) }),
    'TRUST_ANCHOR_UNFIT',
  );
  const anchor = await security.send<TrustAnchorView>('POST', '/trust-anchors', body);
  const confirmation = `/trust-anchors/${anchor.id}/confirmation`;
  assert.equal(await codeOf(security, 'POST', confirmation, {}), 'TRUST_ANCHOR_NEEDS_SECOND_PERSON');
  const stillNot = await post(signed);
  assert.match(stillNot.reason?.zh ?? '', /签发者不在信任名单内/, 'one person is not enough');
  assert.equal((await security2.send<TrustAnchorView>('POST', confirmation)).state, 'active');
  const good = await post(signed);
  assert.doesNotMatch(good.reason?.zh ?? '', /签名/, 'whatever the channel says of its content, not of its signature');
  const altered = await post(async (text) => (await signed(text)).replace('<Note>', '<Note>9'));
  assert.match(altered.reason?.zh ?? '', /内容与签名时不同/);
  const wrapped = await post(async (text) => {
    const whole = await signed(text);
    return `<LicenceReply><MessageId>EVIL</MessageId><old>${whole}</old></LicenceReply>`;
  });
  assert.match(wrapped.reason?.zh ?? '', /签名不在根元素之下/);
  const list = async (bytes: Uint8Array) =>
    (
      await security.raw('PUT', `/trust-anchors/${anchor.id}/revocation-list`, bytes, {
        'content-type': 'application/pkix-crl',
      })
    ).status;
  assert.equal(
    await list(await (await makePartner('RS256')).list('2026-11-02T00:00:00.000Z', [])),
    400,
    'of another authority',
  );
  assert.equal(
    await list(await partner.list('2026-11-02T00:00:00.000Z', [{ serial: '2', at: '2026-11-01T00:00:00.000Z' }])),
    200,
  );
  assert.match((await post(signed)).reason?.zh ?? '', /签名时证书已被吊销/);
  assert.equal(await list(await partner.list('2026-11-01T00:00:00.000Z', [])), 400, 'an older list takes nothing back');
  await security.send('POST', `/trust-anchors/${anchor.id}/withdrawal`);
  assert.match((await post(signed)).reason?.zh ?? '', /签发者不在信任名单内/);
});
