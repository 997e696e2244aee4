// Packages and parcels by number (P5–P7): each is held, released and let out by itself where it stands alone, and holds its box where it lies
// in one.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { InspectionView } from '../../src/hub/inspection/contract.ts';
import type { ReleaseView } from '../../src/hub/release/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { airImport } from '../support/forms.ts';
import { type Cases, startCases } from './cases.ts';

let cases: Cases;
before(async () => {
  cases = await startCases({ probes: ['probe', 'post-express'] });
});
after(() => cases.stop());

async function letGo(id: string): Promise<void> {
  const { objects } = await cases.view(id);
  const on = (type: string) => objects.filter((o) => o.type === type).map((o) => o.id);
  await cases.say('customs', { kind: 'release', on: on('declaration'), sequence: 3, shipmentId: id });
  await cases.say('border-inspection', { kind: 'release', on: on('conveyance'), sequence: 3, shipmentId: id });
}
const shipment = (id: string) =>
  cases.hub.call<ShipmentView>('GET', '/shipments/:id', { params: { id } }, cases.trader);
async function inspected(id: string): Promise<(readonly string[])[]> {
  const input = { query: { shipmentId: id } };
  const { items } = await cases.hub.call<{ items: InspectionView[] }>('GET', '/inspections', input, cases.trader);
  return items.map((task) => task.objectIds);
}
const parcel = (n: number) => `express-parcel:SF123456789012${n}`;

test('[P5][P7] an express shipment of three parcels: one is held by its number before it is filed, two are let out, then the third', async () => {
  await cases.say('customs', { kind: 'hold', on: [parcel(2)], sequence: 5 });
  const id = await cases.file('PARCELS-1', {
    ...airImport('PARCELS-1'),
    stationCode: 'CKG-EXPRESS',
    packageCount: '3',
    pieces: [1, 2, 3].map((n) => ({ pieceNumber: `SF 1234-5678-9012 ${n}`, pieceGoods: '1,2' })),
  });
  const before = await cases.outcomes(id);
  assert.equal(before[parcel(2)], 'held', 'the word that waited has joined');
  assert.equal(before[parcel(1)], 'awaiting');
  await letGo(id);
  assert.deepEqual(await cases.releases(id), { [parcel(1)]: ['granted'], [parcel(3)]: ['granted'] });
  const blocked = (await cases.view(id)).nextSteps.map((step) => [step.kind, step.objectIds]);
  assert.deepEqual(blocked, [['hold', [parcel(2)]]], 'one look says which');

  const gate = { ...(await cases.hub.person('operator', ['gate-clerk'])), channelId: 'post-express' };
  const out = async (objectId: string) => {
    const { items } = await cases.hub.call<{ items: ReleaseView[] }>(
      'GET',
      '/shipments/:id/releases',
      { params: { id } },
      cases.trader,
    );
    const token = items.find((r) => r.objectId === objectId)?.token;
    const body = { token, movement: 'gate-out', reportNumber: `OUT-${objectId}` };
    await cases.hub.call('POST', '/release-reports', { body }, gate);
    await cases.hub.settle();
  };
  await out(parcel(1));
  await out(parcel(3));
  assert.deepEqual(await cases.releases(id), { [parcel(1)]: ['used'], [parcel(3)]: ['used'] });
  assert.equal((await shipment(id)).state, 'submitted', 'one is here still');
  await cases.say('customs', { kind: 'release', on: [parcel(2)], sequence: 6 });
  await out(parcel(2));
  assert.equal((await shipment(id)).state, 'closed');
});

const [box, sibling] = ['container:CQPU1000014', 'container:CQPU1000020'] as const;
const inBox = (n: number) => `package:RWPACKAGES1/${n}/2`;

test('[P5][P6][P7] a box of two packages: one is ordered for inspection, its box waits, the other box goes', async () => {
  const id = await cases.file('PACKAGES-1', {
    pieces: [1, 2].map((n) => ({ pieceNumber: `${n}/2`, pieceContainer: 'CQPU1000014' })),
  });
  await letGo(id);
  assert.deepEqual(await cases.releases(id), { [box]: ['granted'], [sibling]: ['granted'] }, 'packages leave in it');
  const officer = await cases.officer('customs');
  const { id: orderId } = await cases.hub.call<{ id: string }>(
    'POST',
    '/instructions',
    { body: { shipmentId: id, objects: [inBox(1)], kind: 'inspect', reason: '开箱查验' } },
    officer,
  );
  await cases.hub.settle();
  const found = await cases.outcomes(id);
  assert.deepEqual(
    [inBox(1), box, inBox(2), sibling].map((o) => found[o]),
    ['inspection-required', 'inspection-required', 'released', 'released'],
  );
  assert.deepEqual(await cases.releases(id), { [box]: ['revoked'], [sibling]: ['granted'] });
  assert.deepEqual(await inspected(id), [[box, inBox(1)]], 'the box is brought, and the package is what they look for');
  const holder = (await cases.view(id)).objects.find((o) => o.id === box)?.disposition.holders[0];
  assert.deepEqual(
    [holder?.via, holder?.instructionId],
    [inBox(1), orderId],
    'from the box to the package that blocks',
  );
  await cases.hub.call(
    'POST',
    '/instructions',
    { body: { shipmentId: id, objects: [inBox(1)], kind: 'release', reason: '查验正常' } },
    officer,
  );
  await cases.hub.settle();
  assert.deepEqual((await cases.releases(id))[box]?.sort(), ['granted', 'revoked']);
});

test('[P5][P6] an order on the box brings the box, not each package; a word on all boxes is none on what lies in them', async () => {
  const id = await cases.file('PACKAGES-2', {
    billNumber: 'RWPACKAGES-2',
    pieces: [{ pieceNumber: '1', pieceContainer: 'CQPU1000014' }, { pieceNumber: '2' }],
  });
  await letGo(id);
  const loose = 'package:RWPACKAGES2/2';
  assert.deepEqual(await cases.releases(id), { [box]: ['granted'], [sibling]: ['granted'], [loose]: ['granted'] });
  await cases.say('maritime', { kind: 'inspect', on: [box], sequence: 5, shipmentId: id });
  assert.deepEqual(await inspected(id), [[box]]);
  assert.equal((await cases.outcomes(id))['package:RWPACKAGES2/1'], 'inspection-required', 'it lies in the box');
});

test('[P10] a wrong list is refused in words before anything is filed', async () => {
  const wrong = { pieces: [{ pieceNumber: '1', pieceContainer: 'CQPU9999990' }] };
  await assert.rejects(cases.file('PACKAGES-3', wrong), { code: 'FORM_HAS_ERRORS' });
});
