// Words that come before what they are about (P5): kept, joined when it arrives, said to every case of the voyage, never dropped, never twice.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { railImport } from '../support/forms.ts';
import { boxNumber, type Cases, startCases } from './cases.ts';

let cases: Cases;
before(async () => {
  cases = await startCases();
});
after(() => cases.stop());
const onTrain = (train: string) => ({ conveyanceId: train, voyageNumber: 'V1' });

test('[P5] what is said of a voyage is said to every case on it, filed before or after; its withdrawal too', async () => {
  const before = await cases.file('VOYAGE-1', onTrain('T1'));
  await cases.say('border-inspection', { kind: 'hold', on: ['conveyance:T1/V1'], sequence: 1, number: 'H' }, 3);
  const later = await cases.file('VOYAGE-2', onTrain('T1'));
  const elsewhere = await cases.file('VOYAGE-3', onTrain('T2'));
  for (const id of [before, later]) {
    assert.equal((await cases.outcomes(id))['container:CQPU1000014'], 'held');
    assert.equal((await cases.view(id)).instructions.length, 1, 'three times said is once said');
  }
  assert.equal((await cases.outcomes(elsewhere))['container:CQPU1000014'], 'awaiting');
  await cases.say('border-inspection', { kind: 'withdraw', on: ['conveyance:T1/V1'], sequence: 2, number: 'H' });
  await cases.say('border-inspection', { kind: 'release', on: ['conveyance:T1/V1'], sequence: 3, number: 'R' });
  const last = await cases.file('VOYAGE-4', onTrain('T1'));
  for (const id of [before, later, last]) {
    const found = await cases.view(id);
    const train = found.objects.find((o) => o.type === 'conveyance')?.disposition;
    assert.equal(train?.outcome, 'released');
    assert.deepEqual(
      train?.explanation.superseded.map((s) => s.why.zh),
      ['该部门已撤回'],
    );
  }
});

test('[P5] a word on boxes nobody has filed waits for each of them; a repeat later has no second effect', async () => {
  const [one, two] = [boxNumber(300001), boxNumber(300002)];
  const words = { kind: 'hold', on: [`container:${one}`, `container:${two}`], sequence: 1 } as const;
  await cases.say('customs', words);
  const parked = (await cases.hub.events('instruction.parked')).at(-1);
  assert.deepEqual(parked?.keys, [`container:${one}`, `container:${two}`]);
  const box = (containerNumber: string) => ({
    containers: [{ containerNumber, containerSpec: '11', containerGoods: '1,2', containerGoodsMassKg: '2000' }],
  });
  const first = await cases.file('BOX-1', { ...onTrain('T3'), ...box(one) });
  assert.equal((await cases.outcomes(first))[`container:${one}`], 'held');
  const second = await cases.file('BOX-2', { ...onTrain('T3'), ...box(two) });
  assert.equal((await cases.outcomes(second))[`container:${two}`], 'held');
  await cases.say('customs', words, 2);
  assert.equal((await cases.view(first)).instructions.length, 1);
  const again = await cases.file('BOX-3', { ...onTrain('T4'), ...box(one) });
  assert.equal(
    (await cases.outcomes(again))[`container:${one}`],
    'awaiting',
    'the box has come again with other goods',
  );
});

test('[P5][M10] a word on all that an authority speaks for, given before the case has its objects, is about them', async () => {
  const trader = await cases.hub.person('trader', ['declarant']);
  const office = await cases.hub.person('port-office', ['operator']);
  const id = await cases.hub.file(railImport('PAPER-AT-ONCE'), trader);
  // Nothing has reacted to the filing yet.
  const second = { ...office, id: 'second operator', name: '值班员乙' };
  const emergency = await cases.hub.call<{ id: string }>(
    'POST',
    '/emergencies',
    { body: { channels: ['probe'], reason: '系统故障', legalBasis: '渝府办〔2018〕6号 第15条' } },
    office,
  );
  const act = await cases.hub.call<{ id: string }>(
    'POST',
    '/emergencies/:id/paper-acts',
    {
      params: { id: emergency.id },
      body: {
        shipmentId: id,
        authority: 'customs',
        kind: 'hold',
        paperNumber: 'P-AT-ONCE',
        signatory: '张关员',
        paperAt: cases.hub.clock.now(),
        reason: '纸面布控',
      },
    },
    office,
  );
  await cases.hub.call(
    'POST',
    '/paper-acts/:id/decision',
    { params: { id: act.id }, body: { accepted: true } },
    second,
  );
  await cases.hub.settle();
  const { instructions, objects } = await cases.view(id);
  assert.deepEqual(
    instructions.map((one) => one.number),
    ['P-AT-ONCE'],
  );
  assert.ok((instructions[0]?.objects.length ?? 0) > 0);
  assert.ok(objects.some((one) => one.disposition.outcome === 'held'));
});
