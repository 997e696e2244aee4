// Schemas of what emergency mode replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { authorityIds } from '../../kernel/party.ts';
import { Both, Instant, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import { type EmergencyView, paperActStates, type PaperActView, paperKinds } from './contract.ts';

const When = Type.Optional(Instant);
const counts = Object.fromEntries(paperActStates.map((state) => [state, Type.Integer()])) as Record<
  (typeof paperActStates)[number],
  ReturnType<typeof Type.Integer>
>;
export const Emergency = shapeOf<EmergencyView>()(
  'Emergency',
  Type.Object({
    id: Uuid,
    number: Type.String({ examples: ['EM202611210001'] }),
    state: Type.Enum(['active', 'ended']),
    channels: Type.Array(Type.Object({ id: Type.String(), name: Both })),
    reason: Type.String(),
    legalBasis: Type.String(),
    plannedEnd: When,
    declaredAt: Instant,
    declaredBy: Type.String(),
    endedAt: When,
    endedBy: Type.Optional(Type.String()),
    acts: Type.Object(counts, { description: '纸面文书数，按状态 / acts on paper by state' }),
  }),
);
export const PaperAct = shapeOf<PaperActView>()(
  'PaperAct',
  Type.Object({
    id: Uuid,
    emergencyId: Uuid,
    shipmentId: Uuid,
    shipmentNumber: Type.String(),
    authority: Type.Enum(authorityIds),
    kind: Type.Enum([...paperKinds]),
    paperNumber: Type.String(),
    signatory: Type.String(),
    paperAt: Instant,
    reason: Type.String(),
    state: Type.Enum([...paperActStates]),
    enteredAt: Instant,
    enteredBy: Type.String(),
    decidedAt: When,
    decidedBy: Type.Optional(Type.String()),
    electronic: Type.Optional(Type.Object({ kind: Type.String(), number: Type.String(), issuedAt: Instant })),
    settlement: Type.Optional(Type.String()),
    settledBy: Type.Optional(Type.String()),
    overdue: Type.Boolean(),
  }),
);
