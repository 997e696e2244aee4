// An ocean carrier's booking desk for demo and tests (N11): answers requests, changes and cancellations as DCSA's provider does. `SPACE` wants another
// day first, `NOSPACE` has no room, `ROLLED` takes a confirmed booking back, `NOCANCEL` does not agree to a cancellation.
import type { SimulatorReaction, SimulatorWorld } from '../../hub/mapping/contract.ts';
import type { Call } from '../../kernel/call.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { plusMs } from '../../kernel/instant.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import { findApiFault, jsonAnswer, referenceOfCall, remember } from './simulate-api.ts';
import { notification } from './simulate-dcsa.ts';

type Later = SimulatorReaction['later'][number];
type Location = { readonly location?: { readonly UNLocationCode?: string }; readonly locationTypeCode?: string };
type Sent = {
  readonly bookingChannelReference?: string;
  readonly references?: readonly { readonly type: string; readonly value: string }[];
  readonly shipmentLocations?: readonly Location[];
  readonly bookingStatus?: string;
};
const DAY_MS = 86_400_000;
const bookingIn = (bytes: Uint8Array): Sent => JSON.parse(decodeText(bytes, 'utf-8')) as Sent;
export const isBooking = (kind: string): boolean => kind.startsWith('carrier.booking');
const customerOf = (sent: Sent): string => sent.references?.find((one) => one.type === 'CR')?.value ?? '';
/** A cancellation says nothing of what it cancels but in its path. */
export const referenceOfBooking = (
  received: { readonly bytes: Uint8Array; readonly kind: string; readonly call?: Call },
  memory?: ReadonlyMap<string, string>,
): string => customerOf(bookingIn(received.bytes)) || referenceOfCall(received, memory);

type Received = {
  readonly bytes: Uint8Array;
  readonly kind: string;
  readonly scenario: string;
  readonly call?: Call;
};
/** 202 at once: with the number of the request where it is new, without a word where it is known (DCSA). */
export function takeBooking(received: Received, world: SimulatorWorld): SimulatorReaction {
  const fault = findApiFault(received, world);
  if (fault) return fault;
  const sent = bookingIn(received.bytes);
  const named = numbersOf(sent.bookingChannelReference ?? '', received.call?.path.at(-1) ?? '');
  const later = answerBooking(received, named, world);
  if (received.kind !== 'carrier.booking') return { status: 202, later };
  remember(world.memory, Object.values(named), customerOf(sent));
  return { status: 202, answer: jsonAnswer({ carrierBookingRequestReference: named.request }), later };
}
/** Of the same booking, whichever number a path names it by. */
function numbersOf(ours: string, named: string): { readonly request: string; readonly number: string } {
  const [, known] = /^(?:RQ|BK)([0-9A-F]{10})$/.exec(named) ?? [];
  const serial =
    known ??
    sha256Hex(ours || named)
      .slice(0, 10)
      .toUpperCase();
  return { request: `RQ${serial}`, number: `BK${serial}` };
}

function answerBooking(
  { bytes, kind, scenario, call }: Received,
  named: ReturnType<typeof numbersOf>,
  world: SimulatorWorld,
): readonly Later[] {
  const sent = bookingIn(bytes);
  const ours = sent.bookingChannelReference ?? '';
  const request = { carrierBookingRequestReference: named.request };
  const number = { carrierBookingReference: named.number };
  const notify = (afterMs: number, bookingStatus: string, more: object = {}): Later =>
    notification(
      world,
      afterMs,
      { type: 'booking.v2', source: request.carrierBookingRequestReference },
      { bookingStatus, ...request, ...more },
    );
  const whole = { booking: { ...sent, bookingChannelReference: ours } };
  const confirmed = (afterMs: number, more: object = {}): Later =>
    notify(afterMs, 'CONFIRMED', { ...number, ...more, booking: { ...whole.booking, ...planOf(sent, world) } });
  if (kind === 'carrier.booking-cancellation') {
    if (sent.bookingStatus === 'CANCELLED') return [notify(400, 'CANCELLED')];
    const received = notify(300, 'CONFIRMED', { ...number, bookingCancellationStatus: 'CANCELLATION_RECEIVED' });
    return scenario === 'NOCANCEL'
      ? [received, notify(700, 'CONFIRMED', { ...number, bookingCancellationStatus: 'CANCELLATION_DECLINED' })]
      : [received, notify(700, 'CANCELLED', { ...number, bookingCancellationStatus: 'CANCELLATION_CONFIRMED' })];
  }
  if (kind === 'carrier.booking-update')
    return call?.path.at(-1) !== named.request
      ? [
          notify(300, 'CONFIRMED', { ...number, amendedBookingStatus: 'AMENDMENT_RECEIVED' }),
          confirmed(700, { amendedBookingStatus: 'AMENDMENT_CONFIRMED' }),
        ]
      : [notify(300, 'UPDATE_RECEIVED', whole), confirmed(700)];
  const received = notify(300, 'RECEIVED', whole);
  if (scenario === 'NOSPACE')
    return [
      received,
      notify(700, 'REJECTED', { feedbacks: [feedback('no space left on the service in that week', '$')] }),
    ];
  if (scenario === 'SPACE')
    return [
      received,
      notify(700, 'PENDING_UPDATE', {
        feedbacks: [feedback('no departure on that day, the next is two days later', '$.expectedDepartureDate')],
      }),
    ];
  const declined = notify(1500, 'DECLINED', {
    ...number,
    feedbacks: [feedback('the sailing was cancelled', '$.vessel')],
  });
  return [received, confirmed(700), ...(scenario === 'ROLLED' ? [declined] : [])];
}

const feedback = (message: string, jsonPath: string) => ({
  severity: 'ERROR',
  code: 'PROPERTY_VALUE_MUST_CHANGE',
  message,
  jsonPath,
});

/** Down the river by barge, then on the ocean vessel. */
function planOf(sent: Sent, world: SimulatorWorld) {
  const at = (type: string) =>
    sent.shipmentLocations?.find((one) => one.locationTypeCode === type)?.location?.UNLocationCode;
  const day = (days: number) => plusMs(world.now, days * DAY_MS).slice(0, 10);
  const [from, over, to] = [at('PRE') ?? 'CNCKG', 'CNSHA', at('PDE') ?? 'SGSIN'];
  const leg = (
    transportPlanStage: string,
    place: readonly [string, string],
    days: readonly [number, number],
    by: object,
  ) => ({
    transportPlanStage,
    transportPlanStageSequenceNumber: transportPlanStage === 'PRC' ? 1 : 2,
    loadLocation: { UNLocationCode: place[0] },
    dischargeLocation: { UNLocationCode: place[1] },
    plannedDepartureDate: day(days[0]),
    plannedArrivalDate: day(days[1]),
    ...by,
  });
  return {
    transportPlan: [
      leg('PRC', [from, over], [5, 14], { modeOfTransport: 'BARGE', vesselName: 'MIN SHENG 1' }),
      leg('MNC', [over, to], [16, 24], { vesselName: 'XIN CHONGQING', carrierExportVoyageNumber: '126S' }),
    ],
    shipmentCutOffTimes: [
      { cutOffDateTimeCode: 'DCO', cutOffDateTime: plusMs(world.now, 3 * DAY_MS) },
      { cutOffDateTimeCode: 'FCO', cutOffDateTime: plusMs(world.now, 4 * DAY_MS) },
    ],
  };
}
