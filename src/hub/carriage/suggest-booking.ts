// What a booking of this case would say, as far as the form knows it (N11): nothing is sent of it until whoever books has completed it. Pure.
import { addDecimals, compareDecimals, fitsLength, isDecimal } from '../../kernel/decimal.ts';
import { partnerDay } from '../../kernel/instant.ts';
import type { Form, FormRow } from '../shipment/contract.ts';
import type { BookedCargo, BookedEquipment, BookingContent } from './contract.ts';

const text = (form: Form, id: string): string => (typeof form[id] === 'string' ? form[id] : '');
const rows = (form: Form, group: string): readonly FormRow[] =>
  Array.isArray(form[group]) ? (form[group] as readonly FormRow[]) : [];

/** Kinds of customs (海关集装箱规格) that say which ISO type is meant; others are chosen by whoever books. */
export const isoTypes: Readonly<Record<string, string>> = {
  '11': '42G1',
  '12': '42R1',
  '13': '42T1',
  '21': '22G1',
  '22': '22R1',
  '23': '22T1',
};
/** Customs places of entry and exit in Chongqing begin so (口岸代码 50…). */
const HOME = { prefix: '50', code: 'CNCKG' };

export function suggestBooking(form: Form): Partial<BookingContent> {
  const equipment = equipmentIn(form);
  const cargo = cargoIn(form);
  const shipper = text(form, 'traderNameForeign') || text(form, 'traderName');
  const consignee = text(form, 'consigneeName');
  const vessel = text(form, 'conveyanceId');
  const name = text(form, 'conveyanceName').slice(0, 50).trim();
  const voyage = text(form, 'voyageNumber');
  return {
    receiptType: 'CY',
    deliveryType: 'CY',
    originMovement: rows(form, 'containers').some((row) => row.sharedContainer === '1') ? 'LCL' : 'FCL',
    destinationMovement: 'FCL',
    // Terms of delivery in which the seller has not paid the freight: FOB (3).
    freight: text(form, 'tradeTerms') === '3' ? 'COL' : 'PRE',
    equipment,
    cargo,
    ...(text(form, 'entryExitPort').startsWith(HOME.prefix) ? { from: HOME.code, loadPort: HOME.code } : {}),
    ...(/^[A-Z]{2}[A-Z2-9]{3}$/.test(text(form, 'nextPort')) ? { to: text(form, 'nextPort') } : {}),
    ...(shipper ? { shipper: shipper.slice(0, 70).trim() } : {}),
    ...(consignee ? { consignee: consignee.slice(0, 70).trim() } : {}),
    ...(name ? { vesselName: name, ...(voyage ? { voyage: voyage.slice(0, 50) } : {}) } : {}),
    ...(name && /^\d{7}$/.test(vessel) ? { vesselImo: vessel } : {}),
    ...(Number.isNaN(Date.parse(text(form, 'estimatedDeparture')))
      ? {}
      : { departsOn: partnerDay(text(form, 'estimatedDeparture')) }),
  };
}

/** Boxes counted by kind, in the order of the form. */
function equipmentIn(form: Form): BookedEquipment[] {
  const kinds = new Map<string, number>();
  for (const row of rows(form, 'containers')) {
    const isoCode = isoTypes[row.containerSpec ?? ''];
    if (isoCode) kinds.set(isoCode, (kinds.get(isoCode) ?? 0) + 1);
  }
  return [...kinds].map(([isoCode, units]) => ({ isoCode, units, shipperOwned: false }));
}

/** One line of cargo in all boxes: the form says the mass of the whole, and of each line only what is net. */
function cargoIn(form: Form): BookedCargo[] {
  const goods = rows(form, 'goods');
  const [first] = goods;
  if (!first) return [];
  const dangerous = goods.find((row) => (row.unNumber ?? '') !== '');
  const mass = text(form, 'grossMassKg') || massOf(rows(form, 'containers'));
  const usable = isDecimal(mass) && compareDecimals(mass, '0') > 0 && fitsLength(mass, '12,3');
  const packages = Number(text(form, 'packageCount'));
  const hsCode = (first.hsCode ?? '').slice(0, 6);
  const un = /\d{4}/.exec(dangerous?.unNumber ?? '')?.[0];
  return [
    {
      equipment: 1,
      description: [...new Set(goods.map((row) => row.goodsNameForeign || row.goodsName || ''))]
        .filter(Boolean)
        .join(', ')
        .slice(0, 550),
      grossMassKg: usable ? mass : '',
      ...(/^\d{6}$/.test(hsCode) ? { hsCode } : {}),
      ...(Number.isSafeInteger(packages) && packages > 0 && packages <= 999_999_999 ? { packages } : {}),
      ...(un
        ? {
            dangerous: {
              unNumber: un,
              properName: (dangerous?.dangerousName ?? '').slice(0, 250),
              imoClass: '',
              marinePollutant: false,
              limitedQuantity: false,
              ordinary: false,
              contact: text(form, 'declarantPerson'),
              phone: text(form, 'declarantPhone').slice(0, 30),
            },
          }
        : {}),
    },
  ];
}
const massOf = (boxes: readonly FormRow[]): string =>
  addDecimals(boxes.map((row) => row.containerGoodsMassKg ?? '').filter(isDecimal));
