// The main job end to end through the API alone: one form, many authorities, one release (issue "main job").
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BlockingView } from '../../src/hub/disposition/contract.ts';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { InspectionView } from '../../src/hub/inspection/contract.ts';
import type { ReleaseView, VerifyResult } from '../../src/hub/release/contract.ts';
import type { Form, ShipmentView, SubmitResult } from '../../src/hub/shipment/contract.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { airImport, railImport, waterExport } from '../support/forms.ts';

let application: TestApplication;
let trader: Client;
before(async () => {
  // Slow enough for a release to be granted before the hold that comes after it, also where everything else runs at once.
  application = await startTestApplication({ pace: 0.1 });
  trader = await signIn(application, 'trader');
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const file = (form: Form) => fileShipment(trader, form);
const shipment = (id: string) => trader.get<ShipmentView>(`/shipments/${id}`);
const releases = async (id: string) => (await trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`)).items;

test('[P10][P5][P7][N1][N3][N10][N11] import by rail: filed once, released, gated out, closed', async () => {
  const { id, submitted } = await file(railImport('CLEAN-RAIL-1'));
  const recipients = submitted.plan.documents.map((d) => d.document).sort();
  assert.deepEqual(recipients, [
    'border-inspection.conveyance-report',
    'carrier.manifest-reference',
    'customs.goods-declaration',
    'railway-yard.pick-up-plan',
  ]);
  assert.ok(submitted.plan.filed > submitted.plan.typed, 'the form fills more boxes than were typed');
  const closed = await until(
    () => shipment(id),
    (s) => s.state === 'closed',
    'the case closes',
  );
  assert.equal(closed.progress, 'gated-out');
  const used = await releases(id);
  assert.deepEqual(used.map((r) => [r.objectId, r.state]).sort(), [
    ['container:CQPU1000014', 'used'],
    ['container:CQPU1000020', 'used'],
  ]);
  const documents = (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items;
  assert.ok(
    documents.some((d) => d.kind === 'customs.goods-declaration' && d.receipts.length >= 3),
    'customs answered the declaration',
  );
  assert.ok(documents.filter((d) => d.kind === 'railway-yard.release-order').length === 2);
  const found = await trader.get<{ items: ShipmentView[] }>('/shipments?query=CQPU1000014');
  assert.ok(
    found.items.some((s) => s.id === id),
    '[P2] found by container number',
  );
});

test('[P6][M2] import by air with a joint inspection: two authorities, one task, one release', async () => {
  const { id } = await file(airImport('JOINT-AIR-1'));
  const planned = await until(
    async () => (await trader.get<{ items: InspectionView[] }>(`/inspections?shipmentId=${id}`)).items,
    (items) => items.length === 1 && items[0]?.joint === true,
    'one joint inspection',
  );
  const task = planned[0] as InspectionView;
  assert.deepEqual(
    task.parts.map((p) => p.authority),
    ['border-inspection', 'customs'],
  );
  const view = await trader.get<BlockingView>(`/shipments/${id}/disposition`);
  const lot = view.objects.find((o) => o.type === 'package');
  assert.equal(lot?.disposition.outcome, 'inspection-required');
  assert.equal(lot?.disposition.joint, true);
  assert.ok(lot?.disposition.holders.every((h) => h.frees.zh !== '' && h.frees.en !== ''));
  const result = { outcome: 'normal', handlingCode: '11', findings: '货物与申报相符' };
  await (await signIn(application, 'maritime')).send('POST', `/inspections/${task.id}/results`, result, 404);
  const customs = await signIn(application, 'customs');
  await customs.send('POST', `/inspections/${task.id}/results`, result);
  await customs.send('POST', `/inspections/${task.id}/results`, result, 409);
  assert.equal((await releases(id)).length, 0, 'one result alone releases nothing');
  await (await signIn(application, 'border')).send('POST', `/inspections/${task.id}/results`, result);
  await until(
    () => shipment(id),
    (s) => s.state === 'closed',
    'released after both results and gated out',
  );
});

test('[P10][P5] export by water: rejected with a field, amended, released', async () => {
  const { id } = await file(waterExport('REFUSE-WATER-1'));
  const rejected = await until(
    () => shipment(id),
    (s) => s.progress === 'rejected',
    'customs rejects',
  );
  const answer = rejected.answers.find((a) => a.outcome === 'rejected');
  assert.equal(answer?.partnerField, 'GrossWet');
  assert.equal(answer?.path, 'grossMassKg', 'the reverse road leads to the form');
  const turns = (await trader.get<BlockingView>(`/shipments/${id}/disposition`)).objects
    .find((o) => o.type === 'declaration')
    ?.disposition.holders.filter((h) => h.authority === 'customs');
  assert.deepEqual(
    turns?.map((h) => [h.kind, h.clock.party, h.clock.dueAt]),
    [['rejected', 'trader', undefined]],
    '[M3] after a rejection it is the trader’s turn and no clock of customs runs',
  );
  const amendment = await trader.send<ShipmentView>('POST', `/shipments/${id}/amendment`);
  const saved = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: { ...amendment.form, grossMassKg: '2250' },
    revision: amendment.revision,
  });
  const second = await trader.send<SubmitResult>('POST', `/shipments/${id}/submit`, {
    revision: saved.revision,
    reason: '更正毛重',
  });
  assert.equal(second.version, 2);
  await until(
    () => shipment(id),
    (s) => s.state === 'closed',
    'the amended version is released and leaves',
  );
  const versions = await trader.get<{ items: { version: number; changed: { path: string }[] }[] }>(
    `/shipments/${id}/versions`,
  );
  assert.deepEqual(
    versions.items[1]?.changed.map((c) => c.path),
    ['grossMassKg'],
  );
});

test('[P7] a hold after release revokes it, and the gate refuses the old token', async () => {
  const gate = await signIn(application, 'railway');
  const { id } = await file(railImport('REHOLD-RAIL-1'));
  const granted = await until(
    () => releases(id),
    (r) => r.length > 0 && r.every((x) => x.state === 'granted'),
    'released',
  );
  const token = granted[0]?.token ?? '';
  const first = await gate.send<VerifyResult>('POST', '/releases/verification', { token });
  assert.ok(first.valid || first.release?.state === 'revoked', 'good until the hold has come, which may be by now');
  await until(
    () => releases(id),
    (r) => r.every((x) => x.state === 'revoked'),
    'revoked after the hold',
  );
  const checked = await gate.send<VerifyResult>('POST', '/releases/verification', { token });
  assert.equal(checked.valid, false);
  assert.equal(checked.release?.state, 'revoked');
  await gate.send('POST', '/release-reports', { token, movement: 'gate-out', reportNumber: 'HELD-1' }, 409);
  const wrongStation = await signIn(application, 'terminal');
  assert.equal((await wrongStation.send<VerifyResult>('POST', '/releases/verification', { token })).valid, false);
});

test('[P3] duplicate and disordered receipts have no second effect', async () => {
  for (const reference of ['DUPLICATE-RAIL-1', 'DISORDER-RAIL-1']) {
    const { id } = await file(railImport(reference));
    await until(
      () => shipment(id),
      (s) => s.state === 'closed',
      `${reference} closes`,
    );
    assert.equal((await releases(id)).length, 2, 'one release per container');
  }
});

test('[P3] a partner that is down is tried again; garbage is quarantined', async () => {
  const { id } = await file(railImport('DOWN-RAIL-1'));
  await until(
    () => shipment(id),
    (s) => s.state === 'closed',
    'delivered at the third attempt',
    30_000,
  );
  const operator = await signIn(application, 'operator');
  const { items } = await operator.get<{ items: { attempts: unknown[] }[] }>(
    `/exchange/deliveries?shipmentId=${id}&channel=customs`,
  );
  assert.equal(items[0]?.attempts.length, 3);
  await file(railImport('GARBAGE-RAIL-1'));
  await until(
    () => operator.get<{ items: { reason?: { zh: string } }[] }>('/exchange/messages?state=quarantined'),
    (r) => r.items.length >= 1 && r.items.every((m) => (m.reason?.zh ?? '') !== ''),
    'quarantined with a reason',
  );
});
