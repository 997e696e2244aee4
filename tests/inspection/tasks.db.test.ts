// Inspections as orders come and go, over the real use cases (P6, M3, M12): an order joins and leaves a task that has not begun, one that has
// begun stays as it is, fresh goods are served within two hours, and only a box that passed loads from where it stands.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { ExchangeEvents } from '../../src/hub/exchange/contract.ts';
import type { InspectionView, OfferedSlot } from '../../src/hub/inspection/contract.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import { seedDemoYard } from '../../src/hub/inspection/index.ts';
import type { Form } from '../../src/hub/shipment/contract.ts';
import { type Actor, emitter } from '../../src/runtime/context.ts';
import { boxNumber, type Cases, startCases } from '../disposition/cases.ts';
import { airImport, railExport, railImport, waterExport, waterImport } from '../support/forms.ts';

const emit = emitter<ExchangeEvents>();
let cases: Cases;
let customs: Actor;
before(async () => {
  cases = await startCases();
  await cases.hub.run(seedDemoYard);
  customs = await cases.officer('customs');
});
after(() => cases.stop());

let serial = 520_000;
async function fileBox(form: (reference: string) => Form): Promise<{ id: string; box: string }> {
  const number = boxNumber(++serial);
  const filed = {
    ...form(`TASKS-${serial}`),
    billNumber: `YZ${serial}`,
    packageCount: '1',
    containers: [{ containerNumber: number, containerSpec: '21', containerGoods: '1', containerGoodsMassKg: '10' }],
  };
  return { id: await cases.file(`TASKS-${serial}`, filed), box: `container:${number}` };
}
/** All tasks of a case, oldest first, as whoever filed it reads them. */
async function tasksOf(id: string): Promise<InspectionView[]> {
  const input = { query: { shipmentId: id } };
  const { items } = await cases.hub.call<{ items: InspectionView[] }>('GET', '/inspections', input, cases.trader);
  return items.sort((a, b) => (a.number < b.number ? -1 : 1));
}
const record = (task: InspectionView | undefined, outcome: 'normal' | 'abnormal') => {
  const body = { outcome, handlingCode: outcome === 'normal' ? '11' : '5', findings: '已查' };
  return cases.hub.call('POST', '/inspections/:id/results', { params: { id: task?.id }, body }, customs);
};
const shapeOf = (task: InspectionView | undefined) => [
  task?.id,
  task?.state,
  task?.parts.map((part) => part.authority),
];

test('[P6][N11] an order joins and leaves a task that has not begun; one that has begun keeps slot, objects and parts, and the new order gets its own', async () => {
  const { id, box } = await fileBox(waterExport);
  const order = (by: 'customs' | 'maritime' | 'border-inspection', sequence: number) =>
    cases.say(by, { kind: 'inspect', on: [box], sequence, shipmentId: id });
  const takeBack = (by: 'customs' | 'maritime', sequence: number, number: string) =>
    cases.say(by, { kind: 'withdraw', on: [box], sequence, number, shipmentId: id });
  await order('customs', 1);
  const [alone, ...none] = await tasksOf(id);
  assert.deepEqual([none.length, alone?.joint], [0, false]);
  await order('maritime', 2);
  assert.deepEqual((await tasksOf(id)).map(shapeOf), [[alone?.id, 'planned', ['customs', 'maritime']]]);
  await takeBack('maritime', 3, 'N2');
  assert.deepEqual((await tasksOf(id)).map(shapeOf), [[alone?.id, 'planned', ['customs']]]);
  await order('maritime', 4);
  await record(alone, 'normal');
  await cases.hub.settle();
  const [begun] = await tasksOf(id);
  assert.deepEqual(shapeOf(begun), [alone?.id, 'started', ['customs', 'maritime']]);

  await order('border-inspection', 5);
  await cases.hub.run((context) =>
    emit(context, 'cargo.sailing-told', `message ${context.newId()}`, {
      channel: 'carrier',
      messageId: context.newId(),
      conveyance: '9469560',
      name: 'MIN SHENG 1',
      voyage: '2647E',
      place: 'CNCKG',
      departsAt: new Date(cases.hub.clock.now().getTime() + 60_000).toISOString(),
      certainty: 'estimated',
      saidAt: cases.hub.clock.now().toISOString(),
    }),
  );
  await cases.hub.settle();
  const [same, beside, ...more] = await tasksOf(id);
  const kept = (task: InspectionView | undefined) => [task?.revision, task?.slot, task?.parts, task?.state];
  assert.deepEqual(kept(same), kept(begun), 'what has begun is as it was');
  assert.deepEqual([more.length, beside?.state, beside?.joint], [0, 'planned', false]);
  assert.deepEqual(
    beside?.parts.map((part) => part.authority),
    ['border-inspection'],
  );

  // Nobody asks any more for what is left of it: it ends as it is, and says so.
  await takeBack('maritime', 6, 'N4');
  const [ended] = await tasksOf(id);
  assert.deepEqual(shapeOf(ended), [alone?.id, 'finished', ['customs', 'maritime']]);
  const told = (await cases.hub.events('inspection.finished')).filter((one) => one.shipmentId === id);
  assert.deepEqual(
    told.map((one) => one.inspectionId),
    [alone?.id],
  );
});

