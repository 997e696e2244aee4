// What a moved departure does to an inspection that was planned for it (N11, M12 当班船).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { portTerminal } from '../../src/channels/port-terminal/index.ts';
import type { ExchangeEvents } from '../../src/hub/exchange/contract.ts';
import type { InspectionView } from '../../src/hub/inspection/contract.ts';
import { seedDemoYard } from '../../src/hub/inspection/index.ts';
import { emitter } from '../../src/runtime/context.ts';
import { boxNumber, type Cases, startCases } from '../disposition/cases.ts';
import { waterExport } from '../support/forms.ts';

const CHANNEL = 'carrier';
let cases: Cases;
before(async () => {
  cases = await startCases({ more: [portTerminal] });
});
after(() => cases.stop());

test('[N11][M12] a departure that the carrier moves takes the cut-off of a planned inspection along, and its slot where that is too late', async () => {
  const { hub } = cases;
  await hub.run(seedDemoYard);
  hub.clock.advance(Date.parse('2026-11-20T12:30:00Z') - hub.clock.now().getTime());
  const emit = emitter<ExchangeEvents>();
  const sail = (departsAt: string, saidAt: string) =>
    hub.run((context) =>
      emit(context, 'cargo.sailing-told', `message ${context.newId()}`, {
        channel: CHANNEL,
        messageId: context.newId(),
        conveyance: '9469560',
        name: 'MIN SHENG 1',
        voyage: '2647E',
        place: 'CNCKG',
        departsAt,
        certainty: 'estimated',
        saidAt,
      }),
    );
  const number = boxNumber(400001);
  const filed = waterExport('CUT-1');
  const id = await cases.file('CUT-1', {
    ...filed,
    billNumber: 'YZ400001',
    estimatedDeparture: '2026-11-24T00:30:00.000Z',
    containers: [{ containerNumber: number, containerSpec: '21', containerGoods: '1', containerGoodsMassKg: '2000' }],
  });
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
  await sail(earlier, '2026-11-20T12:31:00.000Z');
  await hub.settle();
  const moved = await inspection();
  assert.equal(moved.cutOff, earlier);
  assert.equal(moved.late, false);
  assert.ok(moved.slot.startsAt < planned.slot.startsAt, 'inspected in time for the earlier departure');
  assert.match(moved.rescheduled.at(-1)?.reason ?? '', /承运人改了离开时间/);
  // An older word that comes late changes nothing.
  await sail('2026-11-30T00:00:00.000Z', '2026-11-20T12:00:00.000Z');
  await hub.settle();
  assert.equal((await inspection()).cutOff, earlier);
});
