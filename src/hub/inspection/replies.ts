// Schemas of what the inspection module replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { authorityIds } from '../../kernel/party.ts';
import { Report } from '../signatures/index.ts';
import { Both, Day, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import { MOST_PHOTOS, sealActs } from './contract.ts';
import type {
  DishonestMark,
  FieldSheet,
  InspectionSlot,
  InspectionView,
  KeptPhoto,
  OfferedSlot,
  SignedPart,
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
const handling = Type.String({
  pattern: '^([1-9]|1[0-2])$',
  maxLength: 2,
  examples: ['11'],
  description: '处理代码：11 正常放行 … / handling code',
});
const objectId = Type.Optional(Type.String({ maxLength: 80 }));
const lineNumber = Type.Optional(Type.String({ pattern: '^[0-9]{1,4}$', maxLength: 4, examples: ['1'] }));
const SealNumber = Type.String({ minLength: 1, maxLength: 40 });
/** What an officer records: the body of the request, and what is kept of it. */
const recorded = {
  outcome: Type.Enum(['normal', 'abnormal']),
  handlingCode: handling,
  findings: Type.String({ maxLength: 2000 }),
  sealNumber: Type.Optional(SealNumber),
  items: Type.Optional(
    Type.Array(
      named('FoundItem', {
        objectId,
        lineNumber,
        quantity: Type.Optional(
          Type.String({ pattern: '^[0-9]{1,12}(\\.[0-9]{1,5})?$', maxLength: 18, examples: ['1000'] }),
        ),
        unit: Type.Optional(Type.String({ maxLength: 20 })),
        handlingCode: handling,
        findings: Type.Optional(Type.String({ maxLength: 500 })),
      }),
      { maxItems: 500 },
    ),
  ),
  seals: Type.Optional(
    Type.Array(
      named('SealRecord', {
        objectId: Type.String({ minLength: 1, maxLength: 80 }),
        number: SealNumber,
        act: Type.Enum([...sealActs], { description: '查见、剪开、施加 / found, cut, put on' }),
      }),
      { maxItems: 200 },
    ),
  ),
  samples: Type.Optional(
    Type.Array(
      named('SampleRecord', {
        number: Type.String({ minLength: 1, maxLength: 40, examples: ['S-1'] }),
        what: Type.String({ minLength: 1, maxLength: 200 }),
        laboratory: Type.String({ minLength: 1, maxLength: 200 }),
        objectId,
        lineNumber,
      }),
      { maxItems: 100 },
    ),
  ),
  photos: Type.Optional(
    Type.Array(
      named('PhotoRecord', {
        digest: Type.String({ pattern: '^[0-9a-f]{64}$', maxLength: 64 }),
        objectId,
        lineNumber,
        caption: Type.Optional(Type.String({ maxLength: 200 })),
      }),
      { maxItems: MOST_PHOTOS },
    ),
  ),
  enteredAt: Type.Optional(Instant),
};
export const RecordBody = Type.Object({
  ...recorded,
  revision: Type.Optional(
    Type.String({
      pattern: '^[0-9a-f]{16}$',
      examples: ['4bf92f3577b34da6'],
      maxLength: 16,
      description: '所见任务的版本 / the revision that was seen',
    }),
  ),
  signature: Type.Optional(
    Type.String({
      minLength: 10,
      maxLength: 20_000,
      description: '对查验记录的分离式 JWS（decisions/0030） / detached JWS over the record',
    }),
  ),
});
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
    revision: Type.String({ description: '所见任务的版本，登记结果时送回 / send it with the result' }),
    overdue: Type.Boolean({ description: '时段已过而尚缺结果 / the slot has passed and a result is missing' }),
    slot: Slot,
    slotReason: Both,
    byAppointment: appointment,
    cutOff: Type.Optional(Instant),
    late,
    dueAt: Type.Optional(Instant),
    booked: Type.Optional(named('Booked', { at: Instant, by: Type.String() })),
    virtuallyReturnedAt: Type.Optional(Instant),
    parts: Type.Array(
      named('InspectionPart', {
        authority: Type.Enum(authorityIds),
        requirement: Text,
        officer: Text,
        instructionIds: Type.Array(Type.String()),
        result: Type.Optional(
          named('InspectionResult', {
            ...recorded,
            recordedAt: Instant,
            recordedBy: Type.String(),
            signature: Type.Optional(
              named('PartSignature', {
                by: Type.Enum(['person', 'seal']),
                serial: Type.String(),
                digest: Type.String(),
              }),
            ),
          }),
        ),
      }),
    ),
    rescheduled: Type.Array(named('Rescheduling', { from: Instant, to: Instant, reason: Type.String(), at: Instant })),
    simulated: Type.Boolean(),
  }),
);

export const Photo = shapeOf<KeptPhoto>()(
  'KeptPhoto',
  Type.Object({ digest: Type.String(), mediaType: Type.String(), sizeBytes: Type.Integer(), keptAt: Instant }),
);
export const Sheet = shapeOf<FieldSheet>()(
  'FieldSheet',
  Type.Object({
    inspection: Inspection,
    goods: Type.Array(
      named('SheetLine', {
        lineNumber: Type.String(),
        goodsName: Text,
        hsCode: Text,
        quantity: Text,
        unit: Text,
      }),
    ),
    containers: Type.Array(named('SheetContainer', { objectId: Type.String(), number: Type.String(), seal: Text })),
    photos: Type.Array(Photo),
  }),
);
export const Signed = shapeOf<SignedPart>()(
  'SignedPart',
  Type.Object({
    authority: Type.Enum(authorityIds),
    by: Type.Enum(['person', 'seal']),
    serial: Type.String(),
    signedAt: Instant,
    digest: Type.String(),
    signature: Type.String(),
    whenReceived: Report,
    now: Report,
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
        authorities: Type.Array(Type.Enum(authorityIds)),
      }),
    ),
  }),
);
