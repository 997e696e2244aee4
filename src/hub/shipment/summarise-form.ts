// What lists show of a form, and every number a case can be found by (P2: searched by any number).
import { addDecimals, isDecimal } from '../../kernel/decimal.ts';
import type { Form } from './contract.ts';
import { rowsOf, textOf } from './normalise-form.ts';
import { plainNumber } from './read-pieces.ts';
import type { Summary } from './store.ts';

/** Where the goods are declared, cross the border and are handed over. */
const placeElements = ['stationCode', 'borderOffice', 'declarationOffice', 'entryExitPort', 'destinationOffice'];

export function summariseForm(form: Form, declarationNumber?: string): Summary {
  const goods = rowsOf(form, 'goods');
  const first = goods[0]?.goodsName;
  const optional = {
    traderReference: textOf(form, 'traderReference'),
    goodsName: first,
    conveyance: [textOf(form, 'conveyanceName'), textOf(form, 'voyageNumber')].filter(Boolean).join(' '),
    billNumber: textOf(form, 'billNumber'),
    declarationNumber: declarationNumber ?? textOf(form, 'declarationNumber'),
  };
  const places = [...new Set(placeElements.map((id) => textOf(form, id)).filter((code) => code !== ''))];
  return {
    ...(places.length > 0 ? { places } : {}),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value)),
    ...(goods.length > 1 ? { goodsLines: goods.length } : {}),
    containers: rowsOf(form, 'containers').flatMap((row) => (row.containerNumber ? [row.containerNumber] : [])),
  };
}

const numberElements = [
  'traderReference',
  'billNumber',
  'houseBillNumber',
  'declarationNumber',
  'centreNumber',
  'contractNumber',
  'voyageNumber',
  'conveyanceId',
  'conveyanceName',
  'traderUscc',
  'traderCode',
  'ownerUscc',
  'recordNumber',
  'licenceNumber',
];
export function searchableNumbers(form: Form, own: readonly string[]): string[] {
  const values = [
    ...own,
    ...numberElements.map((id) => textOf(form, id)),
    ...rowsOf(form, 'containers').map((row) => row.containerNumber ?? ''),
    ...rowsOf(form, 'pieces').flatMap((row) => [
      row.pieceNumber ?? '',
      plainNumber(row.pieceNumber ?? ''),
      row.pieceBill ?? '',
    ]),
    ...rowsOf(form, 'licences').map((row) => row.licenceCertificate ?? ''),
  ];
  return [...new Set(values.map((v) => v.trim().toUpperCase().slice(0, 100)).filter((v) => v !== ''))];
}

/** What all goods are worth together; undefined where a price is missing or they are in several currencies. */
export function worthOf(form: Form): { currency: string; amount: string } | undefined {
  const goods = rowsOf(form, 'goods');
  const [currency, ...others] = new Set(goods.map((row) => row.currency ?? ''));
  const prices = goods.map((row) => row.totalPrice ?? '');
  if (!currency || others.length > 0 || !prices.every(isDecimal)) return undefined;
  return { currency, amount: addDecimals(prices) };
}
