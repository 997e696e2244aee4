// HTTP of carriage (N11; B16 三(二)).
import { Type } from 'typebox';
import { route } from '../../runtime/http/route.ts';
import { authorisationRefusals } from '../enterprise/index.ts';
import { amendBooking, cancelBooking } from './amend-booking.ts';
import type { BookingContent, BargeContent } from './contract.ts';
import { cancelBarge, orderBarge, readBargeOrders } from './order-barge.ts';
import { orderBooking } from './order-booking.ts';
import { readBookings } from './read-bookings.ts';
import { BargeContentReply, BargeOrder, BargeOrders, Booking, Bookings, Content } from './replies.ts';

const ById = Type.Object({
  id: Type.String({ pattern: '^[0-9a-f-]{36}$', examples: ['01999999-0000-7000-8000-000000000001'] }),
});
const example: BookingContent = {
  contractReference: 'SC2026CKG001',
  receiptType: 'CY',
  deliveryType: 'CY',
  originMovement: 'FCL',
  destinationMovement: 'FCL',
  freight: 'PRE',
  from: 'CNCKG',
  loadPort: 'CNSHA',
  to: 'SGSIN',
  departsOn: '2026-12-20',
  shipper: '重庆山城光电有限公司（演示）',
  equipment: [{ isoCode: '22G1', units: 1, shipperOwned: false }],
  cargo: [{ equipment: 1, description: 'Parts of notebooks', hsCode: '847330', grossMassKg: '2100', packages: 80 }],
};
const bargeExample: BargeContent = {
  boxes: ['YXEU4000010'],
  fromPort: 'CNCKG',
  fromTerminal: '果园港',
  toPort: 'CNSHA',
  toTerminal: '外高桥四期',
  readyOn: '2026-11-28',
  by: '2026-12-10',
};
const acting = ['CARRIAGE_CASE_UNKNOWN', 'CARRIAGE_CASE_ENDED', 'SHIPMENT_UNKNOWN', ...authorisationRefusals];

export const routes = [
  route({
    method: 'GET',
    path: '/shipments/:id/carrier-bookings',
    summary: {
      zh: '一票货物的订舱及承运人的答复、按表单预填的内容、可填入表单的订舱号',
      en: 'Carrier bookings of a shipment with what the carrier says, what the form would fill in, and the number to take over',
    },
    action: 'carriage.read',
    params: ById,
    response: Bookings,
    refusals: ['CARRIAGE_CASE_UNKNOWN', 'SHIPMENT_UNKNOWN'],
    handle: (context, { params }) => readBookings(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/shipments/:id/carrier-bookings',
    summary: { zh: '向承运人订舱', en: 'Book space with the carrier' },
    action: 'carriage.order',
    params: ById,
    body: Content,
    creates: true,
    addsWork: true,
    response: Booking,
    refusals: [...acting, 'CARRIAGE_NOT_BY_WATER', 'CARRIAGE_BOOKING_INCOMPLETE'],
    examples: { body: example },
    handle: (context, { params, body }) => orderBooking(context, { shipmentId: params.id, content: body }),
  }),
  route({
    method: 'PUT',
    path: '/carrier-bookings/:id',
    summary: {
      zh: '更正尚未确认的订舱，或对已确认的订舱申请变更；须给出所依据的版本',
      en: 'Update a booking before it is confirmed, or ask to amend a confirmed one; names the version it changes',
    },
    action: 'carriage.order',
    params: ById,
    body: Type.Object({ version: Type.Integer({ minimum: 1, maximum: 1_000_000 }), content: Content }),
    addsWork: true,
    response: Booking,
    refusals: [
      ...acting,
      'CARRIAGE_BOOKING_UNKNOWN',
      'CARRIAGE_BOOKING_CHANGED',
      'CARRIAGE_BOOKING_NOT_OPEN',
      'CARRIAGE_BOOKING_INCOMPLETE',
    ],
    examples: { body: { version: 1, content: example } },
    handle: (context, { params, body }) => amendBooking(context, { bookingId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/carrier-bookings/:id/cancellation',
    summary: {
      zh: '取消订舱；已确认的，须承运人同意',
      en: 'Cancel a booking; a confirmed one ends when the carrier agrees',
    },
    action: 'carriage.order',
    params: ById,
    body: Type.Object({ reason: Type.String({ minLength: 2, maxLength: 500 }) }),
    addsWork: true,
    response: Booking,
    refusals: [...acting, 'CARRIAGE_BOOKING_UNKNOWN', 'CARRIAGE_BOOKING_NOT_OPEN'],
    examples: { body: { reason: '买方推迟提货' } },
    handle: (context, { params, body }) => cancelBooking(context, { bookingId: params.id, reason: body.reason }),
  }),
  route({
    method: 'GET',
    path: '/shipments/:id/barge-orders',
    summary: {
      zh: '一票货物的驳船委托及各箱位置、尚可委托的箱',
      en: 'Barge orders of a shipment with where each box is, and boxes that can still be ordered for',
    },
    action: 'carriage.read',
    params: ById,
    response: BargeOrders,
    refusals: ['CARRIAGE_CASE_UNKNOWN', 'SHIPMENT_UNKNOWN'],
    handle: (context, { params }) => readBargeOrders(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/shipments/:id/barge-orders',
    summary: {
      zh: '委托驳船运输：哪些箱、从哪个码头到哪个码头、何时之前',
      en: 'Have boxes carried by barge: which, from which terminal to which, by when',
    },
    action: 'carriage.order',
    params: ById,
    body: BargeContentReply,
    creates: true,
    addsWork: true,
    response: BargeOrder,
    refusals: [...acting, 'CARRIAGE_BARGE_INCOMPLETE'],
    examples: { body: bargeExample },
    handle: (context, { params, body }) => orderBarge(context, { shipmentId: params.id, content: body }),
  }),
  route({
    method: 'POST',
    path: '/barge-orders/:id/cancellation',
    summary: { zh: '取消驳船委托（箱未装船时）', en: 'Ask a barge order back while no box is on board' },
    action: 'carriage.order',
    params: ById,
    body: Type.Object({ reason: Type.String({ minLength: 2, maxLength: 200 }) }),
    addsWork: true,
    response: BargeOrder,
    refusals: [...acting, 'CARRIAGE_BARGE_ORDER_UNKNOWN', 'CARRIAGE_BARGE_NOT_OPEN'],
    examples: { body: { reason: '改走铁路' } },
    handle: (context, { params, body }) => cancelBarge(context, { orderId: params.id, reason: body.reason }),
  }),
];
