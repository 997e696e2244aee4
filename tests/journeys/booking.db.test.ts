// Space booked with an ocean carrier over the wire (N11; DCSA Booking 2.0): asked for before anything is filed, confirmed, amended and cancelled; no
// filing books, and a confirmed number is offered and not written.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { InboundView } from '../../src/hub/exchange/contract.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import {
  bookingContent,
  bookingsOf,
  bookSpace,
  draftByWater,
  untilBooking,
  untilConfirmed,
} from '../support/bookings.ts';
import { railImport, waterExport } from '../support/forms.ts';
import { pluggedChannel } from '../support/plugged.ts';

const { application, trader, trader2, customs, broker, operator } = await applicationWith([
  'trader',
  'trader2',
  'customs',
  'broker',
  'operator',
]);

const sentOf = async (id: string, kind: string) => {
  const { items } = await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`);
  const found = items.find((one) => one.kind === kind);
  const reply = await trader.raw('GET', `/documents/${found?.id}/content`);
  return (await reply.json()) as Record<string, unknown>;
};
const timeline = async (id: string) =>
  (await trader.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline?limit=200`)).items;

test('[N11] space is booked for a draft: what the form knows is suggested, the carrier confirms, its number is offered for the form and filed with it', async () => {
  const id = await draftByWater(trader, 'CLEAN-BOOKING-1', { nextPort: 'CNSHA' });
  const { suggested, mayBook, items } = await bookingsOf(trader, id);
  assert.deepEqual([mayBook, items.length, suggested?.from, suggested?.to], [true, 0, 'CNCKG', 'CNSHA']);
  assert.deepEqual(suggested?.equipment, [{ isoCode: '22G1', units: 1, shipperOwned: false }]);
  assert.equal(suggested?.cargo?.[0]?.grossMassKg, '2100');
  const asked = await bookSpace(trader, id);
  assert.match(asked.reference, /^PT\d{13}-B1$/);
  assert.deepEqual(asked.can, [], 'nothing can be changed before the carrier has told its number');
  const booking = await untilConfirmed(trader, id);
  assert.match(booking.bookingReference ?? '', /^BK/);
  assert.deepEqual(
    booking.plan.map((leg) => `${leg.from}-${leg.to}`),
    ['CNCKG-CNSHA', 'CNSHA-SGSIN'],
  );
  assert.deepEqual(
    booking.cutOffs.map((one) => one.code),
    ['DCO', 'FCO'],
  );
  const body = await sentOf(id, 'carrier.booking');
  assert.equal(body.bookingChannelReference, asked.reference);
  assert.deepEqual(body.references, [{ type: 'CR', value: 'CLEAN-BOOKING-1' }]);
  assert.deepEqual(body.requestedEquipments, [
    {
      ISOEquipmentCode: '22G1',
      units: 1,
      isShipperOwned: false,
      commodities: [
        {
          commodityType: 'Parts of notebooks',
          HSCodes: ['847330'],
          cargoGrossWeight: { value: 2100, unit: 'KGM' },
          outerPackaging: { numberOfPackages: 80 },
        },
      ],
    },
  ]);
  // Offered, and not written by itself.
  const before = await trader.get<ShipmentView>(`/shipments/${id}`);
  assert.equal(before.form.bookingNumber, undefined);
  assert.equal((await bookingsOf(trader, id)).offered, booking.bookingReference);
  const saved = await trader.send<{ revision: number }>('PUT', `/shipments/${id}/form`, {
    form: { ...before.form, bookingNumber: booking.bookingReference },
    revision: before.revision,
  });
  assert.equal((await bookingsOf(trader, id)).offered, undefined);
  await trader.send('POST', `/shipments/${id}/submit`, { revision: saved.revision });
  const kinds = await until(
    async () => (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items.map((d) => d.kind),
    (all) => all.includes('carrier.shipping-instructions'),
    'the shipping instructions go',
  );
  assert.equal(kinds.filter((kind) => kind === 'carrier.booking').length, 1, 'filing books nothing');
  const told = (await timeline(id)).filter((entry) => entry.type.startsWith('carriage.')).map((entry) => entry.text.zh);
  assert.ok(
    told.some((text) => text.includes(`已确认 ${booking.bookingReference}`)),
    told.join('\n'),
  );
  // What is booked, and with whom, is no other party's business.
  const theirs = (await customs.get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline?limit=200`)).items;
  assert.ok(theirs.length > 0 && !theirs.some((entry) => entry.type.startsWith('carriage.')));
  assert.equal((await trader2.raw('GET', `/shipments/${id}/carrier-bookings`)).status, 404);
  await broker.send('POST', `/shipments/${id}/carrier-bookings`, bookingContent, 404);
});

test('[N11] the carrier wants another day: updated before it is confirmed, and of two who change it the second is told', async () => {
  const id = await draftByWater(trader, 'SPACE-BOOKING-2');
  await bookSpace(trader, id);
  const wanted = await untilBooking(trader, id, (one) => one.state === 'pending-update', 'an update is wanted');
  assert.deepEqual(wanted.can, ['amend', 'cancel']);
  assert.equal(wanted.feedbacks[0]?.field, '$.expectedDepartureDate');
  const change = { version: 1, content: { ...bookingContent, departsOn: '2026-12-22' } };
  const changed = await trader.send<{ version: number; updating: boolean }>(
    'PUT',
    `/carrier-bookings/${wanted.id}`,
    change,
  );
  assert.deepEqual([changed.version, changed.updating], [2, true]);
  await trader.send('PUT', `/carrier-bookings/${wanted.id}`, change, 409);
  const confirmed = await untilConfirmed(trader, id);
  assert.equal(confirmed.updating, false);
  const body = await sentOf(id, 'carrier.booking-update');
  assert.equal(body.carrierBookingRequestReference, wanted.requestReference);
  assert.equal(body.carrierBookingReference, undefined);
  assert.equal(body.expectedDepartureDate, '2026-12-22');
});

test('[N11] a confirmed booking is amended and cancelled with the carrier’s consent; who refuses leaves it standing', async () => {
  const id = await draftByWater(trader, 'NOCANCEL-BOOKING-3');
  await bookSpace(trader, id);
  const { id: booking } = await untilConfirmed(trader, id);
  await trader.send('PUT', `/carrier-bookings/${booking}`, {
    version: 1,
    content: { ...bookingContent, equipment: [{ isoCode: '22G1', units: 2, shipperOwned: false }] },
  });
  await untilBooking(trader, id, (one) => one.amendment === 'confirmed', 'the amendment is agreed to');
  await trader.send('POST', `/carrier-bookings/${booking}/cancellation`, { reason: '买方推迟提货' });
  const kept = await untilBooking(trader, id, (one) => one.cancellation === 'declined', 'the cancellation is declined');
  assert.deepEqual([kept.state, kept.can], ['confirmed', ['amend', 'cancel']]);
  assert.equal((await sentOf(id, 'carrier.booking-cancellation')).bookingCancellationStatus, 'CANCELLATION_RECEIVED');

  const other = await draftByWater(trader, 'CLEAN-BOOKING-4');
  await bookSpace(trader, other);
  const confirmed = await untilConfirmed(trader, other);
  await trader.send('POST', `/carrier-bookings/${confirmed.id}/cancellation`, { reason: '买方取消' });
  const gone = await untilBooking(trader, other, (one) => one.state === 'cancelled', 'cancelled');
  assert.deepEqual([gone.cancellation, gone.can], ['confirmed', []]);
  assert.equal((await bookingsOf(trader, other)).offered, undefined, 'a number that holds no more is not offered');
  await trader.send('POST', `/carrier-bookings/${confirmed.id}/cancellation`, { reason: '再次' }, 409);
});

test('[N11] no room, and a sailing that falls out: the case shows it with the carrier’s words', async () => {
  const none = await draftByWater(trader, 'NOSPACE-BOOKING-5');
  await bookSpace(trader, none);
  const rejected = await untilBooking(trader, none, (one) => one.state === 'rejected', 'rejected');
  assert.match(rejected.feedbacks[0]?.text ?? '', /no space/);
  const second = await bookSpace(trader, none);
  assert.match(second.reference, /-B2$/);
  const rolled = await draftByWater(trader, 'ROLLED-BOOKING-6');
  await bookSpace(trader, rolled);
  await untilBooking(trader, rolled, (one) => one.state === 'declined', 'declined');
});

test('[N11][P10] what is incomplete, not by water or over is refused, naming field, value and rule', async () => {
  const id = await draftByWater(trader, 'CLEAN-BOOKING-7');
  const refused = async (content: object) =>
    (await trader.send('POST', `/shipments/${id}/carrier-bookings`, content, 400)) as {
      code: string;
      text: { zh: string };
    };
  const { contractReference: _, ...unpriced } = bookingContent;
  assert.match((await refused(unpriced)).text.zh, /contractReference/);
  assert.match((await refused({ ...bookingContent, to: 'CNCKG' })).text.zh, /to.*CNCKG/);
  assert.match((await refused({ ...bookingContent, departsOn: undefined })).text.zh, /departsOn/);
  const [cargo] = bookingContent.cargo;
  assert.match(
    (await refused({ ...bookingContent, cargo: [{ ...cargo, grossMassKg: '0' }] })).text.zh,
    /grossMassKg.*“0”/,
  );
  const { id: byRail } = await fileShipment(trader, railImport('SILENT-BOOKING-8'));
  assert.equal(
    ((await trader.send('POST', `/shipments/${byRail}/carrier-bookings`, bookingContent, 409)) as { code: string })
      .code,
    'CARRIAGE_NOT_BY_WATER',
  );
  const filed = await fileShipment(trader, { ...waterExport('SILENT-BOOKING-9'), voyageNumber: '2650E' });
  await trader.send('POST', `/shipments/${filed.id}/withdrawal`, { reason: '不出口了' });
  assert.equal(
    ((await trader.send('POST', `/shipments/${filed.id}/carrier-bookings`, bookingContent, 409)) as { code: string })
      .code,
    'CARRIAGE_CASE_ENDED',
  );
});

test('[N11][P3] words in any order: one that names only the carrier’s number waits for the one that names ours, and says it once', async () => {
  const id = await draftByWater(trader, 'SILENT-BOOKING-10');
  const { reference } = await bookSpace(trader, id);
  const key = await application.unitOfWork.run(portico, (c) => issueChannelKey(c, 'carrier', 'booking test'));
  const say = async (number: string, time: string, data: object) => {
    const reply = await fetch(`${application.url}/api/v1/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ specversion: '1.0', id: number, type: 'org.dcsa.booking.v2', time, data }),
    });
    assert.ok(reply.ok, await reply.text());
  };
  const request = { carrierBookingRequestReference: 'RQ-ORDER-1' };
  const confirmed = { bookingStatus: 'CONFIRMED', ...request, carrierBookingReference: 'BK-ORDER-1' };
  await say('W2', '2026-11-26T03:00:00Z', confirmed);
  await until(
    async () => (await operator.get<{ items: InboundView[] }>('/exchange/messages?channel=carrier&limit=100')).items,
    (all) => all.some((one) => one.partnerMessageId === 'W2' && one.state === 'interpreted'),
    'the word is read',
  );
  assert.equal((await bookingsOf(trader, id)).items[0]?.state, 'requested');
  await say('W1', '2026-11-26T02:00:00Z', {
    bookingStatus: 'RECEIVED',
    ...request,
    booking: { bookingChannelReference: reference },
  });
  const booking = await untilConfirmed(trader, id);
  assert.equal(booking.bookingReference, 'BK-ORDER-1');
  await say('W3', '2026-11-26T03:00:00Z', confirmed);
  await say('W4', '2026-11-26T04:00:00Z', { ...confirmed, bookingStatus: 'COMPLETED' });
  await untilBooking(trader, id, (one) => one.state === 'completed', 'completed');
  const told = (await timeline(id)).filter((entry) => entry.type === 'carriage.booking-changed');
  assert.equal(told.length, 2);
});

test('[N11] a word without a state of DCSA, or without a number, is no word', () => {
  const read = (data: object) =>
    pluggedChannel('carrier').interpret({
      bytes: Buffer.from(
        JSON.stringify({
          specversion: '1.0',
          id: 'B1',
          type: 'org.dcsa.booking.v2',
          time: '2026-11-26T02:00:00Z',
          data,
        }),
      ),
    });
  const whole = { bookingStatus: 'CONFIRMED', carrierBookingReference: 'BK1' };
  assert.deepEqual(
    read(whole).facts.map((one) => one.fact),
    ['booking-told', 'tracked'],
  );
  for (const wrong of [
    { bookingStatus: 'PERHAPS', carrierBookingReference: 'BK1' },
    { bookingStatus: 'CONFIRMED' },
    { ...whole, amendedBookingStatus: 'AMENDMENT_LOST' },
    { ...whole, booking: { shipmentCutOffTimes: [{ cutOffDateTimeCode: 'DCO', cutOffDateTime: '2026-11-26' }] } },
  ])
    assert.throws(() => read(wrong), /DCSA/, JSON.stringify(wrong));
});
