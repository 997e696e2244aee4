// A draw from its opening to the yard (M6): committed and frozen before the nonce, revealed by it, ordered through the ordinary door, the officer
// of the slot the one who was drawn; what nobody may do; and a draw that does not go on says whose fault it is.
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { BlockingView } from '../../src/hub/disposition/contract.ts';
import type { DrawnView, DrawProof, DrawSummary, DrawView, OwnTarget } from '../../src/hub/draw/contract.ts';
import { checkPublishedDraw } from '../../src/hub/draw/web/check-draw.ts';
import type { InspectionView } from '../../src/hub/inspection/contract.ts';
import { seedDemoYard } from '../../src/hub/inspection/index.ts';
import { Refusal } from '../../src/kernel/refusal.ts';
import { commitmentOf } from '../../src/kernel/draw-stream.ts';
import type { AuthorityId } from '../../src/kernel/party.ts';
import type { Actor } from '../../src/runtime/context.ts';
import { createSequencer } from '../../src/runtime/ledger/sequencer.ts';
import { createEd25519Signer } from '../../src/runtime/ledger/sign-head.ts';
import { type Cases, startCases } from '../disposition/cases.ts';
import { hex, sha256 } from './made-proof.ts';

const signer = createEd25519Signer('test/ledger', generateKeyPairSync('ed25519').privateKey);
let cases: Cases;
let customs: Actor;
let border: Actor;
let maritime: Actor;
let shipments: string[];
before(async () => {
  cases = await startCases({ probes: ['customs', 'border-inspection', 'maritime'] });
  await cases.hub.run(seedDemoYard);
  const officer = async (authority: AuthorityId) => ({ ...(await cases.officer(authority)), channelId: authority });
  [customs, border, maritime] = [
    await officer('customs'),
    await officer('border-inspection'),
    await officer('maritime'),
  ];
  shipments = [];
  for (let n = 0; n < 9; n++) shipments.push(await cases.file(`DRAW-${n}`));
  cases.hub.clock.advance(60_000);
});
after(() => cases.stop());

const ask = {
  basis: '“双随机、一公开”工作制度',
  kind: 'manual',
  filedFrom: '2026-11-20T00:00:00Z',
  filedTo: '2026-11-20T02:01:00Z',
  count: 3,
  contributors: ['border-inspection'],
  contributeHours: 24,
};
const open = async (more: object = {}, by = customs) => {
  const { id } = await cases.hub.call<DrawView>('POST', '/draws', { body: { ...ask, ...more } }, by);
  await cases.hub.settle();
  return id;
};
const read = (id: string, by = customs) => cases.hub.call<DrawView>('GET', '/draws/:id', { params: { id } }, by);
const give = async (id: string, by = border, nonce = hex('nonce')) => {
  await cases.hub.call('POST', '/draws/:id/contributions', { params: { id }, body: { nonce } }, by);
  await cases.hub.settle();
};
const anybody: Actor = { kind: 'person', id: 'anonymous', name: '', roles: [] };
const proofOf = async (number: string): Promise<DrawProof> => {
  const { unitOfWork, clock } = cases.hub;
  const sequencer = createSequencer({
    unitOfWork,
    clock,
    origin: 'test/ledger',
    signers: [signer],
    onFault: (error) => cases.hub.faults.push(error),
  });
  while (await sequencer.step());
  return cases.hub.call<DrawProof>('GET', '/draw-proofs/:number', { params: { number } }, anybody);
};
const refused = (act: Promise<unknown>, code: string) =>
  assert.rejects(act, (error) => error instanceof Refusal && error.code === code);
const inspectionOf = async (shipmentId: string) =>
  (await cases.hub.call<{ items: InspectionView[] }>('GET', '/inspections', { query: { shipmentId } }, customs))
    .items[0];

let drawn: DrawView;
test('[M6] a draw is committed to and frozen before anybody gives a nonce, and the secret is nowhere to be read', async () => {
  const id = await open();
  const frozen = await read(id);
  assert.equal(frozen.state, 'frozen');
  assert.deepEqual([frozen.targets, frozen.drawn], [9, 0]);
  assert.ok(frozen.officers > 1);
  assert.deepEqual([frozen.awaitsMe, (await read(id, border)).awaitsMe], [false, true]);
  const types = (await Promise.all(['draw.opened', 'draw.committed', 'draw.frozen'].map(cases.hub.events))).map(
    (found) => found.length,
  );
  assert.deepEqual(types, [1, 1, 1]);
  const proof = await proofOf(frozen.number);
  assert.equal(proof.reveal, undefined);
  // What was filed afterwards is not in it.
  await cases.file('DRAW-LATE');
  await refused(give(id, customs), 'DRAW_NOT_YOURS');
  await refused(give(id, maritime), 'DRAW_NOT_YOURS');
  await give(id);
  await refused(give(id), 'DRAW_CONTRIBUTED');
  drawn = await read(id);
  assert.equal(drawn.state, 'revealed');
  assert.equal(drawn.drawn, 3);
  const revealed = await proofOf(frozen.number);
  assert.deepEqual(revealed.population, proof.population);
  const before = JSON.stringify([proof, frozen, await cases.hub.events('draw.committed')]);
  assert.match(revealed.reveal?.secret ?? '', /^[0-9a-f]{64}$/);
  assert.ok(!before.includes(revealed.reveal?.secret ?? ''));
});

