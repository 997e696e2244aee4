// One trace id from the form to the partners and back: given to the client, on every event, sent to every partner, on what they answer,
// found by the operator, in the log; and nobody but a program with a key may name it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { DeliveryView, InboundView } from '../../src/hub/exchange/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { readEventsOf } from '../../src/runtime/outbox/store.ts';
import { createLog } from '../../src/runtime/telemetry/log.ts';
import { type Client, signIn, startTestApplication, type TestApplication, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';

const lines: Record<string, unknown>[] = [];
let application: TestApplication;
let trader: Client;
let office: Client;
before(async () => {
  const log = createLog({ level: 'info', to: { write: (line) => lines.push(JSON.parse(line)) } });
  application = await startTestApplication({ log });
  trader = await signIn(application, 'trader');
  office = await signIn(application, 'operator');
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

const theirs = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${theirs}-00f067aa0ba902b7-01`;
const traceOf = (reply: Response) => reply.headers.get('trace-id') ?? '';
const listed = <T>(what: string, traceId: string) =>
  office.get<{ items: T[] }>(`/exchange/${what}?traceId=${traceId}&limit=100`).then(({ items }) => items);

async function submit(headers: Record<string, string>): Promise<{ id: string; traceId: string }> {
  const form = railImport(`CLEAN-TRACE-${lines.length}`);
  const draft = await trader.send<ShipmentView>('POST', '/shipments', {
    from: 'empty',
    direction: form.direction,
    transportMode: form.transportMode,
  });
  const { revision } = await trader.send<{ revision: number }>('PUT', `/shipments/${draft.id}/form`, {
    form,
    revision: draft.revision,
  });
  const reply = await fetch(`${application.url}/api/v1/shipments/${draft.id}/submit`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ revision }),
  });
  assert.equal(reply.status, 201, await reply.clone().text());
  return { id: draft.id, traceId: traceOf(reply) };
}
const closed = (id: string) =>
  until(
    () => trader.get<ShipmentView>(`/shipments/${id}`),
    (shipment) => shipment.state === 'closed',
    'the end of the case',
    40_000,
  );

test('[P3] the trace of a submission is that of its documents, of what partners saw, of their answers and of what follows', async () => {
  const { id, traceId } = await submit({ cookie: trader.cookie });
  assert.match(traceId, /^[0-9a-f]{32}$/);
  await closed(id);
  const deliveries = await listed<DeliveryView>('deliveries', traceId);
  assert.ok(deliveries.length >= 5, String(deliveries.length));
  assert.ok(deliveries.every((one) => one.traceId === traceId && one.shipmentId === id));
  for (const one of deliveries) {
    const partner = application.simulators.find((simulator) => simulator.id === one.channel);
    const { accepted } = (await (await fetch(`${partner?.url}ledger`)).json()) as {
      accepted: { messageId: string; traceparent?: string }[];
    };
    const seen = accepted.find((message) => message.messageId === one.documentId)?.traceparent;
    assert.match(seen ?? '', new RegExp(`^00-${traceId}-[0-9a-f]{16}-00$`), one.documentKind);
  }
  const messages = await listed<InboundView>('messages', traceId);
  const answering = new Set(messages.map((message) => message.channel));
  assert.ok(answering.has('customs') && answering.has('border-inspection'), [...answering].join());
  assert.ok(messages.every((message) => message.traceId === traceId));
  const events = await application.unitOfWork.read(portico, ({ db }) => readEventsOf(db, id, 0, 1000));
  const drafted = events.find((event) => event.type === 'shipment.drafted');
  assert.notEqual(drafted?.traceId, traceId, 'another request, another trace');
  const ended = events.findIndex((one) => one.type === 'shipment.closed');
  assert.ok(ended > 0);
  for (const type of ['shipment.submitted', 'document.dispatched', 'document.delivered', 'document.answered'])
    for (const event of events.slice(0, ended).filter((one) => one.type === type))
      assert.equal(event.traceId, traceId, type);
  // What the end of the case sends follows from the last gate-out, which came with a trace of its own.
  const last = events.slice(ended).filter((one) => one.type === 'document.dispatched');
  assert.ok(last.length > 0 && last.every((one) => one.traceId === events[ended]?.traceId));
  for (const type of ['instruction.received', 'disposition.changed', 'release.granted'])
    assert.ok(
      events.some((event) => event.type === type && event.traceId === traceId),
      type,
    );
  const said = lines.filter((line) => line.traceId === traceId);
  assert.ok(said.some((line) => line.msg === 'request' && line.route === '/api/v1/shipments/:id/submit'));
  assert.equal(
    said.filter((line) => line.msg === 'attempt' && line.outcome === 'delivered').length,
    deliveries.length,
    'one line per attempt',
  );
  const joined = said.filter((line) => line.msg === 'joined');
  assert.ok(joined.length > 0);
  for (const { from } of joined)
    assert.ok(
      lines.some((line) => line.msg === 'request' && line.traceId === from),
      'a message leads back to the request it came with',
    );
});

test('[P3] a program with a key may bring its trace, and a malformed one is not taken', async () => {
  const key = await trader.send<{ secret: string }>('POST', '/api-keys', { name: 'traced ERP' }, 201);
  const authorization = `Bearer ${key.secret}`;
  const { id, traceId } = await submit({ authorization, traceparent });
  assert.equal(traceId, theirs);
  await until(
    () => listed<DeliveryView>('deliveries', theirs),
    (items) => items.some((one) => one.shipmentId === id && one.state === 'delivered'),
    'a delivery with the trace of the program',
  );
  const malformed = await fetch(`${application.url}/api/v1/shipments`, {
    headers: { authorization, traceparent: `00-${'0'.repeat(32)}-00f067aa0ba902b7-01` },
  });
  assert.match(traceOf(malformed), /^(?!0{32})[0-9a-f]{32}$/);
});

test('[P3] nobody else may: a stranger could lead his request into somebody’s trace', async () => {
  const asked = await trader.raw('GET', '/shipments', undefined, { traceparent });
  assert.notEqual(traceOf(asked), theirs);
  const unknown = await fetch(`${application.url}/api/v1/shipments`, {
    headers: { authorization: 'Bearer pk_00000000_nobody', traceparent },
  });
  assert.equal(unknown.status, 401);
  assert.notEqual(traceOf(unknown), theirs);
});

test('[P12] every reply names its trace, and a problem says the same one', async () => {
  for (const at of ['/api/v1/nowhere', '/api/v1/shipments', `/api/v1/shipments/${'x'.repeat(300)}`, '/api/v1/%zz']) {
    const reply = await fetch(application.url + at);
    const { traceId } = (await reply.json()) as { traceId: string };
    assert.match(traceId, /^[0-9a-f]{32}$/, at);
    assert.equal(traceOf(reply), traceId, at);
  }
  for (const at of ['/api/v1/openapi.json', '/healthz'])
    assert.match(traceOf(await fetch(application.url + at)), /^[0-9a-f]{32}$/, at);
  const live = await trader.raw('GET', '/events');
  assert.match(traceOf(live), /^[0-9a-f]{32}$/);
  await live.body?.cancel();
});

test('[P3] a partner’s own trace stays with a message that answers nothing of ours', async () => {
  const key = await application.unitOfWork.run(portico, (c) => issueChannelKey(c, 'carrier', 'trace test'));
  const mine = 'aaaabbbbccccddddeeeeffff00001111';
  const reply = await fetch(`${application.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, traceparent: `00-${mine}-00f067aa0ba902b7-01` },
    body: 'nothing anybody could read',
  });
  assert.equal(reply.status, 201, await reply.clone().text());
  assert.equal(traceOf(reply), mine);
  await until(
    () => listed<InboundView>('messages', mine),
    ([message]) => message?.state === 'quarantined' && message.traceId === mine,
    'the message in quarantine under its trace',
  );
});
