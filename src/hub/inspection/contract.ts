// Wire shapes of the inspection module: one joint inspection of what several authorities control (P6, B16 三(一)3(2)).
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { SignatureReport } from '../signatures/contract.ts';

export type InspectionState = 'planned' | 'started' | 'finished' | 'cancelled';
export type InspectionSlot = {
  readonly id: string;
  readonly siteId: string;
  readonly siteName: Bilingual;
  readonly bay: string;
  readonly startsAt: string;
  readonly endsAt: string;
};
/** What a bay can have beside room: H986, cold store. */
export const equipment = ['scanner', 'cold'] as const;
export type Equipment = (typeof equipment)[number];
/** What an officer is trained for: the inspection kinds of instructions. */
export const skills = ['manual', 'scan', 'sampling', 'document', 'boarding'] as const;
export type Skill = (typeof skills)[number];
/** A slot as it is offered: why it, whether it is outside the opening hours, whether it is too late for the conveyance. */
export type OfferedSlot = InspectionSlot & {
  readonly byAppointment: boolean;
  readonly late: boolean;
  readonly reason: Bilingual;
};
export type InspectionPart = {
  readonly authority: AuthorityId;
  /** Of that authority, for this slot; not told to enterprises. */
  readonly officer?: string;
  readonly requirement?: string;
  readonly instructionIds: readonly string[];
  readonly result?: InspectionResult;
};
/** 处理 of a result, as customs writes it (`facts/formats-cn.md` §6). */
export const handlingCodes: readonly { readonly code: string; readonly name: Bilingual }[] = [
  { code: '11', name: { zh: '正常放行', en: 'Released, normal' } },
  { code: '1', name: { zh: '补税放行', en: 'Released after duty' } },
  { code: '2', name: { zh: '补证放行', en: 'Released after papers' } },
  { code: '5', name: { zh: '补证补税放行', en: 'Released after duty and papers' } },
  { code: '9', name: { zh: '改单放行', en: 'Released after amendment' } },
  { code: '6', name: { zh: '处罚后放行', en: 'Released after penalty' } },
  { code: '10', name: { zh: '删单', en: 'Declaration cancelled' } },
  { code: '3', name: { zh: '退运', en: 'Returned' } },
  { code: '4', name: { zh: '移送缉私', en: 'To anti-smuggling' } },
  { code: '8', name: { zh: '移交法规', en: 'To legal affairs' } },
  { code: '7', name: { zh: '没收', en: 'Confiscated' } },
  { code: '12', name: { zh: '其他', en: 'Other' } },
];
/** Of one authority and inspection. */
export const MOST_PHOTOS = 60;
export const sealActs = ['found', 'cut', 'put-on'] as const;
/** What was found at one goods line, or one object of the inspection, or one line in one box. */
export type FoundItem = {
  readonly objectId?: string;
  readonly lineNumber?: string;
  /** What is there, as it was counted or weighed: exact decimal. */
  readonly quantity?: string;
  readonly unit?: string;
  readonly handlingCode: string;
  readonly findings?: string;
};
export type SealRecord = {
  readonly objectId: string;
  readonly number: string;
  readonly act: (typeof sealActs)[number];
};
export type SampleRecord = {
  readonly number: string;
  readonly what: string;
  readonly laboratory: string;
  readonly objectId?: string;
  readonly lineNumber?: string;
};
/** A photo by the SHA-256 of its bytes, so that a signature over the record covers it. */
export type PhotoRecord = {
  readonly digest: string;
  readonly objectId?: string;
  readonly lineNumber?: string;
  readonly caption?: string;
};
/** What an officer records; all of it is under his signature. */
export type RecordedFindings = {
  readonly outcome: 'normal' | 'abnormal';
  readonly handlingCode: string;
  readonly findings: string;
  readonly sealNumber?: string;
  readonly items?: readonly FoundItem[];
  readonly seals?: readonly SealRecord[];
  readonly samples?: readonly SampleRecord[];
  readonly photos?: readonly PhotoRecord[];
  /** When it was entered, by the clock of the device: it may have waited for a network. */
  readonly enteredAt?: string;
};
export type PartSignature = {
  readonly by: 'person' | 'seal';
  readonly serial: string;
  /** SHA-256 of the text that is signed. */
  readonly digest: string;
};
export type InspectionResult = RecordedFindings & {
  readonly recordedAt: string;
  readonly recordedBy: string;
  /** Absent where neither the officer nor his organisation signs. */
  readonly signature?: PartSignature;
};
export type Booked = { readonly at: string; readonly by: string };
export type InspectionView = {
  readonly id: string;
  readonly number: string;
  readonly shipmentId: string;
  readonly shipmentNumber: string;
  readonly objectIds: readonly string[];
  readonly joint: boolean;
  readonly state: InspectionState;
  /** Another one as soon as slot, objects or orders are others: whoever records says which he saw. */
  readonly revision: string;
  /** The slot has passed and somebody's result is still missing. */
  readonly overdue: boolean;
  readonly slot: InspectionSlot;
  readonly slotReason: Bilingual;
  /** Outside the opening hours, by appointment (M4). */
  readonly byAppointment: boolean;
  /** When the conveyance closes for cargo, where that is known (M12). */
  readonly cutOff?: string;
  /** The slot is too late for it. */
  readonly late: boolean;
  /** Of an open one: the clock that runs out first, the end of the slot or the cut-off. The queue stands in its order. */
  readonly dueAt?: string;
  /** The slot was chosen by the enterprise. */
  readonly booked?: Booked;
  /** A box that passed may load without being moved back first (NB18 17). */
  readonly virtuallyReturnedAt?: string;
  readonly parts: readonly InspectionPart[];
  readonly rescheduled: readonly {
    readonly from: string;
    readonly to: string;
    readonly reason: string;
    readonly at: string;
  }[];
  readonly simulated: boolean;
};
export type RecordResult = RecordedFindings & {
  /** The revision that was inspected: a task that changed meanwhile is not recorded unseen. */
  readonly revision?: string;
  /** Detached JWS over `findingsText` (`src/kernel/signed-text.ts`). */
  readonly signature?: string;
};
/** One authority's signature under its part: what a check found when it came, and what it finds now. */
export type SignedPart = {
  readonly authority: AuthorityId;
  readonly by: 'person' | 'seal';
  readonly serial: string;
  readonly signedAt: string;
  readonly digest: string;
  readonly signature: string;
  readonly whenReceived: SignatureReport;
  readonly now: SignatureReport;
};
export type KeptPhoto = {
  readonly digest: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly keptAt: string;
};
/** What an officer takes along (M4): the task, what was declared of it as far as his function needs it, and the photos he has sent. */
export type FieldSheet = {
  readonly inspection: InspectionView;
  readonly goods: readonly {
    readonly lineNumber: string;
    readonly goodsName?: string;
    readonly hsCode?: string;
    readonly quantity?: string;
    readonly unit?: string;
  }[];
  readonly containers: readonly { readonly objectId: string; readonly number: string; readonly seal?: string }[];
  readonly photos: readonly KeptPhoto[];
};

