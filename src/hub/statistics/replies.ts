// Schemas of what the statistics reply (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Day, shapeOf } from '../../runtime/http/shapes.ts';
import { shipmentProgresses } from '../shipment/contract.ts';
import { authorityIds } from '../../kernel/party.ts';
import { type CaseStatistics, type PlatformStatistics, type Span, type StateCount, stages } from './contract.ts';

const Count = Type.Integer({ minimum: 0 });
const StateShape = shapeOf<StateCount>()(
  'StateCount',
  Type.Object({
    state: Type.Enum([...shipmentProgresses]),
    cases: Count,
  }),
);
const SpanShape = shapeOf<Span>()(
  'Span',
  Type.Object({
    stage: Type.Enum([...stages]),
    cases: Count,
    meanSeconds: Type.Integer({ minimum: 0, description: '秒 / seconds' }),
    buckets: Type.Array(Type.Object({ upTo: Type.Optional(Type.Number()), cases: Count })),
    halfWithin: Type.Optional(
      Type.Number({ description: '半数票在此秒数内 / half of the cases took at most so many seconds' }),
    ),
  }),
);
export const StatisticsShape = shapeOf<CaseStatistics>()(
  'CaseStatistics',
  Type.Object({
    of: Type.Object({ kind: Type.Enum(['platform', 'party', 'organisation']), name: Both }),
    from: Day,
    to: Day,
    by: Type.Enum(['day', 'month']),
    cases: Count,
    states: Type.Array(StateShape),
    periods: Type.Array(Type.Object({ period: Type.String(), cases: Count, states: Type.Array(StateShape) })),
    spans: Type.Array(SpanShape),
    answers: Type.Array(Type.Object({ authority: Type.Enum([...authorityIds]), name: Both, span: SpanShape })),
    offices: Type.Array(Type.Object({ office: Type.String(), name: Both, cases: Count, clearance: SpanShape })),
    upTo: Type.Integer({ minimum: 0 }),
    simulated: Type.Boolean(),
  }),
);
export const PlatformShape = shapeOf<PlatformStatistics>()(
  'PlatformStatistics',
  Type.Object({
    month: Type.String(),
    leastCases: Count,
    leastOwners: Count,
    rows: Type.Array(
      Type.Object({
        direction: Type.Enum(['import', 'export']),
        transportMode: Type.String(),
        cases: Type.Optional(Count),
        clearance: Type.Optional(SpanShape),
      }),
    ),
    simulated: Type.Boolean(),
  }),
);
