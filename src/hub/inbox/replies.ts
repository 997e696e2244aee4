// Schemas of what the inbox replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { shapeOf } from '../../runtime/http/shapes.ts';
import { asSchema } from '../../runtime/http/example-of.ts';
import { Entry, filterFields, Filters } from '../notices/index.ts';
import type { InboxFilters, InboxItem, InboxSummary } from './contract.ts';

export const Item = shapeOf<InboxItem>()(
  'InboxItem',
  Type.Object({ ...Entry.properties, number: Type.Optional(Type.String()), read: Type.Boolean() }),
);
export const Summary = shapeOf<InboxSummary>()(
  'InboxSummary',
  Type.Object({ unread: Type.Integer(), more: Type.Boolean(), upTo: Type.Integer() }),
);
export const ChosenFilters = shapeOf<InboxFilters>()(
  'InboxFilters',
  Type.Object({ filters: Filters, byRole: Type.Boolean() }),
);

/** What `/api/v1/events` may be asked for: filters, one case, what lands in the inbox (with a case: either), where to go on. */
export const streamQuery = asSchema(
  Type.Object({
    shipmentId: Type.Optional(Type.String({ format: 'uuid' })),
    inbox: Type.Optional(Type.Boolean()),
    after: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
    ...filterFields,
  }),
);
