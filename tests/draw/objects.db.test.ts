// A draw over single objects (M6, decision 0038): what is drawn is ordered on exactly that object, its siblings stay as they were; the proof is
// an outsider's to check; told again or started again, nothing happens twice.
import assert from 'node:assert/strict';

import { generateKeyPairSync, randomInt } from 'node:crypto';
import { after, before, test } from 'node:test';
import { receiveInstruction } from '../../src/hub/disposition/index.ts';
import type { DrawEvents, DrawProof, DrawView, OwnTarget } from '../../src/hub/draw/contract.ts';
import { commitDraw, freezePopulation, revealDraw } from '../../src/hub/draw/index.ts';
import { checkPublishedDraw } from '../../src/hub/draw/web/check-draw.ts';
import type { InspectionView } from '../../src/hub/inspection/contract.ts';
import { seedDemoYard } from '../../src/hub/inspection/index.ts';
import { targetCommitment } from '../../src/kernel/draw-stream.ts';
import type { Actor, StoredEvent } from '../../src/runtime/context.ts';
import { createSequencer } from '../../src/runtime/ledger/sequencer.ts';
import { createEd25519Signer } from '../../src/runtime/ledger/sign-head.ts';
import { boxNumber, type Cases, startCases } from '../disposition/cases.ts';
import { hex, sha256 } from './made-proof.ts';

const signer = createEd25519Signer('test/ledger', generateKeyPairSync('ed25519').privateKey);
const anybody: Actor = { kind: 'person', id: 'anonymous', name: '', roles: [] };
const SIZES = [1, 2, 6, 3];
let cases: Cases;
let customs: Actor;
let border: Actor;
let shipments: string[];
let serial = 700_000;

/** A case with so many boxes of its own, under a bill of its own. */
const file = (reference: string, boxes: number): Promise<string> =>
  cases.file(reference, {
    containers: Array.from({ length: boxes }, (_, n) => ({
      containerNumber: boxNumber(serial++),
      containerSpec: '11',
      containerGoods: n === 0 ? '1,2' : '1',
      containerGoodsMassKg: '10',
    })),
  });
before(async () => {
  cases = await startCases({ probes: ['customs', 'border-inspection'] });
  await cases.hub.run(seedDemoYard);
  customs = { ...(await cases.officer('customs')), channelId: 'customs' };
  border = { ...(await cases.officer('border-inspection')), channelId: 'border-inspection' };
  shipments = [];
  for (const [n, boxes] of SIZES.entries()) shipments.push(await file(`BOXES-${n}`, boxes));
  cases.hub.clock.advance(60_000);
});
after(() => cases.stop());

const ask = {
  basis: '“双随机、一公开”工作制度',
  kind: 'manual',
  unit: 'container',
  filedFrom: '2026-11-20T00:00:00Z',
  count: 3,
  contributors: ['border-inspection'],
  contributeHours: 24,
};
const read = (id: string) => cases.hub.call<DrawView>('GET', '/draws/:id', { params: { id } }, customs);
const open = async (more: object = {}) => {
  const { id } = await cases.hub.call<DrawView>('POST', '/draws', { body: { ...ask, ...more } }, customs);
  await cases.hub.settle();
  return read(id);
};
const reveal = async (id: string, nonce = hex(`boxes ${id}`)) => {
  await cases.hub.call('POST', '/draws/:id/contributions', { params: { id }, body: { nonce } }, border);
  await cases.hub.settle();
  return read(id);
};
const proofOf = async (number: string): Promise<DrawProof> => {
  const { unitOfWork, clock } = cases.hub;
  const onFault = (error: unknown) => cases.hub.faults.push(error);
  const sequencer = createSequencer({ unitOfWork, clock, origin: 'test/ledger', signers: [signer], onFault });
  while (await sequencer.step());
  return cases.hub.call<DrawProof>('GET', '/draw-proofs/:number', { params: { number } }, anybody);
};
/** Every object of every case as it stands, by case and object. */
async function standing(): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const id of shipments)
    for (const { object, disposition } of (await cases.view(id)).objects.map((o) => ({ object: o.id, ...o })))
      found.set(`${id} ${object}`, disposition);
  return found;
}
const inspections = async (shipmentId: string) =>
  (await cases.hub.call<{ items: InspectionView[] }>('GET', '/inspections', { query: { shipmentId } }, customs)).items;

