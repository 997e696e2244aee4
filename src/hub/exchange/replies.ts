// Schemas of what the exchange replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Instant, named, shapeOf, TraceId, Uuid } from '../../runtime/http/shapes.ts';
import type {
  BulkReplayView,
  ChannelHealth,
  DeliveryView,
  FaultView,
  InboundView,
  MessageReceipt,
  RestoreView,
} from './contract.ts';

const Text = Type.Optional(Type.String());
const When = Type.Optional(Instant);
const Trace = Type.Optional(TraceId);
export const Delivery = shapeOf<DeliveryView>()(
  'Delivery',
  Type.Object({
    id: Uuid,
    channel: Type.String(),
    channelName: Both,
    documentId: Uuid,
    documentKind: Type.String(),
    documentName: Both,
    shipmentId: Type.Optional(Uuid),
    shipmentNumber: Text,
    state: Type.Enum(['queued', 'delivered', 'refused', 'dead']),
    attempts: Type.Array(
      named('Attempt', {
        at: Instant,
        outcome: Type.Enum(['delivered', 'refused', 'unreachable', 'unwritten', 'taken-back', 'superseded']),
        detail: Type.String(),
        durationMs: Type.Number(),
      }),
    ),
    nextAttemptAt: When,
    createdAt: Instant,
    deliveredAt: When,
    traceId: Trace,
  }),
);
export const Inbound = shapeOf<InboundView>()(
  'InboundMessage',
  Type.Object({
    id: Uuid,
    channel: Type.String(),
    channelName: Both,
    receivedAt: Instant,
    digest: Type.String(),
    sizeBytes: Type.Integer(),
    format: Text,
    partnerMessageId: Text,
    state: Type.Enum(['stored', 'interpreted', 'duplicate', 'waiting', 'quarantined']),
    reason: Type.Optional(Both),
    simulated: Type.Boolean(),
    traceId: Trace,
  }),
);
export const Health = shapeOf<ChannelHealth>()(
  'ChannelHealth',
  Type.Object({
    id: Type.String(),
    name: Both,
    promise: Type.String(),
    endpoint: Type.String(),
    simulated: Type.Boolean(),
    paused: Type.Boolean(),
    state: Type.Enum(['well', 'slow', 'failing', 'draining', 'paused', 'maintenance', 'idle']),
    breaker: Type.Object({ state: Type.Enum(['closed', 'open', 'half-open']), probeAt: When, since: When }),
    queued: Type.Integer(),
    dead: Type.Integer(),
    quarantined: Type.Integer(),
    waiting: Type.Integer(),
    lastDeliveredAt: When,
    lastReceivedAt: When,
    oldestQueuedAt: When,
    nextRetryAt: When,
    maintenanceUntil: When,
  }),
);
export const Receipt = shapeOf<MessageReceipt>()(
  'MessageReceipt',
  Type.Object({
    messageId: Uuid,
    digest: Type.String(),
    receivedAt: Instant,
    duplicate: Type.Boolean(),
    format: Text,
    channel: Type.String(),
    shipmentId: Type.Optional(Uuid),
    receiptId: Type.String({ description: '凭此取得证明 / asks for the proof: GET /receipts/{id}' }),
  }),
);
export const Fault = shapeOf<FaultView>()(
  'Fault',
  Type.Object({
    position: Type.Integer(),
    event: Type.String(),
    subject: Type.String(),
    occurredAt: Instant,
    reaction: Type.String(),
    attempts: Type.Integer(),
    error: Type.String(),
    nextAttemptAt: When,
    parked: Type.Boolean(),
    behind: Type.Integer(),
    traceId: Trace,
  }),
);
export const Restore = shapeOf<RestoreView>()(
  'Restore',
  Type.Object({
    id: Type.Integer(),
    notedAt: Instant,
    restoredTo: When,
    lastPosition: Type.Integer(),
    timeline: Type.Integer(),
    unknownMessages: Type.Integer(),
    checkedAt: When,
    checkedBy: Text,
  }),
);
export const BulkReplay = shapeOf<BulkReplayView>()(
  'BulkReplay',
  Type.Object({
    id: Uuid,
    channel: Type.String(),
    channelName: Both,
    documentName: Type.Optional(Both),
    since: When,
    until: When,
    reason: Type.String(),
    count: Type.Integer(),
    state: Type.Enum(['proposed', 'confirmed', 'withdrawn']),
    proposedAt: Instant,
    proposedBy: Type.String(),
    mine: Type.Boolean(),
    decidedAt: When,
    decidedBy: Text,
    replayed: Type.Optional(Type.Integer()),
  }),
);
