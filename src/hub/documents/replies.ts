// Schemas of what the document library replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import type { DocumentView } from './contract.ts';

const Text = Type.Optional(Type.String());
export const Document = shapeOf<DocumentView>()(
  'Document',
  Type.Object({
    id: Uuid,
    kind: Type.String(),
    name: Both,
    flow: Type.Enum(['outbound', 'inbound', 'attachment']),
    channel: Text,
    channelName: Type.Optional(Both),
    shipmentId: Type.Optional(Uuid),
    shipmentVersion: Type.Optional(Type.Integer()),
    mediaType: Type.String(),
    charset: Text,
    fileName: Type.String(),
    sizeBytes: Type.Integer(),
    digest: Type.String(),
    createdAt: Instant,
    simulated: Type.Boolean(),
    delivery: Type.Optional(
      named('DocumentDelivery', {
        id: Uuid,
        state: Type.String(),
        attempts: Type.Integer(),
        deliveredAt: Type.Optional(Instant),
      }),
    ),
    receipts: Type.Array(named('DocumentReceipt', { documentId: Uuid, receivedAt: Instant, text: Both })),
  }),
);
