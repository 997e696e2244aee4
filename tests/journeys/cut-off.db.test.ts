// Issue 5, "vessel cut-off saved by the scheduler" (P6, M4, M12): on a Friday evening two authorities want to see an export box whose vessel closes
// at 8:30 the next morning. The yard opens at eight; a slot by appointment at night, the box passes, loads from where it stands, and is counted.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { seedDemoYard } from '../../src/hub/inspection/index.ts';
import type { DishonestMark, InspectionView, OfferedSlot, VesselShare } from '../../src/hub/inspection/contract.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import type { Actor } from '../../src/runtime/context.ts';
import { boxNumber, type Cases, startCases } from '../disposition/cases.ts';
import { waterExport } from '../support/forms.ts';
import { pluggedChannel } from '../support/plugged.ts';

const CUT_OFF = '2026-11-21T00:30:00.000Z';
const evening = { before: '2026-11-20T12:30:00Z', slot: '2026-11-20T14:00:00.000Z' };
let cases: Cases;
let office: Actor;
let officers: Actor[];
before(async () => {
  cases = await startCases({ more: [pluggedChannel('port-terminal')] });
  await cases.hub.run(seedDemoYard);
  office = await cases.hub.person('port-office', ['operator']);
  officers = [await cases.officer('customs'), await cases.officer('maritime', '海事丙')];
  cases.hub.clock.advance(Date.parse(evening.before) - cases.hub.clock.now().getTime());
});
after(() => cases.stop());

const fileBox = async (serial: number): Promise<{ id: string; box: string }> => {
  const number = boxNumber(serial);
  const form = waterExport(`CUTOFF-${serial}`);
  const containers = [
    { containerNumber: number, containerSpec: '21', containerGoods: '1', containerGoodsMassKg: '2000' },
  ];
  const id = await cases.file(`CUTOFF-${serial}`, {
    ...form,
    billNumber: `YZ${serial}`,
    estimatedDeparture: CUT_OFF,
    containers,
  });
  return { id, box: `container:${number}` };
};
const inspectionOf = async (id: string, by: Actor = cases.trader): Promise<InspectionView> => {
  const path = '/inspections';
  const { items } = await cases.hub.call<{ items: InspectionView[] }>('GET', path, { query: { shipmentId: id } }, by);
  const [only] = items.filter((i) => i.state !== 'cancelled');
  assert.ok(only, 'an inspection');
  return only;
};
const act = <T = InspectionView>(path: string, params: object, body: object, by: Actor) =>
  cases.hub.call<T>('POST', path, { params, body }, by);
const shareNow = () => cases.hub.call<VesselShare>('GET', '/vessel-share', { query: {} }, office);
const refused = (code: string) => (error: unknown) => (error as { code?: string }).code === code;

test('[P6][M4][M12] the box is inspected at night by both, loads from where it stands, and makes its vessel', async () => {
  const { id, box } = await fileBox(300001);
  await cases.say('customs', { kind: 'inspect', on: [box], sequence: 11, shipmentId: id });
  await cases.say('maritime', { kind: 'inspect', on: [box], sequence: 11, shipmentId: id });
  const task = await inspectionOf(id);
  assert.deepEqual(
    [task.slot.startsAt, task.byAppointment, task.late, task.cutOff, task.joint],
    [evening.slot, true, false, CUT_OFF, true],
  );
  assert.match(task.slotReason.zh, /预约非工作时间，赶上 11-21 08:30 截关/);
  const officersFor = async (by: Actor) => (await inspectionOf(id, by)).parts.map((part) => part.officer !== undefined);
  assert.deepEqual(await officersFor(officers[0] as Actor), [true, true], 'customs and maritime know who goes');
  assert.deepEqual(await officersFor(cases.trader), [false, false], 'the enterprise does not');
  assert.deepEqual((await shareNow()).toCome, 1);

  cases.hub.clock.advance(2 * 3_600_000);
  const result = { outcome: 'normal', handlingCode: '11', findings: '箱货相符' };
  for (const officer of officers) await act('/inspections/:id/results', { id: task.id }, result, officer);
  await cases.hub.settle();
  const passed = await inspectionOf(id);
  assert.deepEqual([passed.state, passed.virtuallyReturnedAt !== undefined], ['finished', true]);
  const { items } = await cases.hub.call<{ items: TimelineEntry[] }>(
    'GET',
    '/shipments/:id/timeline',
    { params: { id }, query: {} },
    cases.trader,
  );
  assert.ok(items.some((entry) => entry.type === 'inspection.virtually-returned' && /虚拟归位/.test(entry.text.zh)));
  const held = await cases.hub.run(async ({ db }) => {
    const { rows } = await sql`select 1 from inspection.booking where task_id = ${task.id}`.execute(db);
    return rows.length;
  });
  assert.equal(held, 0, 'what is done holds neither bay nor officers');
  const bytes = await cases.hub.run(async ({ db }) => {
    const { rows } = await sql<{ bytes: Buffer }>`
      select b.bytes from documents.document d join documents.body b on b.digest = d.digest
      where d.shipment_id = ${id} and d.kind = 'port-terminal.virtual-return'`.execute(db);
    return rows.map((row) => row.bytes.toString('utf-8'));
  });
  assert.equal(bytes.length, 1, 'the terminal is told once');
  assert.match(bytes[0] ?? '', new RegExp(`RFF\\+INS:${task.number}'`));
  assert.match(bytes[0] ?? '', new RegExp(`FTX[+]OBJ[+]{3}container[?]:${box.slice(10)}'`));
});

