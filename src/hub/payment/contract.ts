// Wire shapes of duties and payments (first slice of X3; B16 三(三)3, CQ18 11, SC 19): the bill of customs, the order to the bank, what the
// bank says of it, its statement; and what banks and the foreign exchange administration say of an enterprise.
import type { Bilingual } from '../../kernel/bilingual.ts';

export const taxKinds = [
  'import-duty',
  'export-duty',
  'anti-dumping',
  'import-vat',
  'consumption-tax',
  'late-payment',
  'other',
] as const;
export type TaxKind = (typeof taxKinds)[number];
export const taxKindNames: Readonly<Record<TaxKind, Bilingual>> = {
  'import-duty': { zh: '进口关税', en: 'Import duty' },
  'export-duty': { zh: '出口关税', en: 'Export duty' },
  'anti-dumping': { zh: '反倾销税', en: 'Anti-dumping duty' },
  'import-vat': { zh: '进口环节增值税', en: 'Import VAT' },
  'consumption-tax': { zh: '进口环节消费税', en: 'Import consumption tax' },
  'late-payment': { zh: '滞纳金', en: 'Late payment surcharge' },
  other: { zh: '其他', en: 'Other' },
};

/** ISO 20022 ExternalPaymentTransactionStatus1Code, those a customer hears. */
export const paymentStatuses = ['RCVD', 'ACTC', 'ACCP', 'ACSP', 'PDNG', 'ACSC', 'RJCT'] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];
/** One thing a bank says of an order. Amounts are decimal text. */
export type PaymentWord =
  | {
      readonly say: 'status';
      readonly status: PaymentStatus;
      readonly reasonCode?: string;
      readonly text: Bilingual;
      readonly amount?: string;
      readonly currency?: string;
      readonly at: string;
    }
  | {
      readonly say: 'return';
      readonly returnId: string;
      readonly amount: string;
      readonly currency: string;
      readonly reasonCode?: string;
      readonly text: Bilingual;
      readonly at: string;
    };

export type BilledTax = {
  readonly number: string;
  readonly kind: TaxKind;
  readonly declarationNumber: string;
  readonly payee: string;
  readonly payeeAccount: string;
  readonly currency: string;
  readonly amount: string;
  readonly issuedAt: string;
  readonly dueOn?: string;
  readonly guaranteeNumber?: string;
  /** 汇总征税: paid with the others of its month. */
  readonly summary?: boolean;
};
export type StatementLine = {
  readonly reference: string;
  readonly endToEndId?: string;
  readonly credit: boolean;
  readonly currency: string;
  readonly amount: string;
  readonly bookedOn: string;
};
export const standingKinds = ['guarantee', 'letter-of-credit', 'forex-directory'] as const;
export type StandingKind = (typeof standingKinds)[number];
export type Standing = {
  readonly kind: StandingKind;
  readonly number: string;
  readonly uscc: string;
  readonly state: 'issued' | 'amended' | 'used' | 'ended' | 'refused';
  /** Of the directory of foreign exchange: A, B or C. */
  readonly grade?: string;
  readonly currency?: string;
  readonly amount?: string;
  readonly used?: string;
  readonly validTo?: string;
  readonly issuer: string;
  readonly text: Bilingual;
  readonly at: string;
};

/** How a partner names the document or case it speaks of; the exchange joins it. */
type About = { readonly clientNumber?: string; readonly partnerNumber?: string; readonly declarationNumber?: string };
/** What a message of customs, tax, bank or foreign exchange says about money. */
export type MoneyFact =
  | { readonly fact: 'tax-billed'; readonly about: About; readonly bill: BilledTax; readonly cancelled: boolean }
  | {
      readonly fact: 'payment-said';
      readonly about?: About;
      /** Absent where the bank speaks of our whole message. */
      readonly endToEndId?: string;
      readonly word: PaymentWord;
    }
  | {
      readonly fact: 'statement-made';
      readonly number: string;
      readonly account: string;
      readonly madeAt: string;
      readonly lines: readonly StatementLine[];
    }
  | {
      readonly fact: 'tax-confirmed';
      readonly about: About;
      readonly billNumber: string;
      readonly treasuryNumber: string;
      readonly at: string;
    }
  | { readonly fact: 'standing-said'; readonly standing: Standing };

export type OrderState = 'sent' | 'accepted' | 'settled' | 'refused' | 'partly-returned' | 'returned' | 'disputed';
export type BillState =
  | 'open'
  | 'overdue'
  | 'paying'
  | 'paid'
  | 'confirmed'
  | 'refund-due'
  | 'refunded'
  | 'cancelled'
  | 'disputed';
export type OrderView = {
  readonly id: string;
  readonly endToEndId: string;
  readonly state: OrderState;
  readonly currency: string;
  readonly amount: string;
  /** Its last four characters. */
  readonly accountEnd: string;
  readonly returned?: string;
  readonly settledAt?: string;
  readonly reason?: Bilingual;
  readonly orderedAt: string;
  readonly orderedBy: string;
};
export type BillView = {
  readonly id: string;
  readonly number: string;
  readonly shipmentId: string;
  readonly kind: TaxKind;
  readonly state: BillState;
  readonly declarationNumber: string;
  readonly payee: string;
  readonly currency: string;
  readonly amount: string;
  readonly issuedAt: string;
  readonly dueOn?: string;
  /** Under which guarantee the goods went before it was paid (担保放行). */
  readonly guaranteeNumber?: string;
  /** 汇总征税: paid with the others of its month. */
  readonly summary?: true;
  readonly treasuryNumber?: string;
  readonly confirmedAt?: string;
  /** Newest first. */
  readonly orders: readonly OrderView[];
  /** What the reader may do with it now. */
  readonly can: readonly 'pay'[];
  readonly simulated: boolean;
};
export type LineView = StatementLine & {
  readonly id: string;
  readonly statementNumber: string;
  readonly state: 'matched' | 'open' | 'settled';
  readonly why?: Bilingual;
  readonly settledAt?: string;
  readonly settledBy?: string;
  readonly settledReason?: string;
  readonly simulated: boolean;
};
export type StandingView = Omit<Standing, 'uscc'> & { readonly id: string; readonly simulated: boolean };

type OfBill = { shipmentId: string; taxBillId: string; number: string };
type OfOrder = OfBill & { orderId: string; endToEndId: string };
export type PaymentEvents = {
  'payment.billed': OfBill & { kind: TaxKind; currency: string; amount: string; dueOn?: string };
  'payment.bill-cancelled': OfBill & {};
  'payment.ordered': OfOrder & {
    kind: TaxKind;
    currency: string;
    amount: string;
    debtorAccount: string;
    payee: string;
    payeeAccount: string;
    executeOn: string;
    declarationNumber: string;
  };
  'payment.accepted': OfOrder & {};
  'payment.settled': OfOrder & {
    kind: TaxKind;
    currency: string;
    amount: string;
    declarationNumber: string;
    settledAt: string;
  };
  'payment.refused': OfOrder & { reasonCode?: string; reason: Bilingual };
  'payment.returned': OfOrder & { currency: string; amount: string; whole: boolean };
  /** The bank contradicts itself or the order, or customs itself: nothing goes on until people have looked. */
  'payment.disputed': OfBill & { orderId?: string; reason: Bilingual };
  'payment.confirmed': OfBill & { treasuryNumber: string; at: string };
  'payment.statement-read': { number: string; lines: number; open: number };
  'payment.line-settled': { lineId: string; reason: string };
  'payment.standing-changed': {
    organisationId: string;
    standingId: string;
    kind: StandingKind;
    number: string;
    state: Standing['state'];
  };
};
