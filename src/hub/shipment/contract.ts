// Wire shapes of the shipment module: the composite form (综合表格, P10) and the case that is filed with it.
// The only file of this module that a browser may import.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Condition } from '../../kernel/condition.ts';
import type { Finding } from '../../kernel/finding.ts';

/** One row of a repeated group; all values are text as typed (decimals exact, dates `yyyy-MM-dd`, instants ISO UTC). */
export type FormRow = { readonly [elementId: string]: string };
/** The composite form: head elements by id, repeated groups by group id. Absent and '' mean the same. */
export type Form = { readonly [elementOrGroupId: string]: string | readonly FormRow[] };

/** Repeated groups of the form. Ids of rows' elements are unique over the whole dictionary. */
export const groups = [
  'goods',
  'containers',
  'pieces',
  'licences',
  'goodsLicences',
  'attachments',
  'certificates',
  'packages',
  'qualifications',
  'users',
  'promises',
  'persons',
  'portCalls',
  'stores',
  'effects',
  'carried',
] as const;
export type GroupId = (typeof groups)[number];

export const directions = ['import', 'export'] as const;
export type Direction = (typeof directions)[number];

export type ElementType = 'text' | 'code' | 'decimal' | 'integer' | 'date' | 'instant' | 'flag';

/** One element of the dictionary, as the form page needs it. */
export type ElementView = {
  readonly id: string;
  readonly group: GroupId | 'head';
  /** Section of the form page, e.g. `parties`, `transport`, `cargo`. */
  readonly section: string;
  readonly label: Bilingual;
  readonly hint?: Bilingual;
  readonly type: ElementType;
  /** Characters, or `precision,scale` for decimals. */
  readonly length?: string;
  readonly unit?: string;
  /** Code list id of `hub/reference`. */
  readonly codeList?: string;
  /** Standard references: `{ dec: 'DecHead/GrossWet', uncefact: 'UN01000123', wco: '126' }`. */
  readonly references: Readonly<Record<string, string>>;
  /** `draft`: needed to save for partners; `declare`: needed to file (conditions are in the rules); `optional`. */
  readonly need: 'draft' | 'declare' | 'optional';
  /** True where the element is shown without opening "more elements". */
  readonly usual: boolean;
  /** Where `need` depends on the shipment: needed to file when this holds of the form. */
  readonly neededWhen?: Condition;
};

export type SectionView = { readonly id: string; readonly label: Bilingual; readonly group: GroupId | 'head' };
export type Dictionary = { readonly sections: readonly SectionView[]; readonly elements: readonly ElementView[] };

/** Who receives an element, as what: read from the same mapping tables that write the documents. */
export type FieldRecipient = {
  readonly channel: string;
  readonly channelName: Bilingual;
  readonly document: string;
  readonly documentName: Bilingual;
  readonly target: string;
};
export type RecipientIndex = { readonly [elementId: string]: readonly FieldRecipient[] };

export type PlannedDocument = {
  readonly document: string;
  readonly name: Bilingual;
  readonly channel: string;
  readonly channelName: Bilingual;
  /** Boxes of this document that the form fills. */
  readonly boxes: number;
  /** Why this shipment needs it. */
  readonly because: Bilingual;
};
/** The counter "typed 31, filed 214 boxes in 7 documents". */
export type FilingPlan = {
  readonly typed: number;
  readonly filed: number;
  readonly documents: readonly PlannedDocument[];
};

export type ShipmentState = 'draft' | 'submitted' | 'withdrawn' | 'closed';
/** What the whole case looks like from outside, the worst of its objects first. */
export const shipmentProgresses = [
  'draft',
  'awaiting',
  'inspection-required',
  'held',
  'refused',
  'rejected',
  'conditionally-released',
  'released',
  'gated-out',
  'withdrawn',
] as const;
export type ShipmentProgress = (typeof shipmentProgresses)[number];

export type ShipmentSummary = {
  readonly id: string;
  /** Portico's own number, e.g. `PT2611200000017`. */
  readonly number: string;
  readonly traderReference?: string;
  readonly direction: Direction;
  /** Transport mode code of the declaration (2 water, 3 rail, 5 air, 4 road, 9 other …). */
  readonly transportMode: string;
  readonly owner: { readonly id: string; readonly name: string };
  readonly filer?: { readonly id: string; readonly name: string };
  readonly state: ShipmentState;
  readonly progress: ShipmentProgress;
  readonly version: number;
  /** Of the first goods line. */
  readonly goodsName?: string;
  readonly goodsLines?: number;
  readonly conveyance?: string;
  readonly billNumber?: string;
  readonly declarationNumber?: string;
  readonly containers: readonly string[];
  readonly updatedAt: string;
  /** True when a simulator or demo data has part in it: pages must say so. */
  readonly simulated: boolean;
};

