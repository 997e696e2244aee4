// Reading bills with their orders, statement lines, and what is said of one's own organisation.
import { compareDecimals } from '../../kernel/decimal.ts';
import { partnerDay } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { mayDoToShipment } from '../shipment/index.ts';
import type { BillView, LineView, OrderView, StandingView } from './contract.ts';
import { refuse } from './refusals.ts';
import { billState, isPayable } from './states.ts';
import { type BillRow, listBills, listOrders, type OrderRow } from './store.ts';
import { type LineRow, listStandings, pageLines, type StandingRow } from './store-statements.ts';

export const stateOfBill = (context: Context, bill: BillRow, orders: readonly OrderRow[]) =>
  billState(
    {
      cancelled: bill.cancelled_at !== null,
      differs: bill.differs,
      confirmed: bill.confirmed_at !== null,
      dueOn: bill.due_on ?? undefined,
    },
    orders,
    partnerDay(context.now),
  );

export async function readPayments(context: Context, shipmentId: string): Promise<BillView[]> {
  if (!(await mayDoToShipment(context, shipmentId, 'payment.read'))) throw refuse('PAYMENT_BILL_UNKNOWN');
  const mayPay = await mayDoToShipment(context, shipmentId, 'payment.order');
  const [bills, orders] = await Promise.all([listBills(context, shipmentId), listOrders(context, shipmentId)]);
  return bills.map((bill) =>
    toBillView(
      context,
      bill,
      orders.filter((o) => o.bill_id === bill.id),
      mayPay,
    ),
  );
}

export function toBillView(context: Context, row: BillRow, orders: readonly OrderRow[], mayPay: boolean): BillView {
  const state = stateOfBill(context, row, orders);
  return {
    id: row.id,
    number: row.number,
    shipmentId: row.shipment_id,
    kind: row.kind,
    state,
    declarationNumber: row.declaration_number,
    payee: row.payee,
    currency: row.currency,
    amount: row.amount,
    issuedAt: row.issued_at,
    orders: orders.map(toOrderView),
    can: mayPay && isPayable(state) && compareDecimals(row.amount, '0') > 0 ? ['pay'] : [],
    simulated: row.simulated,
    ...(row.due_on ? { dueOn: row.due_on } : {}),
    ...(row.guarantee_number ? { guaranteeNumber: row.guarantee_number } : {}),
    ...(row.summary ? { summary: true as const } : {}),
    ...(row.treasury_number ? { treasuryNumber: row.treasury_number } : {}),
    ...(row.confirmed_at ? { confirmedAt: row.confirmed_at } : {}),
  };
}
const toOrderView = (row: OrderRow): OrderView => ({
  id: row.id,
  endToEndId: row.end_to_end_id,
  state: row.state,
  currency: row.currency,
  amount: row.amount,
  accountEnd: row.debtor_account.slice(-4),
  orderedAt: row.ordered_at,
  orderedBy: row.ordered_by,
  ...(compareDecimals(row.returned, '0') > 0 ? { returned: row.returned } : {}),
  ...(row.settled_at ? { settledAt: row.settled_at } : {}),
  ...(row.reason ? { reason: row.reason } : {}),
});

export async function readLines(
  context: Context,
  query: PageQuery & { readonly state?: LineView['state'] },
): Promise<Page<LineView>> {
  const { rows, next } = await readPageOf(query, (page) =>
    pageLines(context, { ...page, ...(query.state ? { state: query.state } : {}) }),
  );
  return { items: rows.map(toLineView), ...next };
}
export const toLineView = (row: LineRow): LineView => ({
  id: row.id,
  statementNumber: row.statement_number,
  reference: row.reference,
  credit: row.credit,
  currency: row.currency,
  amount: row.amount,
  bookedOn: row.booked_on,
  state: row.state,
  simulated: row.simulated,
  ...(row.end_to_end_id ? { endToEndId: row.end_to_end_id } : {}),
  ...(row.why ? { why: row.why } : {}),
  ...(row.settled_at ? { settledAt: row.settled_at } : {}),
  ...(row.settled_by ? { settledBy: row.settled_by } : {}),
  ...(row.settled_reason ? { settledReason: row.settled_reason } : {}),
});

export async function readStandings(context: Context): Promise<StandingView[]> {
  const rows = await listStandings(context, context.actor.organisationId ?? '');
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    number: row.number,
    state: row.state,
    issuer: row.issuer,
    text: row.text,
    at: row.said_at,
    simulated: row.simulated,
    ...(row.grade ? { grade: row.grade } : {}),
    ...(row.currency ? { currency: row.currency } : {}),
    ...(row.amount ? { amount: row.amount } : {}),
    ...(row.used ? { used: row.used } : {}),
    ...(row.valid_to ? { validTo: row.valid_to } : {}),
  }));
}

/** Where an enterprise stands in the directory of foreign exchange, as last said. */
export async function directoryStanding(context: Context, organisationId: string): Promise<StandingRow | undefined> {
  const rows = (await listStandings(context, organisationId)).filter((row) => row.kind === 'forex-directory');
  return rows.reduce<StandingRow | undefined>(
    (last, row) => (last && last.said_at > row.said_at ? last : row),
    undefined,
  );
}
