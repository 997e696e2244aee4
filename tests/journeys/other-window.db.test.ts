// Other single windows over the wire (N15): a simulated one that answers, and two Portico that carry one case between them.
import assert from 'node:assert/strict';
import { createHash, createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { CredentialView } from '../../src/hub/credentials/contract.ts';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { InboundView } from '../../src/hub/exchange/contract.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { railExport, railImport } from '../support/forms.ts';

const CHANNEL = 'other-window';
/** The demonstration's second trader, who is registered in both windows. */
const PARTNER = { uscc: '91500112MA5UTRB021', name: 'Liangjiang Auto Parts' };

/** Each window has an address and a key of its own, and believes the certificates of the other by what was agreed beforehand. */
const sealKeyOf = (name: string) => createHash('sha256').update(`window ${name}`).digest('base64');
const baseUrlOf = (name: string) => `http://${name}.test`;
function publicKeyOf(name: string): string {
  const seed = Buffer.from(hkdfSync('sha256', Buffer.from(sealKeyOf(name), 'base64'), '', 'portico credentials', 32));
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const key = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  return key.export({ type: 'spki', format: 'der' }).toString('base64');
}
const window = (name: string, other: string) => ({
  baseUrl: baseUrlOf(name),
  sealKey: sealKeyOf(name),
  credentialIssuers: {
    [CHANNEL]: [{ issuer: `${baseUrlOf(other)}/api/v1/credential-issuer`, publicKey: publicKeyOf(other) }],
  },
});

let here: TestApplication;
let there: TestApplication;
let trader: Client;
let partner: Client;
let keyHere: string | undefined;
let keyThere: string | undefined;
before(async () => {
  here = await startTestApplication({ config: window('here', 'there') });
  there = await startTestApplication({ config: window('there', 'here') });
  trader = await signIn(here, 'trader');
  partner = await signIn(there, 'trader2');
});
after(async () => {
  await Promise.all([here.stop(), there.stop()]);
  assert.deepEqual([...here.faults, ...there.faults], []);
});

const toWindow = (form: Form, consignee = PARTNER.uscc): Form => ({
  ...form,
  peerWindow: 'SW-NEIGHBOUR',
  consigneeCode: consignee,
  consigneeName: PARTNER.name,
});
const keyOf = (application: TestApplication) =>
  application.unitOfWork.run(portico, (context) => issueChannelKey(context, CHANNEL, 'the other Portico'));
const answers = async (id: string) =>
  (await trader.get<ShipmentView>(`/shipments/${id}`)).answers.filter((a) => a.channel === CHANNEL);

test('[N15][P10] a window that is told answers with its states, and its certificate lies in the case', async () => {
  const { id, submitted } = await fileShipment(trader, toWindow(railExport('CLEAN-WINDOW-1')));
  assert.ok(submitted.plan.documents.some((d) => d.document === 'other-window.declaration'));
  const told = await until(
    () => answers(id),
    (list) => list.length === 2,
    'accepted and released there',
  );
  assert.deepEqual(told.map((a) => a.outcome).sort(), ['acknowledged', 'noted']);
  // It asked in between how our case stands, by the number that we gave it.
  await until(
    async () => (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items,
    (list) => list.some((d) => d.kind === 'other-window.state' && d.delivery?.state === 'delivered'),
    'its question is answered',
  );
  const { items } = await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`);
  assert.ok(items.some((d) => d.kind === 'other-window.file' && d.fileName.startsWith('CERT-')));
});

test('[N15][X11] two Portico carry one case: an export here is an import draft there, and what becomes of it comes back', async () => {
  [keyHere, keyThere] = await Promise.all([keyOf(here), keyOf(there)]);
  assert.ok(keyHere && keyThere);
  here.endpoints.set(CHANNEL, { url: `${there.url}/api/v1/messages`, key: keyThere });
  there.endpoints.set(CHANNEL, { url: `${here.url}/api/v1/messages`, key: keyHere });

  const filed = toWindow(railExport('CLEAN-WINDOW-2'));
  const { id } = await fileShipment(trader, filed);
  const begun = await until(
    async () => (await partner.get<{ items: ShipmentView[] }>('/shipments')).items,
    (items) => items.length === 1,
    'a draft of the partner',
  );
  const draft = await partner.get<ShipmentView>(`/shipments/${begun[0]?.id}`);
  const { form } = draft;
  const goods = (of: Form) =>
    (Array.isArray(of.goods) ? of.goods : []).map((row) => [row.hsCode, row.goodsName, row.totalPrice, row.currency]);
  assert.deepEqual(
    [draft.state, form.direction, form.traderUscc, form.consignorName, form.billNumber, form.conveyanceId],
    ['draft', 'import', PARTNER.uscc, filed.traderName, filed.billNumber, filed.conveyanceId],
  );
  assert.deepEqual(goods(form), goods(filed));
  assert.deepEqual(
    (Array.isArray(form.containers) ? form.containers : []).map((row) => row.containerNumber),
    ['CQPU1000014'],
  );
  assert.match(String(form.peerReference), /^E\d{17}$/);
  assert.deepEqual(await answers(id), [], 'nothing is said before the partner has filed');

  // Asked meanwhile, the other window says that nothing is filed yet, and nothing of what stands in the draft.
  const asked = await fetch(`${there.url}/api/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/xml', authorization: `Bearer ${keyThere}` },
    body: `<Declaration><FunctionCode>13</FunctionCode><FunctionalReferenceID>${form.peerReference}</FunctionalReferenceID><PreviousDocument><ID>${form.peerReference}</ID></PreviousDocument></Declaration>`,
  });
  assert.ok(asked.ok, await asked.text());
  const unfiled = await until(
    () => answers(id),
    (list) => list.length > 0,
    'the question about the draft is answered',
  );
  assert.deepEqual(
    unfiled.map((a) => [a.outcome, a.text.en]),
    [['noted', 'How the case stands at the other side: not-filed']],
  );
  const { items: written } = await partner.get<{ items: DocumentView[] }>(`/shipments/${draft.id}/documents`);
  const reply = written.find((d) => d.kind === 'other-window.state');
  const text = await (await partner.raw('GET', `/documents/${reply?.id}/content`)).text();
  for (const known of [form.traderName, form.billNumber, form.traderReference, 'draft'])
    assert.ok(!known || !text.includes(String(known)), text);

  // He fills in what only he knows; what came stays.
  const { direction: _d, goods: usual, traderReference: _r, ...own } = railImport('CLEAN-WINDOW-2');
  const saved = await partner.send<{ revision: number }>('PUT', `/shipments/${draft.id}/form`, {
    form: {
      ...own,
      ...form,
      traderReference: 'CLEAN-WINDOW-2',
      traderCode: '5003160A02',
      traderName: '重庆两江汽车部件有限公司（演示）',
      goods: Array.isArray(usual) ? usual.slice(0, 1) : [],
      containers: filed.containers,
    },
    revision: draft.revision,
  });
  await partner.send('POST', `/shipments/${draft.id}/submit`, { revision: saved.revision });
  await until(
    async () => (await partner.get<ShipmentView>(`/shipments/${draft.id}`)).state,
    (state) => state === 'closed',
    'the case closes there',
  );
  const told = await until(
    () => answers(id),
    (list) => list.some((a) => /放行/.test(a.text.zh)),
    'the release there is told here',
  );
  assert.ok(told.some((a) => a.outcome === 'acknowledged' && a.partnerNumber === draft.number));
});

