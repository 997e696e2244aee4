// Schemas of what the payment module replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Day, Instant, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import {
  type BillView,
  type LineView,
  type OrderView,
  type StandingView,
  standingKinds,
  taxKinds,
} from './contract.ts';

const Amount = Type.String({ description: '十进制数，两位小数 / decimal text, two digits' });
const Currency = Type.String({ description: 'ISO 4217' });

const Order = shapeOf<OrderView>()(
  'PaymentOrder',
  Type.Object({
    id: Uuid,
    endToEndId: Type.String({ description: 'ISO 20022 EndToEndId' }),
    state: Type.Enum(['sent', 'accepted', 'settled', 'refused', 'partly-returned', 'returned', 'disputed']),
    currency: Currency,
    amount: Amount,
    accountEnd: Type.String({ description: '账号末四位 / last four characters of the account' }),
    returned: Type.Optional(Amount),
    settledAt: Type.Optional(Instant),
    reason: Type.Optional(Both),
    orderedAt: Instant,
    orderedBy: Type.String(),
  }),
);
export const Bill = shapeOf<BillView>()(
  'TaxBill',
  Type.Object({
    id: Uuid,
    number: Type.String(),
    shipmentId: Uuid,
    kind: Type.Enum([...taxKinds]),
    state: Type.Enum([
      'open',
      'overdue',
      'paying',
      'paid',
      'confirmed',
      'refund-due',
      'refunded',
      'cancelled',
      'disputed',
    ]),
    declarationNumber: Type.String(),
    payee: Type.String(),
    currency: Currency,
    amount: Amount,
    issuedAt: Instant,
    dueOn: Type.Optional(Day),
    guaranteeNumber: Type.Optional(Type.String()),
    summary: Type.Optional(Type.Literal(true, { description: '汇总征税 / paid with the others of its month' })),
    treasuryNumber: Type.Optional(Type.String()),
    confirmedAt: Type.Optional(Instant),
    orders: Type.Array(Order),
    can: Type.Array(Type.Literal('pay')),
    simulated: Type.Boolean(),
  }),
);
export const Line = shapeOf<LineView>()(
  'StatementLine',
  Type.Object({
    id: Uuid,
    statementNumber: Type.String(),
    reference: Type.String(),
    endToEndId: Type.Optional(Type.String()),
    credit: Type.Boolean(),
    currency: Currency,
    amount: Amount,
    bookedOn: Day,
    state: Type.Enum(['matched', 'open', 'settled']),
    why: Type.Optional(Both),
    settledAt: Type.Optional(Instant),
    settledBy: Type.Optional(Type.String()),
    settledReason: Type.Optional(Type.String()),
    simulated: Type.Boolean(),
  }),
);
export const StandingReply = shapeOf<StandingView>()(
  'FinancialStanding',
  Type.Object({
    id: Uuid,
    kind: Type.Enum([...standingKinds]),
    number: Type.String(),
    state: Type.Enum(['issued', 'amended', 'used', 'ended', 'refused']),
    grade: Type.Optional(Type.String()),
    currency: Type.Optional(Currency),
    amount: Type.Optional(Amount),
    used: Type.Optional(Amount),
    validTo: Type.Optional(Day),
    issuer: Type.String(),
    text: Both,
    at: Instant,
    simulated: Type.Boolean(),
  }),
);
