// Wire shapes of the exchange module for the operator desk and the shipment page (P3, B16 三(一)2(2), 三(二)).
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { BargeFact, BookingFact } from '../carriage/contract.ts';
import type { CredentialFact, InboundFact, ManifestedBill } from '../mapping/contract.ts';
import type { DirectoryFact } from '../directory/contract.ts';
import type { LicenceFact } from '../licence/contract.ts';
import type { MoneyFact } from '../payment/contract.ts';
import type { Ruling, ZonePaper } from '../shipment/contract.ts';

export type DeliveryState = 'queued' | 'delivered' | 'refused' | 'dead';
export type DeliveryView = {
  readonly id: string;
  readonly channel: string;
  readonly channelName: Bilingual;
  readonly documentId: string;
  readonly documentKind: string;
  readonly documentName: Bilingual;
  readonly shipmentId?: string;
  readonly shipmentNumber?: string;
  readonly state: DeliveryState;
  readonly attempts: readonly {
    readonly at: string;
    /** `unwritten`: the document itself could not be written; `taken-back`: what it tells no longer holds. Nothing was sent. */
    readonly outcome: 'delivered' | 'refused' | 'unreachable' | 'unwritten' | 'taken-back' | 'superseded';
    readonly detail: string;
    readonly durationMs: number;
  }[];
  readonly nextAttemptAt?: string;
  readonly createdAt: string;
  readonly deliveredAt?: string;
  /** One for everything a request led to, also at the partner: 32 hex digits. */
  readonly traceId?: string;
};
export type InboundState = 'stored' | 'interpreted' | 'duplicate' | 'waiting' | 'quarantined';
export type InboundView = {
  readonly id: string;
  readonly channel: string;
  readonly channelName: Bilingual;
  readonly receivedAt: string;
  readonly digest: string;
  readonly sizeBytes: number;
  readonly format?: string;
  readonly partnerMessageId?: string;
  readonly state: InboundState;
  readonly reason?: Bilingual;
  readonly simulated: boolean;
  /** Of the document of ours that it answers; otherwise of the request it came with. */
  readonly traceId?: string;
};
export type ChannelHealth = {
  readonly id: string;
  readonly name: Bilingual;
  readonly promise: string;
  readonly endpoint: string;
  /** True while the far end is one of our simulators. */
  readonly simulated: boolean;
  readonly paused: boolean;
  readonly state: 'well' | 'slow' | 'failing' | 'draining' | 'paused' | 'maintenance' | 'idle';
  readonly breaker: {
    readonly state: 'closed' | 'open' | 'half-open';
    readonly probeAt?: string;
    readonly since?: string;
  };
  readonly queued: number;
  readonly dead: number;
  readonly quarantined: number;
  /** Received before the message that tells the number they name. */
  readonly waiting: number;
  readonly lastDeliveredAt?: string;
  readonly lastReceivedAt?: string;
  readonly oldestQueuedAt?: string;
  /** The first of those that failed before is tried again then. */
  readonly nextRetryAt?: string;
  /** What is queued waits until then: the partner's system is looked after. */
  readonly maintenanceUntil?: string;
};
/** A reaction of the flow that failed: what it did not do, why, and what waits behind it. */
export type FaultView = {
  readonly position: number;
  readonly event: string;
  readonly subject: string;
  readonly occurredAt: string;
  readonly reaction: string;
  readonly attempts: number;
  readonly error: string;
  /** Absent when it is parked: it waits for an operator. */
  readonly nextAttemptAt?: string;
  readonly parked: boolean;
  readonly behind: number;
  readonly traceId?: string;
};
/** The database went on from a backup or a replica: what was done after `restoredTo` is known outside and not here. */
export type RestoreView = {
  readonly id: number;
  readonly notedAt: string;
  /** When the last thing that is there happened. */
  readonly restoredTo?: string;
  readonly lastPosition: number;
  readonly timeline: number;
  /** Messages since then about what is not known here. */
  readonly unknownMessages: number;
  readonly checkedAt?: string;
  readonly checkedBy?: string;
};
export type BulkReplayState = 'proposed' | 'confirmed' | 'withdrawn';
/** Dead letters that one person proposes to send again and another confirms. */
export type BulkReplayView = {
  readonly id: string;
  readonly channel: string;
  readonly channelName: Bilingual;
  /** Only documents of this kind, made in this time. */
  readonly documentName?: Bilingual;
  readonly since?: string;
  readonly until?: string;
  readonly reason: string;
  /** Dead letters it is about. */
  readonly count: number;
  readonly state: BulkReplayState;
  readonly proposedAt: string;
  readonly proposedBy: string;
  /** Proposed by whoever looks: he cannot confirm it. */
  readonly mine: boolean;
  readonly decidedAt?: string;
  readonly decidedBy?: string;
  /** Sent again; the others had gone by themselves or could still not be written. */
  readonly replayed?: number;
};
export type MessageReceipt = {
  readonly messageId: string;
  readonly digest: string;
  readonly receivedAt: string;
  readonly duplicate: boolean;
  readonly format?: string;
  readonly channel: string /** The draft made of an enterprise's own declaration. */;
  readonly shipmentId?: string;
  /** Asks for the proof: `GET /receipts/:id`. */
  readonly receiptId: string;
};

