// A release that nobody used in time, or whose key was stolen (P7): it ends, what may still leave is granted again, the old token is never taken.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type {
  KeyChangeView,
  MovementReport,
  ReleaseView,
  RevocationListView,
  VerifyResult,
} from '../../src/hub/release/contract.ts';
import { openList, type ReleaseKeySet } from '../../src/kernel/release-token.ts';
import { isSignedByJwk } from '../../src/runtime/signatures/jwk.ts';
import { createReleaseRenewal } from '../../src/hub/release/index.ts';
import type { Actor } from '../../src/runtime/context.ts';
import { type Cases, startCases } from '../disposition/cases.ts';

const HOUR_MS = 3_600_000;
let cases: Cases;
let gate: Actor;
before(async () => {
  cases = await startCases({ probes: ['probe', 'railway-yard'] });
  gate = { ...(await cases.hub.person('operator', ['gate-clerk'])), channelId: 'railway-yard' };
});
after(() => cases.stop());

const box = 'container:CQPU1000014';
async function letGo(id: string): Promise<void> {
  const { objects } = await cases.view(id);
  const on = (type: string) => objects.filter((o) => o.type === type).map((o) => o.id);
  await cases.say('customs', { kind: 'release', on: on('declaration'), sequence: 10, shipmentId: id });
  await cases.say('border-inspection', { kind: 'release', on: on('conveyance'), sequence: 10, shipmentId: id });
}
const releasesOf = async (id: string, objectId = box) =>
  (
    await cases.hub.call<{ items: ReleaseView[] }>('GET', '/shipments/:id/releases', { params: { id } }, cases.trader)
  ).items.filter((r) => r.objectId === objectId);
async function pass(ms: number): Promise<void> {
  cases.hub.clock.advance(ms);
  const { unitOfWork, faults } = cases.hub;
  const renewal = createReleaseRenewal({ unitOfWork, onFault: (error) => faults.push(error) });
  while (await renewal.step());
  await cases.hub.settle();
}
let serial = 0;
const report = (token: string, movement = 'gate-out', reverse = false) =>
  cases.hub.call<MovementReport>(
    'POST',
    '/release-reports',
    { body: { token, movement, reverse, reportNumber: `E${++serial}` } },
    gate,
  );
const worth = (token: string) =>
  cases.hub.call<VerifyResult>('POST', '/releases/verification', { body: { token } }, gate);
const states = (releases: readonly ReleaseView[]) => releases.map((r) => r.state).sort();

test('[P7] not used in time: ends as expired, a new one is granted once, the old token is never taken again', async () => {
  const id = await cases.file('RENEW-1');
  await letGo(id);
  const [first] = await releasesOf(id);
  const old = first?.token ?? '';
  await pass(71 * HOUR_MS);
  assert.deepEqual(states(await releasesOf(id)), ['granted'], 'not before its time');
  assert.deepEqual(await cases.hub.events('release.expired'), []);
  await pass(HOUR_MS);
  const renewed = await releasesOf(id);
  assert.deepEqual(states(renewed), ['expired', 'granted']);
  const token = renewed.find((r) => r.state === 'granted')?.token ?? '';
  assert.notEqual(token, old);
  const ended = (await cases.hub.events('release.expired')).filter((e) => e.shipmentId === id);
  assert.equal(ended.length, 2, 'one for each box');
  await pass(60_000);
  assert.deepEqual(states(await releasesOf(id)), ['expired', 'granted'], 'looked at again it stays so');
  const verdict = await worth(old);
  assert.deepEqual([verdict.valid, verdict.release?.state], [false, 'expired']);
  await assert.rejects(report(old), { code: 'RELEASE_NOT_USABLE' });
  await assert.rejects(report(old, 'gate-in'), { code: 'RELEASE_NOT_USABLE' });
  assert.equal((await worth(token)).valid, true);
  assert.equal((await report(token)).release.state, 'used');
  await assert.rejects(report(old), { code: 'RELEASE_NOT_USABLE' });
});

