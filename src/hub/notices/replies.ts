// Schemas of what notices reply and stream (P12); the compiler holds them equal to `contract.ts`.
import { type TSchema, Type } from 'typebox';
import { Both, Instant, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import { authorities } from '../../kernel/party.ts';
import { type EventFilter, outcomes, type TimelineEntry, tones } from './contract.ts';
import { eventTypes } from './tell-event.ts';

export const Entry = shapeOf<TimelineEntry>()(
  'TimelineEntry',
  Type.Object({
    position: Type.Integer(),
    type: Type.String(),
    shipmentId: Type.Optional(Uuid),
    at: Instant,
    by: Type.String(),
    text: Both,
    tone: Type.Enum([...tones]),
    simulated: Type.Boolean(),
    links: Type.Record(Type.String(), Type.String()),
  }),
);

const MOST_VALUES = 50;
const some = <S extends TSchema>(value: S) => Type.Optional(Type.Array(value, { maxItems: MOST_VALUES }));
const number = Type.String({ minLength: 1, maxLength: 64, pattern: '^\\S[^\\u0000-\\u001f]*$' });

/** Fields of a filter, for bodies and for addresses (`?types=a&types=b`). */
export const filterFields = {
  types: some(Type.Enum([...eventTypes])),
  numbers: some({ ...number, examples: ['PT2611200000017'] } as typeof number),
  bills: some({ ...number, examples: ['RW20261120001'] } as typeof number),
  containers: some({ ...number, examples: ['CQPU1000014'] } as typeof number),
  directions: some(Type.Enum(['import', 'export'])),
  modes: some(Type.String({ pattern: '^[0-9A-Z]$', examples: ['3'] })),
  places: some({ ...number, maxLength: 40, examples: ['CKG-TUANJIECUN'] } as typeof number),
  authorities: some(Type.Enum(Object.keys(authorities))),
  outcomes: some(Type.Enum([...outcomes])),
  tones: some(Type.Enum([...tones])),
};
export const Filter = shapeOf<EventFilter>()('EventFilter', Type.Object(filterFields, { additionalProperties: false }));
/** Several: one of them is enough. */
export const Filters = Type.Array(Filter, { maxItems: 20 });
