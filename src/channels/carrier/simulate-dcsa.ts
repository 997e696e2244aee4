// An ocean carrier for demo and tests (N11): takes shipping instructions and answers as DCSA's provider does; under `TRACK` it moves its departure and
// tells where the boxes are.
import type { SimulatorReaction, SimulatorWorld } from '../../hub/mapping/contract.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { plusMs } from '../../kernel/instant.ts';
import { decodeText } from '../../runtime/codec/charset.ts';

type Later = SimulatorReaction['later'][number];
type Reference = { readonly type: string; readonly value: string };
type Instructions = {
  readonly shippingInstructionsReference?: string;
  readonly references?: readonly Reference[];
  readonly consignmentItems?: readonly { readonly carrierBookingReference?: string }[];
};
const HOUR_MS = 3_600_000;
const json = (afterMs: number, name: string, body: unknown): Later => ({
  afterMs,
  message: { bytes: Buffer.from(JSON.stringify(body)), contentType: 'application/json', fileName: `${name}.json` },
});

/** A CloudEvent of DCSA. `source`: what its number begins with. */
export function notification(
  world: SimulatorWorld,
  afterMs: number,
  { type, source }: { readonly type: string; readonly source: string },
  data: object,
): Later {
  const serial = world.next();
  return json(afterMs, `notification-${serial}`, {
    specversion: '1.0',
    id: `${source}-${serial}`,
    source: 'https://carrier.simulated/',
    type: `org.dcsa.${type}`,
    time: plusMs(world.now, afterMs),
    datacontenttype: 'application/json',
    subscriptionReference: 'PORTICO',
    data,
  });
}

export const instructionsIn = (bytes: Uint8Array): Instructions =>
  JSON.parse(decodeText(bytes, 'utf-8')) as Instructions;
export const referenceOf = ({ references = [] }: Instructions, type: string): string =>
  references.find((one) => one.type === type)?.value ?? '';

const bookingOf = (sent: Instructions): string => sent.consignmentItems?.[0]?.carrierBookingReference ?? '';
export function carriersReference(bytes: Uint8Array): string {
  const sent = instructionsIn(bytes);
  return `SI${sha256Hex(referenceOf(sent, 'SI') || bookingOf(sent))
    .slice(0, 12)
    .toUpperCase()}`;
}

export function answerInstructions(bytes: Uint8Array, scenario: string, world: SimulatorWorld): readonly Later[] {
  const sent = instructionsIn(bytes);
  const ours = referenceOf(sent, 'SI');
  const booking = bookingOf(sent);
  const reference = carriersReference(bytes);
  const notify = (afterMs: number, type: string, data: object): Later =>
    notification(world, afterMs, { type: `${type}.v3`, source: reference }, data);
  const about = (state: string, more: object = {}) => ({
    shippingInstructionsStatus: state,
    shippingInstructionsReference: reference,
    shippingInstructions: { ...sent, shippingInstructionsStatus: state },
    ...more,
  });
  if (scenario === 'BOOKING' && !world.memory.has(`booking ${ours}`)) {
    world.memory.set(`booking ${ours}`, booking);
    const feedbacks = [
      {
        severity: 'ERROR',
        code: 'PROPERTY_VALUE_MUST_CHANGE',
        message: `booking ${booking} not found`,
        jsonPath: '$.consignmentItems[0].carrierBookingReference',
      },
    ];
    return [notify(400, 'shipping-instructions', about('PENDING_UPDATE', { feedbacks }))];
  }
  const bill = { transportDocumentReference: `BL${reference.slice(2)}`, shippingInstructionsReference: reference };
  return [
    notify(300, 'shipping-instructions', about(sent.shippingInstructionsReference ? 'UPDATE_RECEIVED' : 'RECEIVED')),
    notify(700, 'transport-document', { transportDocumentStatus: 'DRAFT', ...bill }),
    notify(1100, 'transport-document', { transportDocumentStatus: 'ISSUED', ...bill }),
  ];
}

export type Carried = {
  readonly vessel: string;
  readonly voyage: string;
  readonly bill: string;
  readonly boxes: readonly string[];
};
/** A schedule, then what happens to the boxes. */
export function trackVessel({ vessel, voyage, bill, boxes }: Carried, world: SimulatorWorld): readonly Later[] {
  const call = {
    transportCallReference: `SR00000A-${vessel}-${voyage}-CNCKG`,
    carrierImportVoyageNumber: voyage,
    carrierExportVoyageNumber: voyage,
    location: { locationType: 'UNLO', locationName: 'Guoyuan', UNLocationCode: 'CNCKG' },
    timestamps: [
      { eventTypeCode: 'DEPA', eventClassifierCode: 'PLN', eventDateTime: plusMs(world.now, 96 * HOUR_MS) },
      {
        eventTypeCode: 'DEPA',
        eventClassifierCode: 'EST',
        eventDateTime: plusMs(world.now, 72 * HOUR_MS),
        changeRemark: 'earlier',
      },
    ],
  };
  const schedule = {
    carrierServiceName: 'Yangtze feeder (simulated)',
    carrierServiceCode: 'YZ1',
    vesselSchedules: [
      {
        vesselOperatorSMDGLinerCode: 'SIM',
        vesselIMONumber: vessel,
        vesselName: 'MIN SHENG 1',
        isDummyVessel: false,
        transportCalls: [call],
      },
    ],
  };
  const event = (afterMs: number, more: object) => ({
    eventID: `${sha256Hex(`${bill} ${world.next()}`).slice(0, 32)}`,
    eventCreatedDateTime: plusMs(world.now, afterMs),
    eventDateTime: plusMs(world.now, afterMs),
    eventClassifierCode: 'ACT',
    documentReferences: [{ documentReferenceType: 'TRD', documentReferenceValue: bill }],
    transportCall: {
      exportVoyageNumber: voyage,
      modeOfTransport: 'BARGE',
      vessel: { vesselIMONumber: vessel, vesselName: 'MIN SHENG 1' },
      location: { locationName: 'Guoyuan', UNLocationCode: 'CNCKG' },
    },
    ...more,
  });
  const ofBoxes = (afterMs: number, code: string) =>
    boxes.map((equipmentReference) =>
      event(afterMs, {
        eventType: 'EQUIPMENT',
        equipmentEventTypeCode: code,
        equipmentReference,
        ISOEquipmentCode: '22G1',
      }),
    );
  return [
    json(400, 'schedule', [schedule]),
    ...(boxes.length > 0
      ? [
          json(800, 'events-1', ofBoxes(800, 'GTIN')),
          json(1200, 'events-2', ofBoxes(1200, 'LOAD')),
          json(1300, 'events-3', ofBoxes(1300, 'DISC')),
        ]
      : []),
    json(
      1600,
      'events-4',
      event(1600, {
        eventType: 'TRANSPORT',
        transportEventTypeCode: 'DEPA',
        eventClassifierCode: 'EST',
        eventDateTime: plusMs(world.now, 70 * HOUR_MS),
      }),
    ),
    json(
      1800,
      'events-5',
      event(1800, { eventType: 'SHIPMENT', shipmentEventTypeCode: 'ISSU', documentTypeCode: 'TRD', documentID: bill }),
    ),
    json(1900, 'booking', {
      specversion: '1.0',
      id: `BK-${sha256Hex(bill).slice(0, 12)}-${world.next()}`,
      source: 'https://carrier.simulated/',
      type: 'org.dcsa.booking.v2',
      time: plusMs(world.now, 1900),
      data: { bookingStatus: 'CONFIRMED', carrierBookingReference: bill },
    }),
  ];
}
