// Space asked for, changed and taken back (N11): DCSA Booking 2.0, `CreateBooking` (POST /v2/bookings), `UpdateBooking` and `CancelBookingRequest`
// (PUT and PATCH /v2/bookings/{bookingReference}). A slice: what the booking dialog asks.
import type { CallDefinition, DocumentDefinition, FieldMapping, MappedField } from '../../hub/mapping/contract.ts';
import { isDecimal, toScale } from '../../kernel/decimal.ts';
import { jsonDocument, lookUp } from './mapped-fields.ts';

/** Of ours, said back in notifications: `bookingChannelReference` has 20 characters; `CR` is the customer's own number. */
const names: readonly FieldMapping[] = [
  { target: 'bookingChannelReference', from: ['carriage.reference'], always: true, length: '20', required: true },
  { target: 'references/value', from: ['traderReference', 'dispatch.shipmentNumber'], always: true, length: '35' },
];
const theirs: readonly FieldMapping[] = [
  { target: 'carrierBookingRequestReference', from: ['carriage.requestReference'], length: '100' },
  { target: 'carrierBookingReference', from: ['carriage.bookingReference'], length: '35' },
];
/** The carrier's number once he has given one, until then the number of the request (bookingReferencePathParam). */
const ofBooking: CallDefinition['path'] = [
  'v2',
  'bookings',
  { name: 'bookingReference', from: ['carrierBookingReference', 'carrierBookingRequestReference'] },
];
const head: readonly (readonly [target: string, from: string, length?: string])[] = [
  ['serviceContractReference', 'contractReference', '30'],
  ['contractQuotationReference', 'quotationReference', '35'],
  ['carrierServiceCode', 'serviceCode', '11'],
  ['vessel/name', 'vesselName', '50'],
  ['vessel/vesselIMONumber', 'vesselImo', '8'],
  ['carrierExportVoyageNumber', 'voyage', '50'],
  ['receiptTypeAtOrigin', 'receiptType', '3'],
  ['deliveryTypeAtDestination', 'deliveryType', '3'],
  ['cargoMovementTypeAtOrigin', 'originMovement', '3'],
  ['cargoMovementTypeAtDestination', 'destinationMovement', '3'],
  ['freightPaymentTermCode', 'freight', '3'],
  ['shipmentLocations/PRE', 'from', '5'],
  ['shipmentLocations/POL', 'loadPort', '5'],
  ['shipmentLocations/POD', 'dischargePort', '5'],
  ['shipmentLocations/PDE', 'to', '5'],
  ['expectedDepartureDate', 'departsOn', '10'],
  ['expectedArrivalAtPlaceOfDeliveryStartDate', 'arrivesFrom', '10'],
  ['expectedArrivalAtPlaceOfDeliveryEndDate', 'arrivesBy', '10'],
  ['documentParties/bookingAgent/partyName', 'agent', '70'],
  ['documentParties/shipper/partyName', 'shipper', '70'],
  ['documentParties/consignee/partyName', 'consignee', '70'],
];
const equipment = ['isoCode', 'units', 'shipperOwned'] as const;
const cargo = [
  'into',
  'description',
  'hsCode',
  'grossMassKg',
  'packages',
  'unNumber',
  'properName',
  'imoClass',
  'packingGroup',
  'marinePollutant',
  'limitedQuantity',
  'contact',
  'phone',
] as const;
const rowFields = (list: string, group: string, columns: readonly string[]): FieldMapping[] =>
  columns.map((name) => ({ target: `${list}/${name}`, from: [`carriage.${name}`], each: group }));
const content: readonly FieldMapping[] = [
  ...head.map(
    ([target, from, length]): FieldMapping => ({
      target,
      from: [`carriage.${from}`],
      ...(length ? { length } : {}),
    }),
  ),
  ...rowFields('requestedEquipments', 'carriage.equipment', equipment),
  ...rowFields('commodities', 'carriage.cargo', cargo),
];

export const bookings: readonly DocumentDefinition[] = [
  {
    id: 'carrier.booking',
    name: { zh: '订舱申请', en: 'Booking request' },
    trigger: 'carriage.booking-requested',
    neededWhen: { always: true },
    because: { zh: '发货人或其货代向承运人订舱', en: 'The shipper or his forwarder books space' },
    fields: [...names, ...content],
    call: { method: 'POST', path: ['v2', 'bookings'] },
    encode: (fields) => jsonDocument('booking', bodyOf(fields)),
  },
  {
    id: 'carrier.booking-update',
    name: { zh: '订舱更正（变更）', en: 'Booking update' },
    trigger: 'carriage.booking-amended',
    neededWhen: { always: true },
    because: {
      zh: '更正未确认的订舱，或申请变更已确认的订舱',
      en: 'The booking is updated, or to be amended once confirmed',
    },
    fields: [...names, ...theirs, ...content],
    call: { method: 'PUT', path: ofBooking },
    encode: (fields) => jsonDocument('booking-update', { ...referencesOf(fields), ...bodyOf(fields) }),
  },
  {
    id: 'carrier.booking-cancellation',
    name: { zh: '取消订舱', en: 'Booking cancellation' },
    trigger: 'carriage.booking-cancellation-asked',
    neededWhen: { always: true },
    because: { zh: '发货人或其货代取消订舱', en: 'The shipper or his forwarder takes the booking back' },
    fields: [
      ...theirs,
      { target: 'confirmed', from: ['carriage.confirmed'] },
      { target: 'reason', from: ['carriage.reason'], length: '5000' },
    ],
    call: { method: 'PATCH', path: ofBooking },
    encode: (fields) => {
      const { one } = lookUp(fields);
      return jsonDocument('booking-cancellation', {
        // Before it is confirmed the shipper ends it himself; afterwards he asks (use cases 11 and 13).
        ...(one('confirmed') === 'true'
          ? { bookingCancellationStatus: 'CANCELLATION_RECEIVED' }
          : { bookingStatus: 'CANCELLED' }),
        ...filled({ reason: one('reason') }),
      });
    },
  },
];

