// What many do at once: a slot is given once, the gate lets out once, a token holds only where, when and for whom it was made.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import jsqr from 'jsqr';
import type { InspectionSlot, InspectionView } from '../../src/hub/inspection/contract.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import type { ReleaseView, VerifyResult } from '../../src/hub/release/contract.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { airImport } from '../support/forms.ts';
import { rasterOf } from '../support/raster.ts';

let application: TestApplication;
let trader: Client;
const officers: Client[] = [];
before(async () => {
  application = await startTestApplication();
  trader = await signIn(application, 'trader');
  for (const account of ['customs', 'border']) officers.push(await signIn(application, account));
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const waybill = (n: number) => `112-${2_000_000 + n}${(2_000_000 + n) % 7}`;
const file = async (reference: string, n: number) =>
  (await fileShipment(trader, { ...airImport(reference), billNumber: waybill(n) })).id;
const inspectionsOf = async (id: string) =>
  (await trader.get<{ items: InspectionView[] }>(`/inspections?shipmentId=${id}`)).items.filter(
    (i) => i.state !== 'cancelled',
  );
const releasesOf = async (id: string) =>
  (await trader.get<{ items: ReleaseView[] }>(`/shipments/${id}/releases`)).items;
const placeOf = (slot: InspectionSlot) => `${slot.siteId} ${slot.bay} ${slot.startsAt}`;

test('[P6] no slot is given twice, neither when planned nor when many ask for the same at once', async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, (_, n) => file(`INSPECT-RACE-${n}`, n)));
  const planned: InspectionView[] = [];
  for (const id of ids)
    planned.push(
      ...(await until(
        () => inspectionsOf(id),
        (list) => list.length === 1,
        `an inspection of ${id}`,
      )),
    );
  assert.equal(new Set(planned.map((i) => placeOf(i.slot))).size, planned.length, 'planning gives each its own');

  const [wanted] = (await trader.get<{ items: InspectionSlot[] }>(`/inspections/${planned[0]?.id}/slots`)).items;
  assert.ok(wanted);
  const replies = await Promise.all(
    planned.map((i) =>
      trader.raw('POST', `/inspections/${i.id}/reschedule`, JSON.stringify({ slotId: wanted.id, reason: '同时改期' }), {
        'content-type': 'application/json',
      }),
    ),
  );
  const statuses = replies.map((r) => r.status).sort();
  assert.deepEqual(statuses, [200, ...Array.from({ length: planned.length - 1 }, () => 409)]);
  const after = await Promise.all(ids.map(async (id) => (await inspectionsOf(id))[0]));
  assert.equal(new Set(after.map((i) => i && placeOf(i.slot))).size, planned.length);
});

test('[P6][P7] each officer records his own part once; the goods leave once, however many let them out', async () => {
  const id = await file('DESK-RACE-1', 100);
  const [inspection] = await until(
    () => inspectionsOf(id),
    (list) => list[0]?.joint === true,
    'a joint inspection',
  );
  const record = (client: Client) =>
    client.raw(
      'POST',
      `/inspections/${inspection?.id}/results`,
      JSON.stringify({ outcome: 'normal', handlingCode: '11', findings: '相符' }),
      {
        'content-type': 'application/json',
      },
    );
  for (const officer of officers) {
    const statuses = (await Promise.all([record(officer), record(officer), record(officer)]))
      .map((r) => r.status)
      .sort();
    assert.equal(statuses.filter((s) => s < 300).length, 1, `one of three at once: ${statuses}`);
  }
  assert.ok((await record(await signIn(application, 'maritime'))).status >= 403, 'maritime has no part in it');

  const [release] = await until(
    () => releasesOf(id),
    (list) => list[0]?.state === 'granted',
    'the release',
  );
  assert.ok(release?.token);
  const airport = await signIn(application, 'airport');
  const elsewhere = await signIn(application, 'terminal');
  const verify = (client: Client, token: string) =>
    client.send<VerifyResult>('POST', '/releases/verification', { token });
  assert.equal((await verify(airport, release.token)).valid, true);
  assert.equal((await verify(elsewhere, release.token)).valid, false, 'another station');
  const [head, body, signature = ''] = release.token.split('.');
  assert.equal(
    (await verify(airport, `${head}.${body}.${signature.slice(0, -4)}AAAA`)).valid,
    false,
    'a forged signature',
  );

  const outs = await Promise.all(
    [1, 2, 3, 4, 5].map((n) =>
      airport.raw(
        'POST',
        '/release-reports',
        JSON.stringify({ token: release.token, movement: 'gate-out', reportNumber: `RACE-${n}` }),
        { 'content-type': 'application/json' },
      ),
    ),
  );
  assert.equal(outs.filter((r) => r.ok).length, 1);
  assert.ok(outs.filter((r) => !r.ok).every((r) => r.status === 409));
  assert.match((await verify(airport, release.token)).reason.zh, /已使用/);
  await until(
    () => trader.get<{ state: string }>(`/shipments/${id}`),
    (s) => s.state === 'closed',
    'the case closes',
  );
  const timeline = (await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline`)).items;
  assert.equal(timeline.filter((e) => e.type === 'release.used').length, 1);
});

test('[P7] the slip’s QR code holds the token, and the public keys alone suffice to check it', async () => {
  const id = await file('DESK-QR-1', 200);
  const [inspection] = await until(
    () => inspectionsOf(id),
    (list) => list[0]?.joint === true,
    'a joint inspection',
  );
  for (const officer of officers)
    await officer.send('POST', `/inspections/${inspection?.id}/results`, {
      outcome: 'normal',
      handlingCode: '11',
      findings: '相符',
    });
  const [release] = await until(
    () => releasesOf(id),
    (list) => list[0]?.state === 'granted',
    'the release',
  );
  const { qrSvg } = await trader.get<{ qrSvg: string }>(`/releases/${release?.id}/slip`);
  const { pixels, size } = rasterOf(qrSvg);
  const read = jsqr.default(pixels, size, size);
  assert.equal(read?.data, release?.token);
  const keys = createRemoteJWKSet(new URL(`${application.url}/api/v1/release-keys`));
  const { payload, protectedHeader } = await jwtVerify(read?.data ?? '', keys, { algorithms: ['EdDSA'] });
  assert.equal(protectedHeader.alg, 'EdDSA');
  assert.equal(payload.jti, release?.number);
  assert.ok((payload.exp ?? 0) * 1000 > Date.now());
});