/** An enterprise marked dishonest (失信企业; SC 4). */
export type DishonestMark = {
  readonly id: string;
  readonly organisationId: string;
  readonly name: Bilingual;
  readonly reason: string;
  readonly legalBasis: string;
  readonly markedAt: string;
  readonly markedBy: string;
  readonly liftedAt?: string;
  readonly liftedReason?: string;
};
export type MarkDishonest = { readonly uscc: string; readonly reason: string; readonly legalBasis: string };

/** Containers, of export inspections by the cut-off of their conveyance (M12). `percent` is absent while nothing has closed. */
export type SiteShare = {
  readonly siteId: string;
  readonly siteName: Bilingual;
  readonly made: number;
  readonly missed: number;
  readonly toCome: number;
  /** Of those to come: the slot is too late, or the box did not pass. */
  readonly atRisk: number;
  readonly percent?: string;
};
export type VesselShare = Omit<SiteShare, 'siteId' | 'siteName'> & {
  /** Partner's days, both included. */
  readonly from: string;
  readonly to: string;
  readonly sites: readonly SiteShare[];
  readonly listed: readonly {
    readonly number: string;
    readonly containers: number;
    readonly cutOff: string;
    readonly standing: 'missed' | 'at-risk';
    readonly conveyance?: string;
  }[];
};