test('[M4] who is marked dishonest has no night: the slot is too late, and no other can be booked, until the mark is lifted', async () => {
  const marks = '/dishonest-marks';
  const given = { reason: '列入失信企业名单', legalBasis: '海关注册登记和备案企业信用管理办法' };
  const uscc = '91500103MA5UTRA017';
  const border = await cases.officer('border-inspection');
  await assert.rejects(act(marks, {}, { uscc, ...given }, border), refused('MARK_NOT_YOURS'));
  await assert.rejects(act(marks, {}, { uscc: '11500000MB1UPXF108', ...given }, office), refused('ENTERPRISE_UNKNOWN'));
  const mark = await act<DishonestMark>(marks, {}, { uscc, ...given }, office);
  await assert.rejects(act(marks, {}, { uscc, ...given }, office), refused('ENTERPRISE_MARKED'));

  const { id, box } = await fileBox(300002);
  await cases.say('customs', { kind: 'inspect', on: [box], sequence: 11, shipmentId: id });
  const task = await inspectionOf(id);
  assert.deepEqual([task.slot.startsAt, task.byAppointment, task.late], ['2026-11-21T00:00:00.000Z', false, true]);
  const slots = async (query: object) =>
    (
      await cases.hub.call<{ items: OfferedSlot[] }>(
        'GET',
        '/inspections/:id/slots',
        { params: { id: task.id }, query },
        cases.trader,
      )
    ).items;
  assert.deepEqual(await slots({ outOfHours: 'true' }), []);
  assert.ok((await slots({})).every((slot) => !slot.byAppointment));
  const night = { slotId: `GUOYUAN-INSP A1 2026-11-20T17:00:00.000Z` };
  const booking = '/inspections/:id/booking';
  await assert.rejects(act(booking, { id: task.id }, night, cases.trader), refused('INSPECTION_APPOINTMENT_BARRED'));
  await act('/dishonest-marks/:id/lifting', { id: mark.id }, { reason: '信用修复' }, office);
  const lifted = act('/dishonest-marks/:id/lifting', { id: mark.id }, { reason: '信用修复' }, office);
  await assert.rejects(lifted, refused('MARK_UNKNOWN'));
  assert.ok((await slots({ outOfHours: 'true' })).length === 6);
  const booked = await act(booking, { id: task.id }, night, cases.trader);
  assert.deepEqual([booked.slot.startsAt, booked.byAppointment], ['2026-11-20T17:00:00.000Z', true]);
  assert.equal(booked.booked?.by, cases.trader.name);

  // Given back: the earliest in opening hours, with the reason kept.
  const back = '/inspections/:id/booking-cancellation';
  const ordinary = await act(back, { id: task.id }, { reason: '货物未备齐' }, cases.trader);
  assert.deepEqual([ordinary.byAppointment, ordinary.booked], [false, undefined]);
  assert.equal(ordinary.rescheduled.at(-1)?.reason, '货物未备齐');
  const again = act(back, { id: task.id }, { reason: '再次' }, cases.trader);
  await assert.rejects(again, refused('INSPECTION_NOTHING_BOOKED'));
  const named = (slotId: string) => act(booking, { id: task.id }, { slotId }, cases.trader);
  await assert.rejects(named('GUOYUAN-INSP A1 2026-11-20T17:20:00.000Z'), refused('INSPECTION_SLOT_UNFIT'));
  await assert.rejects(named('XIYONG-INSP Z1 2026-11-21T02:00:00.000Z'), refused('INSPECTION_SLOT_UNFIT'));
});

test('[M12] after the cut-off one of two made it, for the port office; nobody came for the other', async () => {
  cases.hub.clock.advance(Date.parse(CUT_OFF) - cases.hub.clock.now().getTime() + 60_000);
  const share = await shareNow();
  assert.deepEqual([share.made, share.missed, share.toCome, share.percent], [1, 1, 0, '50.0']);
  assert.deepEqual(
    share.sites.map((site) => [site.siteId, site.percent]),
    [['GUOYUAN-INSP', '50.0']],
  );
  const query = { from: '2026-11-01', to: '2026-12-31' };
  const long = cases.hub.call('GET', '/vessel-share', { query }, office);
  await assert.rejects(long, refused('SHARE_DAYS_UNFIT'));
});
