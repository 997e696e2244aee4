// Inbound: stored first, once in effect, whatever the order; what cannot be read or joined is kept aside with its reason.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { railImport } from '../../../tests/support/forms.ts';
import { startTestHub, type TestHub } from '../../../tests/support/hub.ts';
import { probeChannel, probeMessage } from '../../../tests/support/probe-channel.ts';
import type { Actor } from '../../runtime/context.ts';
import { documentWithBytes } from '../documents/index.ts';
import type { InboundFact } from '../mapping/contract.ts';
import { readChannels, readMessages, replayMessage } from './operate-exchange.ts';
import { receiveMessage } from './receive-message.ts';

let hub: TestHub;
let trader: Actor;
let mended = false;
before(async () => {
  const mending = probeChannel('mending');
  const { interpret } = mending;
  hub = await startTestHub([
    probeChannel('probe'),
    probeChannel('other', { documents: [] }),
    {
      ...mending,
      documents: [],
      acknowledges: {
        kind: 'mending.acknowledgement',
        name: { zh: '回执', en: 'Acknowledgement' },
        write: (_, { failure, serial }) => ({
          bytes: Buffer.from(`${serial} ${String(failure)}`),
          mediaType: 'text/plain',
          charset: 'utf-8',
          fileName: 'ack.txt',
          verdict: failure === undefined ? 'read' : 'received',
        }),
      },
      interpret: (message) => {
        if (!mended) throw new TypeError('bug of the reader');
        return interpret(message);
      },
    },
  ]);
  trader = await hub.person('trader', ['declarant']);
});
after(async () => {
  await hub.stop();
  assert.deepEqual(hub.faults, []);
});

const at = '2026-11-20T02:00:05.000Z';
const answer = (
  about: Extract<InboundFact, { fact: 'answer' }>['about'],
  more: Partial<Extract<InboundFact, { fact: 'answer' }>> = {},
): InboundFact => ({
  fact: 'answer',
  about,
  outcome: 'acknowledged',
  text: { zh: '收到', en: 'Taken' },
  at,
  ...more,
});
const receive = (bytes: Uint8Array, channelId = 'probe') =>
  hub.run((context) => receiveMessage(context, { bytes, contentType: 'application/json', channelId }));
const messageState = async (id: string) =>
  (await hub.run((context) => readMessages(context, { limit: 100 }))).items.find((m) => m.id === id);
const answersOf = async (shipmentId: string) =>
  (await hub.events('document.answered')).filter((e) => e.shipmentId === shipmentId);

async function filed(reference: string): Promise<{ shipmentId: string; clientNumber: string }> {
  const shipmentId = await hub.file(railImport(reference), trader);
  await hub.settle();
  const sent = (await hub.events('document.dispatched')).find((e) => e.shipmentId === shipmentId);
  const document = await hub.run((context) => documentWithBytes(context, String(sent?.documentId)));
  return { shipmentId, clientNumber: document?.row.client_number ?? '' };
}

test('[P3] a repeated message has no second effect, before and after the first was read', async () => {
  const { shipmentId, clientNumber } = await filed('PROBE-DUP');
  const bytes = probeMessage('probe', 'dup-1', [answer({ clientNumber })]);
  const first = await receive(bytes);
  const second = await receive(bytes);
  assert.equal(first.duplicate, false);
  assert.equal(first.digest, second.digest);
  await hub.settle();
  const third = await receive(bytes);
  await hub.settle();
  assert.equal(third.duplicate, true);
  assert.equal((await answersOf(shipmentId)).length, 1);
  assert.deepEqual(
    await Promise.all([first, second, third].map(async (r) => (await messageState(r.messageId))?.state)),
    ['interpreted', 'duplicate', 'duplicate'],
  );
});

test('[P3][P10][N15] a filing of another window with more rows than a shipment takes is kept aside with the reason, and begins nothing', async () => {
  const goods = Array.from({ length: 5001 }, () => ({}));
  const fact: InboundFact = { fact: 'declared', reference: 'LONG', traderUscc: '91500103MA5UTRA017', form: { goods } };
  const { messageId } = await receive(probeMessage('probe', 'long-1', [fact]));
  await hub.settle();
  const kept = await messageState(messageId);
  assert.equal(kept?.state, 'quarantined');
  assert.match(kept?.reason?.zh ?? '', /5001.*5000/);
  assert.deepEqual(await hub.events('message.drafted'), []);
});

