// Schemas of what reference data replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Day, shapeOf } from '../../runtime/http/shapes.ts';
import type { CodeEntry, CodeListView, TariffLine } from './contract.ts';

const Text = Type.Optional(Type.String());
const valid = { validFrom: Type.Optional(Day), validTo: Type.Optional(Day) };
export const CodeList = shapeOf<CodeListView>()(
  'CodeList',
  Type.Object({
    id: Type.String(),
    name: Both,
    size: Type.Integer(),
    edition: Type.String(),
    source: Type.String(),
    official: Type.Boolean(),
  }),
);
export const Entry = shapeOf<CodeEntry>()(
  'CodeEntry',
  Type.Object({
    code: Type.String(),
    name: Both,
    other: Type.Optional(Type.Record(Type.String(), Type.String())),
    ...valid,
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
    vatRate: Text,
    exportRate: Text,
    consumptionRate: Text,
    elements: Type.Array(Type.String()),
    official: Type.Boolean(),
    ...valid,
  }),
);