export type ShipmentView = ShipmentSummary & {
  /** Grows with each saved change of the draft; give it back when saving (optimistic lock). */
  readonly revision: number;
  readonly form: Form;
  /** True while a submitted shipment has an unsubmitted amendment open; `form` is then the amendment's. */
  readonly amending: boolean;
  readonly findings: readonly Finding[];
  readonly answers: readonly DocumentAnswer[];
  /** Applications to change what an authority has taken (修撤单), oldest first. */
  readonly changes: readonly ChangeView[];
  /** Of a two-step declaration: the complete one that is owed after the summary. */
  readonly completion?: CompletionView;
  /** What the reader may do now with it. */
  readonly can: readonly (
    | 'edit'
    | 'submit'
    | 'amend'
    | 'withdraw'
    | 'retract'
    | 'copy'
    | 'instruct'
    | 'documents'
    | 'withhold'
    | 'attach'
  )[];
};

export type CompletionView = {
  /** The last day, partner's time. */
  readonly dueOn: string;
  readonly state: 'owed' | 'overdue' | 'done';
  readonly goodsLeft: boolean;
};
export const changeKinds = ['amend', 'withdraw'] as const;
export type ChangeKind = (typeof changeKinds)[number];
export const changeStates = ['applied', 'approved', 'refused', 'taken-back'] as const;
export type ChangeState = (typeof changeStates)[number];
/** An application to amend or withdraw what an authority has taken; what is filed changes when it agrees. */
export type ChangeView = {
  /** The case's number and which of its applications it is. */
  readonly number: string;
  readonly kind: ChangeKind;
  readonly state: ChangeState;
  /** The version it is about. */
  readonly version: number;
  readonly reason: string;
  readonly appliedAt: string;
  readonly appliedBy: string;
  /** Who has not decided yet. */
  readonly waitsFor: readonly Bilingual[];
  /** Since when the applicant asks for it back. */
  readonly retractedAt?: string;
  readonly decidedAt?: string;
  /** As the authority worded it. */
  readonly decision?: Bilingual;
  readonly changed: readonly { path: string; before?: string; after?: string }[];
};
/** What an answer says of the filing itself: it lies with the partner, it was given back, deleted; or of an application to change it. */
export type Ruling = {
  readonly say: 'taken' | 'given-back' | 'deleted' | 'change-approved' | 'change-refused' | 'change-taken-back';
  /** Number of the application, where the partner names it. */
  readonly change?: string;
};

/** A paper of a special customs area as customs has it: the bonded list (核注清单), the gate pass made of it (核放单). */
export type ZonePaper = {
  readonly paper: 'bonded-list' | 'gate-pass';
  readonly say: 'granted' | 'ended' | 'passed';
  readonly number: string;
  /** 预录入统一编号, by which it is changed and taken back. */
  readonly centreNumber?: string;
};

/** A partner's answer to one of our documents, on the shipment page. */
export type DocumentAnswer = {
  readonly document: string;
  readonly channel: string;
  readonly outcome: 'acknowledged' | 'rejected' | 'noted';
  readonly text: Bilingual;
  readonly partnerNumber?: string;
  /** The partner's own field and the form element it came from (the reverse road). */
  readonly partnerField?: string;
  readonly path?: string;
  /** The filed version the answered document belongs to. */
  readonly version?: number;
  readonly at: string;
};

export type ShipmentVersion = {
  readonly version: number;
  readonly submittedAt?: string;
  readonly submittedBy?: string;
  readonly reason?: string;
  readonly changed: readonly { path: string; before?: string; after?: string }[];
};

export type Page<T> = {
  readonly items: readonly T[] /** Key of the next page; absent on the last. */;
  readonly next?: string;
};

export type StartShipment =
  | { readonly from: 'empty'; readonly direction: Direction; readonly transportMode: string }
  | { readonly from: 'copy'; readonly shipmentId: string }
  | { readonly from: 'template'; readonly templateId: string };

export type CheckResult = { readonly findings: readonly Finding[]; readonly plan: FilingPlan };
export type SaveResult = CheckResult & { readonly revision: number };
export type SubmitResult = {
  readonly shipmentId: string;
  readonly version: number;
  readonly plan: FilingPlan;
  /** What the checks say besides: warnings and advice. */
  readonly findings: readonly Finding[];
  readonly receipt: Receipt;
  /** Number of the application, where an authority has to agree first: the version is filed when it does. */
  readonly application?: string;
};
/** Handed over only after the commit. */
export type Receipt = {
  readonly id: string;
  readonly digest: string;
  readonly receivedAt: string;
  /** Asks for the proof: `GET /receipts/:id`. */
  readonly receiptId: string;
};

