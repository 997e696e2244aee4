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
export type InspectionPart = {
  readonly authority: AuthorityId;
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

export type InspectionEvents = {
  'inspection.planned': {
    shipmentId: string;
    inspectionId: string;
    number: string;
    joint: boolean;
    authorities: readonly AuthorityId[];
    objectIds: readonly string[];
    startsAt: string;
    site: Bilingual;
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
