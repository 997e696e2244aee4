// The terminal's contract (P7) over the real use cases: acts on the token alone, every report has its reverse, the same report twice has
// one effect, goods leave once, and a hold while the truck is at the gate stops it there.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { MovementReport, Movement, Position, ReleaseView } from '../../src/hub/release/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { Refusal } from '../../src/kernel/refusal.ts';
import { type Actor, emitter } from '../../src/runtime/context.ts';
import type { ExchangeEvents } from '../../src/hub/exchange/contract.ts';
import { type Cases, startCases } from '../disposition/cases.ts';

let cases: Cases;
let gate: Actor;
before(async () => {
  cases = await startCases({ probes: ['probe', 'railway-yard'] });
  gate = { ...(await cases.hub.person('operator', ['gate-clerk'])), channelId: 'railway-yard' };
});
after(() => cases.stop());

const box = 'container:CQPU1000014';
const sibling = 'container:CQPU1000020';
async function letGo(id: string): Promise<void> {
  const { objects } = await cases.view(id);
  const on = (type: string) => objects.filter((o) => o.type === type).map((o) => o.id);
  await cases.say('customs', { kind: 'release', on: on('declaration'), sequence: 10, shipmentId: id });
  await cases.say('border-inspection', { kind: 'release', on: on('conveyance'), sequence: 10, shipmentId: id });
}
const releasesOf = async (id: string) =>
  (await cases.hub.call<{ items: ReleaseView[] }>('GET', '/shipments/:id/releases', { params: { id } }, cases.trader))
    .items;
const liveOf = async (id: string, objectId = box) =>
  (await releasesOf(id)).find((r) => r.objectId === objectId && r.token !== undefined);
let serial = 0;
const next = () => `R${++serial}`;
const report = (body: { token: string; movement: Movement; reverse?: boolean; reportNumber?: string; at?: string }) =>
  cases.hub.call<MovementReport>('POST', '/release-reports', { body: { reportNumber: next(), ...body } }, gate);
const stateOf = async (id: string) =>
  (await cases.hub.call<ShipmentView>('GET', '/shipments/:id', { params: { id } }, cases.trader)).state;

test('[P7] in, loaded, out: one token, each report once whatever is sent again, out only once', async () => {
  const id = await cases.file('TERMINAL-1');
  await letGo(id);
  const token = (await liveOf(id))?.token ?? '';
  const first = await report({ token, movement: 'gate-in', reportNumber: 'G-1' });
  assert.equal(first.position, 'at-gate');
  cases.hub.clock.advance(60_000);
  assert.deepEqual(await report({ token, movement: 'gate-in', reportNumber: 'G-1' }), first, 'the same again');
  assert.equal((await report({ token, movement: 'loaded' })).position, 'loaded');
  await assert.rejects(report({ token, movement: 'gate-in' }), { code: 'RELEASE_REPORT_OUT_OF_ORDER' });
  await assert.rejects(report({ token, movement: 'loaded', reportNumber: 'G-1' }), {
    code: 'RELEASE_REPORT_NUMBER_TAKEN',
  });
  const out = await report({ token, movement: 'gate-out', reportNumber: 'G-3' });
  assert.equal(out.release.state, 'used');
  await assert.rejects(report({ token, movement: 'gate-out' }), { code: 'RELEASE_NOT_USABLE' });
  assert.equal((await report({ token, movement: 'gate-out', reportNumber: 'G-3' })).id, out.id);
  await assert.rejects(report({ token: `${token.slice(0, -4)}AAAA`, movement: 'gate-out' }), {
    code: 'RELEASE_TOKEN_NOT_GENUINE',
  });
  const sister = (await liveOf(id, sibling))?.token ?? '';
  const inAnHour = new Date(cases.hub.clock.now().getTime() + 3_600_000).toISOString();
  await assert.rejects(report({ token: sister, movement: 'gate-in', at: inAnHour }), { code: 'RELEASE_REPORT_AHEAD' });
  const elsewhere = { ...gate, channelId: 'port-terminal' };
  await assert.rejects(
    cases.hub.call(
      'POST',
      '/release-reports',
      { body: { token: sister, movement: 'gate-in', reportNumber: 'X' } },
      elsewhere,
    ),
    { code: 'RELEASE_UNKNOWN' },
  );
});

