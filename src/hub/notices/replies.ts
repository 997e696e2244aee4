// Schemas of what notices reply and stream (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Instant, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import type { TimelineEntry } from './contract.ts';

export const Entry = shapeOf<TimelineEntry>()(
  'TimelineEntry',
  Type.Object({
    position: Type.Integer(),
    type: Type.String(),
    shipmentId: Type.Optional(Uuid),
    at: Instant,
    by: Type.String(),
    text: Both,
    tone: Type.Enum(['neutral', 'good', 'attention', 'bad']),
    simulated: Type.Boolean(),
    links: Type.Record(Type.String(), Type.String()),
  }),
);
