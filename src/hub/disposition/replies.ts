// Schemas of what the disposition module replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { authorityIds } from '../../kernel/party.ts';
import { Both, Day, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import {
  type AwaitedWord,
  type BlockingView,
  type Collision,
  type ParkedWord,
  type ControlledObject,
  type Disposition,
  expiryPeriods,
  type ExpiryView,
  followUps,
  type Holder,
  type NextStep,
  type Instruction,
  instructionKinds,
  objectTypes,
  outcomes,
  type PrecedenceView,
  releaseTerms,
  ruleFacts,
  type TestResult,
  type RuleChangeView,
  type RuleView,
} from './contract.ts';

const Text = Type.Optional(Type.String());
const Texts = Type.Array(Type.String());
const Authority = Type.Enum(authorityIds);

export const InstructionShape = shapeOf<Instruction>()(
  'Instruction',
  Type.Object({
    id: Type.String(),
    authority: Authority,
    kind: Type.Enum([...instructionKinds]),
    term: Type.Optional(Type.Enum([...releaseTerms])),
    followUp: Type.Optional(Type.Enum([...followUps])),
    settles: Type.Optional(Texts),
    objects: Texts,
    number: Type.String(),
    sequence: Type.Integer(),
    reasonCode: Text,
    reason: Both,
    legalBasis: Text,
    issuedAt: Instant,
    receivedAt: Instant,
    validUntil: Type.Optional(Instant),
    requirements: Type.Optional(
      Type.Object({
        inspectionKind: Type.Optional(
          Type.Enum(['manual', 'scan', 'scan-and-manual', 'document', 'boarding', 'sampling']),
        ),
        place: Text,
        samples: Type.Optional(Type.Boolean()),
      }),
    ),
    conditions: Type.Optional(Type.Array(Both)),
    forVersion: Type.Optional(Type.Integer()),
    source: Type.Object({ channel: Text, officer: Text, messageId: Text, simulated: Type.Boolean() }),
  }),
);

const object = {
  id: Type.String(),
  type: Type.Enum([...objectTypes]),
  key: Type.String(),
  label: Both,
  within: Texts,
  facts: Type.Record(Type.String(), Type.String()),
};
shapeOf<ControlledObject>()('ControlledObject', Type.Object(object));

const held = {
  authority: Authority,
  kind: Type.Enum(['not-yet-spoken', 'rejected', 'inspect', 'hold', 'refuse', 'condition', 'contradiction']),
  reason: Both,
  legalBasis: Text,
  frees: Both,
  clock: Type.Object({
    party: Type.Enum(['trader', 'authority', 'station', 'carrier']),
    name: Both,
    dueAt: Type.Optional(Instant),
  }),
};
const HolderShape = shapeOf<Holder>()(
  'Holder',
  Type.Object({ ...held, since: Instant, instructionId: Text, via: Text }),
);
const NextStepShape = shapeOf<NextStep>()('NextStep', Type.Object({ ...held, objectIds: Type.Array(Type.String()) }));
const DispositionShape = shapeOf<Disposition>()(
  'Disposition',
  Type.Object({
    objectId: Type.String(),
    outcome: Type.Enum([...outcomes]),
    joint: Type.Boolean(),
    inspectedBy: Type.Array(Authority),
    holders: Type.Array(HolderShape),
    explanation: named('Explanation', {
      rule: Type.String(),
      ruleVersion: Type.String(),
      clause: Type.String(),
      text: Both,
      duties: Type.Array(
        Type.Object({
          authority: Authority,
          rule: Type.String(),
          ruleVersion: Type.String(),
          clause: Type.String(),
          spoken: Type.Boolean(),
        }),
      ),
      terms: Type.Optional(
        Type.Array(
          Type.Object({
            term: Type.Enum([...releaseTerms]),
            authority: Authority,
            instructionId: Type.String(),
            clause: Type.String(),
          }),
        ),
      ),
      counts: Texts,
      superseded: Type.Array(Type.Object({ id: Type.String(), by: Type.String(), why: Both })),
      waitsFor: Type.Array(Authority),
      wouldChange: Type.Array(Both),
    }),
  }),
);
export const TestResultShape = shapeOf<TestResult>()(
  'TestResult',
  Type.Object({
    id: Uuid,
    shipmentId: Uuid,
    shipmentNumber: Type.String(),
    instructionId: Type.String(),
    instructionNumber: Type.String(),
    authority: Authority,
    documentId: Uuid,
    laboratory: Type.String(),
    accreditation: Type.String(),
    reportNumber: Type.String(),
    state: Type.Enum(['filed', 'accepted', 'refused']),
    filedAt: Instant,
    filedBy: Type.String(),
    reason: Text,
    decidedAt: Type.Optional(Instant),
    decidedBy: Text,
  }),
);
export const Blocking = shapeOf<BlockingView>()(
  'BlockingView',
  Type.Object({
    shipmentId: Uuid,
    nextSteps: Type.Array(NextStepShape),
    objects: Type.Array(
      named('BlockedObject', {
        ...object,
        disposition: DispositionShape,
        releaseState: Type.Optional(Type.Enum(['granted', 'revoked', 'used'])),
      }),
    ),
    instructions: Type.Array(InstructionShape),
    testResults: Type.Array(TestResultShape),
    computedAt: Instant,
  }),
);
export const ParkedShape = shapeOf<ParkedWord>()(
  'ParkedInstruction',
  Type.Object({ id: Type.String(), instruction: InstructionShape, waitsFor: Texts }),
);
export const AwaitedShape = shapeOf<AwaitedWord>()(
  'AwaitedWord',
  Type.Object({
    id: Type.String(),
    shipmentId: Uuid,
    shipmentNumber: Type.String(),
    objectId: Type.String(),
    objectLabel: Both,
    authority: Authority,
    since: Instant,
    dueAt: Instant,
    overdue: Type.Boolean(),
    outcome: Type.Enum([...outcomes]),
  }),
);
export const CollisionShape = shapeOf<Collision>()(
  'Collision',
  Type.Object({
    id: Type.String(),
    shipmentId: Uuid,
    objectIds: Texts,
    kind: Type.Enum(['same-sequence-different-content', 'release-of-refused', 'unknown-object']),
    authorities: Type.Array(Authority),
    instructions: Type.Array(InstructionShape),
    precedence: Both,
    rule: Text,
    ruleVersion: Text,
    state: Type.Enum(['open', 'resolved']),
    resolution: Text,
  }),
);

const dated = {
  id: Type.String(),
  version: Type.String(),
  clause: Type.String(),
  clauseText: Type.String(),
  validFrom: Day,
  validTo: Type.Optional(Day),
};
const JurisdictionShape = shapeOf<RuleView>()(
  'JurisdictionRule',
  Type.Object({
    ...dated,
    kind: Type.Literal('jurisdiction'),
    object: Type.Enum([...objectTypes]),
    authority: Authority,
    facts: Type.Array(Type.Object({ fact: Type.Enum([...ruleFacts]), values: Texts })),
    when: Both,
    limitMinutes: Type.Integer(),
  }),
);
const PrecedenceShape = shapeOf<PrecedenceView>()(
  'PrecedenceRule',
  Type.Object({ ...dated, kind: Type.Literal('precedence'), order: Type.Array(Type.Enum([...outcomes])) }),
);
const ExpiryShape = shapeOf<ExpiryView>()(
  'ExpiryRule',
  Type.Object({
    ...dated,
    kind: Type.Literal('expiry'),
    period: Type.Enum([...expiryPeriods]),
    name: Both,
    days: Type.Integer(),
  }),
);
export const Rule = Type.Union([JurisdictionShape, PrecedenceShape, ExpiryShape]);
export const RuleChange = shapeOf<RuleChangeView>()(
  'RuleChange',
  Type.Object({
    id: Uuid,
    state: Type.Enum(['proposed', 'approved', 'withdrawn']),
    rule: Rule,
    rehearsable: Type.Boolean(),
    ends: Type.Boolean(),
    reason: Type.String(),
    proposedAt: Instant,
    proposedBy: Type.String(),
    mine: Type.Boolean(),
    rehearsal: Type.Optional(
      named('Rehearsal', {
        at: Instant,
        by: Type.String(),
        days: Type.Integer(),
        cases: Type.Integer(),
        objects: Type.Integer(),
        changed: Type.Integer(),
        cut: Type.Object({ cases: Type.Boolean(), listed: Type.Boolean() }),
        listed: Type.Array(
          Type.Object({
            shipmentId: Uuid,
            shipmentNumber: Type.String(),
            objectId: Type.String(),
            objectLabel: Both,
            before: Type.Enum([...outcomes]),
            after: Type.Enum([...outcomes]),
            waitsFor: Type.Array(Authority),
          }),
        ),
      }),
    ),
    decidedAt: Type.Optional(Instant),
    decidedBy: Text,
  }),
);
