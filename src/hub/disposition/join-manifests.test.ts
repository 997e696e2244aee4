// The graph of a case with what manifests say (P5): the same for any order of the manifests, nothing of others' goods, and what is above them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Form } from '../shipment/contract.ts';
import { joinManifests } from './join-manifests.ts';
import { indexObjects } from './object-graph.ts';
import { splitObjects } from './split-objects.ts';
import type { ManifestRow } from './store-manifests.ts';

const about = { number: 'PT1', version: 2, since: '2026-11-26T02:00:00.000Z' };
const form = (more: Form = {}): Form => ({
  direction: 'import',
  transportMode: '2',
  conveyanceId: 'V1',
  voyageNumber: '2647W',
  goods: [
    { lineNumber: '1', goodsName: '电视 机', hsCode: '8528' },
    { lineNumber: '2', goodsName: '外壳', hsCode: '8473' },
  ],
  containers: [{ containerNumber: 'CQPU1000014' }, { containerNumber: 'CQPU1000020' }],
  ...more,
});
const row = (bill: string, containers: readonly string[], more: Partial<ManifestRow> = {}): ManifestRow => ({
  bill,
  channel: 'carrier',
  conveyance: 'V1/2647W',
  containers,
  items: [],
  sent_at: about.since,
  message_id: 'm',
  ...more,
});
const within = (objects: ReturnType<typeof joinManifests>) =>
  Object.fromEntries(objects.map((o) => [o.id, [...o.within].sort()]));

test('[P5] a manifest puts the boxes of a case under its bill and voyage, whatever the form says of them, and adds nobody else’s goods', () => {
  const objects = splitObjects(form(), about);
  const joined = joinManifests(objects, [row('MBL1', ['CQPU1000014', 'TCKU3125044']), row('OTHER', ['CSQU3054383'])]);
  assert.deepEqual(within(joined)['container:CQPU1000014'], ['bill:MBL1', 'conveyance:V1/2647W']);
  assert.deepEqual(within(joined)['container:CQPU1000020'], ['conveyance:V1/2647W']);
  assert.deepEqual(within(joined)['bill:MBL1'], ['conveyance:V1/2647W']);
  assert.deepEqual(
    joined.map((o) => o.id).filter((id) => !objects.some((o) => o.id === id)),
    ['bill:MBL1'],
  );
  const index = indexObjects(joined);
  assert.deepEqual(index.carriers('container:CQPU1000014'), ['bill:MBL1', 'conveyance:V1/2647W']);
  const onBill = form({ conveyanceId: '', voyageNumber: '', billNumber: 'MBL1' });
  const made = joinManifests(splitObjects(onBill, about), [row('MBL1', ['CQPU1000014'])]).find(
    (o) => o.type === 'conveyance',
  );
  assert.equal(made?.id, 'conveyance:V1/2647W');
  // No mode: no rule of a mode makes anybody speak for it.
  assert.deepEqual(made?.facts, { version: '2', since: about.since, manifest: 'true' });
});

test('[P5] house bill and master bill are both above the box; the voyage of the form stands against another of the manifest', () => {
  const filed = form({ billNumber: 'HBL1', conveyanceId: '9469560', voyageNumber: '2647W' });
  const joined = joinManifests(splitObjects(filed, about), [
    row('MBL1', ['CQPU1000014'], { conveyance: '9469560/2647W' }),
    row('MBL2', ['CQPU1000020'], { conveyance: 'ELSE/1' }),
  ]);
  assert.deepEqual(within(joined)['container:CQPU1000014'], ['bill:HBL1', 'bill:MBL1']);
  assert.deepEqual(within(joined)['bill:MBL1'], ['conveyance:9469560/2647W']);
  assert.ok(!joined.some((o) => o.id === 'bill:MBL2'), 'another voyage: the box has come again with other goods');
  assert.ok(!joined.some((o) => o.id === 'conveyance:ELSE/1'));
});

test('[P5] goods that the form leaves open lie where the manifest says, many to many; what it does not name clearly stays open', () => {
  const both = ['container:CQPU1000014', 'container:CQPU1000020', 'declaration:PT1'];
  const items = [
    { description: '电视机', containers: ['CQPU1000014'] },
    { description: '外壳', containers: ['CQPU1000014', 'CQPU1000020'] },
  ];
  const joined = within(
    joinManifests(splitObjects(form(), about), [row('MBL1', ['CQPU1000014', 'CQPU1000020'], { items })]),
  );
  assert.deepEqual(joined['goods-line:PT1/1'], ['container:CQPU1000014', 'declaration:PT1']);
  assert.deepEqual(joined['goods-line:PT1/2'], both);
  const twice = [items[0], { description: '电视机', containers: ['CQPU1000020'] }].flatMap((one) => (one ? [one] : []));
  const unclear = within(joinManifests(splitObjects(form(), about), [row('MBL1', ['CQPU1000014'], { items: twice })]));
  assert.deepEqual(unclear['goods-line:PT1/1'], both);
  const said = form({
    containers: [
      { containerNumber: 'CQPU1000014', containerGoods: '2' },
      { containerNumber: 'CQPU1000020', containerGoods: '1' },
    ],
  });
  const filed = within(joinManifests(splitObjects(said, about), [row('MBL1', ['CQPU1000014'], { items })]));
  assert.deepEqual(filed['goods-line:PT1/1'], ['container:CQPU1000020', 'declaration:PT1'], 'the form has said it');
});

test('[P5] any order of the manifests makes the same graph, twice the same; one taken back leaves nothing', () => {
  const rows = [
    row('A', ['CQPU1000014'], {}),
    row('B', ['CQPU1000014', 'CQPU1000020']),
    row('D', ['CQPU1000014'], { conveyance: null }),
    row('C', []),
  ];
  const objects = splitObjects(form({ billNumber: 'HBL1' }), about);
  const first = within(joinManifests(objects, rows));
  for (const order of [
    [3, 2, 1, 0],
    [1, 0, 3, 2],
    [0, 3, 2, 1],
  ]) {
    const joined = joinManifests(
      objects,
      order.flatMap((n) => (rows[n] ? [rows[n]] : [])),
    );
    assert.deepEqual(within(joined), first);
    assert.deepEqual(within(joinManifests(joined, rows)), first, 'said again');
  }
  assert.ok(!('bill:C' in first) && !('bill:D' in first));
  assert.ok('bill:A' in first && 'bill:B' in first);
});
