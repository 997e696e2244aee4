// Shapes that many answers share, and the proof that a schema says the same as its contract type (P12).
import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox';

type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer U)[]
    ? Plain<U>[]
    : { -readonly [K in keyof T]: Plain<Exclude<T[K], undefined>> };
type Same<A, B> =
  (<G>() => G extends Plain<A> ? 1 : 2) extends <G>() => G extends Plain<B> ? 1 : 2
    ? []
    : ['the schema and the contract type differ'];

/**
 * `shapeOf<View>()('View', schema)`: compiles only while schema and contract type agree on every field. The title names
 * the schema in OpenAPI (`#/components/schemas/View`).
 */
export const shapeOf =
  <T>() =>
  <S extends TSchema>(title: string, schema: S, ..._agree: Same<T, Static<S>>): S =>
    ({ ...schema, title }) as S;

export const Uuid = Type.String({ format: 'uuid' });
export const Instant = Type.String({ format: 'date-time', description: 'UTC, ISO 8601' });
/** W3C trace id: one for a request and everything that follows from it, also at partners. */
export const TraceId = Type.String({
  pattern: '^[0-9a-f]{32}$',
  examples: ['4bf92f3577b34da6a3ce929d0e0e4736'],
  description: '追踪号 / trace id',
});
export const Day = Type.String({ format: 'date' });
/** Exact decimal as text: money, weights and quantities are never binary floats. */
export const Both = Type.Object(
  { zh: Type.String(), en: Type.String() },
  { title: 'Bilingual', description: '中文与英文 / Chinese and English' },
);
export const named = <P extends TProperties>(title: string, properties: P): TObject<P> =>
  Type.Object(properties, { title });

/** A list that is answered whole because it cannot grow without bound. */
export const listOf = <S extends TSchema>(item: S) => Type.Object({ items: Type.Array(item) });
/** One page of a list that can grow: `next` is the key to give back as `after`; absent on the last page. */
export const pageOf = <S extends TSchema>(item: S) =>
  Type.Object({
    items: Type.Array(item),
    next: Type.Optional(
      Type.String({ description: '下一页的键，作为 after 送回 / key of the next page: send it as `after`' }),
    ),
  });
/** The query of a list whose rows are keyed by id, newest first. */
export const paging = {
  after: Type.Optional(Type.String({ format: 'uuid' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
};
export const Done = Type.Object({ done: Type.Literal(true) });
/** Done, and what asks for the proof of it. */
export const Receipted = named('Receipted', {
  done: Type.Literal(true),
  receiptId: Type.String({ description: '凭此取得证明 / asks for the proof: GET /receipts/{id}' }),
});
/** Bytes as they are: a file, not JSON. */
export const Bytes = Type.Unsafe<Uint8Array | string>({ type: 'string', format: 'binary' });
export const isBytes = (schema: TSchema): boolean => schema === Bytes;
/** No body: 204. */
export const Nothing = Type.Null();
export const isNothing = (schema: TSchema): boolean => schema === Nothing;

export const FindingShape = Type.Object(
  {
    path: Type.String({ description: '所在位置 / where, e.g. goods[2].originCountry' }),
    value: Type.Optional(Type.String()),
    rule: Type.String(),
    ruleVersion: Type.String(),
    severity: Type.Enum(['error', 'warning', 'advice']),
    message: Both,
    remedy: Both,
    proposal: Type.Optional(Type.String()),
  },
  { title: 'Finding' },
);
export const ProblemShape = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: '拒绝代码，见 docs/reference/refusals.md' }),
    text: Both,
    remedy: Both,
    findings: Type.Optional(Type.Array(FindingShape)),
    instance: Type.String({ description: '报给口岸办的编号 / quote this to the port office' }),
    traceId: TraceId,
  },
  { title: 'Problem' },
);
