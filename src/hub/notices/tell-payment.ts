// Events of duties and payments as lines of the timeline; amounts stand with the bill, not here. Pure.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { type StandingKind, type TaxKind, taxKindNames } from '../payment/contract.ts';

type Payload = Readonly<Record<string, unknown>>;
type Telling = { readonly text: Bilingual; readonly tone?: 'neutral' | 'good' | 'attention' | 'bad' };
const both = (zh: string, en: string): Bilingual => ({ zh, en });
const reason = (p: Payload): Bilingual => p.reason as Bilingual;
const taxName = (p: Payload): Bilingual => taxKindNames[p.kind as TaxKind];

export const paymentTellings: Readonly<Record<string, (p: Payload) => Telling>> = {
  'payment.billed': (p) => ({
    tone: 'attention',
    text: both(
      `海关出具税单 ${p.number}（${taxName(p).zh}）${p.dueOn ? `，${p.dueOn} 前缴纳` : ''}`,
      `Customs issued bill ${p.number} (${taxName(p).en})${p.dueOn ? `, to be paid by ${p.dueOn}` : ''}`,
    ),
  }),
  'payment.bill-cancelled': (p) => ({
    tone: 'attention',
    text: both(`税单 ${p.number} 作废`, `Bill ${p.number} was cancelled`),
  }),
  'payment.ordered': (p) => ({
    text: both(`税单 ${p.number} 的支付指令已发往银行`, `The order to pay bill ${p.number} went to the bank`),
  }),
  'payment.accepted': (p) => ({
    text: both(`银行受理税单 ${p.number} 的支付`, `The bank accepted the payment of bill ${p.number}`),
  }),
  'payment.settled': (p) => ({
    tone: 'good',
    text: both(`税单 ${p.number} 已扣款`, `Bill ${p.number} is paid`),
  }),
  'payment.refused': (p) => ({
    tone: 'bad',
    text: both(
      `银行拒付税单 ${p.number}：${reason(p).zh}`,
      `The bank refused to pay bill ${p.number}: ${reason(p).en}`,
    ),
  }),
  'payment.returned': (p) => ({
    tone: 'attention',
    text: p.whole
      ? both(`税单 ${p.number} 的款项已全部退回`, `All that was paid for bill ${p.number} came back`)
      : both(`税单 ${p.number} 的款项部分退回`, `A part of what was paid for bill ${p.number} came back`),
  }),
  'payment.disputed': (p) => ({
    tone: 'bad',
    text: both(`税单 ${p.number} 有争议：${reason(p).zh}`, `Bill ${p.number} is disputed: ${reason(p).en}`),
  }),
  'payment.confirmed': (p) => ({
    tone: 'good',
    text: both(
      `税单 ${p.number} 税款已入库（${p.treasuryNumber}）`,
      `The treasury has the money of bill ${p.number} (${p.treasuryNumber})`,
    ),
  }),
};

const standings: Readonly<Record<StandingKind, Bilingual>> = {
  guarantee: both('保函', 'Guarantee'),
  'letter-of-credit': both('信用证', 'Letter of credit'),
  'forex-directory': both('外汇收支企业名录', 'Directory of foreign exchange'),
};
const states: Readonly<Record<string, Bilingual>> = {
  issued: both('已开立', 'issued'),
  amended: both('已变更', 'amended'),
  used: both('已使用', 'used'),
  ended: both('已终止', 'ended'),
  refused: both('未通过', 'refused'),
};
/** What is about no case: the enterprise's own affair. */
export const paymentAffairs: Readonly<Record<string, (p: Payload) => Telling>> = {
  'payment.standing-changed': (p) => ({
    tone: p.state === 'ended' || p.state === 'refused' ? 'bad' : 'neutral',
    text: both(
      `${standings[p.kind as StandingKind].zh} ${p.number}：${states[String(p.state)]?.zh}`,
      `${standings[p.kind as StandingKind].en} ${p.number}: ${states[String(p.state)]?.en}`,
    ),
  }),
};
