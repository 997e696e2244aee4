// Road gate, post and express, special zone gate over the wire (N10, P7): the release goes to them, and they say who is there, in, loaded and out,
// each said too early once and taken back; in the end the goods have left, once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { InboundView } from '../../src/hub/exchange/contract.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import type { ReleaseView } from '../../src/hub/release/contract.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { applicationWith, fileShipment, signIn, until } from '../support/application.ts';
import { airImport, mailImport, roadImport, zoneImport } from '../support/forms.ts';

const { application, trader } = await applicationWith(['trader']);

const timeline = async (id: string) =>
  (await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline?limit=200`)).items;
const releasesOf = async (id: string) =>
  (await trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`)).items;
const documentsOf = async (id: string) =>
  (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items;
const closed = (id: string) =>
  until(
    () => trader.get<ShipmentView>(`/shipments/${id}`),
    (s) => s.state === 'closed',
    'the case closes',
    120_000,
  );
const oneBox = (form: Form): Form => ({
  ...form,
  containers: Array.isArray(form.containers) ? form.containers.slice(0, 1) : [],
});

for (const [channel, form, station] of [
  ['road-gate', roadImport('RETURN-ROAD-1'), 'CKG-NANPENG'],
  ['post-express', mailImport('RETURN-MAIL-1'), 'CKG-POST'],
  ['zone-gate', oneBox(zoneImport('RETURN-ZONE-1')), 'CKG-XIYONG'],
] as const)
  test(`[N10][P7] ${channel}: the release reaches the gate, and arrival, in, loaded and out are said, each taken back once`, async () => {
    const { id } = await fileShipment(trader, form);
    const items = await until(
      () => timeline(id),
      (found) => found.filter((entry) => entry.type === 'release.used').length === 2,
      'out, in again, and out',
      120_000,
    );
    assert.equal((await closed(id)).progress, 'gated-out');
    const count = (type: string) => items.filter((entry) => entry.type === type).length;
    assert.deepEqual(
      ['release.moved', 'release.move-reversed', 'release.used', 'release.use-reversed'].map(count),
      [4, 2, 2, 1],
    );
    const released = new Set((await releasesOf(id)).map((r) => r.objectId.split(':')[0]));
    assert.deepEqual(
      [...released],
      [channel === 'post-express' ? 'mail' : form.containers?.length ? 'container' : 'package'],
    );
    assert.ok(items.some((entry) => /撤销运抵/.test(entry.text.zh)));
    assert.deepEqual(
      (await releasesOf(id)).map((r) => [r.state, r.place.stationId]),
      [['used', station]],
    );
    const sent = (await documentsOf(id)).filter((d) => d.kind.startsWith(`${channel}.`));
    assert.deepEqual(sent.map((d) => d.kind).sort(), [`${channel}.passage-plan`, `${channel}.release-order`]);
    const operator = await signIn(application, 'operator');
    const said = await operator.get<{ items: InboundView[] }>(`/exchange/messages?channel=${channel}&limit=100`);
    assert.deepEqual(
      [...new Set(said.items.map((m) => m.format))].sort(),
      ['arriving', 'departing', 'entering_exiting', 'loading'].flatMap((step) => [
        `EPCIS ${step}`,
        `EPCIS ${step} did_not_occur`,
      ]),
    );
    assert.deepEqual(
      said.items.filter((m) => m.state !== 'interpreted').map((m) => m.reason),
      [],
    );
  });

test('[N10][P10][P5] goods by air that the form sends to the express centre are released there, and the airport hears nothing', async () => {
  const { id } = await fileShipment(trader, { ...airImport('CLEAN-EXPRESS-1'), stationCode: 'CKG-EXPRESS' });
  await closed(id);
  assert.deepEqual(
    (await releasesOf(id)).map((r) => [r.place.stationId, r.objectId.split(':')[0]]),
    [['CKG-EXPRESS', 'express-parcel']],
  );
  const kinds = (await documentsOf(id)).map((d) => d.kind);
  assert.ok(kinds.includes('post-express.release-order'));
  assert.deepEqual(
    kinds.filter((kind) => kind.startsWith('airport-station.')),
    [],
  );
});

test('[N10][P7] a hold after the release: the road gate is told that it holds no longer', async () => {
  const { id } = await fileShipment(trader, roadImport('REHOLD-ROAD-2'));
  // Customs' hold may overtake its release: the officer decides both once more, one after the other.
  await until(
    () => trader.get<ShipmentView>(`/shipments/${id}`),
    (s) => s.progress === 'inspection-required',
    'customs holds',
  );
  const officer = await signIn(application, 'customs');
  const { number } = await trader.get<ShipmentView>(`/shipments/${id}`);
  const instruct = (kind: string) =>
    officer.send('POST', '/instructions', { shipmentId: id, objects: [`package:${number}LOT`], kind, reason: '复核' });
  await instruct('release');
  await until(
    () => releasesOf(id),
    (list) => list.some((r) => r.state === 'granted'),
    'released',
  );
  await instruct('hold');
  const releases = await until(
    () => releasesOf(id),
    (list) => list.every((r) => r.state === 'revoked'),
    'revoked',
  );
  // Customs' own word may have released and held before: each release has its revocation.
  await until(
    () => documentsOf(id),
    (list) =>
      list.filter((d) => d.kind === 'road-gate.release-revocation' && d.delivery?.state === 'delivered').length ===
      releases.length,
    'the gate is told of each',
  );
});

test('[N10][P6] an inspection of goods at the road port is held in its own yard', async () => {
  const { id } = await fileShipment(trader, roadImport('INSPECT-ROAD-3'));
  const { items } = await until(
    () => trader.get<{ items: { slot?: { siteId: string } }[] }>(`/inspections?shipmentId=${id}`),
    (list) => list.items.some((one) => one.slot),
    'a slot',
    120_000,
  );
  assert.deepEqual(new Set(items.map((one) => one.slot?.siteId)), new Set(['NANPENG-INSP']));
});
