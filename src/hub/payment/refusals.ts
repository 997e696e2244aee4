// What the payment module refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  PAYMENT_BILL_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该税单，或不属于本单位', en: 'There is no such bill, or it is not yours' },
    remedy: { zh: '请从货物页的“税费与支付”中打开', en: 'Open it from “Duties and payment” on the page of the goods' },
  },
  PAYMENT_BILL_NOT_PAYABLE: {
    kind: 'conflict',
    message: {
      zh: '税单（number）{number} 现为“{state}”，不能缴纳',
      en: 'The bill (number) {number} is "{state}": it cannot be paid',
    },
    remedy: {
      zh: '正在支付或已付的税单不得重复缴纳；被拒或退回后可再付，有争议的请联系海关和银行',
      en: 'A bill under payment or paid is never paid again; after a refusal or return it can be; ask customs and bank about a dispute',
    },
  },
  PAYMENT_LINE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该对账明细', en: 'There is no such statement line' },
    remedy: { zh: '请从对账列表中选择', en: 'Choose one from the list' },
  },
  PAYMENT_LINE_NOT_OPEN: {
    kind: 'conflict',
    message: {
      zh: '对账明细（reference）{reference} 现为“{state}”，无需处理',
      en: 'The statement line (reference) {reference} is "{state}": there is nothing to settle',
    },
    remedy: { zh: '请刷新列表', en: 'Refresh the list' },
  },
});
