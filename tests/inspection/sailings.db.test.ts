// What a moved departure does to an inspection that was planned for it (N11, M12 当班船).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ExchangeEvents } from '../../src/hub/exchange/contract.ts';
import type { InspectionView, VesselShare } from '../../src/hub/inspection/contract.ts';
import { seedDemoYard } from '../../src/hub/inspection/index.ts';
import { type Actor, emitter } from '../../src/runtime/context.ts';
import { boxNumber, type Cases, startCases } from '../disposition/cases.ts';
import { waterExport } from '../support/forms.ts';
import { pluggedChannel } from '../support/plugged.ts';

const CHANNEL = 'carrier';
let cases: Cases;
before(async () => {
  cases = await startCases({ more: [pluggedChannel('port-terminal')] });
});
after(() => cases.stop());

const emit = emitter<ExchangeEvents>();
const sail = (voyage: string, departsAt: string, saidAt: string) =>
  cases.hub.run((context) =>
    emit(context, 'cargo.sailing-told', `message ${context.newId()}`, {
      channel: CHANNEL,
      messageId: context.newId(),
      conveyance: '9469560',
      name: 'MIN SHENG 1',
      voyage,
      place: 'CNCKG',
      departsAt,
      certainty: 'estimated',
      saidAt,
    }),
  );
async function fileFor(serial: number, voyageNumber: string, estimatedDeparture: string) {
  const number = boxNumber(serial);
  const id = await cases.file(`CUT-${serial}`, {
    ...waterExport(`CUT-${serial}`),
    billNumber: `YZ${serial}`,
    voyageNumber,
    estimatedDeparture,
    containers: [{ containerNumber: number, containerSpec: '21', containerGoods: '1', containerGoodsMassKg: '2000' }],
  });
  return { id, number };
}

test('[N11][M12] a departure that the carrier moves takes the cut-off of a planned inspection along, and its slot where that is too late', async () => {
  const { hub } = cases;
  await hub.run(seedDemoYard);
  hub.clock.advance(Date.parse('2026-11-20T12:30:00Z') - hub.clock.now().getTime());
  const { id, number } = await fileFor(400001, '2647E', '2026-11-24T00:30:00.000Z');
  await cases.say('customs', { kind: 'inspect', on: [`container:${number}`], sequence: 11, shipmentId: id });
  const inspection = async () => {
    const { items } = await hub.call<{ items: InspectionView[] }>(
      'GET',
      '/inspections',
      { query: { shipmentId: id } },
      cases.trader,
    );
    return items.find((one) => one.state !== 'cancelled') as InspectionView;
  };
  const planned = await inspection();
  assert.deepEqual([planned.cutOff, planned.late], ['2026-11-24T00:30:00.000Z', false]);
  const earlier = new Date(Date.parse(planned.slot.startsAt)).toISOString();
  await sail('2647E', earlier, '2026-11-20T12:31:00.000Z');
  await hub.settle();
  const moved = await inspection();
  assert.equal(moved.cutOff, earlier);
  assert.equal(moved.late, false);
  assert.ok(moved.slot.startsAt < planned.slot.startsAt, 'inspected in time for the earlier departure');
  assert.match(moved.rescheduled.at(-1)?.reason ?? '', /承运人改了离开时间/);
  // An older word that comes late changes nothing.
  await sail('2647E', '2026-11-30T00:00:00.000Z', '2026-11-20T12:00:00.000Z');
  await hub.settle();
  assert.equal((await inspection()).cutOff, earlier);
});

test('[N11][M12] the share goes by the departure now in force, for what is begun and what is done too; what has begun keeps its slot', async () => {
  const { hub } = cases;
  const customs = await cases.officer('customs');
  const maritime = await cases.officer('maritime');
  const office = await hub.person('port-office', ['operator']);
  const DEPARTS = '2026-11-24T00:30:00.000Z';
  const inspected = async (serial: number, by: readonly ('customs' | 'maritime')[]) => {
    const { id, number } = await fileFor(serial, '2648E', DEPARTS);
    for (const [i, authority] of by.entries())
      await cases.say(authority, { kind: 'inspect', on: [`container:${number}`], sequence: 11 + i, shipmentId: id });
    return async () => {
      const input = { query: { shipmentId: id } };
      const { items } = await hub.call<{ items: InspectionView[] }>('GET', '/inspections', input, cases.trader);
      return items.find((one) => one.state !== 'cancelled') as InspectionView;
    };
  };
  const record = async (id: string, by: Actor) => {
    const body = { outcome: 'normal', handlingCode: '11', findings: '已查' };
    await hub.call('POST', '/inspections/:id/results', { params: { id }, body }, by);
    await hub.settle();
  };
  const share = async () => {
    const query = { from: '2026-11-20', to: '2026-11-30' };
    const { made, missed, toCome, atRisk } = await hub.call<VesselShare>('GET', '/vessel-share', { query }, office);
    return { made, missed, toCome, atRisk };
  };
  // What other tests have filed leaves after the days that are asked for.
  await sail('2647E', '2026-12-20T00:00:00.000Z', '2026-11-20T12:35:00.000Z');
  await hub.settle();
  const before = { made: 0, missed: 0, toCome: 0, atRisk: 0 };
  assert.deepEqual(await share(), before);
  const begun = await inspected(400002, ['customs', 'maritime']);
  const done = await inspected(400003, ['customs']);
  await record((await begun()).id, customs);
  await record((await done()).id, customs);
  const [started, finished] = [await begun(), await done()];
  assert.deepEqual([started.state, finished.state], ['started', 'finished']);
  assert.deepEqual([started.cutOff, finished.cutOff], [DEPARTS, DEPARTS]);
  assert.deepEqual(await share(), { ...before, toCome: 2 });

  // Before the slot of the begun one is over: it will not make this vessel, the one that is done will.
  const sooner = new Date(Date.parse(started.slot.startsAt) + 60_000).toISOString();
  await sail('2648E', sooner, '2026-11-20T12:40:00.000Z');
  await hub.settle();
  const [still, same] = [await begun(), await done()];
  assert.deepEqual([still.cutOff, same.cutOff], [sooner, sooner]);
  assert.deepEqual([still.slot, still.revision, still.state], [started.slot, started.revision, 'started']);
  assert.equal(still.late, true);
  assert.deepEqual(await share(), { ...before, toCome: 2, atRisk: 1 });
  const told = (await hub.events('inspection.cut-off-changed')).filter((e) => e.inspectionId === started.id);
  assert.deepEqual(
    told.map((e) => [e.from, e.to, e.late]),
    [[DEPARTS, sooner, true]],
  );

  // The vessel has left, by the departure in force; by the old one it would be days away.
  hub.clock.advance(Date.parse(sooner) + 60_000 - hub.clock.now().getTime());
  const now = await share();
  assert.deepEqual([now.made, now.missed], [1, 1]);
  await record(still.id, maritime);
});
