// Schemas of what e-mail notices reply (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Instant, shapeOf } from '../../runtime/http/shapes.ts';
import { Filters } from '../notices/index.ts';
import { type MailSettings, rhythms } from './contract.ts';

export const RhythmShape = Type.Enum([...rhythms]);
export const ChosenFilters = Type.Union([Filters, Type.Null()]);
export const Settings = shapeOf<MailSettings>()(
  'MailSettings',
  Type.Object({
    available: Type.Boolean(),
    state: Type.Enum(['none', 'pending', 'confirmed', 'disabled']),
    address: Type.Optional(Type.String({ examples: ['name@example.com'] })),
    rhythm: RhythmShape,
    filters: ChosenFilters,
    disabledBecause: Type.Optional(Both),
    lastSentAt: Type.Optional(Instant),
  }),
);
