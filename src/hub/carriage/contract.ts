// Wire shapes of the carriage module (N11): space that a shipper or his forwarder books with an ocean carrier, as DCSA Booking 2.0 has it, and what
// the carrier says of it.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Form } from '../shipment/contract.ts';

/** Yard, door, freight station (DCSA receiptTypeAtOrigin). */
export const handoverTypes = ['CY', 'SD', 'CFS'] as const;
export type HandoverType = (typeof handoverTypes)[number];
/** Whole or shared containers. */
export const movementTypes = ['FCL', 'LCL'] as const;
export type MovementType = (typeof movementTypes)[number];

export type BookedEquipment = {
  /** ISO 6346 size and type, e.g. `22G1`. */
  readonly isoCode: string;
  readonly units: number;
  readonly shipperOwned: boolean;
};
/** What the carrier has to know to take them (IMDG; DCSA DangerousGoods). */
export type BookedDanger = {
  readonly unNumber: string;
  readonly properName: string;
  readonly imoClass: string;
  readonly packingGroup?: '1' | '2' | '3';
  readonly marinePollutant: boolean;
  readonly limitedQuantity: boolean;
  /** Neither salvage packings, empty uncleaned, waste nor hot, not to be approved or reported: what else they are is settled with the carrier. */
  readonly ordinary: boolean;
  readonly contact: string;
  readonly phone: string;
};
export type BookedCargo = {
  /** Which line of the equipment it goes into, from 1. */
  readonly equipment: number;
  readonly description: string;
  readonly hsCode?: string;
  readonly grossMassKg: string;
  readonly packages?: number;
  readonly dangerous?: BookedDanger;
};
export type BookingContent = {
  /** One of the two: what the freight is agreed in. */
  readonly contractReference?: string;
  readonly quotationReference?: string;
  readonly serviceCode?: string;
  readonly vesselName?: string;
  readonly vesselImo?: string;
  readonly voyage?: string;
  readonly receiptType: HandoverType;
  readonly deliveryType: HandoverType;
  readonly originMovement: MovementType;
  readonly destinationMovement: MovementType;
  /** Prepaid or collect. */
  readonly freight: 'PRE' | 'COL';
  /** UN/LOCODEs: place of receipt, port of loading, port of discharge, place of delivery. */
  readonly from: string;
  readonly loadPort?: string;
  readonly dischargePort?: string;
  readonly to: string;
  readonly departsOn?: string;
  readonly arrivesFrom?: string;
  readonly arrivesBy?: string;
  readonly shipper: string;
  readonly consignee?: string;
  readonly equipment: readonly BookedEquipment[];
  readonly cargo: readonly BookedCargo[];
};

