// A carrier that offers DCSA's own APIs and nothing else (N11; Booking 2.0, eBL 3.0): each document goes by its method to its path, the number of the
// request comes with the 202, a conflict is asked again as the same message, an error body is told, and a reference leads to no other place.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { carrier } from '../../src/channels/carrier/index.ts';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { DeliveryView } from '../../src/hub/exchange/contract.ts';
import { callText } from '../../src/hub/mapping/index.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith, until } from '../support/application.ts';
import { bookingContent, bookSpace, draftByWater, untilBooking } from '../support/bookings.ts';

const KEY = 'key-of-the-carrier';
const { application, trader, operator } = await applicationWith(['trader', 'operator']);
type Asked = {
  readonly what: string;
  readonly id: string;
  readonly key: string;
  readonly body: Record<string, unknown>;
};
type Answer = { readonly status: number; readonly body?: unknown };
const asked: Asked[] = [];
/** What it says next to that method; 202 without a word when nothing is left. */
const answers: Record<string, Answer[]> = {};
let server: Server;

before(async () => {
  server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({
        what: `${request.method} ${request.url}`,
        id: String(request.headers['x-message-id']),
        key: String(request.headers.authorization),
        body: JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>,
      });
      const { status, body } = answers[request.method ?? '']?.shift() ?? { status: 202 };
      reply.writeHead(status, { 'content-type': 'application/json' }).end(body ? JSON.stringify(body) : undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  application.endpoints.set('carrier', { url: `http://127.0.0.1:${port}/dcsa/`, key: KEY });
});
after(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));

