// Schemas of what the carriage module takes and replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Day, Instant, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import {
  type BookingContent,
  type BookingsOfCase,
  type BookingView,
  bookingStates,
  handoverTypes,
  movementTypes,
  requestStates,
  type BargeContent,
  type BargeOrdersOfCase,
  type BargeOrderView,
  bargeStates,
  bargeSteps,
} from './contract.ts';

const Port = Type.String({
  pattern: '^[A-Z]{2}[A-Z2-9]{3}$',
  examples: ['CNCKG'],
  description: 'UN/LOCODE',
});
const text = (maxLength: number, zh: string, en: string) =>
  Type.String({ minLength: 1, maxLength, description: `${zh} / ${en}` });
const Handover = Type.Enum([...handoverTypes]);
const Movement = Type.Enum([...movementTypes]);

const Danger = Type.Object(
  {
    unNumber: Type.String({ pattern: '^[0-9]{4}$', examples: ['1263'] }),
    properName: text(250, '正确运输名称', 'proper shipping name'),
    imoClass: Type.String({ pattern: '^[1-9](\\.[1-6])?[A-Z]?$', examples: ['3'] }),
    packingGroup: Type.Optional(Type.Enum(['1', '2', '3'])),
    marinePollutant: Type.Boolean(),
    limitedQuantity: Type.Boolean(),
    ordinary: Type.Boolean({
      description:
        '非救助包装、未清洁空容器、废弃物或热运货物，无须主管机关批准或报告 / neither salvage packings, empty uncleaned, waste nor hot, nothing to be approved or reported',
    }),
    contact: text(255, '应急联系人', 'whom to call in an emergency'),
    phone: text(30, '应急电话', 'number to call in an emergency'),
  },
  { title: 'BookedDanger' },
);
const Equipment = Type.Object(
  {
    isoCode: Type.String({ pattern: '^[0-9A-Z]{4}$', examples: ['22G1'], description: 'ISO 6346' }),
    units: Type.Integer({ minimum: 1, maximum: 999 }),
    shipperOwned: Type.Boolean(),
  },
  { title: 'BookedEquipment' },
);
const Cargo = Type.Object(
  {
    equipment: Type.Integer({ minimum: 1, maximum: 20, description: '装入第几行箱 / which line of the equipment' }),
    description: text(550, '货名', 'goods'),
    hsCode: Type.Optional(Type.String({ pattern: '^[0-9]{6,10}$', examples: ['847330'] })),
    grossMassKg: Type.String({ minLength: 1, maxLength: 16, description: '毛重，千克 / gross mass, kg' }),
    packages: Type.Optional(Type.Integer({ minimum: 1, maximum: 999_999_999 })),
    dangerous: Type.Optional(Danger),
  },
  { title: 'BookedCargo' },
);
const content = {
  contractReference: Type.Optional(text(30, '服务合同号', 'service contract')),
  quotationReference: Type.Optional(text(35, '报价号', 'quotation')),
  serviceCode: Type.Optional(text(11, '航线代码', 'service')),
  vesselName: Type.Optional(text(50, '船名', 'name of the vessel')),
  vesselImo: Type.Optional(Type.String({ pattern: '^[0-9]{7}$', examples: ['9469560'] })),
  voyage: Type.Optional(text(50, '航次', 'voyage')),
  receiptType: Handover,
  deliveryType: Handover,
  originMovement: Movement,
  destinationMovement: Movement,
  freight: Type.Enum(['PRE', 'COL']),
  from: Port,
  loadPort: Type.Optional(Port),
  dischargePort: Type.Optional(Port),
  to: Port,
  departsOn: Type.Optional(Day),
  arrivesFrom: Type.Optional(Day),
  arrivesBy: Type.Optional(Day),
  shipper: text(70, '发货人', 'shipper'),
  consignee: Type.Optional(text(70, '收货人', 'consignee')),
  equipment: Type.Array(Equipment, { minItems: 1, maxItems: 20 }),
  cargo: Type.Array(Cargo, { minItems: 1, maxItems: 50 }),
};
export const Content = shapeOf<BookingContent>()('BookingContent', Type.Object(content));

