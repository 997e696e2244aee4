// Schemas of what the inspection module replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { authorities, type AuthorityId } from '../../kernel/party.ts';
import { Both, Day, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import type {
  DishonestMark,
  InspectionSlot,
  InspectionView,
  OfferedSlot,
  SiteShare,
  VesselShare,
  YardBoard,
} from './contract.ts';

const Text = Type.Optional(Type.String());
const slot = {
  id: Type.String(),
  siteId: Type.String(),
  siteName: Both,
  bay: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
};
const Slot = shapeOf<InspectionSlot>()('InspectionSlot', Type.Object(slot));
const appointment = Type.Boolean({ description: '预约的非工作时间 / outside opening hours, by appointment' });
const late = Type.Boolean({ description: '赶不上运输工具 / too late for the conveyance' });
export const Offer = shapeOf<OfferedSlot>()(
  'OfferedSlot',
  Type.Object({ ...slot, byAppointment: appointment, late, reason: Both }),
);
export const Inspection = shapeOf<InspectionView>()(
  'Inspection',
  Type.Object({
    id: Uuid,
    number: Type.String(),
    shipmentId: Uuid,
    shipmentNumber: Type.String(),
    objectIds: Type.Array(Type.String()),
    joint: Type.Boolean(),
    state: Type.Enum(['planned', 'started', 'finished', 'cancelled']),
    overdue: Type.Boolean({ description: '时段已过而尚缺结果 / the slot has passed and a result is missing' }),
    slot: Slot,
    slotReason: Both,
    byAppointment: appointment,
    cutOff: Type.Optional(Instant),
    late,
    booked: Type.Optional(named('Booked', { at: Instant, by: Type.String() })),
    virtuallyReturnedAt: Type.Optional(Instant),
    parts: Type.Array(
      named('InspectionPart', {
        authority: Type.Enum(Object.keys(authorities) as AuthorityId[]),
        requirement: Text,
        officer: Text,
        instructionIds: Type.Array(Type.String()),
        result: Type.Optional(
          named('InspectionResult', {
            outcome: Type.Enum(['normal', 'abnormal']),
            handlingCode: Type.String(),
            findings: Type.String(),
            sealNumber: Text,
            recordedAt: Instant,
            recordedBy: Type.String(),
          }),
        ),
      }),
    ),
    rescheduled: Type.Array(named('Rescheduling', { from: Instant, to: Instant, reason: Type.String(), at: Instant })),
    simulated: Type.Boolean(),
  }),
);

export const Mark = shapeOf<DishonestMark>()(
  'DishonestMark',
  Type.Object({
    id: Uuid,
    organisationId: Uuid,
    name: Both,
    reason: Type.String(),
    legalBasis: Type.String(),
    markedAt: Instant,
    markedBy: Type.String(),
    liftedAt: Type.Optional(Instant),
    liftedReason: Text,
  }),
);
const counts = {
  made: Type.Integer(),
  missed: Type.Integer(),
  toCome: Type.Integer(),
  atRisk: Type.Integer(),
  percent: Text,
};
const OfSite = shapeOf<SiteShare>()('SiteShare', Type.Object({ siteId: Type.String(), siteName: Both, ...counts }));
export const Share = shapeOf<VesselShare>()(
  'VesselShare',
  Type.Object({
    from: Day,
    to: Day,
    ...counts,
    sites: Type.Array(OfSite),
    listed: Type.Array(
      named('VesselMissed', {
        number: Type.String(),
        containers: Type.Integer(),
        cutOff: Instant,
        standing: Type.Enum(['missed', 'at-risk']),
        conveyance: Text,
      }),
    ),
  }),
);

export const Board = shapeOf<YardBoard>()(
  'YardBoard',
  Type.Object({
    day: Day,
    siteId: Type.String(),
    sites: Type.Array(named('YardName', { id: Type.String(), name: Both })),
    bays: Type.Array(named('YardBay', { id: Type.String(), equipment: Type.Array(Type.Enum(['scanner', 'cold'])) })),
    rows: Type.Array(
      named('YardRow', { startsAt: Instant, open: Type.Enum(['open', 'by-appointment', 'holiday', 'closed']) }),
    ),
    tasks: Type.Array(
      named('YardTask', {
        id: Uuid,
        number: Type.String(),
        state: Type.Enum(['planned', 'started', 'finished', 'cancelled']),
        bay: Type.String(),
        startsAt: Instant,
        endsAt: Instant,
        late,
        byAppointment: appointment,
        authorities: Type.Array(Type.Enum(Object.keys(authorities) as AuthorityId[])),
      }),
    ),
  }),
);