/** In the order in which a booking goes through them. */
export const bookingStates = [
  'requested',
  'received',
  'pending-update',
  'update-received',
  'confirmed',
  'pending-amendment',
  'completed',
  'rejected',
  'declined',
  'cancelled',
] as const;
export type BookingState = (typeof bookingStates)[number];
export const bookingStateNames: Readonly<Record<BookingState, Bilingual>> = {
  requested: { zh: '已发出，待承运人答复', en: 'sent, the carrier has not answered' },
  received: { zh: '承运人已收到', en: 'received by the carrier' },
  'pending-update': { zh: '承运人要求更正', en: 'the carrier wants it updated' },
  'update-received': { zh: '承运人已收到更正', en: 'the carrier has the update' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  'pending-amendment': { zh: '已确认，承运人要求变更', en: 'confirmed, the carrier wants it amended' },
  completed: { zh: '已完成', en: 'completed' },
  rejected: { zh: '承运人未接受', en: 'rejected by the carrier' },
  declined: { zh: '确认后被承运人取消', en: 'declined by the carrier after it was confirmed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};
/** What was asked of a confirmed booking and what became of it. */
export const requestStates = ['asked', 'received', 'confirmed', 'declined', 'cancelled'] as const;
export type RequestState = (typeof requestStates)[number];
export const requestStateNames: Readonly<Record<RequestState, Bilingual>> = {
  asked: { zh: '已发出', en: 'sent' },
  received: { zh: '承运人已收到', en: 'received by the carrier' },
  confirmed: { zh: '承运人同意', en: 'agreed to' },
  declined: { zh: '承运人不同意', en: 'not agreed to' },
  cancelled: { zh: '已撤回', en: 'taken back' },
};

export type Feedback = {
  readonly severity: string;
  readonly text: string;
  /** Where in the carrier's message. */
  readonly field?: string;
};
export type PlannedLeg = {
  readonly from: string;
  readonly to: string;
  readonly departsOn: string;
  readonly arrivesOn: string;
  readonly vessel?: string;
  readonly voyage?: string;
};
/** Codes of DCSA: documents, gross mass, container and so on, each with its latest instant. */
export type CutOff = { readonly code: string; readonly at: string };
/** One thing that the carrier said of a booking; how it stands follows from all of them. */
export type BookingWord = {
  readonly state: Exclude<BookingState, 'requested'>;
  readonly amendment?: Exclude<RequestState, 'asked'>;
  readonly cancellation?: Exclude<RequestState, 'asked' | 'cancelled'>;
  readonly requestReference?: string;
  readonly bookingReference?: string;
  readonly feedbacks: readonly Feedback[];
  readonly plan?: readonly PlannedLeg[];
  readonly cutOffs?: readonly CutOff[];
  readonly at: string;
};
export type BookingFact =
  | {
      readonly fact: 'booking-told';
      /** Our own reference, where the carrier says it back. */
      readonly ours?: string;
      readonly word: BookingWord;
    }
  /** It has taken the request and given it a number; of how it stands it says nothing yet. */
  | { readonly fact: 'booking-told'; readonly ours: string; readonly numbered: string };

export type BookingView = {
  readonly id: string;
  readonly shipmentId: string;
  /** Ours: case number and how-manieth booking of it. */
  readonly reference: string;
  readonly version: number;
  readonly content: BookingContent;
  readonly state: BookingState;
  /** Sent and not answered: an update before it is confirmed. */
  readonly updating: boolean;
  readonly amendment?: RequestState;
  readonly cancellation?: RequestState;
  /** The carrier's number of the request, then of the booking. */
  readonly requestReference?: string;
  readonly bookingReference?: string;
  readonly feedbacks: readonly Feedback[];
  readonly plan: readonly PlannedLeg[];
  readonly cutOffs: readonly CutOff[];
  readonly saidAt?: string;
  readonly orderedAt: string;
  readonly orderedBy: string;
  readonly can: readonly ('amend' | 'cancel')[];
  readonly simulated: boolean;
};
export type BookingsOfCase = {
  readonly items: readonly BookingView[];
  readonly mayBook: boolean;
  /** Made of the form as it is now; to be completed by whoever books. */
  readonly suggested?: Partial<BookingContent>;
  /** Confirmed and not yet in the form: offered, never written by itself. */
  readonly offered?: string;
};

/** Boxes carried by barge between two terminals of the river, and where they are by the operator's own word. */
export type BargeContent = {
  /** Of the case's own. */
  readonly boxes: readonly string[];
  /** UN/LOCODEs, and the terminals there as people call them. */
  readonly fromPort: string;
  readonly fromTerminal: string;
  readonly toPort: string;
  readonly toTerminal: string;
  readonly readyOn?: string;
  readonly by: string;
};

export const bargeSteps = ['booked', 'cancelled', 'arrived', 'loaded', 'departed', 'discharged'] as const;
export type BargeStepKind = (typeof bargeSteps)[number];
export type BargeStep = {
  readonly step: BargeStepKind;
  /** None: the order as a whole. */
  readonly boxes: readonly string[];
  readonly place: string;
  readonly at: string;
  readonly vessel?: string;
  readonly note?: string;
};
export type BargeFact = { readonly fact: 'barge-told'; readonly ours: string; readonly steps: readonly BargeStep[] };

export const bargeStates = ['ordered', 'booked', 'under-way', 'delivered', 'cancelled'] as const;
export type BargeState = (typeof bargeStates)[number];
export const bargeStateNames: Readonly<Record<BargeState, Bilingual>> = {
  ordered: { zh: '已委托，待驳船公司答复', en: 'ordered, the operator has not answered' },
  booked: { zh: '驳船公司已接受', en: 'taken on' },
  'under-way': { zh: '运输中', en: 'under way' },
  delivered: { zh: '已全部卸船', en: 'all discharged' },
  cancelled: { zh: '未承运', en: 'not carried' },
};
export const bargeStepNames: Readonly<Record<BargeStepKind, Bilingual>> = {
  booked: { zh: '接受委托', en: 'taken on' },
  cancelled: { zh: '不承运', en: 'not carried' },
  arrived: { zh: '抵港', en: 'arrived' },
  loaded: { zh: '装船', en: 'loaded' },
  departed: { zh: '离港', en: 'departed' },
  discharged: { zh: '卸船', en: 'discharged' },
};

/** Where a box is: the last thing said of it. */
export type BoxPlace = {
  readonly box: string;
  readonly step?: BargeStepKind;
  readonly place?: string;
  readonly at?: string;
};
export type BargeOrderView = {
  readonly id: string;
  readonly shipmentId: string;
  readonly reference: string;
  readonly content: BargeContent;
  readonly state: BargeState;
  /** Asked back, and the operator has not said so yet. */
  readonly cancelling: boolean;
  readonly boxes: readonly BoxPlace[];
  readonly vessel?: string;
  readonly note?: string;
  readonly orderedAt: string;
  readonly orderedBy: string;
  readonly can: readonly 'cancel'[];
  readonly simulated: boolean;
};
export type BargeOrdersOfCase = {
  readonly items: readonly BargeOrderView[];
  readonly mayOrder: boolean;
  /** Boxes of the form that no living order has. */
  readonly boxes: readonly string[];
};

type OfOrder = { shipmentId: string; orderId: string; reference: string };
type OfBooking = { shipmentId: string; bookingId: string; reference: string };
/** `form`: what a document to the carrier is written from. */
export type CarriageEvents = {
  'carriage.booking-requested': OfBooking & { version: number; form: Form };
  'carriage.booking-amended': OfBooking & {
    version: number;
    requestReference?: string;
    bookingReference?: string;
    form: Form;
  };
  /** `confirmed`: it asks the carrier to agree; before that it ends the request at once. */
  'carriage.booking-cancellation-asked': OfBooking & {
    version: number;
    requestReference?: string;
    bookingReference?: string;
    form: Form;
    confirmed: boolean;
    reason: string;
  };
  'carriage.booking-changed': OfBooking & {
    state: BookingState;
    amendment?: RequestState;
    cancellation?: RequestState;
    bookingReference?: string;
    note?: string;
  };

  'carriage.barge-ordered': OfOrder & { form: Form };
  'carriage.barge-cancellation-asked': OfOrder & { reason: string; form: Form };
  'carriage.barge-changed': OfOrder & { state: BargeState; steps: readonly BargeStep[] };
};
