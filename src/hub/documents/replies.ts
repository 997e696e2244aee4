// Schemas of what the document library replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import type { DocumentView, Found, LibraryItem, LibraryPage, NumberHit } from './contract.ts';

const Text = Type.Optional(Type.String());
const Scan = Type.Optional(
  named('AttachmentScan', {
    state: Type.Enum(['unscanned', 'scanning', 'clean', 'infected', 'unscannable']),
    text: Text,
    at: Type.Optional(Instant),
  }),
);
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
    scan: Scan,
    unfiled: Type.Optional(Type.Literal(true)),
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

const FoundText = shapeOf<Found>()(
  'Found',
  Type.Object({
    label: Type.Optional(Both),
    text: Type.String(),
    marks: Type.Array(named('FoundMark', { start: Type.Integer(), length: Type.Integer() })),
  }),
);
const Item = shapeOf<LibraryItem>()(
  'LibraryItem',
  Type.Object({
    id: Uuid,
    flow: Type.Enum(['form', 'outbound', 'inbound', 'attachment']),
    name: Both,
    shipmentId: Type.Optional(Uuid),
    shipmentNumber: Text,
    direction: Type.Optional(Type.Enum(['import', 'export'])),
    version: Type.Optional(Type.Integer()),
    channelName: Type.Optional(Both),
    fileName: Text,
    sizeBytes: Type.Optional(Type.Integer()),
    scan: Scan,
    state: Text,
    createdAt: Instant,
    simulated: Type.Boolean(),
    found: Type.Array(FoundText),
  }),
);
const Hit = shapeOf<NumberHit>()(
  'NumberHit',
  Type.Object({ id: Uuid, number: Type.String(), goodsName: Text, billNumber: Text, progress: Type.String() }),
);
export const Library = shapeOf<LibraryPage>()(
  'LibraryPage',
  Type.Object({
    cases: Type.Array(Hit),
    items: Type.Array(Item),
    next: Type.Optional(
      Type.String({ description: '下一页的键，作为 after 送回 / key of the next page: send it as `after`' }),
    ),
  }),
);
export const Channel = named('LibraryChannel', { id: Type.String(), name: Both });