test('[M6] over and over: what is drawn is ordered on exactly that box, and no sibling is touched', async (t) => {
  const seed = randomInt(1_000_000);
  t.diagnostic(`seed ${seed}`);
  let left = SIZES.reduce((a, b) => a + b, 0);
  const ordered = new Set<string>();
  for (let round = 0; left > 0; round++) {
    const count = 1 + (Number.parseInt(hex(`${seed} ${round}`).slice(0, 6), 16) % 4);
    const before = await standing();
    const frozen = await open({ count });
    assert.equal(frozen.targets, left, 'each box that stands is in it once, none that is under an order');
    const drawn = await reveal(frozen.id, hex(`${seed} nonce ${round}`));
    const now = new Set<string>();
    for (const one of drawn.drawnTargets) {
      const key = `${one.shipmentId} ${one.objectId}`;
      assert.match(one.objectId ?? '', /^container:/);
      assert.ok(!ordered.has(key) && !now.has(key), 'no box is ordered twice');
      now.add(key);
      const { instructions } = await cases.view(one.shipmentId);
      const order = instructions.find((i) => i.number === one.instructionNumber);
      assert.deepEqual([order?.kind, order?.authority, order?.objects], ['inspect', 'customs', [one.objectId]]);
    }
    assert.equal(now.size, Math.min(count, left));
    const after = await standing();
    for (const [key, disposition] of after) {
      const box = key.includes(' container:');
      const by = (disposition as { inspectedBy: string[] }).inspectedBy;
      if (now.has(key)) assert.deepEqual(by, ['customs'], key);
      // Papers above and lines inside look through to the boxes; a box has nothing of its sibling.
      else if (box) assert.deepEqual(disposition, before.get(key), `${key}, seed ${seed}`);
    }
    left -= now.size;
    for (const key of now) ordered.add(key);
  }
  for (const id of shipments) {
    const units = (await inspections(id)).flatMap((one) => one.objectIds);
    assert.equal(new Set(units).size, units.length, 'each box in one inspection');
    assert.deepEqual(units.length, [...ordered].filter((key) => key.startsWith(id)).length);
  }
});

test('[M6] two boxes of one case go to the officers that were drawn for each, in the authority’s own order', async () => {
  const id = await file('BOXES-PAIR', 2);
  shipments.push(id);
  cases.hub.clock.advance(60_000);
  const drawn = await reveal((await open({ count: 2 })).id);
  assert.deepEqual(
    drawn.drawnTargets.map((one) => one.shipmentId),
    [id, id],
  );
  const { instructions } = await cases.view(id);
  const orders = instructions.filter((i) => i.authority === 'customs' && i.reasonCode === 'double-random');
  assert.equal(new Set(orders.map((i) => i.sequence)).size, 2);
  const tasks = await inspections(id);
  for (const one of drawn.drawnTargets) {
    const task = tasks.find((found) => found.objectIds.includes(one.objectId ?? ''));
    assert.deepEqual(task?.objectIds, [one.objectId]);
    assert.equal(task?.parts.find((p) => p.authority === 'customs')?.officer, one.officers[0]?.name);
  }
});

test('[M6] an outsider recomputes it, no box is named, and whose box it is finds it', async () => {
  const id = await file('BOXES-PROOF', 4);
  shipments.push(id);
  cases.hub.clock.advance(60_000);
  const drawn = await reveal((await open({ count: 1 })).id);
  const proof = await proofOf(drawn.number);
  assert.equal(proof.format, 'portico-draw-2');
  assert.equal(proof.rule.unit, 'container');
  const checks = await checkPublishedDraw(proof, [signer.verifier]);
  assert.deepEqual(
    checks.filter((one) => !one.holds),
    [],
  );
  assert.ok(checks.length > 10);
  const text = JSON.stringify(proof);
  const of = { params: { id } };
  const { items } = await cases.hub.call<{ items: OwnTarget[] }>('GET', '/shipments/:id/draws', of, cases.trader);
  assert.equal(items.length, 4);
  assert.deepEqual(
    items.map((one) => one.drawn),
    [true, false, false, false],
    'what was drawn comes first',
  );
  for (const { salt, shipmentNumber, objectId = '', commitment } of items) {
    assert.ok(!text.includes(objectId.slice('container:'.length)) && !text.includes(shipmentNumber));
    assert.equal(await targetCommitment(sha256, { salt, number: shipmentNumber, objectId }), commitment);
    assert.ok(proof.population?.targets.some((lot) => lot.commitment === commitment));
  }
  assert.equal(items[0]?.commitment, drawn.drawnTargets[0]?.target);
});

