// China–Singapore over the wire (N14): pre-advice, a permit by its number, the transfer, a question of how the case stands, and certificates in
// both directions that a stranger checks with nothing but what is published.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { compactVerify, importJWK, type JWK } from 'jose';
import type { CredentialView, IssuerDocument } from '../../src/hub/credentials/contract.ts';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { ReleaseView } from '../../src/hub/release/contract.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { isRevokedIn } from '../../src/kernel/credential.ts';
import { applicationWith, fileShipment, signIn, until } from '../support/application.ts';
import { railExport } from '../support/forms.ts';

const CHANNEL = 'china-singapore';
const { application, trader } = await applicationWith(['trader']);

const through = (reference: string, more: Form = {}): Form => ({
  ...railExport(reference),
  corridorMode: 'RS',
  transferPlace: 'CNQZH',
  onwardConveyance: 'XIN SHANGHAI 126S',
  onwardDeparture: '2026-12-22T10:00:00Z',
  peerPermitNumber: 'OD6L123456789',
  ...more,
});
const shipment = (id: string) => trader.get<ShipmentView>(`/shipments/${id}`);
const answers = async (id: string) => (await shipment(id)).answers.filter((a) => a.channel === CHANNEL);
const credentials = async (id: string) =>
  (await trader.get<{ items: CredentialView[] }>(`/shipments/${id}/credentials`)).items;