test('[M6] what was drawn is ordered through the disposition, and the slot is for the officer who was drawn', async () => {
  for (const one of drawn.drawnTargets) {
    assert.ok(shipments.includes(one.shipmentId));
    const view: BlockingView = await cases.view(one.shipmentId);
    const order = view.instructions.find((i) => i.number === one.instructionNumber);
    assert.equal(order?.kind, 'inspect');
    assert.equal(order?.authority, 'customs');
    assert.equal(order?.legalBasis, ask.basis);
    assert.ok(view.objects.some((o) => o.disposition.outcome === 'inspection-required'));
    const inspection = await inspectionOf(one.shipmentId);
    const part = inspection?.parts.find((p) => p.authority === 'customs');
    assert.equal(part?.officer, one.officers[0]?.name);
    // Enterprises do not learn beforehand who comes.
    const told = await cases.hub.call<{ items: InspectionView[] }>(
      'GET',
      '/inspections',
      { query: { shipmentId: one.shipmentId } },
      cases.trader,
    );
    assert.equal(told.items[0]?.parts[0]?.officer, undefined);
  }
  const others = shipments.filter((id) => drawn.drawnTargets.every((one) => one.shipmentId !== id));
  for (const id of others) assert.equal(await inspectionOf(id), undefined);
});

test('[M6] anybody recomputes the proof, and it names no case and no officer', async () => {
  const proof = await proofOf(drawn.number);
  const checks = await checkPublishedDraw(proof, [signer.verifier]);
  assert.deepEqual(
    checks.filter((one) => !one.holds),
    [],
  );
  assert.ok(checks.length > 10);
  const text = JSON.stringify(proof);
  for (const id of shipments) assert.ok(!text.includes(id));
  for (const one of drawn.drawnTargets) {
    assert.ok(!text.includes(one.shipmentNumber));
    for (const { name } of one.officers) assert.ok(name !== '' && !text.includes(name));
  }
  assert.ok(!text.includes(border.name) && !text.includes(customs.name) && !text.includes(border.id));
});

test('[M6] whose case it is finds it in the proof, others do not learn which it is', async () => {
  const [one] = drawn.drawnTargets;
  const ownOf = (id: string, by: Actor) =>
    cases.hub.call<{ items: OwnTarget[] }>('GET', '/shipments/:id/draws', { params: { id } }, by);
  const { items } = await ownOf(one?.shipmentId ?? '', cases.trader);
  const [own] = items;
  assert.equal(own?.drawn, true);
  assert.equal(own?.commitment, one?.target);
  assert.equal(await commitmentOf(sha256, 'target', [own?.salt ?? '', own?.shipmentNumber ?? '']), own?.commitment);
  const stranger: Actor = { ...cases.trader, id: 'stranger', organisationId: '019a9f2e-7a10-7000-8000-0000000000ff' };
  await refused(ownOf(one?.shipmentId ?? '', stranger), 'DRAW_UNKNOWN');
  // Another authority sees that there was a draw, not what and who.
  assert.deepEqual((await read(drawn.id, border)).drawnTargets, []);
});

