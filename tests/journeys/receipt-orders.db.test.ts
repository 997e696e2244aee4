// Five partners, each with a receipt and a word of its own, in any order of partners, each message one to three times, the word before
// or after the receipt that gives the number it names, and all of it before any delivery's own 2xx: the same end and the same events
// as one tidy delivery (R5). RECEIPT_ORDERS=120 reads every order of the five; CI a part of them. The pure core is tried on all of
// them, with all repetitions, in hub/disposition/combine-instructions.test.ts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readDispositions } from '../../src/hub/disposition/index.ts';
import { documentWithBytes } from '../../src/hub/documents/index.ts';
import { receiveMessage } from '../../src/hub/exchange/receive-message.ts';
import type { Channel, InboundFact } from '../../src/hub/mapping/contract.ts';
import type { AuthorityId } from '../../src/kernel/party.ts';
import type { Actor } from '../../src/runtime/context.ts';
import { waterExport } from '../support/forms.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { probeChannel, probeMessage } from '../support/probe-channel.ts';

const ORDERS = Number(process.env.RECEIPT_ORDERS ?? 6);
const partners: readonly { channel: string; authority?: AuthorityId; whole?: 'declaration' | 'conveyance' }[] = [
  { channel: 'one', authority: 'customs', whole: 'declaration' },
  { channel: 'two', authority: 'border-inspection', whole: 'conveyance' },
  { channel: 'three', authority: 'maritime', whole: 'conveyance' },
  { channel: 'four', authority: 'commerce', whole: 'declaration' },
  { channel: 'five' },
];
const channelOf = ({ channel, authority }: (typeof partners)[number]): Channel => {
  const { authority: _none, ...whole } = probeChannel(channel);
  return authority ? { ...whole, authority } : whole;
};
let hub: TestHub;
let trader: Actor;
before(async () => {
  hub = await startTestHub(partners.map(channelOf));
  trader = await hub.person('trader', ['declarant']);
});
after(async () => {
  await hub.stop();
  assert.deepEqual(hub.faults, []);
});

const permutations = <T>(of: readonly T[]): T[][] =>
  of.length === 0 ? [[]] : of.flatMap((one) => permutations(of.filter((o) => o !== one)).map((rest) => [one, ...rest]));
/** The same order of chances with every run. */
function chances(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

type Case = { shipmentId: string; messages: { channel: string; bytes: Uint8Array }[] };
const at = '2026-11-20T02:00:05.000Z';
const text = { zh: '收到', en: 'Taken' };

/** One case, and what its partners will say about it: with `inspects` customs wants to see it, otherwise all release. */
async function file(reference: string, inspects: boolean): Promise<Case & { clientNumbers: Map<string, string> }> {
  const shipmentId = await hub.file(waterExport(reference), trader);
  await hub.settle();
  const sent = (await hub.events('document.dispatched')).filter((e) => e.shipmentId === shipmentId);
  const clientNumbers = new Map<string, string>();
  for (const event of sent) {
    const document = await hub.run((context) => documentWithBytes(context, String(event.documentId)));
    clientNumbers.set(String(event.channel), document?.row.client_number ?? '');
  }
  const messages = partners.flatMap(({ channel, authority, whole }) => {
    const clientNumber = clientNumbers.get(channel) ?? '';
    const partnerNumber = `${reference}-${channel}`;
    const answer: InboundFact = {
      fact: 'answer',
      about: { clientNumber },
      outcome: 'acknowledged',
      text,
      at,
      partnerNumber,
    };
    const word: InboundFact =
      authority && whole
        ? {
            fact: 'instruction',
            authority,
            kind: authority === 'customs' && inspects ? 'inspect' : 'release',
            number: 'N1',
            sequence: 1,
            reason: text,
            issuedAt: at,
            about: { partnerNumber, objects: [], whole },
          }
        : { fact: 'answer', about: { partnerNumber }, outcome: 'noted', text, at };
    return [
      { channel, bytes: probeMessage(channel, `${reference}-receipt`, [answer]) },
      { channel, bytes: probeMessage(channel, `${reference}-word`, [word]) },
    ];
  });
  return { shipmentId, messages, clientNumbers };
}
const say = ({ channel, bytes }: Case['messages'][number]) =>
  hub.run((context) => receiveMessage(context, { bytes, contentType: 'application/json', channelId: channel }));

/** The case as the API tells it, without what is its own alone: ids and numbers. */
async function endOf(shipmentId: string) {
  const { objects } = await hub.run((context) => readDispositions(context, shipmentId));
  const of = async (type: string, pick: (payload: Record<string, unknown>) => unknown) =>
    (await hub.events(type))
      .filter((e) => e.shipmentId === shipmentId)
      .map((e) => JSON.stringify(pick(e)))
      .sort();
  const changes = (await hub.events('disposition.changed')).filter((e) => e.shipmentId === shipmentId);
  return {
    objects: objects
      .map(({ object, disposition: d }) => ({
        type: object.type,
        outcome: d.outcome,
        inspectedBy: d.inspectedBy,
        holders: d.holders.map((h) => `${h.authority} ${h.kind}`),
        counts: d.explanation.counts.length,
        waitsFor: d.explanation.waitsFor,
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    last: changes.at(-1)?.outcomes,
    answered: await of('document.answered', (e) => [e.channel, e.outcome]),
    arrived: await of('instruction.arrived', (e) => [e.channel, (e.fact as { kind: string }).kind]),
    received: await of('instruction.received', (e) => (e.instruction as { authority: string }).authority),
    granted: await of('release.granted', (e) => [e.conditional, e.automatic]),
    revoked: await of('release.revoked', () => 1),
    collisions: await of('collision.found', (e) => e.kind),
  };
}

for (const inspects of [false, true])
  test(`[P3][P5] receipts in any order, repeated and early: one end, the same events (${inspects ? 'customs inspects' : 'all release'})`, async (t) => {
    const tidy = await file(`TIDY-${inspects}`, inspects);
    for (const message of tidy.messages) {
      await say(message);
      await hub.settle();
    }
    const expected = await endOf(tidy.shipmentId);
    assert.equal(expected.answered.length, 6);
    assert.equal(expected.arrived.length, 4);
    assert.equal(expected.granted.length, inspects ? 0 : 1);

    const all = permutations(partners.map(({ channel }) => channel));
    const pick = chances(inspects ? 11 : 7);
    let said = 0;
    for (let n = 0; n < Math.min(ORDERS, all.length); n++) {
      const order = all[ORDERS >= all.length ? n : pick(all.length)] ?? [];
      const one = await file(`ORDER-${inspects}-${n}`, inspects);
      const wire = order.flatMap((channel) => {
        const own = one.messages.filter((m) => m.channel === channel);
        if (pick(2) === 1) own.reverse();
        return own.flatMap((m) => Array.from({ length: 1 + pick(3) }, () => m));
      });
      // some come again after everything else
      wire.push(...one.messages.filter(() => pick(4) === 0));
      const together = pick(2) === 1;
      for (const message of wire) {
        await say(message);
        if (!together) await hub.settle();
      }
      await hub.settle();
      said += wire.length;
      assert.deepEqual(
        await endOf(one.shipmentId),
        expected,
        `${order.join()} ${together ? 'read together' : 'one by one'}`,
      );
    }
    t.diagnostic(`${ORDERS} orders, ${said} messages`);
  });