test('[P3] receipts that come before the number they name wait for it and are then told, each once', async () => {
  const { shipmentId, clientNumber } = await filed('PROBE-ORDER');
  const late = { partnerNumber: 'I2026000001' };
  const release: InboundFact = {
    fact: 'instruction',
    authority: 'customs',
    kind: 'release',
    number: 'R1',
    sequence: 1,
    reason: { zh: '放行', en: 'Released' },
    issuedAt: at,
    about: { ...late, objects: [], whole: 'declaration' },
  };
  const early = await receive(
    probeMessage('probe', 'order-2', [
      answer(late, { outcome: 'noted', text: { zh: '放行', en: 'Released' } }),
      release,
    ]),
  );
  await hub.settle();
  const waiting = await messageState(early.messageId);
  assert.equal(waiting?.state, 'waiting');
  assert.match(waiting?.reason?.en ?? '', /I2026000001/);
  assert.equal((await answersOf(shipmentId)).length, 0);
  assert.equal(
    (await hub.events('instruction.arrived')).filter((e) => e.shipmentId === shipmentId).length,
    0,
    'nothing is told by halves',
  );
  await receive(probeMessage('probe', 'order-1', [answer({ clientNumber }, late)]));
  await hub.settle();
  assert.equal((await messageState(early.messageId))?.state, 'interpreted');
  assert.equal((await answersOf(shipmentId)).length, 2);
  assert.equal((await hub.events('instruction.arrived')).filter((e) => e.shipmentId === shipmentId).length, 1);
});

test('[P3] who waits for two numbers is read again once when one message tells both', async () => {
  const one = await filed('PROBE-TWO-1');
  const two = await filed('PROBE-TWO-2');
  const numbers = ['I2026000011', 'I2026000012'].map((partnerNumber) => ({ partnerNumber }));
  const early = await receive(
    probeMessage(
      'probe',
      'two-2',
      numbers.map((number) => answer(number, { outcome: 'noted' })),
    ),
  );
  const other = await receive(probeMessage('probe', 'two-3', [answer(numbers[1] ?? {}, { outcome: 'noted' })]));
  await hub.settle();
  for (const { messageId } of [early, other]) assert.equal((await messageState(messageId))?.state, 'waiting');
  const before = (await hub.events('message.received')).length;
  await receive(
    probeMessage(
      'probe',
      'two-1',
      [one, two].map(({ clientNumber }, n) => answer({ clientNumber }, numbers[n])),
    ),
  );
  await hub.settle();
  for (const { messageId } of [early, other]) assert.equal((await messageState(messageId))?.state, 'interpreted');
  assert.equal((await hub.events('message.received')).length - before, 3, 'itself, and each that waited once');
  assert.deepEqual([(await answersOf(one.shipmentId)).length, (await answersOf(two.shipmentId)).length], [2, 3]);
});

test('[P3] a number of one channel means nothing on another', async () => {
  const { shipmentId, clientNumber } = await filed('PROBE-CROSS');
  const strange = await receive(
    probeMessage('other', 'cross-1', [answer({ clientNumber }, { partnerNumber: 'X1' })]),
    'other',
  );
  await hub.settle();
  assert.equal((await messageState(strange.messageId))?.state, 'quarantined');
  assert.equal((await answersOf(shipmentId)).length, 0);
});

test('[P5] a channel cannot instruct in the name of another authority', async () => {
  const { shipmentId, clientNumber } = await filed('PROBE-NAME');
  const posed = await receive(
    probeMessage('probe', 'name-1', [
      {
        fact: 'instruction',
        authority: 'maritime',
        kind: 'release',
        number: 'M1',
        sequence: 1,
        reason: { zh: '放行', en: 'Released' },
        issuedAt: at,
        about: { clientNumber, objects: [], whole: 'declaration' },
      },
    ]),
  );
  await hub.settle();
  assert.equal((await messageState(posed.messageId))?.state, 'quarantined');
  assert.equal((await hub.events('instruction.arrived')).filter((e) => e.shipmentId === shipmentId).length, 0);
});