test('[P7] held meanwhile, or gone: nothing is granted again', async () => {
  const id = await cases.file('RENEW-2');
  await letGo(id);
  const sibling = 'container:CQPU1000020';
  await report((await releasesOf(id, sibling))[0]?.token ?? '');
  await cases.say('customs', { kind: 'hold', on: [box], sequence: 11, shipmentId: id });
  await pass(80 * HOUR_MS);
  assert.deepEqual(states(await releasesOf(id)), ['revoked']);
  assert.deepEqual(states(await releasesOf(id, sibling)), ['used']);
});

test('[P7] a truck at the gate when the time is over: what it did is taken back by the old token, it leaves by the new one', async () => {
  const id = await cases.file('RENEW-3');
  await letGo(id);
  const old = (await releasesOf(id))[0]?.token ?? '';
  await report(old, 'gate-in');
  await pass(72 * HOUR_MS);
  await assert.rejects(report(old, 'loaded'), { code: 'RELEASE_NOT_USABLE' });
  assert.equal((await report(old, 'gate-in', true)).position, 'waiting');
  const token = (await releasesOf(id)).find((r) => r.state === 'granted')?.token ?? '';
  assert.equal((await report(token, 'gate-in')).position, 'at-gate');
});

test('[P7] a gate-out taken back after the time is over: the goods get another release', async () => {
  const id = await cases.file('RENEW-4');
  await letGo(id);
  const old = (await releasesOf(id))[0]?.token ?? '';
  await report(old);
  await pass(72 * HOUR_MS);
  assert.deepEqual(states(await releasesOf(id)), ['used']);
  await report(old, 'gate-out', true);
  await cases.hub.settle();
  await assert.rejects(report(old), { code: 'RELEASE_NOT_USABLE' });
  await pass(60_000);
  assert.deepEqual(states(await releasesOf(id)), ['expired', 'granted']);
});

test('[P7] a key that was stolen: published no longer, what it signed is revoked on the list and granted again with the next', async () => {
  const id = await cases.file('RENEW-STOLEN');
  await letGo(id);
  const gone = await cases.file('RENEW-STOLEN-GONE');
  await letGo(gone);
  await report((await releasesOf(gone))[0]?.token ?? '');
  const [before] = await releasesOf(id);
  const old = before?.token ?? '';
  const kidOf = (token: string) =>
    (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid;
  const administrator = async (name: string): Promise<Actor> => ({
    ...(await cases.hub.person('port-office', ['security-administrator'])),
    id: name,
  });
  const [one, two] = [await administrator('first'), await administrator('second')];
  const keys = () => cases.hub.call<ReleaseKeySet>('GET', '/release-keys', {}, gate);
  const change = async (body: object) => {
    const { id: changeId } = await cases.hub.call<KeyChangeView>('POST', '/release-key-changes', { body }, one);
    const at = { params: { id: changeId } };
    return cases.hub.call<KeyChangeView>('POST', '/release-key-changes/:id/confirmation', at, two);
  };
  assert.equal((await change({ reason: '密钥泄露', stolen: true })).stolen, true);
  assert.ok(
    (await keys()).keys.every((key) => key.kid !== kidOf(old)),
    'published no longer',
  );
  // From that moment on, before anything has been revoked.
  assert.equal((await worth(old)).valid, false);
  await assert.rejects(report(old), { code: 'RELEASE_TOKEN_NOT_GENUINE' });
  await pass(1000);
  const now = await releasesOf(id);
  assert.deepEqual(states(now), ['granted', 'revoked']);
  assert.match(now.find((r) => r.state === 'revoked')?.revokedBecause?.en ?? '', /stolen/);
  const fresh = now.find((r) => r.state === 'granted')?.token ?? '';
  assert.notEqual(kidOf(fresh), kidOf(old));
  assert.equal((await worth(fresh)).valid, true);
  const { list } = await cases.hub.call<RevocationListView>('GET', '/release-revocations', {}, gate);
  const opened = await openList(list, await keys(), isSignedByJwk);
  assert.ok(opened?.revoked.some((entry) => entry.jti === before?.number));
  assert.deepEqual(states(await releasesOf(gone)), ['used'], 'what has left has left');
  // Nothing more is found, and after a while nobody looks any more.
  const told = (await cases.hub.events('release.renewal-due')).length;
  await pass(11 * 60_000);
  await pass(60_000);
  assert.equal((await cases.hub.events('release.renewal-due')).length, told);
  assert.equal((await report(fresh)).release.state, 'used');
});
