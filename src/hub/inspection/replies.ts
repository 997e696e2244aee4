// Schemas of what the inspection module replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { authorities, type AuthorityId } from '../../kernel/party.ts';
import { Both, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import type { InspectionSlot, InspectionView } from './contract.ts';

const Text = Type.Optional(Type.String());
export const Slot = shapeOf<InspectionSlot>()(
  'InspectionSlot',
  Type.Object({
    id: Type.String(),
    siteId: Type.String(),
    siteName: Both,
    bay: Type.String(),
    startsAt: Instant,
    endsAt: Instant,
  }),
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
    parts: Type.Array(
      named('InspectionPart', {
        authority: Type.Enum(Object.keys(authorities) as AuthorityId[]),
        requirement: Text,
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
