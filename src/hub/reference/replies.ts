// Schemas of what reference data replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Day, shapeOf } from '../../runtime/http/shapes.ts';
import type { CodeEntry, CodeListView, TariffLine, TariffNode } from './contract.ts';

const Text = Type.Optional(Type.String());
const official = Type.Boolean({ description: '否：示范数据，非官方 / false: demonstration, not official' });
const origin = {
  edition: Type.String(),
  source: Type.String(),
  official,
  validFrom: Day,
  validTo: Type.Optional(Day),
};
export const CodeList = shapeOf<CodeListView>()(
  'CodeList',
  Type.Object({
    id: Type.String(),
    name: Both,
    size: Type.Integer(),
    complete: Type.Boolean(),
    edition: Type.String(),
    source: Type.String(),
    official,
    validFrom: Day,
  }),
);
export const Entry = shapeOf<CodeEntry>()(
  'CodeEntry',
  Type.Object({
    code: Type.String(),
    name: Both,
    other: Type.Optional(Type.Record(Type.String(), Type.String())),
    ...origin,
  }),
);
export const Tariff = shapeOf<TariffLine>()(
  'TariffLine',
  Type.Object({
    code: Type.String(),
    name: Both,
    documents: Type.Array(Type.String()),
    firstUnit: Type.String(),
    secondUnit: Text,
    mfnRate: Text,
    generalRate: Text,
    vatRate: Text,
    exportRate: Text,
    consumptionRate: Text,
    rebateRate: Text,
    elements: Type.Array(Type.String()),
    ...origin,
  }),
);
export const Node = shapeOf<TariffNode>()(
  'TariffNode',
  Type.Object({ code: Type.String(), name: Both, lines: Type.Integer() }),
);