test('[P10] a rejection of a partner’s field leads to the box of the form, row and all', async () => {
  const { shipmentId, clientNumber } = await filed('PROBE-FIELD');
  await receive(
    probeMessage('probe', 'field-1', [
      answer({ clientNumber }, { outcome: 'rejected', partnerField: 'Name', row: 1 }),
      answer({ clientNumber }, { outcome: 'rejected', partnerField: 'Mass' }),
    ]),
  );
  await hub.settle();
  assert.deepEqual(
    (await answersOf(shipmentId)).map((e) => e.path),
    ['goods[1].goodsName', 'grossMassKg'],
  );
});

test('[P3] what cannot be read is quarantined with its reason and read again once the reader is mended', async () => {
  const garbage = await receive(Buffer.from('<broken'));
  const unlucky = await receive(
    probeMessage('mending', 'm-1', [{ fact: 'arrived', place: 'CKG', arrivedAt: at, containers: ['CQPU1000014'] }]),
    'mending',
  );
  await hub.settle();
  assert.deepEqual((await messageState(garbage.messageId))?.reason, { zh: '不是测试报文', en: 'Not a probe message' });
  for (const strange of ['\0', '\ud800']) {
    const { messageId } = await receive(
      probeMessage('probe', `strange ${strange}`, [{ fact: 'arrived', place: strange, arrivedAt: at, containers: [] }]),
    );
    await hub.settle();
    assert.match((await messageState(messageId))?.reason?.en ?? '', /cannot be stored/);
  }
  assert.match((await messageState(unlucky.messageId))?.reason?.en ?? '', /TypeError/);
  assert.equal((await hub.run(readChannels)).find((c) => c.id === 'mending')?.quarantined, 1);
  mended = true;
  await hub.run((context) => replayMessage(context, unlucky.messageId));
  await hub.settle();
  assert.equal((await messageState(unlucky.messageId))?.state, 'interpreted');
  assert.equal((await hub.events('cargo.arrived')).length, 1);
  // Whoever asked hears of both: that it was received, and when the reader was mended that it was read. Neither is of a case.
  const told = await Promise.all(
    (await hub.events('document.dispatched'))
      .filter((e) => e.document === 'mending.acknowledgement')
      .map((e) => hub.run((context) => documentWithBytes(context, String(e.documentId)))),
  );
  assert.deepEqual(
    told.map((one) => [
      one?.row.shipment_id,
      Buffer.from(one?.bytes ?? [])
        .toString()
        .replace(/^\d+ /, ''),
    ]),
    [
      [null, 'TypeError: bug of the reader'],
      [null, 'undefined'],
    ],
  );
  await assert.rejects(
    hub.run((context) => replayMessage(context, unlucky.messageId)),
    { code: 'MESSAGE_NOT_REPLAYABLE' },
  );
});

test('[P3] a partner’s key speaks on its own channel only, whatever the bytes look like', async () => {
  const partner: Actor = {
    kind: 'channel',
    id: 'key',
    name: 'other system',
    channelId: 'other',
    organisationKind: 'authority',
    roles: ['partner-system'],
  };
  const receipt = await hub.run(
    (context) =>
      receiveMessage(context, {
        bytes: probeMessage('probe', 'p-1', []),
        contentType: 'application/json',
        channelId: 'other',
      }),
    partner,
  );
  assert.equal(receipt.channel, 'other');
  const { channelId: _none, ...unbound } = partner;
  await assert.rejects(
    hub.run(
      (context) =>
        receiveMessage(context, { bytes: probeMessage('probe', 'p-2', []), contentType: 'application/json' }),
      unbound,
    ),
    { code: 'CHANNEL_UNKNOWN' },
  );
  await assert.rejects(
    hub.run(
      (context) =>
        receiveMessage(context, { bytes: probeMessage('probe', 'p-3', []), contentType: 'application/json' }),
      trader,
    ),
    { code: 'MESSAGE_FORMAT_UNKNOWN' },
  );
  await assert.rejects(receive(new Uint8Array()), { code: 'MESSAGE_EMPTY' });
  await assert.rejects(receive(Buffer.alloc(100_001, 'x')), { code: 'MESSAGE_TOO_LARGE' });
});
