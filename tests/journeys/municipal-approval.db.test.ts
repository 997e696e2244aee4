// Municipal online approval over the wire: applied for with the filing, decided by the office, its papers in the case's library (N13).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { InboundView } from '../../src/hub/exchange/contract.ts';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith, fileShipment, signIn, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';

const { application, trader } = await applicationWith(['trader']);

const CHANNEL = 'municipal-approval';
const applying = (reference: string): Form => ({
  ...railImport(reference),
  approvalItem: 'WJ-0712',
  contractNumber: 'HT-2026-11',
});
const shipment = (id: string) => trader.get<ShipmentView>(`/shipments/${id}`);
const documents = async (id: string) =>
  (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items;
const answers = async (id: string) => (await shipment(id)).answers.filter((a) => a.channel === CHANNEL);
const closes = (id: string) =>
  until(
    () => shipment(id),
    (s) => s.state === 'closed',
    'the case closes',
  );

test('[N13][P10] an approval applied for with the filing is decided, and its papers lie in the case', async () => {
  const { id, submitted } = await fileShipment(trader, applying('CLEAN-APPROVAL-1'));
  assert.ok(submitted.plan.documents.some((d) => d.document === 'municipal-approval.application'));
  const granted = await until(
    () => answers(id),
    (list) => list.length === 2,
    'the application is taken and approved',
  );
  const number = granted.find((a) => a.outcome === 'acknowledged')?.partnerNumber ?? '';
  assert.match(number, /^YP-/);
  assert.ok(granted.some((a) => a.outcome === 'noted' && a.partnerNumber?.startsWith('SP-')));
  const paper = (await documents(id)).find((d) => d.kind === 'municipal-approval.file');
  assert.deepEqual([paper?.name.zh, paper?.flow], ['准予行政许可决定书', 'attachment']);
  const bytes = await (await trader.raw('GET', `/documents/${paper?.id}/content`)).arrayBuffer();
  assert.equal(Buffer.from(bytes).subarray(0, 5).toString(), '%PDF-');
  assert.ok(Buffer.from(bytes).includes(number));
  const found = await trader.get<{ items: ShipmentView[] }>(`/shipments?query=${number}`);
  assert.ok(
    found.items.some((s) => s.id === id),
    '[P2] found by the number of the approval',
  );
  await closes(id);
});

test('[N13][P10] the office sees the application of its cases and nothing else of them', async () => {
  const office = await signIn(application, 'approval');
  const { id } = await fileShipment(trader, applying('CLEAN-APPROVAL-2'));
  const other = await fileShipment(trader, railImport('CLEAN-APPROVAL-3'));
  const seen = await until(
    () => office.get<ShipmentView>(`/shipments/${id}`).catch(() => undefined),
    (s) => s !== undefined,
    'the office takes part',
  );
  assert.equal(seen?.form.approvalItem, 'WJ-0712');
  assert.equal(seen?.form.pickupVehicle, undefined);
  await office.send('GET', `/shipments/${other.id}`, undefined, 404);
  await office.send(
    'POST',
    '/instructions',
    { shipmentId: id, objects: [`container:CQPU1000014`], kind: 'hold', reason: '试' },
    404,
  );
});

test('[N13][P10] a supplement leads to the box that is meant; amended, it is approved', async () => {
  const { id } = await fileShipment(trader, applying('SUPPLEMENT-APPROVAL-4'));
  const [asked] = await until(
    () => answers(id),
    (list) => list.some((a) => a.outcome === 'rejected'),
    'the office asks for a supplement',
  );
  assert.deepEqual([asked?.partnerField, asked?.path], ['goods/quantity', 'goods[0].quantity']);
  const amendment = await trader.send<ShipmentView>('POST', `/shipments/${id}/amendment`);
  const saved = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: { ...amendment.form, remarks: '数量按合同补正' },
    revision: amendment.revision,
  });
  await trader.send('POST', `/shipments/${id}/submit`, { revision: saved.revision, reason: '按补正通知更正' });
  await until(
    () => answers(id),
    (list) => list.some((a) => a.outcome === 'acknowledged' && a.version === 2),
    'the amended application is approved',
  );
  const sent = (await documents(id)).filter((d) => d.kind === 'municipal-approval.application');
  const texts = await Promise.all(
    sent.map(async (d) => (await trader.raw('GET', `/documents/${d.id}/content`)).text()),
  );
  assert.deepEqual(texts.map((text) => /"operation": "(\w+)"/.exec(text)?.[1]).sort(), ['amend', 'declare']);
});

test('[N13] a refusal is told with its reason, and no paper comes', async () => {
  const { id } = await fileShipment(trader, applying('DENY-APPROVAL-5'));
  const told = await until(
    () => answers(id),
    (list) => list.some((a) => a.outcome === 'rejected'),
    'the office refuses',
  );
  assert.match(told.find((a) => a.outcome === 'rejected')?.text.en ?? '', /conditions of the law/);
  assert.ok(!(await documents(id)).some((d) => d.kind === 'municipal-approval.file'));
});

test('[N13][P3] a decision with a paper that is none is set aside whole, with the reason', async () => {
  const office = await signIn(application, 'operator');
  const { id } = await fileShipment(trader, applying('SILENT-APPROVAL-6'));
  const client = await until(
    async () => (await documents(id)).find((d) => d.kind === 'municipal-approval.application'),
    (d) => d !== undefined,
    'the application',
  );
  const sent = await (await trader.raw('GET', `/documents/${client?.id}/content`)).text();
  const { clientNumber } = (JSON.parse(sent) as { approvalApplication: { clientNumber: string } }).approvalApplication;
  const body = JSON.stringify({
    approvalDecision: {
      clientNumber,
      step: 'granted',
      number: 'YP-BAD',
      sequence: 1,
      text: '准予',
      at: '2026-11-26T02:00:00.000Z',
      papers: [{ name: '决定书', fileName: 'x.exe', content: Buffer.from('MZ not a paper').toString('base64') }],
    },
  });
  const secret = await application.unitOfWork.run(portico, (context) => issueChannelKey(context, CHANNEL, 'a test'));
  const reply = await fetch(`${application.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body,
  });
  const { messageId } = (await reply.json()) as { messageId: string };
  const message = await until(
    async () =>
      (await office.get<{ items: InboundView[] }>(`/exchange/messages?channel=${CHANNEL}`)).items.find(
        (m) => m.id === messageId,
      ),
    (m) => m?.state === 'quarantined',
    'the message is set aside',
  );
  assert.match(message?.reason?.zh ?? '', /x\.exe/);
  assert.deepEqual(await answers(id), []);
});
