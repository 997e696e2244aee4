// What a station's messages say too early (P7, N10): kept, joined to the release or to the report that it takes back, dead after seven days.
// Goods that left without a release are told of, whenever that is found out, and nothing is let go by it.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { RuleChangeView } from '../../src/hub/disposition/contract.ts';
import type { ExchangeEvents } from '../../src/hub/exchange/contract.ts';
import type { KeptReport, Movement, Position, ReleaseView, VerifyResult } from '../../src/hub/release/contract.ts';
import { type Actor, emitter } from '../../src/runtime/context.ts';
import { boxNumber, type Cases, startCases } from '../disposition/cases.ts';

const emit = emitter<ExchangeEvents>();
let cases: Cases;
let gate: Actor;
before(async () => {
  cases = await startCases({ probes: ['probe', 'railway-yard'] });
  gate = { ...(await cases.hub.person('operator', ['gate-clerk'])), channelId: 'railway-yard' };
});
after(() => cases.stop());

let serial = 0;
type Told = { readonly movement: Movement; readonly reversed?: boolean; readonly at?: string };
/** One message of the station about a box, by its number alone. */
async function say(box: string, { movement, reversed = false, at }: Told): Promise<void> {
  const said = {
    channel: 'railway-yard',
    messageId: `K${++serial}`,
    place: 'CKG-TUANJIECUN',
    container: box,
    reversed,
  };
  await cases.hub.run((context) => {
    const when = at ?? context.now;
    const subject = `message ${said.messageId}`;
    return movement === 'gate-out'
      ? emit(context, 'cargo.gated-out', subject, { ...said, at: when })
      : emit(context, 'cargo.moved', subject, { ...said, movement, at: when });
  });
  await cases.hub.settle();
}
const file = (reference: string, box: string) =>
  cases.file(reference, {
    containers: [{ containerNumber: box, containerSpec: '11', containerGoods: '1', containerGoodsMassKg: '1' }],
  });
async function letGo(id: string): Promise<void> {
  const { objects } = await cases.view(id);
  const on = (type: string) => objects.filter((o) => o.type === type).map((o) => o.id);
  await cases.say('customs', { kind: 'release', on: on('declaration'), sequence: 10, shipmentId: id });
  await cases.say('border-inspection', { kind: 'release', on: on('conveyance'), sequence: 10, shipmentId: id });
}
const releaseOf = async (id: string) =>
  (
    await cases.hub.call<{ items: ReleaseView[] }>('GET', '/shipments/:id/releases', { params: { id } }, cases.trader)
  ).items.at(-1);
async function positionOf(id: string): Promise<Position | undefined> {
  const release = await releaseOf(id);
  if (release?.state === 'used') return 'left';
  const body = { token: release?.token ?? '' };
  return (await cases.hub.call<VerifyResult>('POST', '/releases/verification', { body }, gate)).position;
}
const desk = async (box: string, by: Actor = gate) =>
  (await cases.hub.call<{ items: KeptReport[] }>('GET', '/kept-reports', { query: {} }, by)).items.filter(
    (one) => one.objectId === `container:${box}`,
  );
const leftOf = async (id: string) =>
  (await cases.hub.events('release.left-unreleased')).filter((one) => one.shipmentId === id);

test('[P7][N10] in at the gate before anybody has filed: kept, shown to the station, and joined when the goods are released', async () => {
  const box = boxNumber(810_001);
  await say(box, { movement: 'gate-in' });
  const [waits] = await desk(box);
  assert.deepEqual([waits?.movement, waits?.reason, waits?.dead], ['gate-in', 'no-release', false]);
  assert.match(waits?.text.zh ?? '', /放行后自动并入/);
  const elsewhere = { ...gate, channelId: 'port-terminal' };
  assert.deepEqual(await desk(box, elsewhere), [], 'another station hears nothing of it');
  const id = await file('KEPT-1', box);
  assert.equal((await desk(box)).length, 1, 'filed is not released');
  await letGo(id);
  assert.equal(await positionOf(id), 'at-gate');
  assert.deepEqual(await desk(box), []);
  assert.equal((await cases.hub.events('release.moved')).filter((one) => one.shipmentId === id).length, 1);
});

