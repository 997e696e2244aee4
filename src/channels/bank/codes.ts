// ISO 20022 external codes in words: ExternalPaymentTransactionStatus1Code and the reasons of ExternalStatusReason1Code and
// ExternalReturnReason1Code that a payer of duties meets. A code without a row is shown as it is, with what the bank wrote.
import type { Bilingual } from '../../kernel/bilingual.ts';

const statuses = new Map<string, Bilingual>([
  ['RCVD', { zh: '银行已收到支付指令', en: 'The bank has the order' }],
  ['ACTC', { zh: '格式与语法核验通过', en: 'Technically accepted' }],
  ['ACCP', { zh: '客户与账户核验通过', en: 'Accepted: customer and account are good' }],
  ['ACSP', { zh: '正在扣款', en: 'Settlement under way' }],
  ['PDNG', { zh: '银行处理中', en: 'Pending at the bank' }],
  ['ACSC', { zh: '扣款成功', en: 'Paid: settlement completed' }],
]);
const reasons = new Map<string, Bilingual>([
  ['AC01', { zh: '账号不正确', en: 'The account number is wrong' }],
  ['AC04', { zh: '账户已销户', en: 'The account is closed' }],
  ['AC06', { zh: '账户已冻结', en: 'The account is blocked' }],
  ['AG01', { zh: '该账户不得办理此业务', en: 'Such a payment is not allowed on this account' }],
  ['AM04', { zh: '账户余额不足', en: 'Insufficient funds' }],
  ['AM05', { zh: '重复的支付指令', en: 'The order is a duplicate' }],
  ['AM09', { zh: '金额有误', en: 'Wrong amount' }],
  ['BE01', { zh: '户名与账号不符', en: 'The name does not fit the account' }],
  ['CUST', { zh: '应客户要求', en: 'At the customer’s request' }],
  ['DUPL', { zh: '重复支付', en: 'Paid twice' }],
  ['FOCR', { zh: '依撤销请求退回', en: 'Returned after a request to cancel' }],
  ['MS03', { zh: '银行未说明原因', en: 'The bank gives no reason' }],
]);

export const statusText = (code: string): Bilingual => statuses.get(code) ?? { zh: `银行状态 ${code}`, en: `Status ${code} of the bank` };
export function reasonText(code: string, added: string): Bilingual {
  const known = reasons.get(code) ?? {
    zh: code ? `银行原因代码 ${code}` : '银行未说明原因',
    en: code ? `Reason ${code} of the bank` : 'The bank gives no reason',
  };
  return added === '' ? known : { zh: `${known.zh}：${added}`, en: `${known.en}: ${added}` };
}