const credentialsOf = async (client: Client, id: string) =>
  (await client.get<{ items: CredentialView[] }>(`/shipments/${id}/credentials`)).items;

test('[N15] each window has the other’s certificate of the release, believed by the agreed key, and one asks the other how its case stands', async () => {
  const query = '/shipments?query=CLEAN-WINDOW-2';
  const [ours] = (await trader.get<{ items: ShipmentView[] }>(query)).items;
  const [theirs] = (await partner.get<{ items: ShipmentView[] }>(query)).items;
  assert.ok(ours && theirs);
  for (const [client, id, issuer, at, other] of [
    [trader, ours.id, partner, theirs.id, 'there'],
    [partner, theirs.id, trader, ours.id, 'here'],
  ] as const) {
    const received = await until(
      async () => (await credentialsOf(client, id)).filter((c) => c.flow === 'received'),
      (list) => list.length === 1,
      `the certificate of ${other}`,
    );
    assert.deepEqual(
      received.map((c) => [c.state, c.doubt, c.kind, c.issuer]),
      [['valid', undefined, 'GoodsReleaseCredential', `${baseUrlOf(other)}/api/v1/credential-issuer`]],
    );
    const issued = (await credentialsOf(issuer, at)).find((c) => c.flow === 'issued');
    assert.equal(received[0]?.number, issued?.number, 'the very one that was issued');
  }
  const told = await until(
    async () => (await partner.get<ShipmentView>(`/shipments/${theirs.id}`)).answers,
    (list) => list.some((a) => a.channel === CHANNEL && a.text.en.startsWith('How the case stands at the other side')),
    'the question of there is answered by here',
  );
  assert.ok(
    told.some((a) => /closed · gated-out/.test(a.text.zh)),
    told.map((a) => a.text.zh).join(),
  );
});

