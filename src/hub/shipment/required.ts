// Which elements a declaration cannot do without, as data (import interface: 暂存 and 申报 sets, formats §1.2–1.5).
// The dictionary says what the interface always wants; these conditions say where that depends on the shipment.
import type { Condition } from '../../kernel/condition.ts';

const isImport: Condition = { element: 'direction', equals: 'import' };
const crossesBorder: Condition = { element: 'transportMode', in: ['2', '3', '4', '5', '6'] };
const byConveyance: Condition = { element: 'transportMode', in: ['2', '3', '5'] };

/** Parcels of e-commerce whose coming is reported to customs: what the definitions of its messages require (formats §2.2). */
const parcelsReported: Condition = {
  all: [
    { element: 'parcelOperator', present: true },
    { element: 'supervisionMode', equals: '9610' },
  ],
};
const onInboundList: Condition = { all: [parcelsReported, isImport] };

/** Goods under an account (账册) that enter or leave a special customs area or bonded place, by its modes of supervision. */
export const goesUnderAccount: Condition = {
  all: [
    { element: 'recordNumber', present: true },
    {
      element: 'supervisionMode',
      in: ['1210', '1233', '1234', '1239', '5000', '5010', '5014', '5015', '5034', '5100', '5300'],
    },
  ],
};

/** Exports by water on a booking: the carrier is told what its bill of lading is to say (DCSA eBL 3.0). */
export const onCarrierBooking: Condition = {
  all: [
    { element: 'direction', equals: 'export' },
    { element: 'transportMode', equals: '2' },
    { element: 'bookingNumber', present: true },
  ],
};

/** `declare` elements that are only needed when this holds. */
export const neededOnlyWhen: Readonly<Record<string, Condition>> = {
  departurePort: { all: [isImport, crossesBorder] },
  storagePlace: { all: [isImport, crossesBorder] },
};

/** What a summary declaration cannot do without of the `declare` set; the rest is for the complete one (公告 2019-127 附件). */
export const neededForSummary: ReadonlySet<string> = new Set([
  'traderCode',
  'traderUscc',
  'traderName',
  'transportMode',
  'supervisionMode',
  'packageCount',
  'grossMassKg',
  'borderOffice',
  'hsCode',
  'goodsName',
  'quantity',
  'quantityUnit',
  'totalPrice',
  'currency',
  'originCountry',
]);

/** Elements that are optional in the interface, but needed here. */
export const alsoNeeded: Readonly<Record<string, Condition>> = {
  billNumber: { any: [byConveyance, onInboundList] },
  voyageNumber: { any: [byConveyance, onInboundList] },
  conveyanceName: byConveyance,
  conveyanceId: { any: [byConveyance, onInboundList] },
  estimatedArrival: { all: [isImport, byConveyance] },
  estimatedDeparture: { all: [{ element: 'direction', equals: 'export' }, byConveyance] },
  stationCode: byConveyance,
  parcelOperatorName: parcelsReported,
  parcelOperatorDxp: parcelsReported,
  expressCode: parcelsReported,
  expressName: parcelsReported,
  pickupVehicle: { all: [parcelsReported, { element: 'direction', equals: 'export' }] },
  pickupParty: { all: [isImport, byConveyance] },
  // Whom the carrier calls, and at least one seal of each box: `CreateShippingInstructions` is refused without.
  declarantPhone: onCarrierBooking,
  sealNumber: onCarrierBooking,
  // The gate of a special area weighs what passes it against its gate pass.
  vehicleTareKg: { all: [goesUnderAccount, { element: 'pickupVehicle', present: true }] },
};
