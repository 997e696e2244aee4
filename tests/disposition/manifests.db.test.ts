// Manifests and words of customs on them (P5, N1): before the case and after it, in any order, with the case's own graph.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ManifestedBill } from '../../src/hub/mapping/contract.ts';
import type { ExchangeEvents } from '../../src/hub/exchange/contract.ts';
import { emitter } from '../../src/runtime/context.ts';
import { boxNumber, type Cases, startCases } from './cases.ts';

const emit = emitter<ExchangeEvents>();
let cases: Cases;
before(async () => {
  cases = await startCases();
});
after(() => cases.stop());

async function manifest(bills: readonly ManifestedBill[], voyage: string, sentAt = '2026-11-26T02:00:00.000Z') {
  await cases.hub.run((context) =>
    emit(context, 'cargo.manifested', context.newId(), {
      channel: 'carrier',
      messageId: context.newId(),
      conveyance: 'UN9469560',
      voyage,
      sentAt,
      bills,
    }),
  );
  await cases.hub.settle();
}
/** A case that knows its house bill, and nothing of the master bill that the carrier speaks of. */
const bare = (box: string, voyage: string) => ({
  billNumber: `HBL${voyage}`,
  conveyanceId: '9469560',
  voyageNumber: voyage,
  containers: [{ containerNumber: box, containerSpec: '11', containerGoods: '1,2', containerGoodsMassKg: '2000' }],
});
const within = async (id: string, object: string) =>
  (await cases.view(id)).objects.find((o) => o.id === object)?.within;

test('[P5][N1] a word on a master bill that no case has named reaches the box by the manifest, whichever of the three comes last', async () => {
  const steps = ['case', 'manifest', 'word'] as const;
  const orders = [
    [0, 1, 2],
    [1, 0, 2],
    [2, 1, 0],
    [2, 0, 1],
    [0, 2, 1],
    [1, 2, 0],
  ];
  for (const [n, order] of orders.entries()) {
    const box = boxNumber(410_000 + n);
    const [bill, voyage] = [`MBL${n}`, `V${n}`];
    const on = `bill:${bill}`;
    let id = '';
    for (const step of order.map((at) => steps[at])) {
      if (step === 'case') id = await cases.file(`MANIFEST-${n}`, bare(box, voyage));
      else if (step === 'manifest') await manifest([{ bill, containers: [box, boxNumber(499_000 + n)] }], voyage);
      else await cases.say('customs', { kind: 'hold', on: [on], sequence: 1, number: `ZL${n}` });
    }
    const told = order.map((at) => steps[at]).join(', ');
    assert.equal((await cases.outcomes(id))[`container:${box}`], 'held', told);
    assert.deepEqual(await within(id, `container:${box}`), [`bill:HBL${voyage}`, `bill:${bill}`], told);
    assert.deepEqual(await within(id, on), [`conveyance:9469560/${voyage}`], told);
    await cases.say('customs', { kind: 'withdraw', on: [on], sequence: 2, number: `ZL${n}` });
    assert.equal((await cases.outcomes(id))[`container:${box}`], 'awaiting', `${told}: lifted again`);
  }
});

test('[P5][N1] a bill that is taken back, or put otherwise, leaves the case as it was filed; an older word does not bring it back', async () => {
  const box = boxNumber(420_001);
  const id = await cases.file('MANIFEST-BACK', bare(box, 'VX'));
  await manifest([{ bill: 'MBLX', containers: [box] }], 'VX');
  await cases.say('customs', { kind: 'hold', on: ['bill:MBLX'], sequence: 1, number: 'ZLX' });
  assert.equal((await cases.outcomes(id))[`container:${box}`], 'held');
  await manifest([{ bill: 'MBLX', containers: [box], deleted: true }], 'VX', '2026-11-26T03:00:00.000Z');
  assert.deepEqual(await within(id, `container:${box}`), ['bill:HBLVX']);
  assert.equal((await cases.outcomes(id))[`container:${box}`], 'awaiting');
  await manifest([{ bill: 'MBLX', containers: [box] }], 'VX', '2026-11-26T02:30:00.000Z');
  assert.deepEqual(await within(id, `container:${box}`), ['bill:HBLVX'], 'said before it was taken back');
});
