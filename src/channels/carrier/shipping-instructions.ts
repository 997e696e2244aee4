// Shipping instructions to an ocean carrier (DCSA eBL 3.0, POST /v3/shipping-instructions, amended by PUT of what the carrier numbered), for exports by
// water on a booking: what the carrier makes its bill of lading from (N11). A slice: what the form has; the rest stands in the booking.
import type { DocumentDefinition, MappedField } from '../../hub/mapping/contract.ts';
import { unecePackage } from '../../hub/mapping/index.ts';
import { onCarrierBooking } from '../../hub/shipment/index.ts';
import { isDecimal, toScale } from '../../kernel/decimal.ts';
import { isIcs2Country } from './codes.ts';
import { jsonDocument, lookUp } from './mapped-fields.ts';

/** Terms in which the freight is the buyer's (成交方式: FOB, 市场价 and 垫仓 have none). */
const COLLECT: ReadonlySet<string> = new Set(['3']);

export const shippingInstructions: DocumentDefinition = {
  id: 'carrier.shipping-instructions',
  name: { zh: '提单补料', en: 'Shipping instructions' },
  trigger: 'shipment.submitted',
  neededWhen: onCarrierBooking,
  because: {
    zh: '水运出口已订舱，承运人据此签发提单',
    en: 'The carrier makes the bill of lading of the booking from it',
  },
  fields: [
    { target: 'shippingInstructionsReference', from: ['dispatch.partnerNumber'], length: '100' },
    { target: 'references/value', from: ['dispatch.clientNumber'], always: true },
    { target: 'reference', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
    { target: 'freightPaymentTermCode', from: ['tradeTerms'] },
    { target: 'partyContactDetails/name', from: ['declarantPerson', 'agentName', 'traderName'], length: '35' },
    { target: 'partyContactDetails/phone', from: ['declarantPhone'], length: '30' },
    { target: 'isCargoDeliveredInICS2Zone', from: ['tradeCountry'] },
    { target: 'documentParties/shipper/partyName', from: ['traderNameForeign', 'traderName'], length: '70' },
    { target: 'documentParties/consignee/partyName', from: ['consigneeName'], length: '70' },
    { target: 'consignmentItems/carrierBookingReference', from: ['bookingNumber'], length: '35', required: true },
    { target: 'outerPackaging/numberOfPackages', from: ['packageCount'] },
    { target: 'outerPackaging/packageCode', from: ['packageKind'], codes: unecePackage },
    { target: 'consignmentItems/shippingMarks', from: ['shippingMarks'] },
    { target: 'consignmentItems/descriptionOfGoods', from: ['goodsNameForeign', 'goodsName'], each: 'goods' },
    { target: 'consignmentItems/HSCodes', from: ['hsCode'], each: 'goods' },
    { target: 'utilizedTransportEquipments/equipmentReference', from: ['containerNumber'], each: 'containers' },
    { target: 'utilizedTransportEquipments/seal', from: ['sealNumber'], each: 'containers' },
    { target: 'utilizedTransportEquipments/cargoGrossWeight', from: ['containerGoodsMassKg'], each: 'containers' },
  ],
  call: { method: 'POST', path: ['v3', 'shipping-instructions'] },
  amends: {
    method: 'PUT',
    path: ['v3', 'shipping-instructions', { name: 'documentReference', from: ['shippingInstructionsReference'] }],
  },
  encode: (fields) => jsonDocument('shipping-instructions', bodyOf(fields)),
};

/** Of Recommendation 21, as far as the customs' kinds of packages come to. */
const packageNames: Readonly<Record<string, string>> = {
  VO: 'Bulk',
  NE: 'Unpacked',
  TN: 'Tank',
  BG: 'Bag',
  CT: 'Carton',
  CS: 'Case',
  BX: 'Box',
  DR: 'Drum',
  BA: 'Barrel',
  WA: 'Intermediate bulk container',
  PX: 'Pallet',
  PK: 'Package',
};
/** Whole, with the number of the country (ITU-T E.123); what is typed without one is a number of ours. */
export const dialledFromAbroad = (phone: string): string =>
  (phone.startsWith('+') ? phone : `+86 ${phone.startsWith('0') ? phone.slice(1) : phone}`).slice(0, 30).trim();

function bodyOf(fields: readonly MappedField[]) {
  const { one, column, cell } = lookUp(fields);
  const party = (name: string) => {
    const partyName = one(`documentParties/${name}/partyName`).slice(0, 70);
    return partyName ? { [name]: { partyName } } : {};
  };
  const boxes = column('utilizedTransportEquipments/equipmentReference');
  const known = one('shippingInstructionsReference');
  const packages = Number(one('outerPackaging/numberOfPackages'));
  const kind = one('outerPackaging/packageCode');
  return {
    ...(known ? { shippingInstructionsReference: known } : {}),
    transportDocumentTypeCode: 'BOL',
    isShippedOnBoardType: true,
    freightPaymentTermCode: COLLECT.has(one('freightPaymentTermCode')) ? 'COL' : 'PRE',
    isElectronic: true,
    isToOrder: false,
    partyContactDetails: [
      {
        name: one('partyContactDetails/name').slice(0, 35).trim(),
        phone: dialledFromAbroad(one('partyContactDetails/phone')),
      },
    ],
    isCargoDeliveredInICS2Zone: isIcs2Country(one('isCargoDeliveredInICS2Zone')),
    invoicePayableAt: { UNLocationCode: 'CNCKG' },
    documentParties: { ...party('shipper'), ...party('consignee') },
    consignmentItems: [
      {
        carrierBookingReference: one('consignmentItems/carrierBookingReference'),
        descriptionOfGoods: column('consignmentItems/descriptionOfGoods').map((f) => f.value.slice(0, 150)),
        HSCodes: [...new Set(column('consignmentItems/HSCodes').map((f) => f.value))],
        ...(one('consignmentItems/shippingMarks')
          ? { shippingMarks: [one('consignmentItems/shippingMarks').slice(0, 500)] }
          : {}),
        cargoItems: boxes.map(({ value, row }) => {
          const mass = cell('utilizedTransportEquipments/cargoGrossWeight', row);
          return {
            equipmentReference: value,
            // A number on the wire, as DCSA has it: three places of a mass are exact in it.
            ...(isDecimal(mass) ? { cargoGrossWeight: { value: Number(toScale(mass, 3)), unit: 'KGM' } } : {}),
            // The form counts packages of the whole: of several boxes nobody has said which has how many.
            ...(boxes.length === 1 && packages > 0
              ? {
                  outerPackaging: {
                    packageCode: kind,
                    numberOfPackages: packages,
                    description: packageNames[kind] ?? kind,
                  },
                }
              : {}),
          };
        }),
      },
    ],
    utilizedTransportEquipments: boxes.map(({ value, row }) => {
      const seal = cell('utilizedTransportEquipments/seal', row);
      return {
        equipmentReference: value,
        isShipperOwned: false,
        seals: [{ number: seal.slice(0, 15) }],
      };
    }),
    // Of ours: the carrier says it back in its notifications.
    references: [
      { type: 'FF', value: one('references/value') },
      { type: 'SI', value: one('reference') },
    ],
  };
}