const documentsOf = async (id: string, kind: string) =>
  (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items.filter((d) => d.kind === kind);

type Vc = {
  id: string;
  issuer: { id: string };
  credentialSubject: Record<string, unknown>;
  credentialStatus: { statusListCredential: string; statusListIndex: string };
};
/** What is published stands under the address people use; the test's own listens elsewhere. */
const published = (url: string) => fetch(`${application.url}${new URL(url).pathname}`);
/** As anybody would: with jose, the published keys and the published list, and no session. */
async function checkAsStranger(token: string): Promise<{ credential: Vc; revoked: boolean }> {
  const body = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Vc;
  const issuer = (await (await published(body.issuer.id)).json()) as IssuerDocument;
  const open = async (jws: string) =>
    compactVerify(jws, async ({ kid }) => {
      const method = issuer.verificationMethod.find((m) => m.id === kid && issuer.assertionMethod.includes(m.id));
      assert.ok(method, `the key ${kid} is published`);
      return importJWK(method.publicKeyJwk as JWK, method.publicKeyJwk.alg);
    });
  const { payload, protectedHeader } = await open(token);
  assert.equal(protectedHeader.typ, 'vc+jwt');
  const credential = JSON.parse(Buffer.from(payload).toString()) as Vc;
  const reply = await published(credential.credentialStatus.statusListCredential);
  assert.equal(reply.headers.get('content-type'), 'application/vc+jwt');
  const list = JSON.parse(Buffer.from((await open(await reply.text())).payload).toString()) as {
    id: string;
    validUntil: string;
    credentialSubject: { encodedList: string; statusPurpose: string };
  };
  assert.equal(list.id, credential.credentialStatus.statusListCredential);
  assert.equal(list.credentialSubject.statusPurpose, 'revocation');
  assert.ok(Date.parse(list.validUntil) > Date.now());
  assert.equal(list.credentialSubject.encodedList[0], 'u', 'multibase, base64url');
  const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'));
  return { credential, revoked: isRevokedIn(bits, Number(credential.credentialStatus.statusListIndex)) };
}

test('[N14][P10] what goes through Singapore is told there before it comes; the permit goes by its number; its question is answered', async () => {
  const { id, submitted } = await fileShipment(trader, through('CLEAN-SG-1'));
  assert.ok(submitted.plan.documents.some((d) => d.document === 'china-singapore.pre-advice'));
  const told = await until(
    () => answers(id),
    (list) => list.some((a) => a.text.en.startsWith('Onward transport is booked')),
    'Singapore answers',
  );
  assert.ok(told.some((a) => a.outcome === 'acknowledged' && a.partnerNumber?.startsWith('SGPA')));
  assert.ok(told.some((a) => a.text.zh === '所引许可证有效（OD6L123456789）'));
  const [state] = await until(
    () => documentsOf(id, 'china-singapore.state'),
    (list) => list.length === 1,
    'the question is answered',
  );
  const sent = (await (await trader.raw('GET', `/documents/${state?.id}/content`)).json()) as {
    stateAnswer: Record<string, string>;
  };
  const { question, version } = sent.stateAnswer;
  assert.match(question ?? '', /^SG/);
  assert.equal(version, '1');
  assert.ok(['submitted', 'closed'].includes(sent.stateAnswer.state ?? ''), sent.stateAnswer.state);
  const [advice] = await documentsOf(id, 'china-singapore.pre-advice');
  const text = await (await trader.raw('GET', `/documents/${advice?.id}/content`)).text();
  assert.match(text, /"additionalDocumentId": "OD6L123456789"/);
  assert.doesNotMatch(text, /totalPrice|12500|91500103MA5UTRA017/, 'neither prices nor enterprise numbers go along');
});

test('[N14] each release has a certificate that a stranger checks with the published key and list; theirs is checked here', async () => {
  const { id } = await fileShipment(trader, through('CLEAN-SG-2', { voyageNumber: '20261202' }));
  await until(
    () => shipment(id),
    (s) => s.state === 'closed',
    'the case closes',
  );
  const all = await until(
    () => credentials(id),
    (list) => list.length === 2,
    'one in each direction',
  );
  const ours = all.find((c) => c.flow === 'issued');
  const theirs = all.find((c) => c.flow === 'received');
  assert.deepEqual([ours?.state, ours?.objectId, ours?.simulated], ['valid', 'container:CQPU1000014', true]);
  assert.deepEqual([theirs?.state, theirs?.kind, theirs?.doubt], ['valid', 'TransferCredential', undefined]);
  const { credential, revoked } = await checkAsStranger(ours?.token ?? '');
  const [release] = (await trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`)).items;
  assert.equal(revoked, false);
  assert.deepEqual(
    [credential.id, credential.credentialSubject.object, credential.credentialSubject.releaseNumber],
    [ours?.number, 'container:CQPU1000014', release?.number],
  );
  assert.equal(credential.credentialSubject.demonstration, true);
  await until(
    () => documentsOf(id, 'china-singapore.certificate'),
    (list) => list.length === 1 && list[0]?.delivery?.state === 'delivered',
    'Singapore has it',
  );
  const altered = (ours?.token ?? '').replace(
    /\.[^.]+\./,
    (part) => `${part.slice(0, -3)}${part.at(-3) === 'A' ? 'B' : 'A'}${part.slice(-2)}`,
  );
  await assert.rejects(checkAsStranger(altered));
});

test('[N14][P7] a release that is revoked takes its certificate along: the list says so, and Singapore is told', async () => {
  const { id } = await fileShipment(trader, through('REHOLD-SG-3', { voyageNumber: '20261203' }));
  // Customs' hold may overtake its release: the officer decides both once more, one after the other.
  await until(
    () => shipment(id),
    (s) => s.progress === 'inspection-required',
    'customs holds',
  );
  const officer = await signIn(application, 'customs');
  const instruct = (kind: string) =>
    officer.send('POST', '/instructions', {
      shipmentId: id,
      objects: ['container:CQPU1000014'],
      kind,
      reason: kind === 'release' ? '核查完毕' : '再次布控',
    });
  const issued = async () => (await credentials(id)).filter((c) => c.flow === 'issued');
  await instruct('release');
  await until(issued, (list) => list.some((c) => c.state === 'valid'), 'a certificate of the release');
  await instruct('hold');
  const [ours] = await until(issued, (list) => list.every((c) => c.state === 'revoked'), 'revoked with its release');
  assert.ok(ours?.revokedBecause?.zh);
  assert.equal((await checkAsStranger(ours?.token ?? '')).revoked, true);
  await until(
    () => answers(id),
    (list) => list.some((a) => a.text.en === `Singapore has the word of the certificate (${ours?.number})`),
    'Singapore is told',
  );
});

test('[N14] a permit that Singapore does not find leads back to the box; the amended filing is taken', async () => {
  const form = through('PERMIT-SG-4', { voyageNumber: '20261204', peerPermitNumber: 'OD0000000000' });
  // Nothing is released meanwhile, so that there is something to amend.
  const operator = await signIn(application, 'operator');
  await operator.send('POST', '/exchange/channels/customs/pause');
  const { id } = await fileShipment(trader, form);
  const told = await until(
    () => answers(id),
    (list) => list.some((a) => a.outcome === 'rejected'),
    'rejected',
  );
  assert.equal(told.find((a) => a.outcome === 'rejected')?.path, 'peerPermitNumber');
  const opened = await trader.send<ShipmentView>('POST', `/shipments/${id}/amendment`, {});
  const view = await shipment(id);
  const saved = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: { ...view.form, peerPermitNumber: 'OD6L123456789' },
    revision: opened.revision ?? view.revision,
  });
  await trader.send('POST', `/shipments/${id}/submit`, { revision: saved.revision });
  await until(
    () => answers(id),
    (list) => list.some((a) => a.outcome === 'acknowledged'),
    'taken',
  );
  await operator.send('POST', '/exchange/channels/customs/resume');
});

test('[N14][P4] a certificate whose signature does not fit is kept as not believed, and takes no genuine one’s place', async () => {
  const { id } = await fileShipment(trader, through('FORGED-SG-5', { voyageNumber: '20261205' }));
  const received = await until(
    async () => (await credentials(id)).filter((c) => c.flow === 'received'),
    (list) => list.length === 2,
    'both',
  );
  assert.deepEqual(
    received.map((c) => c.state).sort(),
    ['doubtful', 'valid'],
    JSON.stringify(received.map((c) => c.doubt)),
  );
  assert.match(received.find((c) => c.state === 'doubtful')?.doubt?.zh ?? '', /签名不符/);
});

test('[N14] who goes another way has no certificate; a stranger to the case sees none, and there is no list that was not begun', async () => {
  const { id } = await fileShipment(trader, { ...railExport('CLEAN-SG-6'), voyageNumber: '20261206' });
  await until(
    () => shipment(id),
    (s) => s.state === 'closed',
    'the case closes',
  );
  assert.deepEqual(await credentials(id), []);
  const stranger = await signIn(application, 'trader2');
  assert.equal((await stranger.raw('GET', `/shipments/${id}/credentials`)).status, 404);
  const none = await fetch(`${application.url}/api/v1/credential-status/77`);
  assert.deepEqual([none.status, ((await none.json()) as { code: string }).code], [404, 'CREDENTIAL_LIST_UNKNOWN']);
});