test('[P6][M3] fresh goods: begun within half an hour, done within two, in a cold bay; the same goods not declared fresh wait their hour', async () => {
  const slotOf = async (more: Form) => {
    // The last digit of an air waybill is the rest of the seven before it, divided by seven.
    const seven = 2_000_000 + ++serial;
    const filed = { ...airImport('FRESH'), billNumber: `112-${seven}${seven % 7}`, ...more };
    const id = await cases.file(`FRESH-${serial}`, filed);
    const bill = (await cases.view(id)).objects.find(({ id: object }) => object.startsWith('bill:'))?.id ?? '';
    await cases.say('customs', { kind: 'inspect', on: [bill], sequence: 1, shipmentId: id });
    const [task] = await tasksOf(id);
    assert.ok(task, 'an inspection');
    const minutes = (at: string) => (Date.parse(at) - cases.hub.clock.now().getTime()) / 60_000;
    return { bay: task.slot.bay, from: minutes(task.slot.startsAt), to: minutes(task.slot.endsAt) };
  };
  const fresh = await slotOf({ freshGoods: '1' });
  assert.equal(fresh.bay, 'C2', 'the cold bay of the airport');
  assert.ok(fresh.from >= 30 && fresh.from < 60 && fresh.to <= 120, JSON.stringify(fresh));
  const other = await slotOf({});
  assert.ok(other.from >= 60, JSON.stringify(other));
});

test('[P6][M12] only an export box that passed, at a yard that has it, is returned virtually', async () => {
  const inspected = async (form: (reference: string) => Form, outcome: 'normal' | 'abnormal') => {
    const { id, box } = await fileBox(form);
    await cases.say('customs', { kind: 'inspect', on: [box], sequence: 1, shipmentId: id });
    await record((await tasksOf(id))[0], outcome);
    await cases.hub.settle();
    const [task] = await tasksOf(id);
    assert.equal(task?.state, 'finished');
    const told = (await cases.hub.events('inspection.virtually-returned')).filter((one) => one.shipmentId === id);
    assert.equal(told.length === 1, task.virtuallyReturnedAt !== undefined);
    return task.virtuallyReturnedAt !== undefined;
  };
  assert.equal(await inspected(waterExport, 'normal'), true);
  assert.equal(await inspected(waterExport, 'abnormal'), false, 'it did not pass');
  assert.equal(await inspected(waterImport, 'normal'), false, 'an import makes no vessel');
  assert.equal(await inspected(railExport, 'normal'), false, 'the rail yard has none: the box goes back');
});