test('[M6][P3] told again or after a restart, a draw is committed, frozen, revealed and ordered once', async () => {
  const id = await file('BOXES-AGAIN', 3);
  shipments.push(id);
  cases.hub.clock.advance(60_000);
  const drawn = await reveal((await open({ count: 2 })).id);
  const before = [await read(drawn.id), await standing(), await inspections(id)];
  const types = ['draw.committed', 'draw.frozen', 'draw.revealed', 'draw.ordered', 'draw.officer-named'] as const;
  const counts = async () => Promise.all(types.map(async (type) => (await cases.hub.events(type)).length));
  const told = await counts();
  const again = async <T extends keyof DrawEvents>(
    type: T,
    reaction: (context: never, event: StoredEvent<DrawEvents[T]>) => Promise<unknown>,
  ) => {
    const found = (await cases.hub.events(type)).filter((payload) => payload.drawId === drawn.id);
    assert.ok(found.length > 0, type);
    for (const payload of found) {
      const occurredAt = cases.hub.clock.now().toISOString();
      const event = { type, subject: String(payload.shipmentId ?? drawn.id), occurredAt, payload };
      await cases.hub.run((context) => reaction(context as never, event as unknown as StoredEvent<DrawEvents[T]>));
    }
    await cases.hub.settle();
  };
  await again('draw.opened', commitDraw);
  await again('draw.committed', freezePopulation);
  await again('draw.contributed', revealDraw);
  await again('draw.ordered', receiveInstruction);
  assert.deepEqual([await read(drawn.id), await standing(), await inspections(id)], before);
  assert.deepEqual(await counts(), told);
});

test('[M6] a box that left or was ordered otherwise meanwhile is passed over, its siblings are not', async () => {
  const id = await file('BOXES-GONE', 3);
  shipments.push(id);
  cases.hub.clock.advance(60_000);
  const frozen = await open({ count: 200 });
  const boxes = (await cases.view(id)).objects.map((o) => o.id).filter((o) => o.startsWith('container:'));
  const standingBefore = frozen.targets;
  await cases.say('customs', {
    kind: 'inspect',
    on: [boxes[0] ?? ''],
    sequence: 1,
    number: 'BY-HAND',
    shipmentId: id,
  });
  const drawn = await reveal(frozen.id);
  const proof = await proofOf(frozen.number);
  assert.equal(proof.reveal?.passedOver.length, 1);
  assert.equal(drawn.drawn, standingBefore - 1);
  assert.deepEqual(
    drawn.drawnTargets
      .filter((one) => one.shipmentId === id)
      .map((one) => one.objectId)
      .sort(),
    boxes.slice(1).sort(),
  );
  assert.ok((await checkPublishedDraw(proof, [signer.verifier])).every((check) => check.holds));
});

test('[M6] a bill is drawn as a whole, and not where a box of it is to be inspected already', async () => {
  const id = await file('BOXES-BILL', 2);
  shipments.push(id);
  cases.hub.clock.advance(60_000);
  const frozen = await open({ unit: 'bill', count: 200 });
  assert.equal(frozen.targets, 1, 'bills of boxes that are under an order are not in it');
  const drawn = await reveal(frozen.id);
  const [one] = drawn.drawnTargets;
  assert.deepEqual([one?.shipmentId, one?.objectId?.split(':')[0]], [id, 'bill']);
  const { objects } = await cases.view(id);
  for (const box of objects.filter((o) => o.id.startsWith('container:')))
    assert.deepEqual(box.disposition.inspectedBy, ['customs']);
  await assert.rejects(open({ unit: 'express-parcel' }), { code: 'DRAW_POPULATION_EMPTY' });
});
