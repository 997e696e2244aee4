// Stations by rail and air over the wire (N10, P7): arrival, gate-in, loading and gate-out, each said too early once and taken back by the station's
// own messages; in the end the goods have left, once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import type { ReleaseView } from '../../src/hub/release/contract.ts';
import type { InboundView } from '../../src/hub/exchange/contract.ts';
import type { Form, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { applicationWith, fileShipment, signIn, until } from '../support/application.ts';
import { airImport, railImport } from '../support/forms.ts';

const { application, trader } = await applicationWith(['trader']);

const timeline = async (id: string) =>
  (await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline?limit=200`)).items;
const counted = async (id: string) => {
  const items = await timeline(id);
  return Object.fromEntries(
    ['release.moved', 'release.move-reversed', 'release.used', 'release.use-reversed'].map((type) => [
      type,
      items.filter((entry) => entry.type === type).length,
    ]),
  );
};
const oneBox = (reference: string): Form => {
  const form = railImport(reference);
  return { ...form, containers: Array.isArray(form.containers) ? form.containers.slice(0, 1) : [] };
};

for (const [way, form, formats] of [
  [
    'rail',
    oneBox('RETURN-RAIL-1'),
    ['WLJK_GINA', 'WLJK_GIND', 'WLJK_GOUD', 'WLJK_GOUT', 'WLJK_IRTA', 'WLJK_IRTD', 'WLJK_TLA', 'WLJK_TLD'],
  ],
  [
    'air',
    airImport('RETURN-AIR-1'),
    [
      'FFM/8',
      'FHL/5',
      'FSU/14 DLV',
      'FSU/14 DLV CXL',
      'FSU/14 GIN',
      'FSU/14 GIN CXL',
      'FSU/14 MAN',
      'FSU/14 MAN CXL',
      'FSU/14 RCF',
      'FWB/16',
      'ONE Record DLV',
    ],
  ],
] as const)
  test(`[N10][P7] ${way}: gate-in, loading and gate-out by the station’s own messages, and each of them taken back`, async () => {
    const { id } = await fileShipment(trader, form);
    const seen = await until(
      () => counted(id),
      (found) => found['release.used'] === 2,
      'out, in again, and out',
      120_000,
    );
    assert.deepEqual(seen, {
      'release.moved': 4,
      'release.move-reversed': 2,
      'release.used': 2,
      'release.use-reversed': 1,
    });
    const closed = await until(
      () => trader.get<ShipmentView>(`/shipments/${id}`),
      (s) => s.state === 'closed',
      'the case closes',
    );
    assert.equal(closed.progress, 'gated-out');
    const releases = (await trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`)).items;
    assert.deepEqual(
      releases.map((r) => r.state),
      ['used'],
    );
    const operator = await signIn(application, 'operator');
    const channel = way === 'rail' ? 'railway-yard' : 'airport-station';
    const { items } = await operator.get<{ items: InboundView[] }>(`/exchange/messages?channel=${channel}&limit=100`);
    assert.deepEqual([...new Set(items.map((m) => m.format))].sort(), formats);
    assert.deepEqual(
      items.filter((m) => m.state !== 'interpreted').map((m) => m.reason),
      [],
    );
  });

test('[N10][P7] air in Cargo-XML: the flight’s status comes by XFSU and moves the case to the end', async () => {
  const { id } = await fileShipment(trader, { ...airImport('CXML-AIR-1'), billNumber: '112-12345701' });
  const closed = await until(
    () => trader.get<ShipmentView>(`/shipments/${id}`),
    (s) => s.state === 'closed',
    'the case closes',
    60_000,
  );
  assert.equal(closed.progress, 'gated-out');
  const told = await timeline(id);
  assert.ok(told.some((entry) => entry.type === 'shipment.cargo-arrived' && /江北/.test(entry.text.zh)));
  assert.ok(told.some((entry) => entry.type === 'shipment.manifested' && /相符/.test(entry.text.zh)));
  const operator = await signIn(application, 'operator');
  const { items } = await operator.get<{ items: InboundView[] }>(
    '/exchange/messages?channel=airport-station&limit=100',
  );
  const spoken = items.filter((m) => /^X/.test(m.format ?? ''));
  assert.deepEqual([...new Set(spoken.map((m) => m.format))].sort(), [
    'XFFM',
    'XFHL',
    'XFSU DLV',
    'XFSU GIN',
    'XFSU MAN',
    'XFSU RCF',
    'XFWB',
  ]);
  assert.deepEqual(
    spoken.filter((m) => m.state !== 'interpreted').map((m) => m.reason),
    [],
  );
});

test('[N10][M2] an arrival that the yard takes back is told on the case', async () => {
  const [first] = (await trader.get<{ items: ShipmentView[] }>('/shipments?query=RETURN-RAIL-1')).items;
  const items = (await timeline(first?.id ?? '')).filter((entry) => entry.type === 'shipment.cargo-arrived');
  assert.ok(items.some((entry) => /撤销运抵/.test(entry.text.zh) && entry.tone === 'attention'));
  assert.ok(items.some((entry) => /货物运抵团结村/.test(entry.text.zh)));
});

test('[N10][N11] flight manifest and waybill of a shipment agree with what was filed', async () => {
  const [first] = (await trader.get<{ items: ShipmentView[] }>('/shipments?query=RETURN-AIR-1')).items;
  const items = (await timeline(first?.id ?? '')).filter((entry) => entry.type === 'shipment.manifested');
  assert.equal(items.length, 1, 'waybill, houses, flight and the carrier say the same: it is told once');
  assert.ok(
    items.every((entry) => /相符/.test(entry.text.zh)),
    items.map((entry) => entry.text.zh).join(),
  );
});