test('[M4] a mark of dishonesty bars appointments for whom it concerns: the broker who books, and the owner whoever books for him', async () => {
  const { id, box } = await fileBox(waterExport);
  await cases.say('customs', { kind: 'inspect', on: [box], sequence: 1, shipmentId: id });
  const [task] = await tasksOf(id);
  const broker = await cases.hub.person('broker', ['declarant']);
  const office = await cases.hub.person('port-office', ['operator']);
  const post = <T = { id: string }>(path: string, body: object, by: Actor, params: object = {}) =>
    cases.hub.call<T>('POST', path, { params, body }, by);
  const uscc = { broker: '91500107MA5UBRK036', trader: '91500103MA5UTRA017' };
  const terms = {
    brokerUscc: uscc.broker,
    scope: ['declare', 'inspect'],
    validFrom: '2026-11-20',
    validTo: '2026-12-31',
  };
  const held = await post('/authorisations', terms, cases.trader);
  await post('/authorisations/:id/acceptance', {}, broker, { id: held.id });
  const nights = async (by: Actor) => {
    const input = { params: { id: task?.id }, query: { outOfHours: 'true' } };
    return (await cases.hub.call<{ items: OfferedSlot[] }>('GET', '/inspections/:id/slots', input, by)).items.length;
  };
  const everybody = async () => [await nights(cases.trader), await nights(broker), await nights(office)];
  const given = { reason: '列入失信企业名单', legalBasis: '海关注册登记和备案企业信用管理办法' };
  const night = { slotId: 'GUOYUAN-INSP A1 2026-11-20T17:00:00.000Z' };
  assert.deepEqual(await everybody(), [6, 6, 6]);
  const onBroker = await post('/dishonest-marks', { uscc: uscc.broker, ...given }, office);
  assert.deepEqual(await everybody(), [6, 0, 6], 'the broker, and nobody else');
  const barred = { code: 'INSPECTION_APPOINTMENT_BARRED' };
  await assert.rejects(post('/inspections/:id/booking', night, broker, { id: task?.id }), barred);
  await post('/dishonest-marks/:id/lifting', { reason: '信用修复' }, office, { id: onBroker.id });
  const onOwner = await post('/dishonest-marks', { uscc: uscc.trader, ...given }, office);
  assert.deepEqual(await everybody(), [0, 0, 0], 'nor by way of a broker or the port office');
  for (const by of [broker, office]) {
    const move = { ...night, reason: '改到夜间' };
    await assert.rejects(post('/inspections/:id/reschedule', move, by, { id: task?.id }), barred);
  }
  await post('/dishonest-marks/:id/lifting', { reason: '信用修复' }, office, { id: onOwner.id });
  assert.deepEqual(await everybody(), [6, 6, 6]);
});

