// Journeys of the combined disposition (P5–P7): three authorities on one container, a bill of forty, a hold while the truck is at the gate,
// a refusal with its return, terms of release.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { spellClause } from '../../src/kernel/clause.ts';
import { boxNumber, type Cases, startCases } from './cases.ts';

let cases: Cases;
before(async () => {
  cases = await startCases({ probes: ['probe', 'railway-yard'] });
});
after(() => cases.stop());

/** Customs and border inspection let the whole case go. */
async function letGo(id: string, sequence = 10): Promise<void> {
  const { objects } = await cases.view(id);
  const on = (type: string) => objects.filter((o) => o.type === type).map((o) => o.id);
  await cases.say('customs', { kind: 'release', on: on('declaration'), sequence, shipmentId: id });
  await cases.say('border-inspection', { kind: 'release', on: on('conveyance'), sequence, shipmentId: id });
}
const box = 'container:CQPU1000014';
const sibling = 'container:CQPU1000020';

test('[P5][P6] three authorities on one container: one disposition, joint, free when the last has let go', async () => {
  const id = await cases.file('THREE-1');
  await letGo(id);
  for (const authority of ['customs', 'border-inspection', 'maritime'] as const)
    await cases.say(authority, { kind: 'inspect', on: [box], sequence: 11, shipmentId: id });
  const held = (await cases.view(id)).objects.find((o) => o.id === box)?.disposition;
  assert.equal(held?.outcome, 'inspection-required');
  assert.deepEqual(held?.inspectedBy, ['border-inspection', 'customs', 'maritime']);
  assert.deepEqual(
    held?.explanation.duties.map((d) => [d.authority, d.rule, d.spoken]),
    [
      ['border-inspection', 'border-inspection-speaks-for-conveyances', true],
      ['customs', 'customs-speaks-for-declarations', true],
    ],
  );
  assert.deepEqual(await cases.releases(id), { [box]: ['revoked'], [sibling]: ['granted'] });
  await cases.say('maritime', { kind: 'release', on: [box], sequence: 12, shipmentId: id });
  await cases.say('customs', { kind: 'hold', on: [box], sequence: 12, shipmentId: id });
  assert.equal((await cases.outcomes(id))[box], 'held');
  await cases.say('customs', { kind: 'release', on: [box], sequence: 13, shipmentId: id });
  assert.equal((await cases.outcomes(id))[box], 'inspection-required', 'border inspection has not let go');
  await cases.say('border-inspection', { kind: 'release', on: [box], sequence: 12, shipmentId: id });
  assert.deepEqual((await cases.releases(id))[box]?.sort(), ['granted', 'revoked']);
});

test('[P5][P7] a bill of forty: three are held, thirty-seven go, and one more as soon as it is free', async () => {
  const numbers = Array.from({ length: 40 }, (_, i) => boxNumber(400001 + i));
  const id = await cases.file('FORTY-1', {
    containers: numbers.map((containerNumber, i) => ({
      containerNumber,
      containerSpec: '11',
      containerGoods: i % 2 ? '1' : '2',
      containerGoodsMassKg: '50',
    })),
  });
  const held = numbers.slice(0, 3).map((n) => `container:${n}`);
  await cases.say('customs', { kind: 'inspect', on: held, sequence: 11, shipmentId: id });
  await letGo(id);
  const count = async () =>
    Object.values(await cases.releases(id))
      .flat()
      .filter((s) => s === 'granted').length;
  assert.equal(await count(), 37);
  await cases.say('customs', { kind: 'release', on: held.slice(0, 1), sequence: 12, shipmentId: id });
  assert.equal(await count(), 38);
  assert.equal((await cases.outcomes(id))[held[1] ?? ''], 'inspection-required');
  await cases.say('customs', { kind: 'hold', on: ['bill:RWFORTY-1'], sequence: 13, shipmentId: id });
  assert.equal(await count(), 0, 'a hold on the bill holds all of it');
});

test('[P7] a hold while the truck is at the gate: the token is no good any more, and the reverse road leads back', async () => {
  const id = await cases.file('GATE-1');
  await letGo(id);
  const { items } = await cases.hub.call<{ items: { id: string; objectId: string; token: string }[] }>(
    'GET',
    '/shipments/:id/releases',
    { params: { id } },
    cases.trader,
  );
  const release = items.find((r) => r.objectId === box);
  const gate = { ...(await cases.hub.person('operator', ['gate-clerk'])), channelId: 'railway-yard' };
  const verify = () =>
    cases.hub.call<{ valid: boolean }>('POST', '/releases/verification', { body: { token: release?.token } }, gate);
  assert.equal((await verify()).valid, true);
  await cases.say('border-inspection', { kind: 'hold', on: [box], sequence: 11, shipmentId: id });
  assert.equal((await verify()).valid, false);
  const leaving = { token: release?.token, movement: 'gate-out', reportNumber: 'HELD-1' };
  await assert.rejects(cases.hub.call('POST', '/release-reports', { body: leaving }, gate), {
    code: 'RELEASE_NOT_USABLE',
  });
  assert.deepEqual((await cases.releases(id))[sibling], ['granted'], 'its sibling goes');
  await cases.say('border-inspection', { kind: 'withdraw', on: [box], sequence: 12, number: 'N11', shipmentId: id });
  assert.deepEqual((await cases.releases(id))[box]?.sort(), ['granted', 'revoked']);
  assert.equal((await verify()).valid, false, 'the old token stays revoked');
});

