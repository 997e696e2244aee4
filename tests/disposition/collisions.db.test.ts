// Conflicting messages (指令对碰, P5): found once however they come, the stricter counts meanwhile, settled by an instruction of an officer of an
// authority concerned or by what is said later.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Collision, Instruction } from '../../src/hub/disposition/contract.ts';
import type { Actor } from '../../src/runtime/context.ts';
import { type Cases, startCases } from './cases.ts';

let cases: Cases;
before(async () => {
  cases = await startCases();
});
after(() => cases.stop());

const box = 'container:CQPU1000014';
async function letGo(id: string): Promise<void> {
  const { objects } = await cases.view(id);
  const on = (type: string) => objects.filter((o) => o.type === type).map((o) => o.id);
  await cases.say('customs', { kind: 'release', on: on('declaration'), sequence: 1, shipmentId: id });
  await cases.say('border-inspection', { kind: 'release', on: on('conveyance'), sequence: 1, shipmentId: id });
}
const desk = async (by: Actor, shipmentId: string): Promise<Collision[]> =>
  (await cases.hub.call<{ items: Collision[] }>('GET', '/collisions', {}, by)).items.filter(
    (c) => c.shipmentId === shipmentId,
  );
const settle = (by: Actor, id: string, body: object) =>
  cases.hub.call<Instruction>('POST', '/collisions/:id/resolution', { params: { id }, body }, by);

test('[P5] one authority, one place in its order, two contents: the stricter counts until an officer of it says which', async () => {
  const id = await cases.file('COLLIDE-1');
  await letGo(id);
  await cases.say('customs', { kind: 'release', on: [box], sequence: 5, number: 'A', shipmentId: id }, 2);
  await cases.say('customs', { kind: 'hold', on: [box], sequence: 5, number: 'B', shipmentId: id }, 2);
  assert.equal((await cases.outcomes(id))[box], 'held');
  const customs = await cases.officer('customs');
  const found = await desk(customs, id);
  assert.equal(found.length, 1, 'twice told, once found');
  assert.deepEqual(found[0]?.instructions.map((i) => i.kind).sort(), ['hold', 'release']);
  assert.match(found[0]?.precedence.zh ?? '', /较严/);
  const border = await cases.officer('border-inspection');
  assert.deepEqual(await desk(border, id), [], 'it is no business of others');
  await assert.rejects(settle(border, found[0]?.id ?? '', { kind: 'release', reason: '放行' }), {
    code: 'COLLISION_UNKNOWN',
  });
  const word = await settle(customs, found[0]?.id ?? '', { kind: 'release', reason: '以放行为准' });
  assert.deepEqual([word.authority, word.kind, word.objects, word.sequence], ['customs', 'release', [box], 6]);
  await cases.hub.settle();
  const d = (await cases.view(id)).objects.find((o) => o.id === box)?.disposition;
  assert.equal(d?.outcome, 'released');
  assert.ok(d?.explanation.counts.includes(word.id), 'the resolution is an instruction and counts');
  assert.deepEqual(
    d?.explanation.superseded.map((s) => s.by),
    [word.id, word.id],
  );
  assert.deepEqual(
    (await desk(customs, id)).map((c) => [c.state, c.resolution]),
    [['resolved', '以放行为准']],
  );
  await assert.rejects(settle(customs, found[0]?.id ?? '', { kind: 'hold', reason: '再想' }), {
    code: 'COLLISION_SETTLED',
  });
  assert.equal((await cases.hub.events('collision.resolved')).filter((e) => e.shipmentId === id).length, 1);
});

test('[P5] a release of what another refuses: either may settle it; who stands by his word is not asked again', async () => {
  const id = await cases.file('COLLIDE-2');
  await letGo(id);
  await cases.say('customs', { kind: 'refuse', on: [box], sequence: 5, shipmentId: id });
  await cases.say('border-inspection', { kind: 'release', on: [box], sequence: 5, shipmentId: id });
  const [customs, border] = [await cases.officer('customs'), await cases.officer('border-inspection')];
  const [found] = await desk(border, id);
  assert.equal(found?.kind, 'release-of-refused');
  assert.equal((await cases.outcomes(id))[box], 'refused');
  await settle(customs, found?.id ?? '', {
    kind: 'refuse',
    reason: '维持不予放行',
    legalBasis: '《海关法》第二十四条',
  });
  await cases.hub.settle();
  assert.equal((await cases.outcomes(id))[box], 'refused');
  assert.deepEqual(
    (await desk(border, id)).map((c) => c.state),
    ['resolved'],
  );
  await cases.say('border-inspection', { kind: 'release', on: [box], sequence: 6, shipmentId: id });
  const again = await desk(customs, id);
  assert.deepEqual(again.map((c) => c.state).sort(), ['open', 'resolved'], 'a new word contradicts anew');
  const open = again.find((c) => c.state === 'open');
  const own = open?.instructions.find((i) => i.authority === 'customs');
  await assert.rejects(settle(customs, open?.id ?? '', { kind: 'withdraw', number: 'NOBODY', reason: '撤回' }), {
    code: 'INSTRUCTION_TO_WITHDRAW_UNKNOWN',
  });
  await settle(customs, open?.id ?? '', { kind: 'withdraw', number: own?.number, reason: '撤回不予放行' });
  await cases.hub.settle();
  assert.equal((await cases.outcomes(id))[box], 'refused', 'the first refusal, of another number, stands again');
});

test('[P5] what an authority says later ends its contradiction without the desk', async () => {
  const id = await cases.file('COLLIDE-3');
  await cases.say('customs', { kind: 'inspect', on: [box], sequence: 5, number: 'A', shipmentId: id });
  await cases.say('customs', { kind: 'hold', on: [box], sequence: 5, number: 'B', shipmentId: id });
  const customs = await cases.officer('customs');
  assert.deepEqual(
    (await desk(customs, id)).map((c) => c.state),
    ['open'],
  );
  await cases.say('customs', { kind: 'withdraw', on: [box], sequence: 6, number: 'B', shipmentId: id });
  assert.deepEqual(
    (await desk(customs, id)).map((c) => c.state),
    ['resolved'],
  );
  assert.equal((await cases.outcomes(id))[box], 'inspection-required');
});
