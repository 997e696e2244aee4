// Boxes of a case are given to a barge operator, or asked back while none is on board (N11; UN/EDIFACT IFTMIN). An act of its own: no filing does it.
import { type Context, emitter } from '../../runtime/context.ts';
import type { Form, FormRow } from '../shipment/contract.ts';
import { isOpen, placesOf } from './barge-states.ts';
import {
  type BargeContent,
  type CarriageEvents,
  type BargeOrdersOfCase,
  type BargeOrderView,
  bargeStateNames,
} from './contract.ts';
import { bookableCase, seenCase } from './may-book.ts';
import { refuse } from './refusals.ts';
import { isoTypes } from './suggest-booking.ts';
import {
  type BargeRow,
  insertBargeOrder,
  listBargeOrders,
  lockBargeOrder,
  lockedOrders,
  updateBargeOrder,
} from './store-barges.ts';

const emit = emitter<CarriageEvents>();
const boxRows = (form: Form): readonly FormRow[] =>
  Array.isArray(form.containers) ? (form.containers as readonly FormRow[]) : [];
const boxesIn = (form: Form): string[] =>
  boxRows(form).flatMap((row) => (row.containerNumber ? [row.containerNumber] : []));
const living = (rows: readonly BargeRow[]): Set<string> =>
  new Set(
    rows.filter((row) => row.state !== 'cancelled' && row.state !== 'delivered').flatMap((row) => row.content.boxes),
  );

export async function orderBarge(
  context: Context,
  { shipmentId, content }: { readonly shipmentId: string; readonly content: BargeContent },
): Promise<BargeOrderView> {
  const shipment = await bookableCase(context, shipmentId);
  const before = await lockedOrders(context, shipmentId);
  const own = new Set(boxesIn(shipment.form));
  const taken = living(before);
  for (const box of content.boxes) {
    if (!own.has(box)) throw wrong('boxes', box, '不是本票货物的集装箱', 'no box of this case');
    if (taken.has(box)) throw wrong('boxes', box, '已委托驳船运输', 'goes by barge already');
  }
  if (content.fromPort === content.toPort && content.fromTerminal === content.toTerminal)
    throw wrong('toTerminal', content.toTerminal, '不得与起运码头相同', 'it goes elsewhere than it comes from');
  if (content.readyOn !== undefined && content.readyOn > content.by)
    throw wrong(
      'by',
      content.by,
      `不得早于备妥日期 ${content.readyOn}`,
      `not before they are ready on ${content.readyOn}`,
    );
  const serial = (before[0]?.serial ?? 0) + 1;
  const row: BargeRow = {
    id: context.newId(),
    shipment_id: shipmentId,
    serial,
    reference: `${shipment.number}-D${serial}`,
    content,
    state: 'ordered',
    cancelling: false,
    steps: [],
    ordered_at: context.now,
    ordered_by: context.actor.name,
    simulated: shipment.simulated,
  };
  await insertBargeOrder(context, row);
  await emit(context, 'carriage.barge-ordered', shipmentId, ofOrder(row, shipment.form));
  return toBargeView(row, true);
}

export async function cancelBarge(
  context: Context,
  { orderId, reason }: { readonly orderId: string; readonly reason: string },
): Promise<BargeOrderView> {
  const row = await lockBargeOrder(context, orderId);
  if (!row) throw refuse('CARRIAGE_BARGE_ORDER_UNKNOWN');
  const { form } = await bookableCase(context, row.shipment_id);
  if (!isOpen(row.state) || row.cancelling)
    throw refuse('CARRIAGE_BARGE_NOT_OPEN', {
      path: 'state',
      reference: row.reference,
      state: `${bargeStateNames[row.state].zh} ${row.state}`,
    });
  await updateBargeOrder(context, row.id, { cancelling: true });
  await emit(context, 'carriage.barge-cancellation-asked', row.shipment_id, { ...ofOrder(row, form), reason });
  return toBargeView({ ...row, cancelling: true }, true);
}

export async function readBargeOrders(context: Context, shipmentId: string): Promise<BargeOrdersOfCase> {
  const { shipment, mayOrder } = await seenCase(context, shipmentId);
  const rows = await listBargeOrders(context, shipmentId);
  const taken = living(rows);
  return {
    items: rows.map((row) => toBargeView(row, mayOrder)),
    mayOrder,
    boxes: mayOrder ? boxesIn(shipment.form).filter((box) => !taken.has(box)) : [],
  };
}

const wrong = (path: string, value: string, ruleZh: string, ruleEn: string) =>
  refuse('CARRIAGE_BARGE_INCOMPLETE', { path, value, ruleZh, ruleEn });

function ofOrder({ id, shipment_id, reference, content }: BargeRow, form: Form) {
  const { boxes, ...head } = content;
  const rows = boxRows(form).filter((row) => boxes.includes(row.containerNumber ?? ''));
  const trader = typeof form.traderReference === 'string' ? form.traderReference : '';
  return {
    shipmentId: shipment_id,
    orderId: id,
    reference,
    form: {
      ...Object.fromEntries(Object.entries(head).map(([name, value]) => [`carriage.${name}`, value])),
      ...(trader ? { traderReference: trader } : {}),
      ...(typeof form.traderName === 'string' ? { 'carriage.shipper': form.traderName } : {}),
      'carriage.boxes': rows.map((row) => ({
        'carriage.box': row.containerNumber ?? '',
        'carriage.isoCode': isoTypes[row.containerSpec ?? ''] ?? '',
        'carriage.massKg': row.containerGoodsMassKg ?? '',
        'carriage.seal': row.sealNumber ?? '',
      })),
    },
  };
}

function toBargeView(row: BargeRow, mayOrder: boolean): BargeOrderView {
  const last = <K extends 'vessel' | 'note'>(name: K) => row.steps.findLast((step) => step[name] !== undefined)?.[name];
  const [vessel, note] = [last('vessel'), last('note')];
  return {
    id: row.id,
    shipmentId: row.shipment_id,
    reference: row.reference,
    content: row.content,
    state: row.state,
    cancelling: row.cancelling,
    boxes: placesOf(row.content.boxes, row.steps),
    orderedAt: row.ordered_at,
    orderedBy: row.ordered_by,
    can: mayOrder && isOpen(row.state) && !row.cancelling ? ['cancel'] : [],
    simulated: row.simulated,
    ...(vessel ? { vessel } : {}),
    ...(note ? { note } : {}),
  };
}