let key: string | undefined;
/** Lightweight: the carrier's own numbers and nothing that leads to ours. */
async function say(id: string, time: string, data: object): Promise<void> {
  key ??= await application.unitOfWork.run(portico, (c) => issueChannelKey(c, 'carrier', 'booking api test'));
  const reply = await fetch(`${application.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ specversion: '1.0', id, type: 'org.dcsa.booking.v2', time, data }),
  });
  assert.ok(reply.ok, await reply.text());
}
const untilAsked = (what: string, times = 1) =>
  until(
    async () => asked.filter((one) => one.what === what),
    (all) => all.length >= times,
    `${times} times ${what}; asked was ${JSON.stringify(asked.map((one) => one.what))}`,
  );
const deadOf = (kind: string, about: RegExp) =>
  until(
    async () => (await operator.get<{ items: DeliveryView[] }>('/exchange/deliveries?channel=carrier&limit=100')).items,
    (all) => all.some((one) => one.documentKind === kind && about.test(one.attempts.at(-1)?.detail ?? '')),
    `a dead ${kind}: ${about}`,
  );

test('[N11][P3] a booking is created, changed and cancelled by DCSA’s own methods and paths, under the number that came with the 202', async () => {
  const request = 'RQ/7 é';
  const step = 'RQ%2F7%20%C3%A9';
  answers.POST = [{ status: 202, body: { carrierBookingRequestReference: request } }];
  const id = await draftByWater(trader, 'CLEAN-API-1');
  const { id: booking, reference } = await bookSpace(trader, id);
  const [created] = await untilAsked('POST /dcsa/v2/bookings');
  assert.equal(created?.key, `Bearer ${KEY}`);
  assert.equal(created?.body.bookingChannelReference, reference);
  // Said before or after the number is known: nothing but the 202 joins the two.
  await say('A1', '2026-11-26T02:00:00Z', { bookingStatus: 'RECEIVED', carrierBookingRequestReference: request });
  const received = await untilBooking(trader, id, (one) => one.state === 'received', 'the carrier has it');
  assert.deepEqual([received.requestReference, received.can], [request, ['amend', 'cancel']]);

  answers.PUT = [{ status: 409, body: { statusCode: 409 } }];
  const later = { ...bookingContent, departsOn: '2026-12-22' };
  await trader.send('PUT', `/carrier-bookings/${booking}`, { version: 1, content: later });
  const changed = await untilAsked(`PUT /dcsa/v2/bookings/${step}`, 2);
  assert.equal(new Set(changed.map((one) => one.id)).size, 1, 'the same message every time');
  assert.equal(changed[0]?.body.carrierBookingRequestReference, request);

  const numbered = { carrierBookingRequestReference: request, carrierBookingReference: 'BK-API-1' };
  await say('A2', '2026-11-26T03:00:00Z', { bookingStatus: 'CONFIRMED', ...numbered });
  await untilBooking(trader, id, (one) => one.state === 'confirmed', 'confirmed');
  answers.PATCH = [
    {
      status: 400,
      body: {
        httpMethod: 'PATCH',
        requestUri: '/v2/bookings/BK-API-1',
        statusCode: 400,
        statusCodeText: 'Bad Request',
        statusCodeMessage: 'the reason is too short',
        errorDateTime: '2026-11-26T03:30:00Z',
        errors: [
          { errorCode: 7003, property: 'reason', errorCodeText: 'incorrect value', errorCodeMessage: 'say more' },
        ],
      },
    },
  ];
  await trader.send('POST', `/carrier-bookings/${booking}/cancellation`, { reason: '买方取消' });
  const [cancelled] = await untilAsked('PATCH /dcsa/v2/bookings/BK-API-1');
  assert.deepEqual(cancelled?.body, { bookingCancellationStatus: 'CANCELLATION_RECEIVED', reason: '买方取消' });
  await deadOf('carrier.booking-cancellation', /^HTTP 400 the reason is too short; reason: incorrect value: say more$/);
});

test('[N11] before it is confirmed a booking is taken back by the number of the request; a reference that is no step of a path goes nowhere', async () => {
  answers.POST = [{ status: 202, body: { carrierBookingRequestReference: 'RQ-8' } }];
  const id = await draftByWater(trader, 'CLEAN-API-2');
  const { id: booking } = await bookSpace(trader, id);
  await say('B1', '2026-11-26T02:00:00Z', { bookingStatus: 'RECEIVED', carrierBookingRequestReference: 'RQ-8' });
  await untilBooking(trader, id, (one) => one.can.includes('cancel'), 'it may be taken back');
  await trader.send('POST', `/carrier-bookings/${booking}/cancellation`, { reason: '不要了' });
  const [taken] = await untilAsked('PATCH /dcsa/v2/bookings/RQ-8');
  assert.deepEqual(taken?.body, { bookingStatus: 'CANCELLED', reason: '不要了' });

  answers.POST = [{ status: 202, body: { carrierBookingRequestReference: '..' } }];
  const other = await draftByWater(trader, 'CLEAN-API-3');
  const { id: hostile } = await bookSpace(trader, other);
  await say('C1', '2026-11-26T02:00:00Z', { bookingStatus: 'RECEIVED', carrierBookingRequestReference: '..' });
  await untilBooking(trader, other, (one) => one.can.includes('cancel'), 'it has a number');
  await trader.send('POST', `/carrier-bookings/${hostile}/cancellation`, { reason: '不要了' });
  await deadOf('carrier.booking-cancellation', /no path/);
  assert.deepEqual(
    asked.filter((one) => !/^(POST|PUT|PATCH) \/dcsa\/v2\/bookings(\/[^/]+)?$/.test(one.what)),
    [],
  );
});

const yaml = path.join(import.meta.dirname, '../../../shared/samples/dcsa/EBL_v3.0.4.yaml');
test('[N11] what goes to a path of eBL 3.0 goes where the public definition has it', {
  skip: existsSync(yaml) ? false : 'the public definitions of DCSA are not here',
}, () => {
  let at = '';
  const known = readFileSync(yaml, 'utf-8')
    .split('\n')
    .flatMap((line) => {
      at = /^ {2}'?(\/v3\/[^':]+)'?:/.exec(line)?.[1] ?? at;
      const method = /^ {4}(get|post|put|patch|delete):/.exec(line)?.[1];
      return method ? [`${method.toUpperCase()} ${at}`] : [];
    });
  assert.ok(known.includes('PUT /v3/shipping-instructions/{documentReference}'), known.join());
  const ours = carrier.documents.flatMap(({ call, amends }) =>
    [call, amends].flatMap((one) => (one ? [callText(one)] : [])),
  );
  assert.deepEqual(
    ours.filter((one) => one.includes('/v3/') && !known.includes(one)),
    [],
  );
  assert.deepEqual(ours.filter((one) => one.includes('/v2/')).sort(), [
    'PATCH /v2/bookings/{bookingReference}',
    'POST /v2/bookings',
    'PUT /v2/bookings/{bookingReference}',
  ]);
});