export type ExchangeEvents = {
  /** `digest`: SHA-256 of the bytes. */
  'message.received': { messageId: string; channel: string; digest?: string };
  /** The same bytes came once more: kept and receipted, not read again. */
  'message.repeated': { messageId: string; channel: string; digest: string };
  /** An enterprise's own declaration became a draft. */
  'message.drafted': { messageId: string; channel: string; digest: string; shipmentId: string };
  /** What waited at the partner was larger than the channel takes, or empty: it lies there under this name. */
  'message.set-aside': { channel: string; name: string };
  'message.quarantined': { messageId: string; channel: string; reason: Bilingual };
  /** Of no case: what the partner is told of his own message, what an enterprise applies for. */
  'document.dispatched': {
    shipmentId?: string;
    documentId: string;
    document: string;
    channel: string;
    version: number;
  };
  'document.delivered': { shipmentId?: string; documentId: string; document: string; channel: string };
  'delivery.died': {
    shipmentId?: string;
    deliveryId: string;
    documentId: string;
    document: string;
    channel: string;
    reason: string;
  };
  /** The partner answered one of our documents. */
  'document.answered': {
    shipmentId: string;
    documentId: string;
    document: string;
    channel: string;
    outcome: 'acknowledged' | 'rejected' | 'noted';
    text: Bilingual;
    partnerNumber?: string;
    partnerField?: string;
    path?: string;
    /** The filed version the document belongs to. */
    version?: number;
    declarationNumber?: string;
    ruling?: Ruling;
    zonePaper?: ZonePaper;
    at: string;
  };
  /** An instruction as the partner worded it; disposition joins it to objects, or parks it. */
  'instruction.arrived': {
    shipmentId?: string /** The version of our document it answers. */;
    shipmentVersion?: number;
    channel: string;
    messageId: string;
    simulated: boolean;
    fact: Extract<InboundFact, { fact: 'instruction' }>;
  };
  /** Cargo or conveyance facts of carriers and stations, joined by number. */
  'cargo.manifested': {
    channel: string;
    messageId: string;
    conveyance: string;
    voyage?: string;
    sentAt?: string;
    bills: readonly ManifestedBill[];
  };
  'cargo.arrived': {
    channel: string;
    messageId: string;
    place: string;
    arrivedAt: string;
    conveyance?: string;
    bill?: string;
    containers: readonly string[];
    /** Off the vessel or flight. */
    discharged?: boolean;
    /** Taken back by the station. */
    reversed?: boolean;
  };
  'cargo.gated-out': {
    channel: string;
    messageId: string;
    place: string;
    container?: string;
    bill?: string;
    releaseNumber?: string;
    at: string;
    /** Taken back by the station. */
    reversed?: boolean;
  };
  /** A truck or box is in, or it is loaded: what comes before it leaves. */
  'cargo.moved': {
    channel: string;
    messageId: string;
    movement: 'gate-in' | 'loaded';
    place: string;
    container?: string;
    bill?: string;
    releaseNumber?: string;
    at: string;
    /** Taken back by the station. */
    reversed?: boolean;
  };
  /** A bay plan: where boxes stand on board. */
  'cargo.stowed': {
    channel: string;
    messageId: string;
    conveyance: string;
    voyage?: string;
    at: string;
    positions: readonly { container: string; position: string; loadPort?: string; dischargePort?: string }[];
  };
  /** A carrier's word on when its conveyance leaves, and on where goods are. */
  'cargo.sailing-told': {
    channel: string;
    messageId: string;
    conveyance: string;
    name: string;
    voyage: string;
    place: string;
    departsAt: string;
    certainty: 'planned' | 'estimated' | 'actual';
    saidAt: string;
  };
  'cargo.tracked': {
    channel: string;
    messageId: string;
    bill?: string;
    containers: readonly string[];
    parcels?: readonly string[];
    place: string;
    at: string;
    certainty: 'planned' | 'estimated' | 'actual';
    text: Bilingual;
  };
  /** A partner's certificate, or that it takes one back; credentials keeps it. */
  'credential.told': {
    shipmentId: string;
    channel: string;
    messageId: string;
    simulated: boolean;
    fact: CredentialFact;
  };
  /** A partner asks how a case stands; what stands here is what it is answered. */
  'state.asked': {
    shipmentId: string;
    channel: string;
    messageId: string;
    question: string;
    state: string;
    progress: string;
    version: number;
  };
  /** What customs, tax, a bank or the foreign exchange administration says about money; payment keeps it. */
  'money.told': {
    shipmentId?: string;
    channel: string;
    messageId: string;
    simulated: boolean;
    fact: MoneyFact;
  };
  /** What commerce says of a licence or quota; in the line of its number. */
  'licence.told': { channel: string; messageId: string; simulated: boolean; fact: LicenceFact };
  /** What a carrier says of space booked with it; whose case it is, the carriage module finds by the numbers in it. */
  'booking.told': { channel: string; messageId: string; simulated: boolean; fact: BookingFact };
  /** What the foreign exchange administration says of an application, in the application's line; `path`: the box it means. */
  'directory.told': {
    channel: string;
    messageId: string;
    simulated: boolean;
    applicationId: string;
    version: number;
    path?: string;
    fact: DirectoryFact;
  };
  /** What a barge operator says of an order, by our reference. */
  'barge.told': { channel: string; messageId: string; simulated: boolean; fact: BargeFact };
  'delivery.replayed': { shipmentId?: string; deliveryId: string; documentId: string; channel: string };
  'channel.paused': { channel: string };
  'channel.draining': { channel: string };
  /** The partner failed several times in a row: nothing goes until a probe is answered. */
  'channel.opened': { channel: string; probeAt: string };
  'channel.closed': { channel: string };
  'reaction.released': { position: number; reaction: string };
  'bulk-replay.proposed': { bulkReplayId: string; channel: string; count: number; reason: string };
  'bulk-replay.confirmed': { bulkReplayId: string; channel: string; count: number };
  'bulk-replay.withdrawn': { bulkReplayId: string; channel: string };
  'message.waiting': { messageId: string; channel: string; reason: Bilingual };
  'channel.resumed': { channel: string };
  /** Portico found itself on a database that goes on from an earlier instant. */
  'database.restored': { timeline: number; lastPosition: number; restoredTo?: string };
  'restore.checked': { restore: number };
};