type GivenHours = { readonly weekdays: readonly number[]; readonly fromMinute: number; readonly toMinute: number };
/** A yard as the port office enters it. Days 1 Monday … 7 Sunday, minutes of the partner's day. */
export type SiteBody = {
  readonly name: Bilingual;
  /** Codes of the stations whose goods are inspected here. */
  readonly stations: readonly string[];
  readonly slotMinutes: number;
  readonly returnMinutes: number;
  readonly virtualReturn: boolean;
  readonly bays: readonly { readonly id: string; readonly equipment: readonly Equipment[] }[];
  readonly openings: readonly (GivenHours & { readonly onHolidays: boolean; readonly byAppointment: boolean })[];
};
/** Which version it is; whoever saves says which he saw, so that of two people the later does not win unawares. */
export type Kept = { readonly revision: string };
export type YardSite = SiteBody & Kept & { readonly id: string };
export type HolidayBody = { readonly name: Bilingual; readonly worked: boolean };
export type HolidayRow = HolidayBody & Kept & { readonly day: string };
/** An officer as his authority enters him. */
export type OfficerBody = {
  readonly name: string;
  readonly skills: readonly Skill[];
  readonly duties: readonly (GivenHours & {
    readonly siteId: string;
    readonly validFrom: string;
    /** Excluded. */
    readonly validTo?: string;
  })[];
};
export type YardOfficer = OfficerBody & Kept & { readonly id: string };
/** What becomes of inspections that lose their slot by an edit; without it such an edit is refused. */
export type Edit = {
  readonly stranded?: 'move';
  /** The version that was seen; absent: there was none. */
  readonly revision?: string;
};

/** Slots × bays of one yard on one day. */
export type YardBoard = {
  readonly day: string;
  readonly siteId: string;
  readonly sites: readonly { readonly id: string; readonly name: Bilingual }[];
  readonly bays: readonly { readonly id: string; readonly equipment: readonly Equipment[] }[];
  readonly rows: readonly {
    readonly startsAt: string;
    readonly open: 'open' | 'by-appointment' | 'holiday' | 'closed';
  }[];
  readonly tasks: readonly {
    readonly id: string;
    readonly number: string;
    readonly state: InspectionState;
    readonly bay: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly late: boolean;
    readonly byAppointment: boolean;
    readonly authorities: readonly AuthorityId[];
  }[];
};

export type InspectionEvents = {
  'yard-site.changed': { siteId: string; bays: readonly string[]; moved: readonly string[] };
  'yard-holiday.changed': { day: string; worked: boolean; moved: readonly string[] };
  'yard-holiday.removed': { day: string; moved: readonly string[] };
  'yard-officer.changed': {
    officerId: string;
    authority: AuthorityId;
    skills: readonly Skill[];
    moved: readonly string[];
  };
  'inspection.photo-kept': {
    shipmentId: string;
    inspectionId: string;
    number: string;
    authority: AuthorityId;
    digest: string;
    bytes: number;
  };
  'dishonest-mark.set': { markId: string; organisationId: string; reason: string };
  'dishonest-mark.lifted': { markId: string; organisationId: string; reason: string };
  'inspection.planned': {
    shipmentId: string;
    inspectionId: string;
    number: string;
    joint: boolean;
    authorities: readonly AuthorityId[];
    objectIds: readonly string[];
    startsAt: string;
    site: Bilingual;
    byAppointment: boolean;
    late: boolean;
  };
  'inspection.booked': {
    shipmentId: string;
    inspectionId: string;
    number: string;
    startsAt: string;
    byAppointment: boolean;
    authorities: readonly AuthorityId[];
  };
  'inspection.booking-cancelled': {
    shipmentId: string;
    inspectionId: string;
    number: string;
    from: string;
    to: string;
    reason: string;
    authorities: readonly AuthorityId[];
  };
  /** The carrier says another departure; `late`: the slot does not make it any more, and no earlier one was free. */
  'inspection.cut-off-changed': {
    shipmentId: string;
    inspectionId: string;
    number: string;
    from: string;
    to: string;
    late: boolean;
  };
  /** Each box that passed may load from where it stands. */
  'inspection.virtually-returned': {
    shipmentId: string;
    inspectionId: string;
    number: string;
    objectIds: readonly string[];
    cutOff: string;
    at: string;
  };
  'inspection.rescheduled': {
    shipmentId: string;
    inspectionId: string;
    number: string;
    from: string;
    to: string;
    reason: string;
    authorities: readonly AuthorityId[];
  };
  'inspection.changed': {
    shipmentId: string;
    inspectionId: string;
    number: string;
    authorities: readonly AuthorityId[];
  };
  'inspection.cancelled': {
    shipmentId: string;
    inspectionId: string;
    number: string;
    authorities: readonly AuthorityId[];
  };
  'inspection.result-recorded': {
    shipmentId: string;
    inspectionId: string;
    number: string;
    authority: AuthorityId;
    objectIds: readonly string[];
    result: InspectionResult;
    /** In words, for partners' documents: `CQPU1000014 CN881`. */
    sealsFound?: string;
    sealsPutOn?: string;
    samplesTaken?: string;
    instructionNumbers: readonly string[];
  };
  'inspection.finished': { shipmentId: string; inspectionId: string; number: string };
};