test('[N15] case and channel show which certificates came and went, with whom, and how each was checked by whom', async () => {
  const [ours] = (await trader.get<{ items: ShipmentView[] }>('/shipments?query=CLEAN-WINDOW-2')).items;
  const office = await signIn(here, 'operator');
  const all: CredentialView[] = [];
  for (let next: string | undefined = ''; next !== undefined; ) {
    const page: { items: CredentialView[]; next?: string } = await office.get(
      `/channel-credentials/${CHANNEL}?limit=1${next ? `&after=${next}` : ''}`,
    );
    all.push(...page.items);
    next = page.next;
  }
  const ofCase = await credentialsOf(trader, ours?.id ?? '');
  const shown = (list: readonly CredentialView[]) =>
    list.filter((one) => one.shipmentId === ours?.id).map((one) => [one.id, one.flow, one.state, one.partners]);
  assert.deepEqual(shown(all), shown(ofCase));
  for (const one of ofCase) {
    assert.deepEqual(
      one.partners.map(({ channel }) => channel),
      [CHANNEL],
    );
    assert.match(one.check.zh, one.flow === 'received' ? /约定的公钥核验签名（EdDSA）/ : /本平台签名（EdDSA）/);
    assert.match(one.check.en, one.flow === 'received' ? /by a key agreed with/ : /published keys and status list/);
  }
  assert.deepEqual(new Set(ofCase.map((one) => one.flow)), new Set(['issued', 'received']));
  assert.equal((await office.raw('GET', '/channel-credentials/nobody')).status, 404);
});

test('[N15][P3] a certificate that another key signed is kept with the doubt, and an amended filing begins no second case', async () => {
  const [ours] = (await trader.get<{ items: ShipmentView[] }>('/shipments?query=CLEAN-WINDOW-2')).items;
  const [genuine] = (await credentialsOf(trader, ours?.id ?? '')).filter((c) => c.flow === 'received');
  const declared = (await trader.get<{ items: DocumentView[] }>(`/shipments/${ours?.id}/documents`)).items.find(
    (d) => d.kind === 'other-window.declaration',
  );
  const written = await (await trader.raw('GET', `/documents/${declared?.id}/content`)).text();
  const reference = /<FunctionalReferenceID>(E\d+)</.exec(written)?.[1] ?? '';
  const post = (application: TestApplication, body: string, by: string | undefined) =>
    fetch(`${application.url}/api/v1/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/xml', authorization: `Bearer ${by}` },
      body,
    });
  const forged = (genuine?.token ?? '').replace(/\.[^.]+$/, (mark) => `.${mark.slice(1).split('').reverse().join('')}`);
  const reply = await post(
    here,
    `<Response><FunctionCode>44</FunctionCode><FunctionalReferenceID>FORGED-1</FunctionalReferenceID><Declaration><FunctionalReferenceID>${reference}</FunctionalReferenceID></Declaration><AdditionalDocument><ID>x</ID><Submitter><ID>y</ID></Submitter><AttachmentBinaryObject>${Buffer.from(forged).toString('base64')}</AttachmentBinaryObject></AdditionalDocument></Response>`,
    keyHere,
  );
  assert.ok(reply.ok, await reply.text());
  const doubtful = await until(
    async () => (await credentialsOf(trader, ours?.id ?? '')).filter((c) => c.state === 'doubtful'),
    (list) => list.length === 1,
    'kept with the doubt',
  );
  assert.match(doubtful[0]?.doubt?.en ?? '', /signature does not fit/);
  assert.match(doubtful[0]?.check.zh ?? '', /未通过/);
  // Another version of the same case has another reference, and the case number that was told.
  const again = await post(there, written.replaceAll(reference, `E${'9'.repeat(17)}`), keyThere);
  assert.ok(again.ok, await again.text());
  const operator = await signIn(there, 'operator');
  await until(
    async () => (await operator.get<{ items: InboundView[] }>(`/exchange/messages?channel=${CHANNEL}&limit=100`)).items,
    (list) => list.filter((m) => m.format === 'WCO Declaration 9' && m.state === 'interpreted').length === 2,
    'read there',
  );
  assert.equal((await partner.get<{ items: ShipmentView[] }>('/shipments')).items.length, 1);
});

test('[N15][P3] an enterprise that is not registered there: set aside with the reason, nothing is begun', async () => {
  const operator = await signIn(there, 'operator');
  await fileShipment(trader, toWindow(railExport('CLEAN-WINDOW-3'), '91500108MA5UNKN03X'));
  const message = await until(
    async () => (await operator.get<{ items: InboundView[] }>(`/exchange/messages?channel=${CHANNEL}`)).items,
    (items) => items.some((m) => m.state === 'quarantined'),
    'set aside there',
  );
  assert.match(message.find((m) => m.state === 'quarantined')?.reason?.zh ?? '', /91500108MA5UNKN03X 未在此注册/);
  assert.equal((await partner.get<{ items: ShipmentView[] }>('/shipments')).items.length, 1);
});

test('[N15][P3] neither window has anything it cannot read: receipts are understood', async () => {
  for (const application of [here, there]) {
    const operator = await signIn(application, 'operator');
    const { items } = await operator.get<{ items: InboundView[] }>(`/exchange/messages?channel=${CHANNEL}`);
    assert.ok(items.some((m) => m.format?.startsWith('WCO')));
    assert.deepEqual(
      items
        .filter((m) => m.state === 'quarantined')
        .map((m) => m.reason?.en ?? '')
        .filter((r) => !/not registered/.test(r)),
      [],
    );
  }
});
