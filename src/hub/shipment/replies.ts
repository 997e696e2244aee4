// Schemas of what the shipment module replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import type { Condition } from '../../kernel/condition.ts';
import { Both, Day, FindingShape, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import {
  changeKinds,
  changeStates,
  type ChangeView,
  type CheckResult,
  type CompletionView,
  type Dictionary,
  directions,
  type DocumentAnswer,
  type FieldRecipient,
  type FilingPlan,
  type Form,
  groups,
  type LookMark,
  type LookView,
  type RecipientIndex,
  type SaveResult,
  type ShipmentSummary,
  type ShipmentVersion,
  type ShipmentView,
  type SubmitResult,
  type TemplateView,
  shipmentProgresses,
} from './contract.ts';

const Text = Type.Optional(Type.String());
const Row = Type.Record(Type.String(), Type.String());
const FormShape = shapeOf<Form>()('Form', Type.Record(Type.String(), Type.Union([Type.String(), Type.Array(Row)])));
const Party = named('PartyName', { id: Uuid, name: Type.String() });

const summary = {
  id: Uuid,
  number: Type.String(),
  traderReference: Text,
  direction: Type.Enum([...directions]),
  transportMode: Type.String(),
  owner: Party,
  filer: Type.Optional(Party),
  state: Type.Enum(['draft', 'submitted', 'withdrawn', 'closed']),
  progress: Type.Enum([...shipmentProgresses]),
  version: Type.Integer(),
  goodsName: Text,
  goodsLines: Type.Optional(Type.Integer()),
  conveyance: Text,
  billNumber: Text,
  declarationNumber: Text,
  containers: Type.Array(Type.String()),
  updatedAt: Instant,
  simulated: Type.Boolean(),
};
export const Summary = shapeOf<ShipmentSummary>()('ShipmentSummary', Type.Object(summary));

const Answer = shapeOf<DocumentAnswer>()(
  'DocumentAnswer',
  Type.Object({
    document: Type.String(),
    channel: Type.String(),
    outcome: Type.Enum(['acknowledged', 'rejected', 'noted']),
    text: Both,
    partnerNumber: Text,
    partnerField: Text,
    path: Text,
    version: Type.Optional(Type.Integer()),
    at: Instant,
  }),
);
const ChangedPath = named('Change', { path: Type.String(), before: Text, after: Text });
const Change = shapeOf<ChangeView>()(
  'ChangeApplication',
  Type.Object({
    number: Type.String(),
    kind: Type.Enum([...changeKinds]),
    state: Type.Enum([...changeStates]),
    version: Type.Integer(),
    reason: Type.String(),
    appliedAt: Instant,
    appliedBy: Type.String(),
    waitsFor: Type.Array(Both),
    retractedAt: Type.Optional(Instant),
    decidedAt: Type.Optional(Instant),
    decision: Type.Optional(Both),
    changed: Type.Array(ChangedPath),
  }),
);
const Completion = shapeOf<CompletionView>()(
  'Completion',
  Type.Object({
    dueOn: Day,
    state: Type.Enum(['owed', 'overdue', 'done']),
    goodsLeft: Type.Boolean(),
  }),
);
export const Shipment = shapeOf<ShipmentView>()(
  'Shipment',
  Type.Object({
    ...summary,
    revision: Type.Integer(),
    form: FormShape,
    amending: Type.Boolean(),
    findings: Type.Array(FindingShape),
    answers: Type.Array(Answer),
    changes: Type.Array(Change),
    completion: Type.Optional(Completion),
    can: Type.Array(
      Type.Enum([
        'edit',
        'submit',
        'amend',
        'withdraw',
        'retract',
        'copy',
        'instruct',
        'documents',
        'withhold',
        'attach',
      ]),
    ),
  }),
);

const Plan = shapeOf<FilingPlan>()(
  'FilingPlan',
  Type.Object({
    typed: Type.Integer(),
    filed: Type.Integer(),
    documents: Type.Array(
      named('PlannedDocument', {
        document: Type.String(),
        name: Both,
        channel: Type.String(),
        channelName: Both,
        boxes: Type.Integer(),
        because: Both,
      }),
    ),
  }),
);
const checked = { findings: Type.Array(FindingShape), plan: Plan };
export const Checked = shapeOf<CheckResult>()('CheckResult', Type.Object(checked));
export const Saved = shapeOf<SaveResult>()('SaveResult', Type.Object({ ...checked, revision: Type.Integer() }));
export const Submitted = shapeOf<SubmitResult>()(
  'SubmitResult',
  Type.Object({
    shipmentId: Uuid,
    version: Type.Integer(),
    plan: Plan,
    findings: Type.Array(FindingShape),
    receipt: named('Receipt', {
      id: Type.String(),
      digest: Type.String(),
      receivedAt: Instant,
      receiptId: Type.String({ description: '凭此取得证明 / asks for the proof: GET /receipts/{id}' }),
    }),
    application: Text,
  }),
);

export const Version = shapeOf<ShipmentVersion>()(
  'ShipmentVersion',
  Type.Object({
    version: Type.Integer(),
    submittedAt: Type.Optional(Instant),
    submittedBy: Text,
    reason: Text,
    changed: Type.Array(ChangedPath),
  }),
);
export const Template = shapeOf<TemplateView>()(
  'Template',
  Type.Object({ id: Uuid, name: Type.String(), direction: Type.Enum([...directions]), transportMode: Type.String() }),
);
export const GoodsLines = named('GoodsLines', { rows: Type.Array(Row), findings: Type.Array(FindingShape) });

const Place = Type.Enum([...groups, 'head']);
export const ElementDictionary = shapeOf<Dictionary>()(
  'ElementDictionary',
  Type.Object({
    sections: Type.Array(named('Section', { id: Type.String(), label: Both, group: Place })),
    elements: Type.Array(
      named('Element', {
        id: Type.String(),
        group: Place,
        section: Type.String(),
        label: Both,
        hint: Type.Optional(Both),
        type: Type.Enum(['text', 'code', 'decimal', 'integer', 'date', 'instant', 'flag']),
        length: Text,
        unit: Text,
        codeList: Text,
        references: Type.Record(Type.String(), Type.String()),
        need: Type.Enum(['draft', 'declare', 'optional']),
        usual: Type.Boolean(),
        neededWhen: Type.Optional(Type.Unsafe<Condition>({ type: 'object' })),
      }),
    ),
  }),
);
const Recipient = shapeOf<FieldRecipient>()(
  'FieldRecipient',
  Type.Object({
    channel: Type.String(),
    channelName: Both,
    document: Type.String(),
    documentName: Both,
    target: Type.String(),
  }),
);
export const Recipients = shapeOf<RecipientIndex>()(
  'RecipientIndex',
  Type.Record(Type.String(), Type.Array(Recipient)),
);

/** A form as it is sent; how many rows it may have is `limit-rows.ts`’s to say, with a remedy: this is only where reading ends. */
export const FormBody = Type.Record(
  Type.String(),
  Type.Union([
    Type.String({ maxLength: 200_000 }),
    Type.Array(Type.Record(Type.String(), Type.String({ maxLength: 200_000 })), { maxItems: 100_000 }),
  ]),
);

export const LookShape = shapeOf<LookView>()(
  'Look',
  Type.Object({
    id: Uuid,
    shipmentId: Uuid,
    shipmentNumber: Type.String(),
    what: Type.Enum(['case', 'document', 'content', 'found']),
    name: Type.Optional(Both),
    organisation: Type.String(),
    person: Type.String(),
    firstAt: Instant,
    lastAt: Instant,
    times: Type.Integer(),
  }),
);
export const LookMarkShape = shapeOf<LookMark>()(
  'LookMark',
  Type.Object({
    id: Uuid,
    reason: Type.String(),
    legalBasis: Type.String(),
    until: Instant,
    setAt: Instant,
    setBy: Type.String(),
    liftedAt: Type.Optional(Instant),
  }),
);