test('[P7][N10] a report that came too early is refused whole: sent again under its number after what it waits for, it is taken', async () => {
  const id = await cases.file('TERMINAL-EARLY');
  await letGo(id);
  const token = (await liveOf(id))?.token ?? '';
  const early = { token, movement: 'gate-in', reverse: true, reportNumber: 'E-2' } as const;
  const twice = [report(early), report(early)];
  for (const one of twice) await assert.rejects(one, { code: 'RELEASE_REPORT_OUT_OF_ORDER' });
  assert.equal((await report({ token, movement: 'gate-in', reportNumber: 'E-1' })).position, 'at-gate');
  const taken = await report(early);
  assert.deepEqual([taken.position, taken.reportNumber], ['waiting', 'E-2']);
  // The journal of the station, sent whole once more from the beginning, changes nothing.
  assert.equal((await report({ token, movement: 'gate-in', reportNumber: 'E-1' })).position, 'waiting');
  assert.equal((await report(early)).id, taken.id);
  const moves = ['release.moved', 'release.move-reversed'];
  const told = await Promise.all(moves.map((type) => cases.hub.events(type)));
  assert.deepEqual(
    told.map((all) => all.filter((one) => one.shipmentId === id).length),
    [1, 1],
  );
  // Held and let go again: the number that was refused because nothing was live is free too.
  await cases.say('customs', { kind: 'hold', on: [box], sequence: 11, shipmentId: id });
  await assert.rejects(report({ token, movement: 'gate-in', reportNumber: 'E-3' }), { code: 'RELEASE_NOT_USABLE' });
  await cases.say('customs', { kind: 'withdraw', on: [box], sequence: 12, number: 'N11', shipmentId: id });
  const renewed = (await liveOf(id))?.token ?? '';
  assert.equal((await report({ token: renewed, movement: 'gate-in', reportNumber: 'E-3' })).position, 'at-gate');
});

test('[P7] taken back: the case that was closed opens again and closes again; what was held meanwhile stays in', async () => {
  const id = await cases.file('TERMINAL-BACK');
  await letGo(id);
  const tokens = [(await liveOf(id))?.token ?? '', (await liveOf(id, sibling))?.token ?? ''] as const;
  for (const token of tokens) await report({ token, movement: 'gate-out' });
  await cases.hub.settle();
  assert.equal(await stateOf(id), 'closed');
  assert.equal((await report({ token: tokens[0], movement: 'gate-out', reverse: true })).position, 'waiting');
  await cases.hub.settle();
  assert.equal(await stateOf(id), 'submitted');
  assert.equal((await liveOf(id))?.token, tokens[0], 'the same token is good again');
  await report({ token: tokens[0], movement: 'gate-out' });
  await cases.hub.settle();
  assert.equal(await stateOf(id), 'closed');
  // Held after it left: nothing to revoke then; when it turns out to be in, the hold decides.
  await cases.say('customs', { kind: 'hold', on: [sibling], sequence: 11, shipmentId: id });
  await report({ token: tokens[1], movement: 'gate-out', reverse: true });
  await cases.hub.settle();
  assert.equal((await releasesOf(id)).find((r) => r.objectId === sibling)?.state, 'revoked');
  await assert.rejects(report({ token: tokens[1], movement: 'gate-out' }), { code: 'RELEASE_NOT_USABLE' });
});

test('[P5][P7] held while the truck is loaded at the gate: it may not leave, and what it did is taken back', async () => {
  const id = await cases.file('TERMINAL-HOLD');
  await letGo(id);
  const token = (await liveOf(id))?.token ?? '';
  await report({ token, movement: 'gate-in' });
  await report({ token, movement: 'loaded' });
  await cases.say('border-inspection', { kind: 'hold', on: [box], sequence: 11, shipmentId: id });
  await assert.rejects(report({ token, movement: 'gate-out' }), { code: 'RELEASE_NOT_USABLE' });
  await assert.rejects(report({ token, movement: 'gate-in', reverse: true }), { code: 'RELEASE_REPORT_OUT_OF_ORDER' });
  assert.equal((await report({ token, movement: 'loaded', reverse: true })).position, 'at-gate');
  assert.equal((await report({ token, movement: 'gate-in', reverse: true })).position, 'waiting');
  await cases.say('border-inspection', { kind: 'withdraw', on: [box], sequence: 12, number: 'N11', shipmentId: id });
  await assert.rejects(report({ token, movement: 'gate-in' }), { code: 'RELEASE_NOT_USABLE' });
  const renewed = (await liveOf(id))?.token ?? '';
  assert.notEqual(renewed, token);
  assert.equal((await report({ token: renewed, movement: 'gate-out' })).position, 'left');
});

test('[P5][P7] refused and returned: the old token is dead, and the return leaves by its own', async () => {
  const id = await cases.file('TERMINAL-RETURN');
  await letGo(id);
  const token = (await liveOf(id))?.token ?? '';
  await report({ token, movement: 'gate-in' });
  await cases.say('customs', { kind: 'refuse', on: [box], sequence: 11, followUp: 'return', shipmentId: id });
  await assert.rejects(report({ token, movement: 'loaded' }), { code: 'RELEASE_NOT_USABLE' });
  await cases.say('customs', { kind: 'conditional-release', on: [box], sequence: 12, term: 'return', shipmentId: id });
  const back = await liveOf(id);
  assert.equal(back?.conditional, true);
  assert.equal((await report({ token: back?.token ?? '', movement: 'gate-out' })).release.state, 'used');
  await report({ token: (await liveOf(id, sibling))?.token ?? '', movement: 'gate-out' });
  await cases.hub.settle();
  assert.equal(await stateOf(id), 'closed');
});

