// Wire shapes of the disposition module: controlled objects, instructions, combined disposition (P5, B16 三(一)3(1)).
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { ObjectType, Outcome } from './contract-objects.ts';

export * from './contract-objects.ts';
export * from './contract-rules.ts';

/** A controlled object of one shipment. `id` is `<type>:<key>`; keys are normalised (upper case, no spaces). */
export type ControlledObject = {
  readonly id: string;
  readonly type: ObjectType;
  readonly key: string;
  readonly label: Bilingual;
  /** Ids of the objects that contain it: a hold on any of them holds it too. Goods lines may be in several containers. */
  readonly within: readonly string[];
  /** Facts the jurisdiction rules look at, e.g. `{ transportMode: '2', dangerous: 'true', licenceNeeded: 'true' }`. */
  readonly facts: Readonly<Record<string, string>>;
};

export const instructionKinds = ['inspect', 'hold', 'release', 'conditional-release', 'refuse', 'withdraw'] as const;
export type InstructionKind = (typeof instructionKinds)[number];

/** On what terms a conditional release lets the goods go; what each obliges to stands in `terms.ts`. */
export const releaseTerms = ['lift-away', 'surety', 'test-later', 'third-party-result', 'return'] as const;
export type ReleaseTerm = (typeof releaseTerms)[number];
/** Terms that end with a test: its result is filed by the party concerned (GF18 7, 8). */
export const testTerms: readonly ReleaseTerm[] = ['test-later', 'third-party-result'];
/** What becomes of what is refused. */
export const followUps = ['return', 'destroy', 'anti-smuggling'] as const;
export type FollowUp = (typeof followUps)[number];

export type Instruction = {
  /** Our id of the instruction: the digest of what makes it the same one. */
  readonly id: string;
  readonly authority: AuthorityId;
  readonly kind: InstructionKind;
  /** Object ids; what it does not know yet is parked. */
  readonly objects: readonly string[];
  /** The authority's own number of the case, e.g. inspection notice; a `withdraw` names the number it withdraws. */
  readonly number: string;
  /** The authority's own order; a higher one on the same object supersedes a lower. */
  readonly sequence: number;
  readonly reasonCode?: string;
  readonly reason: Bilingual;
  readonly legalBasis?: string;
  /** The authority's time and ours; neither decides anything but is shown. */
  readonly issuedAt: string;
  readonly receivedAt: string;
  /** After this instant it no longer counts. */
  readonly validUntil?: string;
  readonly requirements?:
    | {
        readonly inspectionKind?: 'manual' | 'scan' | 'scan-and-manual' | 'document' | 'boarding' | 'sampling';
        readonly place?: string;
        readonly samples?: boolean;
      }
    | undefined;
  /** Conditions of a conditional release, e.g. third-party test pending. */
  readonly conditions?: readonly Bilingual[];
  /** Of a conditional release. */
  readonly term?: ReleaseTerm;
  /** Of a refusal. */
  readonly followUp?: FollowUp;
  /** Ids of the contradicting instructions it was given to settle, at the desk. */
  readonly settles?: readonly string[];
  /** The version of the shipment it was given for; a release does not speak for a later one. */
  readonly forVersion?: number;
  /** Which channel or officer it came from; simulators are marked. */
  readonly source: {
    readonly channel?: string;
    readonly officer?: string;
    readonly messageId?: string;
    readonly simulated: boolean;
  };
};

/** Someone who holds the object, why, what frees it, and whose clock runs. */
export type Holder = {
  readonly authority: AuthorityId;
  readonly kind: 'not-yet-spoken' | 'rejected' | 'inspect' | 'hold' | 'refuse' | 'condition' | 'contradiction';
  readonly since: string;
  readonly reason: Bilingual;
  readonly legalBasis?: string;
  readonly frees: Bilingual;
  /** Whose clock runs and until when, by the published time limit (M3). */
  readonly clock: {
    readonly party: 'trader' | 'authority' | 'station' | 'carrier';
    readonly name: Bilingual;
    readonly dueAt?: string;
  };
  /** The instruction that holds; absent for `not-yet-spoken`. */
  readonly instructionId?: string;
  /** The object the hold is inherited from. */
  readonly via?: string;
};

export type Explanation = {
  readonly rule: string;
  readonly ruleVersion: string;
  readonly clause: string;
  readonly text: Bilingual;
  /** Everybody who must speak for the object or for what decides over it, by which rule, and whether he has. */
  readonly duties: readonly {
    readonly authority: AuthorityId;
    readonly rule: string;
    readonly ruleVersion: string;
    readonly clause: string;
    readonly spoken: boolean;
  }[];
  /** Terms of the conditional releases that count, each with the clause it rests on; absent where there is none. */
  readonly terms?: readonly {
    readonly term: ReleaseTerm;
    readonly authority: AuthorityId;
    readonly instructionId: string;
    readonly clause: string;
  }[];
  /** Ids of the instructions that count. */
  readonly counts: readonly string[];
  readonly superseded: readonly { readonly id: string; readonly by: string; readonly why: Bilingual }[];
  readonly waitsFor: readonly AuthorityId[];
  readonly wouldChange: readonly Bilingual[];
};

export type Disposition = {
  readonly objectId: string;
  readonly outcome: Outcome;
  /** ≥ 2 authorities inspect: one joint inspection (P6). */
  readonly joint: boolean;
  readonly inspectedBy: readonly AuthorityId[];
  readonly holders: readonly Holder[];
  readonly explanation: Explanation;
};

