// HTTP of duties and payments (X3; B16 三(三)3).
import { Type } from 'typebox';
import { route } from '../../runtime/http/route.ts';
import { listOf, pageOf, paging } from '../../runtime/http/shapes.ts';
import { authorisationRefusals } from '../enterprise/index.ts';
import { orderPayment } from './order-payment.ts';
import { readLines, readPayments, readStandings } from './read-payments.ts';
import { Bill, Line, StandingReply } from './replies.ts';
import { settleLine } from './settle-line.ts';

const ById = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });

export const routes = [
  route({
    method: 'GET',
    path: '/shipments/:id/payments',
    summary: { zh: '一票货物的税单及其支付', en: 'Tax bills of a shipment and their payment' },
    action: 'payment.read',
    params: ById,
    response: listOf(Bill),
    refusals: ['PAYMENT_BILL_UNKNOWN'],
    handle: async (context, { params }) => ({ items: await readPayments(context, params.id) }),
  }),
  route({
    method: 'POST',
    path: '/tax-bills/:id/payment',
    summary: {
      zh: '缴纳税单：向银行发出支付指令；一张税单不会付两次',
      en: 'Pay a tax bill: the order goes to the bank; no bill is paid twice',
    },
    action: 'payment.order',
    params: ById,
    body: Type.Object({
      account: Type.String({
        pattern: '^[0-9A-Za-z-]{6,34}$',
        description: '付款账号（ISO 20022 Max34Text） / account to pay from',
      }),
    }),
    creates: true,
    addsWork: true,
    response: Bill,
    refusals: ['PAYMENT_BILL_UNKNOWN', 'PAYMENT_BILL_NOT_PAYABLE', 'SHIPMENT_UNKNOWN', ...authorisationRefusals],
    examples: { body: { account: '6222020200012345678' } },
    handle: (context, { params, body }) => orderPayment(context, { billId: params.id, account: body.account }),
  }),
  route({
    method: 'GET',
    path: '/payment-lines',
    summary: {
      zh: '银行对账明细，新的在前；未匹配的为 open',
      en: 'Lines of bank statements, newest first; those not matched are open',
    },
    action: 'payment.reconcile',
    query: Type.Object({ state: Type.Optional(Type.Enum(['matched', 'open', 'settled'])), ...paging }),
    response: pageOf(Line),
    handle: (context, { query }) => readLines(context, query),
  }),
  route({
    method: 'POST',
    path: '/payment-lines/:id/settlement',
    summary: { zh: '处理未匹配的对账明细，须说明原因', en: 'Settle an open statement line, with a reason' },
    action: 'payment.reconcile',
    params: ById,
    body: Type.Object({ reason: Type.String({ minLength: 2, maxLength: 200 }) }),
    response: Line,
    refusals: ['PAYMENT_LINE_UNKNOWN', 'PAYMENT_LINE_NOT_OPEN'],
    examples: { body: { reason: '系银行手续费，已与银行核对' } },
    handle: (context, { params, body }) => settleLine(context, { lineId: params.id, reason: body.reason }),
  }),
  route({
    method: 'GET',
    path: '/financial-standing',
    summary: {
      zh: '本单位的保函、信用证和外汇名录登记状态',
      en: 'Guarantees, letters of credit and directory registration of my organisation',
    },
    action: 'payment.read',
    response: listOf(StandingReply),
    handle: async (context) => ({ items: await readStandings(context) }),
  }),
];
