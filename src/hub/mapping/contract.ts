// What every exchange component (交换组件, B16 三(二)) offers to the hub: its documents as mapping tables,
// how its bytes are read, how it is reached, and a simulator of its far end. A channel is one folder and one line.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Condition } from '../../kernel/condition.ts';
import type { AuthorityId, StationKind } from '../../kernel/party.ts';
import type { Call } from '../../kernel/call.ts';
import type { Form } from '../shipment/contract.ts';
import type { InboundFact } from './contract-inbound.ts';
import type { ConverterName } from './converters.ts';

export type {
  CredentialFact,
  DocumentPointer,
  InboundFact,
  ManifestedBill,
  MovedFact,
  SailingFact,
  StateAskedFact,
  TrackedFact,
} from './contract-inbound.ts';

/** One code of ours in a partner's system, from a day to a day. */
export type CodeRow = {
  readonly ours: string;
  readonly theirs: string;
  /** Partner's days, `yyyy-MM-dd`. */
  readonly from?: string;
  readonly to?: string;
};
export type CodeTable = {
  readonly id: string;
  /** Our code list of `hub/reference`. */
  readonly list: string;
  readonly name: Bilingual;
  readonly source: string;
  readonly rows: readonly CodeRow[];
  /** On these days the system has our own codes. */
  readonly sameFrom?: string;
};

/** One row of a mapping table: element → the partner's field. The same row answers "who receives this" and "where does the rejected field come from". */
export type FieldMapping = {
  /** The partner's own path, e.g. `DecHead/GrossWet`, `EQD/C237/8260`. Unique within the document apart from `each`. */
  readonly target: string;
  /** Element ids of the form, or of the overlay (`release.token`, `dispatch.clientNumber`). */
  readonly from: readonly string[];
  /** The group whose rows repeat the field. */
  readonly each?: string;
  readonly convert?: ConverterName;
  /** Only mapped when this holds (over the whole form; `each` rows see their own row first). */
  readonly when?: Condition;
  /** Written even when empty, where the partner expects the tag. */
  readonly always?: boolean;
  /** Sent as a keyed digest only: the partner compares, and learns nothing of what it does not know (N4; 个人信息保护法 6). */
  readonly digest?: true;
  /** Written in the partner's codes of the day it is sent. */
  readonly codes?: CodeTable;
  /** The partner's limit: characters or `precision,scale`. */
  readonly length?: string;
  readonly required?: boolean;
};

/** What the mapping engine makes of form + table; encoders build bytes from it in the order of the table. */
export type MappedField = {
  readonly target: string;
  readonly value: string;
  readonly each?: string;
  readonly row?: number;
  readonly from: readonly string[];
};

/** What makes a document go out. */
export type Trigger =
  | 'shipment.submitted'
  | 'shipment.withdrawn'
  // an amendment or a withdrawal is put to the authority that has taken the filing
  | 'shipment.change-applied'
  // and is asked back by who put it
  | 'shipment.change-retracted'
  | 'inspection.result-recorded'
  | 'inspection.planned'
  | 'inspection.virtually-returned'
  | 'release.granted'
  | 'release.revoked'
  // a tax bill is paid, is settled; all goods have left (export: 离境), or are in again
  | 'payment.ordered'
  | 'payment.settled'
  | 'shipment.closed'
  | 'shipment.reopened'
  // a station says that goods have come, were loaded, or takes that back (舱单: arrival, loading, tally)
  | 'shipment.cargo-arrived'
  | 'release.moved'
  | 'release.move-reversed'
  // customs has granted, ended or used a paper of a special area: what is made of it goes out
  | 'shipment.zone-paper-told'
  // a shipper or his forwarder books space with a carrier, changes it, takes it back
  | 'carriage.booking-requested'
  | 'carriage.booking-amended'
  | 'carriage.booking-cancellation-asked'
  | 'carriage.barge-ordered'
  | 'carriage.barge-cancellation-asked'
  // a certificate of ours is there, or no longer holds; the partner asked how a case stands (N14, N15)
  | 'credential.issued'
  | 'credential.revoked'
  | 'state.asked'
  // an enterprise applies for the directory of foreign exchange: of no case, written from `application.*` (N7, decision 0064)
  | 'directory.applied';

/** Values beside the form, by trigger, keyed `dispatch.*`, `release.*`, `inspection.*`, `application.*`. */
export type Overlay = Readonly<Record<string, string>>;

export type EncodedDocument = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly charset: string;
  readonly fileName: string;
};