test('[M6] a conflict of interest: the next in order goes, the yard keeps to it, the proof says so', async () => {
  const one = drawn.drawnTargets.find((target) => target.replaceable);
  assert.ok(one);
  const body = {
    target: one.target,
    officer: one.officers[0]?.officer ?? '',
    kind: 'conflict',
    reason: '与货主有亲属关系',
  };
  const replace = (by: Actor) =>
    cases.hub.call<DrawView>('POST', '/draws/:id/replacements', { params: { id: drawn.id }, body }, by);
  await refused(replace(border), 'DRAW_NOT_YOURS');
  await replace(customs);
  await cases.hub.settle();
  await refused(replace(customs), 'DRAW_OFFICER_UNFIT');
  const now = (await read(drawn.id)).drawnTargets.find((target) => target.target === one.target);
  assert.equal(now?.officers.length, 2);
  assert.deepEqual([now?.officers[0]?.replaced, now?.officers[0]?.reason], ['conflict', '与货主有亲属关系']);
  const part = (await inspectionOf(one.shipmentId))?.parts.find((p) => p.authority === 'customs');
  assert.equal(part?.officer, now?.officers[1]?.name);
  assert.notEqual(part?.officer, one.officers[0]?.name);
  const proof = await proofOf(drawn.number);
  assert.ok((await checkPublishedDraw(proof, [signer.verifier])).every((check) => check.holds));
  assert.ok(!JSON.stringify(proof).includes('亲属'), 'the reason is the authority’s own');
  // To the end of the order: then nobody is left, and that is said.
  let last: DrawnView | undefined = now;
  for (let tries = 0; last?.replaceable && tries < 20; tries++) {
    const officer = last.officers.at(-1)?.officer;
    const next = { params: { id: drawn.id }, body: { ...body, kind: 'absence', officer } };
    await cases.hub.call('POST', '/draws/:id/replacements', next, customs);
    last = (await read(drawn.id)).drawnTargets.find((target) => target.target === one.target);
  }
  await cases.hub.settle();
  const final = { params: { id: drawn.id }, body: { ...body, officer: last?.officers.at(-1)?.officer } };
  await refused(cases.hub.call('POST', '/draws/:id/replacements', final, customs), 'DRAW_NO_OFFICER_LEFT');
  assert.ok((await checkPublishedDraw(await proofOf(drawn.number), [signer.verifier])).every((c) => c.holds));
});

test('[M6] what has left before the secret was revealed is passed over, and the proof says which', async () => {
  // All that is left is in it, so whatever has gone is drawn first for some place.
  const id = await open({ count: 200, filedTo: '2026-11-20T02:01:00Z' });
  const { targets, number } = await read(id);
  const left = shipments.filter((one) => drawn.drawnTargets.every((target) => target.shipmentId !== one));
  assert.equal(targets, left.length, 'what is under an order already is not drawn again');
  await cases.hub.call(
    'POST',
    '/shipments/:id/withdrawal',
    { params: { id: left[0] ?? '' }, body: { reason: '合同取消' } },
    cases.trader,
  );
  await cases.hub.settle();
  await give(id);
  const proof = await proofOf(number);
  assert.equal(proof.reveal?.passedOver.length, 1);
  assert.equal(proof.reveal?.drawn.length, left.length - 1);
  assert.ok((await checkPublishedDraw(proof, [signer.verifier])).every((check) => check.holds));
});

test('[M6] a draw that does not go on says by whose fault, and nobody is late without its being seen', async () => {
  for (let n = 0; n < 2; n++) await cases.file(`DRAW-SLOW-${n}`);
  cases.hub.clock.advance(60_000);
  const filed = { filedFrom: '2026-11-20T02:00:30Z', filedTo: '2026-11-20T02:02:00Z', count: 1 };
  const id = await open({ ...filed, contributors: ['maritime', 'border-inspection'], contributeHours: 2 });
  await give(id, maritime);
  assert.equal((await read(id)).fault, undefined);
  cases.hub.clock.advance(2 * 3_600_000 + 1);
  await refused(give(id, border), 'DRAW_STATE_UNFIT');
  const { items } = await cases.hub.call<{ items: DrawSummary[] }>('GET', '/draws', {}, anybody);
  const late = items.find((one) => one.id === id);
  assert.equal(late?.state, 'frozen');
  assert.deepEqual(late?.fault?.parties, ['border-inspection']);
  assert.match(late?.fault?.text.en ?? '', /Border inspection gave no nonce in time/);
  const checks = await checkPublishedDraw(await proofOf(late?.number ?? ''), [signer.verifier]);
  assert.equal(checks.at(-1)?.holds, false);
});

test('[M6] a rule that cannot be is refused with the field, its value and what to do', async () => {
  await refused(open({ filedTo: '2030-01-01T00:00:00Z' }), 'DRAW_RULE_UNFIT');
  await refused(open({ percent: '5' }), 'DRAW_RULE_UNFIT');
  await refused(open({ contributors: ['customs'] }), 'DRAW_RULE_UNFIT');
  await refused(open({ filedFrom: '2020-01-01T00:00:00Z', filedTo: '2020-01-02T00:00:00Z' }), 'DRAW_POPULATION_EMPTY');
  await refused(open({ direction: 'export' }), 'DRAW_POPULATION_EMPTY');
});