test('[M4] a mark of dishonesty takes back the nights that are held and not begun, says why, and leaves the days to be booked', async () => {
  const broker = await cases.hub.person('broker', ['declarant']);
  const office = await cases.hub.person('port-office', ['operator']);
  const post = <T = { id: string }>(path: string, body: object, by: Actor, params: object = {}) =>
    cases.hub.call<T>('POST', path, { params, body }, by);
  const held = async (hour: number, by: Actor, authorities: readonly ('customs' | 'maritime')[] = ['customs']) => {
    const { id, box } = await fileBox(waterExport);
    for (const [i, authority] of authorities.entries())
      await cases.say(authority, { kind: 'inspect', on: [box], sequence: i + 1, shipmentId: id });
    const [task] = await tasksOf(id);
    const slotId = `GUOYUAN-INSP A2 2026-11-21T${hour}:00:00.000Z`;
    const booked = await post<InspectionView>('/inspections/:id/booking', { slotId }, by, { id: task?.id });
    assert.equal(booked.byAppointment, true);
    return { id, booked, now: async () => (await tasksOf(id))[0] as InspectionView };
  };
  const mark = async (uscc: string) => {
    const given = { uscc, reason: '列入失信企业名单', legalBasis: '海关注册登记和备案企业信用管理办法' };
    const { id } = await post('/dishonest-marks', given, office);
    await cases.hub.settle();
    return id;
  };
  const lift = (id: string) => post('/dishonest-marks/:id/lifting', { reason: '信用修复' }, office, { id });
  const own = await held(16, cases.trader);
  const through = await held(18, broker);
  const begun = await held(20, cases.trader, ['customs', 'maritime']);
  await record(begun.booked, 'normal');

  // The broker's: what it booked, for whomever, and nothing that others booked.
  const onBroker = await mark('91500107MA5UBRK036');
  const [given, kept] = [await through.now(), await own.now()];
  assert.deepEqual([given.byAppointment, given.booked, given.state], [false, undefined, 'planned']);
  assert.match(given.rescheduled.at(-1)?.reason ?? '', /失信.*SC 4.*dishonest/);
  assert.deepEqual(kept, own.booked);
  await lift(onBroker);

  const onOwner = await mark('91500103MA5UTRA017');
  const after = await own.now();
  assert.deepEqual([after.byAppointment, after.booked], [false, undefined]);
  assert.equal(after.rescheduled.at(-1)?.from, own.booked.slot.startsAt);
  const still = await begun.now();
  assert.deepEqual([still.state, still.slot, still.byAppointment], ['started', begun.booked.slot, true]);
  const timeline = await cases.hub.call<{ items: TimelineEntry[] }>(
    'GET',
    '/shipments/:id/timeline',
    { params: { id: own.id }, query: {} },
    cases.trader,
  );
  const told = timeline.items.filter((entry) => entry.type === 'inspection.rescheduled');
  assert.equal(told.length, 1);
  assert.match(told[0]?.text.zh ?? '', /企业被标记失信，非工作时间的查验时段退回（SC 4）/);

  const input = { params: { id: after.id }, query: {} };
  const { items } = await cases.hub.call<{ items: OfferedSlot[] }>(
    'GET',
    '/inspections/:id/slots',
    input,
    cases.trader,
  );
  const day = items.find((slot) => !slot.byAppointment);
  const booked = await post<InspectionView>('/inspections/:id/booking', { slotId: day?.id }, cases.trader, {
    id: after.id,
  });
  assert.deepEqual([booked.byAppointment, booked.slot.id], [false, day?.id]);
  await lift(onOwner);
});

test('[P6] an officer who is still on the way from another yard is not offered before he can be there', async () => {
  const { id, box } = await fileBox(railImport);
  // Commerce has one officer for all yards. What he was booked for at the port is over for 14 minutes; the way to the rail yard takes 75.
  const hour = 3_600_000;
  cases.hub.clock.advance(hour - (cases.hub.clock.now().getTime() % hour));
  const now = cases.hub.clock.now().getTime();
  const next = new Date(now + hour).toISOString();
  await cases.hub.run(({ db }) =>
    sql`
      insert into inspection.booking (task_id, resource, site_id, during)
      select gen_random_uuid(), 'officer ' || id, 'GUOYUAN-INSP', tstzrange(${new Date(now - hour)}, ${new Date(now - 14 * 60_000)})
      from inspection.officer where authority = 'commerce'`.execute(db),
  );
  await cases.say('commerce', { kind: 'inspect', on: [box], sequence: 1, shipmentId: id });
  const [task] = await tasksOf(id);
  assert.ok(task && task.slot.startsAt > next, `${task?.slot.startsAt} after ${next}`);
  const input = { params: { id: task.id }, query: {} };
  const { items } = await cases.hub.call<{ items: OfferedSlot[] }>(
    'GET',
    '/inspections/:id/slots',
    input,
    cases.trader,
  );
  assert.ok(
    items.every((slot) => slot.startsAt > next),
    'what is offered can be had',
  );
  assert.match(task.slotReason.zh, /从另一查验场赶不到/);
});
