// What a booking has to say before it goes to the carrier (N11): the conditions of DCSA Booking 2.0, CreateBooking, that a schema cannot say. Pure.
import { compareDecimals, fitsLength, isDecimal } from '../../kernel/decimal.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { BookingContent } from './contract.ts';

export type Broken = { readonly path: string; readonly value: string; readonly rule: Bilingual };
const broken = (path: string, value: string | number | undefined, zh: string, en: string): Broken[] => [
  { path, value: String(value ?? ''), rule: { zh, en } },
];

const agreed = ({ contractReference, quotationReference }: BookingContent): Broken[] =>
  (contractReference === undefined) === (quotationReference === undefined)
    ? broken(
        'contractReference',
        contractReference,
        '服务合同号与报价号须填且只填其一',
        'either the service contract or the quotation is named, and not both',
      )
    : [];
const when = ({ departsOn, arrivesFrom, arrivesBy, voyage }: BookingContent): Broken[] => {
  if (arrivesFrom !== undefined && arrivesBy !== undefined && arrivesFrom > arrivesBy)
    return broken(
      'arrivesBy',
      arrivesBy,
      `不得早于最早到达日期 ${arrivesFrom}`,
      `not before the first day ${arrivesFrom}`,
    );
  if (departsOn !== undefined && arrivesBy !== undefined && departsOn > arrivesBy)
    return broken('arrivesBy', arrivesBy, `不得早于离港日期 ${departsOn}`, `not before it leaves on ${departsOn}`);
  return departsOn === undefined && voyage === undefined && (arrivesFrom === undefined || arrivesBy === undefined)
    ? broken(
        'departsOn',
        departsOn,
        '离港日期、起止到达日期或航次须填其一',
        'the day it leaves, the days between which it arrives, or the voyage is named',
      )
    : [];
};
/** A voyage says nothing without its vessel or its service. */
const carriedBy = ({ voyage, vesselName, serviceCode }: BookingContent): Broken[] =>
  voyage !== undefined && vesselName === undefined && serviceCode === undefined
    ? broken('voyage', voyage, '填航次须同时填船名或航线代码', 'with a voyage comes the vessel or the service')
    : [];
/** DCSA has the number as a part of what is known of a vessel, and its name as what has to be known. */
const vessel = ({ vesselImo, vesselName }: BookingContent): Broken[] =>
  vesselImo !== undefined && vesselName === undefined
    ? broken('vesselName', undefined, '填船舶 IMO 编号须同时填船名', 'with its IMO number comes the name of the vessel')
    : [];
const route = ({ from, to }: BookingContent): Broken[] =>
  from === to ? broken('to', to, '目的地不得与收货地相同', 'it goes elsewhere than it comes from') : [];
const loaded = ({ equipment, cargo }: BookingContent): Broken[] =>
  cargo.flatMap((one, i) => {
    const at = `cargo[${i}]`;
    if (one.equipment > equipment.length)
      return broken(
        `${at}.equipment`,
        one.equipment,
        `只有 ${equipment.length} 行箱`,
        `there are ${equipment.length} lines of equipment`,
      );
    if (
      !isDecimal(one.grossMassKg) ||
      compareDecimals(one.grossMassKg, '0') <= 0 ||
      !fitsLength(one.grossMassKg, '12,3')
    )
      return broken(
        `${at}.grossMassKg`,
        one.grossMassKg,
        '毛重须为正数，至多三位小数',
        'a positive mass with at most three places',
      );
    // DCSA wants each of these said of dangerous goods; what is out of the ordinary is settled with the carrier by people first.
    if (one.dangerous && !one.dangerous.ordinary)
      return broken(
        `${at}.dangerous.ordinary`,
        'false',
        '救助包装、未清洁空容器、废弃物、热运及须经批准的危险货物，请先与承运人商定',
        'salvage packings, empty uncleaned, waste, hot goods and what needs an approval are settled with the carrier first',
      );
    return [];
  });
const filled = ({ equipment, cargo }: BookingContent): Broken[] =>
  equipment.flatMap(({ isoCode }, i) =>
    cargo.some((one) => one.equipment === i + 1)
      ? []
      : broken(`equipment[${i}].isoCode`, isoCode, '该行箱没有货物', 'nothing goes into this line of equipment'),
  );

/** In the order in which they are shown. */
export const brokenRules = (content: BookingContent): Broken[] =>
  [agreed, when, carriedBy, vessel, route, loaded, filled].flatMap((rule) => rule(content));
