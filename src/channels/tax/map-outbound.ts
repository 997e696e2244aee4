// What goes out to the tax administration: the data of an export that has left, for the refund of its VAT (出口退税; GF18 6, SC 20), taken back
// when the goods come in again; and that a tax bill was paid.
import type { DocumentDefinition, FieldMapping } from '../../hub/mapping/contract.ts';
import { encodeJson } from '../../hub/mapping/index.ts';
import type { Condition } from '../../kernel/condition.ts';

const isExport: Condition = { element: 'direction', equals: 'export' };
const head: readonly FieldMapping[] = [
  { target: 'clientNumber', from: ['dispatch.clientNumber'], always: true },
  { target: 'reference', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
  { target: 'declarationNumber', from: ['dispatch.declarationNumber', 'payment.declarationNumber'], always: true },
  { target: 'uscc', from: ['traderUscc'], always: true, length: '18' },
];

export const documents: readonly DocumentDefinition[] = [
  {
    id: 'tax.export-refund',
    name: { zh: '出口退税数据', en: 'Export refund data' },
    trigger: 'shipment.closed',
    neededWhen: isExport,
    because: {
      zh: '货物已放行并离境，可申报退税',
      en: 'The goods were released and have left: their tax can be refunded',
    },
    fields: [
      ...head,
      { target: 'exporter', from: ['traderName'], always: true },
      { target: 'customsCode', from: ['traderCode'] },
      { target: 'supervisionMode', from: ['supervisionMode'], always: true, length: '4' },
      { target: 'tradeTerms', from: ['tradeTerms'], length: '1' },
      { target: 'contractNumber', from: ['contractNumber'] },
      { target: 'exitOffice', from: ['borderOffice'], length: '4' },
      { target: 'leftAt', from: ['correction.leftAt', 'dispatch.sentAt'], always: true },
      { target: 'destination', from: ['tradeCountry'] },
      { target: 'lines/line', from: ['lineNumber'], each: 'goods', always: true },
      { target: 'lines/hsCode', from: ['hsCode'], each: 'goods', always: true, length: '10' },
      { target: 'lines/name', from: ['goodsName'], each: 'goods', always: true },
      { target: 'lines/quantity', from: ['firstQuantity'], each: 'goods', always: true },
      { target: 'lines/unit', from: ['firstUnit'], each: 'goods', always: true },
      { target: 'lines/currency', from: ['currency'], each: 'goods', always: true },
      { target: 'lines/amount', from: ['totalPrice'], each: 'goods', always: true },
    ],
    encode: encodeJson('exportRefund', 'export-refund'),
  },
  {
    id: 'tax.export-refund-reversal',
    name: { zh: '撤销出口退税数据', en: 'Export refund data taken back' },
    trigger: 'shipment.reopened',
    neededWhen: isExport,
    because: { zh: '货物并未离境或已退回', en: 'The goods have not left after all, or came back' },
    fields: head,
    encode: encodeJson('exportRefundReversal', 'export-refund-reversal'),
  },
  {
    id: 'tax.payment-notice',
    name: { zh: '税款缴纳状态', en: 'State of a tax payment' },
    trigger: 'payment.settled',
    neededWhen: { always: true },
    because: { zh: '银行已扣缴税款，待税库确认', en: 'The bank has paid the tax; the treasury confirms it' },
    fields: [
      ...head,
      { target: 'billNumber', from: ['payment.number'], always: true },
      { target: 'currency', from: ['payment.currency'], always: true },
      { target: 'amount', from: ['payment.amount'], always: true },
      { target: 'settledAt', from: ['payment.settledAt'], always: true },
    ],
    encode: encodeJson('taxPayment', 'tax-payment'),
  },
];