test('[P5] refused, to be returned: says what comes of it; released to be returned only', async () => {
  const id = await cases.file('RETURN-1');
  await letGo(id);
  await cases.say('customs', { kind: 'refuse', on: [box], sequence: 11, followUp: 'return', shipmentId: id });
  const refused = (await cases.view(id)).objects.find((o) => o.id === box)?.disposition;
  assert.equal(refused?.outcome, 'refused');
  assert.match(refused?.explanation.wouldChange[0]?.zh ?? '', /办理退运：海关/);
  assert.deepEqual(await cases.releases(id), { [box]: ['revoked'], [sibling]: ['granted'] });
  await cases.say('customs', { kind: 'conditional-release', on: [box], sequence: 12, term: 'return', shipmentId: id });
  const back = (await cases.view(id)).objects.find((o) => o.id === box)?.disposition;
  assert.equal(back?.outcome, 'conditionally-released');
  assert.match(back?.holders[0]?.frees.en ?? '', /may only leave for abroad/);
  assert.deepEqual((await cases.releases(id))[box]?.sort(), ['granted', 'revoked']);
  for (const [followUp, zh, en] of [
    ['destroy', /在海关监督下销毁，不再放行/, /destroyed under the eyes of/],
    ['anti-smuggling', /已移交缉私部门，须由海关/, /It is with anti-smuggling/],
  ] as const) {
    const other = await cases.file(`REFUSED-${followUp.slice(0, 4).toUpperCase()}`);
    await letGo(other);
    await cases.say('customs', { kind: 'refuse', on: [box], sequence: 11, followUp, shipmentId: other });
    const { disposition } = (await cases.view(other)).objects.find((o) => o.id === box) ?? {};
    assert.equal(disposition?.outcome, 'refused');
    const [change] = disposition?.explanation.wouldChange ?? [];
    assert.match(change?.zh ?? '', zh);
    assert.match(change?.en ?? '', en);
    assert.deepEqual(await cases.releases(other), { [box]: ['revoked'], [sibling]: ['granted'] });
    // What comes of it is the authority's next word: nothing but that lets the box go.
    await cases.say('border-inspection', { kind: 'release', on: [box], sequence: 12, shipmentId: other });
    assert.equal((await cases.outcomes(other))[box], 'refused');
    await cases.say('customs', { kind: 'hold', on: [box], sequence: 12, shipmentId: other });
    assert.equal((await cases.outcomes(other))[box], 'held');
  }
});

test('[P5][M5][M7] each term of release says what it obliges to, and ends with the release that follows', async () => {
  for (const [term, obliges, clause] of [
    ['lift-away', /不得拆封/, 'B16 三(一)3(3)'],
    ['surety', /缴清税费/, 'NB18 二(十二)'],
    ['test-later', /检测结果合格前/, 'GF18 7'],
    ['third-party-result', /第三方机构/, 'GF18 8'],
  ] as const) {
    const id = await cases.file(`TERM-${term.toUpperCase().slice(0, 5)}`);
    await letGo(id);
    await cases.say('customs', { kind: 'conditional-release', on: [box], sequence: 11, term, shipmentId: id });
    const d = (await cases.view(id)).objects.find((o) => o.id === box)?.disposition;
    assert.equal(d?.outcome, 'conditionally-released');
    assert.match(d?.holders[0]?.frees.zh ?? '', obliges);
    assert.equal(d?.holders[0]?.clock.party, 'trader');
    const instructionId = d?.holders[0]?.instructionId;
    assert.deepEqual(d?.explanation.terms, [{ term, authority: 'customs', instructionId, clause }]);
    assert.equal(d?.holders[0]?.legalBasis, spellClause(clause), 'what it rests on where customs named nothing else');
    await cases.say('customs', { kind: 'release', on: [box], sequence: 12, shipmentId: id });
    const after = (await cases.view(id)).objects.find((o) => o.id === box)?.disposition;
    assert.equal(after?.outcome, 'released');
    assert.equal(after?.explanation.terms, undefined, 'a term that has ended explains nothing');
  }
});
