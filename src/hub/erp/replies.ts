// Schemas of what the intake of enterprises' files replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, FindingShape, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import type { FileAnswer, TakenFile, TakenFileDetail } from './contract.ts';

const Placed = Type.Object(
  {
    ...FindingShape.properties,
    row: Type.Optional(Type.Integer({ description: '表格行号，表头为 1 / line of the sheet, the header is 1' })),
    column: Type.Optional(Type.String()),
  },
  { title: 'PlacedFinding' },
);
const Problem = named('FileProblem', { code: Type.String(), message: Both, remedy: Both });
const ShipmentAnswerShape = named('ShipmentAnswer', {
  reference: Type.String(),
  outcome: Type.Enum(['filed', 'drafted', 'refused']),
  shipmentId: Type.Optional(Uuid),
  number: Type.Optional(Type.String()),
  receiptId: Type.Optional(Type.String()),
  findings: Type.Array(Placed),
  refusal: Type.Optional(Problem),
});
export const FileAnswerShape = shapeOf<FileAnswer>()(
  'FileAnswer',
  Type.Object({
    file: Type.String(),
    digest: Type.String({ description: 'SHA-256' }),
    shipments: Type.Array(ShipmentAnswerShape),
    findings: Type.Array(Placed),
    problem: Type.Optional(Problem),
  }),
);
const taken = {
  id: Uuid,
  name: Type.String(),
  digest: Type.String({ description: 'SHA-256' }),
  receivedAt: Instant,
  answeredAt: Type.Optional(Instant),
  filed: Type.Integer(),
  drafted: Type.Integer(),
  refused: Type.Integer(),
  uploadedBy: Type.Optional(Type.String()),
  problem: Type.Optional(Problem),
  organisation: Type.Optional(Both),
};
export const TakenFileShape = shapeOf<TakenFile>()('TakenFile', Type.Object(taken));
export const TakenFileDetailShape = shapeOf<TakenFileDetail>()(
  'TakenFileDetail',
  Type.Object({ ...taken, shipments: Type.Array(ShipmentAnswerShape), findings: Type.Array(Placed) }),
);