test('[P7] goods that left before they were released: told on the case, and the release that comes later is not used by it', async () => {
  const [filed, unknown] = [boxNumber(810_002), boxNumber(810_003)];
  const id = await file('KEPT-2', filed);
  await say(filed, { movement: 'gate-out' });
  assert.deepEqual(
    (await leftOf(id)).map((one) => [one.objectId, one.place]),
    [[`container:${filed}`, 'CKG-TUANJIECUN']],
  );
  assert.deepEqual(await desk(filed), [], 'refused, not kept');
  await letGo(id);
  assert.equal((await releaseOf(id))?.state, 'granted');
  // Nobody had filed it when it left.
  await say(unknown, { movement: 'gate-out' });
  assert.equal((await desk(unknown))[0]?.reason, 'no-release');
  const later = await file('KEPT-3', unknown);
  await letGo(later);
  assert.equal((await leftOf(later)).length, 1);
  assert.equal((await releaseOf(later))?.state, 'granted');
  assert.deepEqual(await desk(unknown), []);
});

test('[P7] a report that nothing came for in seven days is dead: still shown, never joined', async () => {
  const box = boxNumber(810_004);
  await say(box, { movement: 'loaded' });
  cases.hub.clock.advance(7 * 86_400_000);
  assert.equal((await desk(box))[0]?.dead, true);
  const id = await file('KEPT-4', box);
  await letGo(id);
  assert.equal(await positionOf(id), 'waiting');
});

test('[P7] how long a report waits is a rule of the day it came: another period is approved by a second person and reaches nothing back', async () => {
  const office = await cases.hub.person('port-office', ['operator']);
  const second: Actor = { ...office, id: 'second', name: '值班壬' };
  const on = new Date(cases.hub.clock.now().getTime() + 32 * 3_600_000).toISOString().slice(0, 10);
  const change = await cases.hub.call<RuleChangeView>(
    'POST',
    '/expiry-changes',
    { body: { period: 'early-report', days: 2, clause: 'B16 三(一)3(3)', validFrom: on, reason: '箱子周转加快' } },
    office,
  );
  assert.equal(change.rehearsable, false);
  const at = (step: string, by: Actor, body?: object) =>
    cases.hub.call<RuleChangeView>(
      'POST',
      `/jurisdiction-changes/:id/${step}`,
      { params: { id: change.id }, ...(body ? { body } : {}) },
      by,
    );
  await assert.rejects(at('rehearsal', office, { days: 7 }), { code: 'RULE_CHANGE_DECIDES_NO_OUTCOME' });
  await assert.rejects(at('approval', office), { code: 'RULE_CHANGE_NEEDS_SECOND_PERSON' });
  assert.equal((await at('approval', second)).state, 'approved');

  const [before, after] = [boxNumber(810_005), boxNumber(810_006)];
  await say(before, { movement: 'gate-in' });
  cases.hub.clock.advance(86_400_000);
  await say(after, { movement: 'gate-in' });
  cases.hub.clock.advance(3 * 86_400_000);
  assert.deepEqual(
    [(await desk(before))[0]?.dead, (await desk(after))[0]?.dead],
    [false, true],
    'seven days for what came before its first day, two from then on',
  );
  for (const [box, position] of [
    [before, 'at-gate'],
    [after, 'waiting'],
  ] as const) {
    const id = await file(`KEPT-${box}`, box);
    await letGo(id);
    assert.equal(await positionOf(id), position);
  }
});

test('[P7][N10] what a station reports comes to the same end in any order, before or after the goods are filed and released', async (t) => {
  const seed = Number(process.env.KEPT_SEED ?? randomInt(2 ** 31));
  t.diagnostic(`KEPT_SEED=${seed}`);
  let state = seed;
  const pick = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) % below;
  };
  const order: readonly Movement[] = ['gate-in', 'loaded', 'gate-out'];
  const places: readonly Position[] = ['at-gate', 'loaded', 'left'];
  for (let round = 0; round < 8; round += 1) {
    const box = boxNumber(820_001 + round);
    const start = cases.hub.clock.now().getTime();
    const told = Array.from({ length: 5 }, (_, i): Required<Told> => {
      const movement = order[pick(3)] as Movement;
      return { movement, reversed: pick(3) === 0, at: new Date(start + i * 60_000).toISOString() };
    });
    cases.hub.clock.advance(600_000);
    const shuffled = told
      .map((one) => ({ one, key: pick(1000) }))
      .sort((a, b) => a.key - b.key)
      .map(({ one }) => one);
    // A gate-out counts with a release only, so nothing of it comes before there is one.
    const early = shuffled.filter((one) => one.movement !== 'gate-out' && pick(2) === 0);
    for (const one of early) await say(box, one);
    const id = await file(`ORDER-${round}`, box);
    await letGo(id);
    for (const one of shuffled.filter((one) => !early.includes(one))) await say(box, one);
    const stands = order.filter((m) => told.findLast((one) => one.movement === m)?.reversed === false);
    const last = stands.at(-1);
    assert.equal(
      await positionOf(id),
      last === undefined ? 'waiting' : places[order.indexOf(last)],
      JSON.stringify({ seed, round, told, shuffled, early }),
    );
  }
});
