// What a barge operator says of an order joins what it said before (N11). Of an order that is not known here nothing is kept: every word of the
// operator's names ours. At least once, so it may run twice.
import { type Context, emitter, type StoredEvent } from '../../runtime/context.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';
import { joinSteps, stateOfOrder } from './barge-states.ts';
import type { CarriageEvents } from './contract.ts';
import { lockBargeOrderNamed, updateBargeOrder } from './store-barges.ts';

const emit = emitter<CarriageEvents>();

export async function noteBarge(context: Context, event: StoredEvent<ExchangeEvents['barge.told']>): Promise<void> {
  const { simulated, fact } = event.payload;
  const order = await lockBargeOrderNamed(context, fact.ours);
  if (!order) return;
  const { boxes, toPort } = order.content;
  // Boxes of others on the same barge are nobody's business here (B16 按照职能需要).
  const own = fact.steps
    .map((step) => ({ step, boxes: step.boxes.filter((box) => boxes.includes(box)) }))
    .filter(({ step, boxes: of }) => step.boxes.length === 0 || of.length > 0)
    .map(({ step, boxes: of }) => ({ ...step, boxes: of }));
  const steps = joinSteps(order.steps, own);
  if (steps.length === order.steps.length) return;
  const state = stateOfOrder(boxes, toPort, steps);
  await updateBargeOrder(context, order.id, {
    state,
    steps,
    cancelling: order.cancelling && (state === 'ordered' || state === 'booked'),
    simulated: order.simulated || simulated,
  });
  await emit(context, 'carriage.barge-changed', order.shipment_id, {
    shipmentId: order.shipment_id,
    orderId: order.id,
    reference: order.reference,
    state,
    steps: own,
  });
}
