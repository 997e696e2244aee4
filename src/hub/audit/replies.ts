// Schemas of what the audit module replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Instant, named, shapeOf, TraceId, Uuid } from '../../runtime/http/shapes.ts';
import type { AuditExport, RetentionChange, RetentionClass, TrailEntry, TrailPage } from './contract.ts';

const Entry = shapeOf<TrailEntry>()(
  'TrailEntry',
  Type.Object({
    position: Type.Integer(),
    receiptId: Type.String(),
    type: Type.String(),
    text: Type.Optional(Both),
    subject: Type.String(),
    at: Instant,
    by: named('TrailActor', {
      kind: Type.String(),
      id: Type.String(),
      name: Type.String(),
      organisationId: Type.Optional(Type.String()),
    }),
    traceId: Type.Optional(TraceId),
    content: Type.String({ description: '事件内容（JSON）/ payload as JSON' }),
  }),
);
export const Trail = shapeOf<TrailPage>()(
  'TrailPage',
  Type.Object({
    items: Type.Array(Entry),
    next: Type.Optional(
      Type.String({ description: '下一页的键，作为 after 送回 / key of the next page: send it as `after`' }),
    ),
    lookedBackTo: Type.Optional(Instant),
  }),
);
export const Export = shapeOf<AuditExport>()(
  'AuditExport',
  Type.Object({
    id: Uuid,
    reason: Type.String(),
    wanted: named('AuditWanted', {
      shipmentId: Type.Optional(Type.String()),
      organisationId: Type.Optional(Type.String()),
      from: Type.Optional(Instant),
      to: Type.Optional(Instant),
    }),
    state: Type.Enum(['working', 'ready', 'expired']),
    askedBy: Type.String(),
    askedAt: Instant,
    progress: Type.Integer({ minimum: 0, maximum: 100 }),
    receipts: Type.Integer(),
    volumes: Type.Integer(),
    digest: Type.Optional(Type.String()),
    endedAt: Type.Optional(Instant),
  }),
);
export const Retention = shapeOf<RetentionClass>()(
  'RetentionClass',
  Type.Object({
    id: Type.String(),
    name: Both,
    what: Both,
    effect: Type.Enum(['archived', 'deleted', 'kept']),
    keepDays: Type.Optional(Type.Integer()),
    source: Type.Optional(Type.Enum(['decision', 'configuration', 'usual'])),
    leastDays: Type.Integer(),
    basis: Both,
  }),
);
export const Change = shapeOf<RetentionChange>()(
  'RetentionChange',
  Type.Object({
    id: Uuid,
    classId: Type.String(),
    className: Both,
    keepDays: Type.Integer(),
    basis: Type.String(),
    reason: Type.String(),
    state: Type.Enum(['proposed', 'active', 'withdrawn', 'replaced']),
    proposedBy: Type.String(),
    proposedAt: Instant,
    mine: Type.Boolean(),
    decidedBy: Type.Optional(Type.String()),
    decidedAt: Type.Optional(Instant),
  }),
);