export type Collision = {
  readonly id: string;
  readonly shipmentId: string;
  readonly objectIds: readonly string[];
  readonly kind: 'same-sequence-different-content' | 'release-of-refused' | 'unknown-object';
  readonly authorities: readonly AuthorityId[];
  readonly instructions: readonly Instruction[];
  readonly precedence: Bilingual;
  /** The rule of precedence that holds for its objects; absent where the version before found it. */
  readonly rule?: string;
  readonly ruleVersion?: string;
  readonly state: 'open' | 'resolved';
  readonly resolution?: string;
};

/** What somebody has to do next, on whatever objects it is the same: one look says whose turn it is and until when. */
export type NextStep = {
  readonly authority: AuthorityId;
  readonly kind: Holder['kind'];
  readonly reason: Bilingual;
  readonly frees: Bilingual;
  readonly legalBasis?: string;
  /** Due: the earliest of the objects. */
  readonly clock: Holder['clock'];
  readonly objectIds: readonly string[];
};

/** The blocking view of a shipment (P5): objects with who holds them. */
/** A word that waits for objects nobody has filed yet. */
export type ParkedWord = {
  readonly id: string;
  readonly instruction: Instruction;
  /** Ids of the objects it waits for; a voyage or a bill stays here for later cases too. */
  readonly waitsFor: readonly string[];
};
/** What an authority has not said yet of an object for which it must speak, and until when it should (M3). */
export type AwaitedWord = {
  readonly id: string;
  readonly shipmentId: string;
  readonly shipmentNumber: string;
  readonly objectId: string;
  readonly objectLabel: Bilingual;
  readonly authority: AuthorityId;
  readonly since: string;
  readonly dueAt: string;
  readonly overdue: boolean;
  /** As the object is now, with what all have said. */
  readonly outcome: Outcome;
};
export type TestResultState = 'filed' | 'accepted' | 'refused';
/** A laboratory's report filed against a condition (GF18 7, 8), and what the authority made of it. */
export type TestResult = {
  readonly id: string;
  readonly shipmentId: string;
  readonly shipmentNumber: string;
  /** The conditional release it answers. */
  readonly instructionId: string;
  readonly instructionNumber: string;
  readonly authority: AuthorityId;
  /** The report among the attachments of the case. */
  readonly documentId: string;
  readonly laboratory: string;
  /** Number of the laboratory's certificate, as the report bears it. */
  readonly accreditation: string;
  readonly reportNumber: string;
  readonly state: TestResultState;
  readonly filedAt: string;
  readonly filedBy: string;
  readonly reason?: string;
  readonly decidedAt?: string;
  readonly decidedBy?: string;
};
export type FileTestResult = Pick<
  TestResult,
  'instructionId' | 'documentId' | 'laboratory' | 'accreditation' | 'reportNumber'
>;
export type DecideTestResult = { readonly accepted: boolean; readonly reason: string };
export type BlockingView = {
  readonly shipmentId: string;
  /** Earliest due first, what has no limit last; empty when nobody holds anything. */
  readonly nextSteps: readonly NextStep[];
  readonly objects: readonly (ControlledObject & {
    readonly disposition: Disposition;
    readonly releaseState?: 'granted' | 'revoked' | 'used';
  })[];
  readonly instructions: readonly Instruction[];
  /** In the order of filing. */
  readonly testResults: readonly TestResult[];
  readonly computedAt: string;
};

/** What an officer types at the desk. */
export type IssueInstruction = {
  readonly shipmentId: string;
  readonly objects: readonly string[];
  readonly kind: InstructionKind;
  readonly number?: string;
  readonly reasonCode?: string;
  readonly reason: string;
  readonly legalBasis?: string;
  readonly requirements?: Instruction['requirements'];
  readonly conditions?: readonly string[];
  readonly term?: ReleaseTerm;
  readonly followUp?: FollowUp;
  readonly validUntil?: string;
};

/** What an officer decides at the collision desk: an instruction on the objects of the collision. */
export type ResolveCollision = {
  readonly kind: InstructionKind;
  /** To withdraw: the number of the instruction taken back. */
  readonly number?: string;
  readonly reason: string;
  readonly legalBasis?: string;
};
type AboutTestResult = {
  shipmentId: string;
  testResultId: string;
  authority: AuthorityId;
  laboratory: string;
  reportNumber: string;
};
export type DispositionEvents = {
  'rule-change.proposed': { ruleChangeId: string; rule: string; reason: string };
  'rule-change.rehearsed': { ruleChangeId: string; rule: string; days: number; cases: number; changed: number };
  'rule-change.approved': { ruleChangeId: string; rule: string; version: string; validFrom: string };
  'rule-change.withdrawn': { ruleChangeId: string; rule: string };
  'test-result.filed': AboutTestResult & { instructionId: string; documentId: string };
  /** `instructionId`: the release that ended the condition. */
  'test-result.accepted': AboutTestResult & { instructionId: string };
  'test-result.refused': AboutTestResult & { reason: string };
  'instruction.received': { shipmentId: string; instruction: Instruction };
  /** The time it was given for is over. */
  'instruction.ended': { shipmentId: string; instruction: Instruction };
  'instruction.parked': { reason: string; instruction: Instruction; keys: readonly string[] };
  /** Only when the computed value of at least one object changed. */
  'disposition.changed': {
    shipmentId: string;
    changed: readonly {
      objectId: string;
      before?: Outcome;
      outcome: Outcome;
      joint: boolean;
      inspectedBy: readonly AuthorityId[];
    }[] /** Outcomes of all objects of the case, for its progress. */;
    outcomes: readonly Outcome[];
  };
  /** A manifest says more of where the goods of the case lie than was known. */
  'disposition.manifest-joined': { shipmentId: string; bills: readonly string[] };
  'collision.found': { shipmentId: string; collisionId: string; kind: Collision['kind'] };
  'collision.resolved': { shipmentId: string; collisionId: string; instructionId: string };
};