const RequestOf = Type.Optional(Type.Enum([...requestStates]));
const Feedbacks = Type.Array(
  Type.Object({ severity: Type.String(), text: Type.String(), field: Type.Optional(Type.String()) }),
);
const Leg = Type.Object({
  from: Type.String(),
  to: Type.String(),
  departsOn: Type.String(),
  arrivesOn: Type.String(),
  vessel: Type.Optional(Type.String()),
  voyage: Type.Optional(Type.String()),
});
export const Booking = shapeOf<BookingView>()(
  'CarrierBooking',
  Type.Object({
    id: Uuid,
    shipmentId: Uuid,
    reference: Type.String(),
    version: Type.Integer(),
    content: Content,
    state: Type.Enum([...bookingStates]),
    updating: Type.Boolean(),
    amendment: RequestOf,
    cancellation: RequestOf,
    requestReference: Type.Optional(Type.String()),
    bookingReference: Type.Optional(Type.String({ description: '承运人订舱号 / carrier booking number' })),
    feedbacks: Feedbacks,
    plan: Type.Array(Leg),
    cutOffs: Type.Array(Type.Object({ code: Type.String(), at: Instant })),
    saidAt: Type.Optional(Instant),
    orderedAt: Instant,
    orderedBy: Type.String(),
    can: Type.Array(Type.Enum(['amend', 'cancel'])),
    simulated: Type.Boolean(),
  }),
);
/** What the form lacks is left out, or empty where a line has it. */
const Text = Type.String();
const LooseDanger = Type.Object({ ...Danger.properties, properName: Text, imoClass: Text, contact: Text, phone: Text });
const LooseCargo = Type.Object({
  ...Cargo.properties,
  description: Text,
  grossMassKg: Text,
  dangerous: Type.Optional(LooseDanger),
});
const loose = Type.Partial(
  Type.Object({ ...content, equipment: Type.Array(Equipment), cargo: Type.Array(LooseCargo) }),
);
export const Bookings = shapeOf<BookingsOfCase>()(
  'CarrierBookings',
  Type.Object({
    items: Type.Array(Booking),
    mayBook: Type.Boolean(),
    suggested: Type.Optional(loose),
    offered: Type.Optional(Type.String()),
  }),
);

const BargeContentShape = Type.Object({
  boxes: Type.Array(Type.String({ pattern: '^[A-Z]{4}[0-9]{7}$', examples: ['YXEU4000010'] }), {
    minItems: 1,
    maxItems: 200,
    uniqueItems: true,
  }),
  fromPort: Port,
  fromTerminal: text(35, '起运码头', 'terminal it comes from'),
  toPort: Port,
  toTerminal: text(35, '到达码头', 'terminal it goes to'),
  readyOn: Type.Optional(Day),
  by: Day,
});
export const BargeContentReply = shapeOf<BargeContent>()('BargeContent', BargeContentShape);
export const BargeOrder = shapeOf<BargeOrderView>()(
  'BargeOrder',
  Type.Object({
    id: Uuid,
    shipmentId: Uuid,
    reference: Type.String(),
    content: BargeContentReply,
    state: Type.Enum([...bargeStates]),
    cancelling: Type.Boolean(),
    boxes: Type.Array(
      Type.Object({
        box: Type.String(),
        step: Type.Optional(Type.Enum([...bargeSteps])),
        place: Type.Optional(Type.String()),
        at: Type.Optional(Instant),
      }),
    ),
    vessel: Type.Optional(Type.String()),
    note: Type.Optional(Type.String()),
    orderedAt: Instant,
    orderedBy: Type.String(),
    can: Type.Array(Type.Literal('cancel')),
    simulated: Type.Boolean(),
  }),
);
export const BargeOrders = shapeOf<BargeOrdersOfCase>()(
  'BargeOrders',
  Type.Object({ items: Type.Array(BargeOrder), mayOrder: Type.Boolean(), boxes: Type.Array(Type.String()) }),
);