function mulberry(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
const emit = emitter<ExchangeEvents>();
test('[P7][N10] a station’s message: out, taken back, and out without a live release is on record', async () => {
  const id = await cases.file('TERMINAL-MESSAGE');
  await letGo(id);
  const release = await liveOf(id);
  const say = async (messageId: string, more: object = {}) => {
    await cases.hub.run((context) =>
      emit(context, 'cargo.gated-out', `message ${messageId}`, {
        channel: 'railway-yard',
        messageId,
        place: 'CKG-TUANJIECUN',
        container: 'CQPU1000014',
        releaseNumber: release?.number ?? '',
        at: context.now,
        ...more,
      }),
    );
    await cases.hub.settle();
  };
  const state = async () => (await releasesOf(id)).find((r) => r.id === release?.id)?.state;
  await say('m1');
  assert.equal(await state(), 'used');
  await say('m2');
  await say('m3', { reversed: true });
  assert.equal(await state(), 'granted');
  // Told again after it was taken back: the same message has no second effect.
  await say('m1');
  assert.equal(await state(), 'granted');
  assert.deepEqual(await cases.hub.events('release.report-refused'), []);
  await cases.say('customs', { kind: 'hold', on: [box], sequence: 11, shipmentId: id });
  await say('m4');
  assert.equal(await state(), 'revoked');
  const [refused] = await cases.hub.events('release.report-refused');
  assert.deepEqual([refused?.number, refused?.state, refused?.movement], [release?.number, 'revoked', 'gate-out']);
});

test('[P7] random reports, repetitions, holds and withdrawals: the platform does as the model says', async (t) => {
  const seed = Number(process.env.TERMINAL_SEED ?? randomInt(2 ** 31));
  t.diagnostic(`TERMINAL_SEED=${seed}`);
  const random = mulberry(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const order: readonly Movement[] = ['gate-in', 'loaded', 'gate-out'];
  const places: readonly Position[] = ['at-gate', 'loaded', 'left'];
  const taken = { forwards: 0, back: 0, refused: 0, repeated: 0 };
  for (let round = 0; round < 6; round += 1) {
    const id = await cases.file(`TERMINAL-R${round}`);
    await letGo(id);
    let token = (await liveOf(id))?.token ?? '';
    let trail: Movement[] = [];
    let held = false;
    let dead = false;
    let sequence = 20;
    const sent: { body: Parameters<typeof report>[0]; id: string }[] = [];
    for (let step = 0; step < 24; step += 1) {
      if (random() < 0.15) {
        const kind = held ? 'withdraw' : 'hold';
        sequence += 1;
        await cases.say('customs', {
          kind,
          on: [box],
          sequence,
          number: held ? `N${sequence - 1}` : `N${sequence}`,
          shipmentId: id,
        });
        held = !held;
        // Gone goods cannot be held back; all others lose their token, and get another one when nobody holds them.
        if (trail.at(-1) !== 'gate-out') {
          dead = true;
          const fresh = (await liveOf(id))?.token;
          if (fresh !== undefined && fresh !== token) [token, trail, dead] = [fresh, [], false];
        }
        continue;
      }
      const again = sent.length > 0 && random() < 0.2 ? pick(sent) : undefined;
      if (again) {
        assert.equal((await report(again.body)).id, again.id);
        taken.repeated += 1;
        continue;
      }
      const movement = pick(order);
      const reverse = random() < 0.35;
      const last = trail.at(-1);
      const allowed: boolean = reverse
        ? last === movement
        : !dead && last !== 'gate-out' && order.indexOf(movement) > (last ? order.indexOf(last) : -1);
      const body = { token, movement, reverse, reportNumber: next() };
      const told = await report(body).catch((error) => {
        assert.ok(error instanceof Refusal, String(error));
        return undefined;
      });
      await cases.hub.settle();
      assert.equal(
        told !== undefined,
        allowed,
        `${seed} round ${round} step ${step}: ${JSON.stringify(body)} ${trail}`,
      );
      if (!told) {
        taken.refused += 1;
        continue;
      }
      sent.push({ body, id: told.id });
      trail = reverse ? trail.slice(0, -1) : [...trail, movement];
      taken[reverse ? 'back' : 'forwards'] += 1;
      const at = trail.at(-1);
      assert.equal(told.position, at ? places[order.indexOf(at)] : 'waiting');
      // A hold that came while the goods were out counts from the moment they are in again.
      if (reverse && movement === 'gate-out' && held) dead = true;
    }
    const mine = (await releasesOf(id)).filter((r) => r.objectId === box);
    assert.ok(mine.filter((r) => r.state === 'used' || r.state === 'granted').length <= 1);
  }
  t.diagnostic(JSON.stringify(taken));
  assert.ok(Object.values(taken).every((n) => n > 0));
});