const oursOf = (fields: readonly MappedField[]) => {
  const { one } = lookUp(fields);
  return {
    bookingChannelReference: one('bookingChannelReference').slice(0, 20),
    references: [{ type: 'CR', value: one('references/value').slice(0, 35) }],
  };
};
const filled = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
function referencesOf(fields: readonly MappedField[]) {
  const { one } = lookUp(fields);
  return filled(Object.fromEntries(theirs.map(({ target }) => [target, one(target)])));
}

const LOCATIONS = ['PRE', 'POL', 'POD', 'PDE'] as const;
function bodyOf(fields: readonly MappedField[]) {
  const { one, column, cell } = lookUp(fields);
  const party = (name: string) => {
    const partyName = one(`documentParties/${name}/partyName`).slice(0, 70).trim();
    return partyName ? { [name]: { partyName } } : {};
  };
  const plain = head.map(([target]) => target).filter((target) => !target.includes('/'));
  const vessel = one('vessel/name');
  const imo = one('vessel/vesselIMONumber');
  const boxes = column('requestedEquipments/isoCode');
  return {
    ...filled(Object.fromEntries(plain.map((target) => [target, one(target)]))),
    ...(vessel ? { vessel: { name: vessel, ...(imo ? { vesselIMONumber: imo } : {}) } } : {}),
    isEquipmentSubstitutionAllowed: false,
    ...oursOf(fields),
    documentParties: { ...party('bookingAgent'), ...party('shipper'), ...party('consignee') },
    shipmentLocations: LOCATIONS.flatMap((locationTypeCode) => {
      const UNLocationCode = one(`shipmentLocations/${locationTypeCode}`);
      return UNLocationCode ? [{ location: { UNLocationCode }, locationTypeCode }] : [];
    }),
    requestedEquipments: boxes.map(({ value, row }, i) => ({
      ISOEquipmentCode: value,
      units: Number(cell('requestedEquipments/units', row)),
      isShipperOwned: cell('requestedEquipments/shipperOwned', row) === '1',
      commodities: column('commodities/into')
        .filter((into) => Number(into.value) === i + 1)
        .map((into) => commodityOf((name) => cell(`commodities/${name}`, into.row))),
    })),
  };
}

type Cell = (name: (typeof cargo)[number]) => string;
function commodityOf(at: Cell) {
  const packages = at('packages');
  const dangerous = at('unNumber') ? [dangerousOf(at)] : [];
  return {
    commodityType: at('description'),
    ...(at('hsCode') ? { HSCodes: [at('hsCode')] } : {}),
    ...massOf('cargoGrossWeight', at),
    ...(packages || dangerous.length > 0
      ? {
          outerPackaging: {
            ...(packages ? { numberOfPackages: Number(packages) } : {}),
            ...(dangerous.length > 0 ? { dangerousGoods: dangerous } : {}),
          },
        }
      : {}),
  };
}
/** A number on the wire, as DCSA has it: three places of a mass are exact in it. */
const massOf = (name: string, at: Cell) =>
  isDecimal(at('grossMassKg')) ? { [name]: { value: Number(toScale(at('grossMassKg'), 3)), unit: 'KGM' } } : {};

/** Whoever booked has said that nothing about them is out of the ordinary; otherwise there is no booking. */
const dangerousOf = (at: Cell) => ({
  UNNumber: at('unNumber'),
  properShippingName: at('properName'),
  imoClass: at('imoClass'),
  ...(at('packingGroup') ? { packingGroup: Number(at('packingGroup')) } : {}),
  isMarinePollutant: at('marinePollutant') === '1',
  isLimitedQuantity: at('limitedQuantity') === '1',
  isExceptedQuantity: false,
  isSalvagePackings: false,
  isEmptyUncleanedResidue: false,
  isWaste: false,
  isHot: false,
  isCompetentAuthorityApprovalRequired: false,
  isReportableQuantity: false,
  emergencyContactDetails: { contact: at('contact'), phone: at('phone') },
  ...massOf('grossWeight', at),
});