/** As a public standard has it: steps of the path below the channel's address, some filled by the first of these targets that has a value. */
export type CallDefinition = {
  readonly method: Call['method'];
  readonly path: readonly (string | { readonly name: string; readonly from: readonly string[] })[];
};

export type DocumentDefinition = {
  /** e.g. `customs.goods-declaration`. */
  readonly id: string;
  readonly name: Bilingual;
  readonly trigger: Trigger;
  /** Which shipments need it: (direction, transport mode, supervision mode, goods attributes) as data. */
  readonly neededWhen: Condition;
  readonly because: Bilingual;
  readonly fields: readonly FieldMapping[];
  /** Of goods under way and not of the filing: refused, it holds up nothing but itself, and it goes again with the next version of the form. */
  readonly standsAlone?: true;
  /** The report that it takes back: only what the partner has had and not refused can be deleted there. */
  readonly deletes?: string;
  /** Its definition wants a signature: it goes under the seal of whoever filed, whatever is agreed for the channel, or not at all. */
  readonly sealed?: true;
  /** Over HTTP it goes by this method to this path; on ways that have no paths it does not go. Absent: posted to the address. */
  readonly call?: CallDefinition;
  /** In place of `call` once the partner has given a number to an earlier version of it: `dispatch.partnerNumber`. */
  readonly amends?: CallDefinition;
  /** Of a later version it may say only what is different from the last one that the partner has acknowledged (`before`). */
  readonly comparesWithTaken?: true;
  /** Pure: mapped fields (and the carried parts of an imported message) → bytes in the partner's format. */
  encode(
    fields: readonly MappedField[],
    source: {
      readonly form: Form;
      readonly overlay: Overlay;
      /** Of an application: the fields as they were filed; with `comparesWithTaken`: as the partner has them. */
      readonly before?: readonly MappedField[];
    },
  ): EncodedDocument;
};

export type InboundBytes = {
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  readonly fileName?: string;
  /** Said on the connection that brought this document of ours: what it is about needs no number then. */
  readonly answers?: { readonly kind: string; readonly bytes: Uint8Array; readonly at: string };
};
export type Interpretation = {
  /** e.g. `DEC_RESULT`, `CODECO`. */
  readonly format: string;
  /** The partner's own message id; duplicates by (channel, this, digest) have no second effect. */
  readonly partnerMessageId: string;
  readonly facts: readonly InboundFact[];
};

export type Outbound = EncodedDocument & {
  /** Same on every attempt. */ readonly messageId: string;
  readonly kind: string;
};
/** Retry belongs to the exchange; a transport only says what happened. */
export type TransportOutcome =
  | {
      readonly outcome: 'delivered';
      readonly detail: string /** A synchronous answer in the partner's format, handled like any inbound message. */;
      readonly answer?: InboundBytes;
    }
  | { readonly outcome: 'refused'; readonly detail: string }
  | { readonly outcome: 'unreachable'; readonly detail: string };

/** What a partner may cost at most, whatever it does: it is cut off, never waited for (exchange R7). */
export type ChannelBudget = {
  /** Connections of its own, each with one document at a time. */
  readonly connections: number;
  /** A document that is larger is not sent but becomes a dead letter. */
  readonly requestBytes: number;
  /** Of its synchronous answer. */
  readonly answerBytes: number;
  /** Until connected, from there until the head of the answer is there, and all in all. */
  readonly connectMs: number;
  readonly firstByteMs: number;
  readonly totalMs: number;
};

/** Every week: 1 = Monday, HH:mm of partner time (UTC+8). */
type UsualWindow = {
  readonly weekday: number;
  readonly at: string;
  readonly minutes: number;
  /** Published. */
  readonly reason: Bilingual;
};

/** Names of RFC 7518; `SM2SM3` and `RS1` (RSA with SHA-1, for partners of 2016–2018) beside them. */
type SignatureAlgorithm = 'RS256' | 'PS256' | 'ES256' | 'SM2SM3' | 'RS1';

