// Wire shapes of the inspection module: one joint inspection of what several authorities control (P6, B16 三(一)3(2)).
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { AuthorityId } from '../../kernel/party.ts';

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
export type InspectionResult = {
  readonly outcome: 'normal' | 'abnormal';
  /** 1 补税放行 … 11 正常放行, 12 其他 (`facts/formats-cn.md` §6). */
  readonly handlingCode: string;
  readonly findings: string;
  readonly sealNumber?: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
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
export type RecordResult = {
  readonly outcome: 'normal' | 'abnormal';
  readonly handlingCode: string;
  readonly findings: string;
  readonly sealNumber?: string;
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
    instructionNumbers: readonly string[];
  };
  'inspection.finished': { shipmentId: string; inspectionId: string; number: string };
};