/** One person's looks at one thing within an hour, as its owner sees them. */
export type LookView = {
  readonly id: string;
  readonly shipmentId: string;
  readonly shipmentNumber: string;
  /** The page of the case; what the library says of a document; its bytes; words of it among what was found. */
  readonly what: 'case' | 'document' | 'content' | 'found';
  /** Of the document. */
  readonly name?: Bilingual;
  readonly organisation: string;
  readonly person: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly times: number;
};
/** An authority withholds its own looks at a case from the owner until then; reason and basis are in the ledger. */
export type LookMark = {
  readonly id: string;
  readonly reason: string;
  readonly legalBasis: string;
  readonly until: string;
  readonly setAt: string;
  readonly setBy: string;
  readonly liftedAt?: string;
};

export type TemplateView = {
  readonly id: string;
  readonly name: string;
  readonly direction: Direction;
  readonly transportMode: string;
};

/** Where the carrier's manifest says otherwise than the form. */
export type ManifestDifference = {
  readonly path: 'packageCount' | 'grossMassKg';
  readonly manifest: string;
  readonly filed: string;
};

/** Events of this module (outbox, SSE). */
type AboutChange = { shipmentId: string; changeId: string; number: string; kind: ChangeKind };
export type ShipmentEvents = {
  /** `withheld`: at the time a mark of the looker's authority kept it from the owner. */
  'shipment.viewed': {
    shipmentId: string;
    what: LookView['what'];
    documentId?: string;
    kind?: string;
    withheld?: true;
  };
  'look-mark.set': {
    markId: string;
    about: string;
    organisationId: string;
    reason: string;
    legalBasis: string;
    until: string;
  };
  'look-mark.lifted': { markId: string; about: string; organisationId: string };
  'shipment.drafted': { shipmentId: string; number: string };
  'shipment.submitted': {
    shipmentId: string;
    number: string;
    version: number;
    ownerId: string;
    filerId: string /** SHA-256 of the form as filed, in canonical JSON. */;
    digest?: string;
    /** Channels that have agreed to this version beforehand: they have it. */
    agreedBy?: readonly string[];
  };
  /** Put to the channels named: they decide on the amendment or withdrawal. */
  'shipment.change-applied': AboutChange & {
    version: number;
    channels: readonly string[];
    reason: string;
    digest?: string;
  };
  /** Who put it asks for it back. */
  'shipment.change-retracted': AboutChange & { version: number; channels: readonly string[] };
  'shipment.change-decided': AboutChange & { channel: string; approved: boolean; text: Bilingual };
  /** A version agreed to after all goods have left: nothing is released by it, whoever has the one before is told. */
  'shipment.corrected': { shipmentId: string; version: number; agreedBy: readonly string[]; leftAt?: string };
  /** A draft of the next version, and that it was given up: what is filed in the end is `shipment.submitted`. */
  'shipment.amendment-opened': { shipmentId: string; version: number };
  'shipment.amendment-discarded': { shipmentId: string; version: number };
  'shipment.withdrawn': { shipmentId: string; version: number; reason: string; agreedBy?: readonly string[] };
  /** Two-step declaration: the complete one is owed soon, was owed. */
  'shipment.completion-due': { shipmentId: string; dueOn: string };
  'shipment.completion-overdue': { shipmentId: string; dueOn: string };
  'shipment.answered': { shipmentId: string } & DocumentAnswer;
  /** `outdated`: granted for what is not filed any more. */
  'shipment.zone-paper-told': ZonePaper & {
    shipmentId: string;
    version: number;
    channel: string;
    at: string;
    outdated?: true;
  };
  'shipment.closed': { shipmentId: string };
  /** Goods that were reported out are in again. */
  'shipment.reopened': { shipmentId: string };
  'shipment.manifested': {
    shipmentId: string;
    bill: string;
    conveyance: string;
    differences: readonly ManifestDifference[];
  };
  /** A bay plan shows boxes of the case on board. */
  'shipment.cargo-stowed': {
    shipmentId: string;
    conveyance: string;
    voyage?: string;
    at: string;
    positions: readonly { container: string; position: string; loadPort?: string; dischargePort?: string }[];
  };
  /** Where its carrier says it is, or will be. */
  'shipment.tracked': {
    shipmentId: string;
    containers: readonly string[];
    /** Of the case's own. */
    parcels?: readonly string[];
    place: string;
    at: string;
    certainty: 'planned' | 'estimated' | 'actual';
    text: Bilingual;
  };
  'shipment.cargo-arrived': {
    shipmentId: string;
    place: string;
    arrivedAt: string;
    containers: readonly string[];
    /** Who says it, and whether it is a station: a carrier's arrival report is its own to file. */
    channel?: string;
    station?: string;
    /** Off the vessel or flight. */
    discharged?: boolean;
    /** The station takes it back. */
    reversed?: boolean;
  };
};