export type ChannelProfile = {
  /** The usual way to this partner; where the address names another by its scheme, that one is gone (`runtime/transport`). */
  readonly transport: 'http-push' | 'http-batch' | 'http-pull' | 'soap' | 'sftp' | 'nats' | 'mqtt';
  /** Where the partner listens in demo mode: the simulator's default port on loopback. Production: configured. */
  readonly simulatorPort: number;
  /** The way on which its simulator is reached in a demonstration once the demo week is played; absent: HTTPS push. */
  readonly shows?: 'sftp' | 'soap' | 'mqtt';
  readonly path: string;
  readonly charset: 'utf-8' | 'gb18030' | 'us-ascii';
  readonly budget: ChannelBudget;
  /** Whether its messages are signed (enveloped XML signature), and with which algorithms; absent: they are not. */
  readonly signatures?: {
    readonly inbound: 'optional' | 'required';
    readonly algorithms: readonly SignatureAlgorithm[];
  };
  /** Largest message taken from the partner: it is kept, digested and read whole, so it has to have an end. */
  readonly maxBytes: number;
  /** What of theirs is largest, and how much of it that takes (`tests/conformance/largest-messages.test.ts`). */
  readonly largest: Bilingual;
  /** Back-off between attempts; after the last the delivery is dead. */
  readonly retryAfterMs: readonly number[];
  /** Which documents go one after the other: those of a shipment, as usual, or all of the channel where the partner takes nothing else. */
  readonly orderKey: 'shipment' | 'channel';
  /** When the partner's system is looked after, as it is published or agreed; empty: nothing is known. Settings of the port office stand before it. */
  readonly maintenance: readonly UsualWindow[];
  /** The role of the port office that is told when it breaks, where settings name nobody (`runtime/identity/policy.ts`). */
  readonly tells: string;
  /** `published`: a public format spoken exactly; `to-be-agreed`: nearest open form, to be agreed with the partner. */
  readonly format: 'published' | 'to-be-agreed';
};

/** A word of our own to whoever sent, about what was sent and no case (ISO 9735-4: CONTRL). It goes over the channel like a document. */
export type Acknowledgement = {
  /** e.g. `port-terminal.acknowledgement`. */
  readonly kind: string;
  readonly name: Bilingual;
  /** Pure. Undefined where the sender has asked for none. `failure`: what `interpret` threw; `serial`: of the message, never used again. */
  write(
    message: InboundBytes,
    of: { readonly failure?: unknown; readonly at: string; readonly serial: number },
  ): (EncodedDocument & { readonly verdict: string }) | undefined;
};

export type Channel = {
  readonly id: string;
  /** Scope id, e.g. `N1`. */
  readonly promise: string;
  readonly name: Bilingual;
  readonly authority?: AuthorityId;
  /** Where its documents go, its authority must speak for the declaration: who leaves takes his rule along (N2). */
  readonly mustSpeak?: { readonly clause: string; readonly limitMinutes: number };
  readonly station?: StationKind;
  readonly profile: ChannelProfile;
  readonly documents: readonly DocumentDefinition[];
  /** Cheap look at the bytes: is this one of this channel's formats? Used by `POST /api/v1/messages`. */
  recognises(message: InboundBytes): boolean;
  /** Pure. Throws `UnreadableMessage` (quarantine) when the bytes cannot be read. */
  interpret(message: InboundBytes): Interpretation;
  readonly acknowledges?: Acknowledgement;
  /** What the body of a no says, in a line for whoever mends it. Pure. */
  readonly explains?: (refusal: InboundBytes) => string | undefined;
  /** Reads a partner's document back into form elements where that is supported (customs: DecMessage). */
  readonly readForm?: (message: InboundBytes) => Form | undefined;
  readonly simulator: SimulatorDefinition;
};

/** The far end as the wire sees it. `react` is pure: what it received → what it answers and when. */
export type SimulatorDefinition = {
  readonly name: Bilingual;
  /** It signs certificates with this key, which is believed in the demonstration only. */
  readonly issuer?: { readonly issuer: string; readonly publicKey: string };
  /** The shipment's reference in a document of ours, so that its script can be found. */
  referenceIn(
    received: { readonly bytes: Uint8Array; readonly kind: string; readonly call?: Call },
    memory?: ReadonlyMap<string, string>,
  ): string | undefined;
  /** Called for each document it receives, in the partner's own format. `scenario` comes from the reference in the document (`runtime/simulator/scripts.ts`). */
  react(
    received: {
      readonly bytes: Uint8Array;
      readonly kind: string;
      readonly messageId: string;
      readonly scenario: string;
      /** As it came, where it did not come to the address itself. */
      readonly call?: Call;
    },
    world: SimulatorWorld,
  ): SimulatorReaction;
};
export type SimulatorWorld = {
  /** With the key agreed with the hub that a message names, where the channel has such fields. */
  digest?(text: string, keyId: string): string;
  readonly now: string /** Grows by one with every answer. */;
  next(): number /** What this simulator remembers between documents, by key. */;
  readonly memory: Map<string, string>;
};
export type SimulatorReaction = {
  /** HTTP status of the synchronous reply. */
  readonly status: number;
  readonly answer?: InboundBytes;
  /** Later messages it posts to `/api/v1/messages` as partner. */
  readonly later: readonly { readonly afterMs: number; readonly message: InboundBytes }[];
};
