// Wire shapes of the release module: one combined release that the port acts on alone; every release has its reverse (P7, B16 三(一)3(3)).
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { ReleaseAlgorithm } from '../../kernel/release-token.ts';
import type { Outcome } from '../disposition/contract.ts';

export type ReleaseState = 'granted' | 'revoked' | 'used' | 'expired';
export type ReleaseView = {
  readonly id: string;
  /** Printed number, e.g. `RL2611200000021`. */
  readonly number: string;
  readonly shipmentId: string;
  readonly shipmentNumber: string;
  /** The object that leaves: a container, or the declaration's lot where there is none. */
  readonly objectId: string;
  readonly objectLabel: Bilingual;
  readonly objectVersion: number;
  readonly state: ReleaseState;
  readonly conditional: boolean;
  /** Nobody controlled the object: released by itself (P6). */
  readonly automatic: boolean;
  readonly pickupParty: string;
  readonly place: { readonly stationId: string; readonly name: Bilingual };
  readonly grantedAt: string;
  readonly validUntil: string;
  readonly revokedAt?: string;
  readonly revokedBecause?: Bilingual;
  readonly gatedOutAt?: string;
  /** The signed token (compact JWS); only for readers who may pick up or operate the gate. */
  readonly token?: string;
  readonly simulated: boolean;
};
export type VerifyResult = {
  readonly valid: boolean;
  readonly reason: Bilingual;
  readonly release?: ReleaseView;
  /** Where the goods are, and what this station may report of them now; only of its own releases. */
  readonly position?: Position;
  readonly may?: readonly PossibleReport[];
};
export type PossibleReport = { readonly movement: Movement; readonly reverse: boolean };
/** A station reports them in this order, and may leave the first two out; each can be taken back, the last first. */
export type Movement = 'gate-in' | 'loaded' | 'gate-out';
export type Position = 'waiting' | 'at-gate' | 'loaded' | 'left';
export type MovementReport = {
  readonly id: string;
  readonly releaseNumber: string;
  readonly movement: Movement;
  /** It takes back what was reported before. */
  readonly reverse: boolean;
  readonly at: string;
  readonly reportNumber: string;
  /** Where the goods are after it. */
  readonly position: Position;
  readonly release: ReleaseView;
};
/** What a report waits for that a station's message brought too early. `overtaken`: for nothing, unless what came after it is taken back. */
export type KeptReason = 'no-release' | 'nothing-to-take-back' | 'overtaken';
export type KeptReport = {
  readonly id: string;
  readonly objectId: string;
  readonly movement: Movement;
  readonly reverse: boolean;
  readonly at: string;
  readonly receivedAt: string;
  readonly channel: string;
  readonly reason: KeptReason;
  readonly text: Bilingual;
  /** Until then it is joined to what it waits for; afterwards it is dead. */
  readonly until: string;
  readonly dead: boolean;
};
export type ReleaseKeyView = {
  /** Thumbprint of the public key (RFC 7638). */
  readonly kid: string;
  readonly algorithm: ReleaseAlgorithm;
  readonly madeAt: string;
  readonly reason: string;
  readonly inUse: boolean;
  readonly retiredAt?: string;
  /** Until no token of it can be valid any more. */
  readonly publishedUntil?: string;
};
export type KeyChangeView = {
  readonly id: string;
  readonly reason: string;
  /** The key in use was stolen: it is published no longer, what it signed is revoked and granted again. */
  readonly stolen: boolean;
  readonly state: 'proposed' | 'made' | 'withdrawn';
  readonly proposedAt: string;
  readonly proposedBy: string;
  /** Proposed by whoever looks: he cannot confirm it. */
  readonly mine: boolean;
  readonly decidedAt?: string;
  readonly decidedBy?: string;
  /** The key that was made. */
  readonly kid?: string;
};
export type RevocationListView = {
  readonly number: number;
  readonly issuedAt: string;
  readonly nextUpdate: string;
  /** Compact JWS with the same keys as tokens. */
  readonly list: string;
};
type Moved = {
  shipmentId: string;
  releaseId: string;
  number: string;
  objectId: string;
  stationId: string;
  movement: Movement;
  at: string;
};
export type ReleaseEvents = {
  'release-key.proposed': { keyChangeId: string; reason: string; stolen: boolean };
  'release-key.withdrawn': { keyChangeId: string };
  'release-key.rotated': {
    kid: string;
    algorithm: ReleaseAlgorithm;
    reason: string;
    stolen: boolean;
    before?: string;
    publishedUntil?: string;
  };
  'release-revocations.issued': { number: number; entries: number; nextUpdate: string; digest: string };
  'release.moved': Moved & { vehicle?: string /** Units of the case that are not. */; notLoaded: number };
  'release.move-reversed': Moved & { notLoaded: number };
  /** A station's message says that goods left whose release no longer held. */
  'release.report-refused': Moved & { state: ReleaseState };
  /** A station's message that does not fit yet is kept. */
  'release.report-kept': {
    shipmentId?: string;
    objectId: string;
    movement: Movement;
    reverse: boolean;
    at: string;
    channel: string;
    reason: KeptReason;
  };
  /** A station's message says that goods of the case left, and there was no release for them. */
  'release.left-unreleased': { shipmentId: string; objectId: string; place: string; at: string };
  /** The goods have not left after all, or have come back. */
  'release.use-reversed': Moved & { remaining: number; outcomes: readonly Outcome[] };
  'release.granted': {
    shipmentId: string;
    releaseId: string;
    number: string;
    objectId: string;
    conditional: boolean;
    automatic: boolean;
    token: string;
    stationId: string;
    validUntil: string;
  };
  'release.revoked': {
    shipmentId: string;
    releaseId: string;
    number: string;
    objectId: string;
    because: Bilingual;
    stationId: string;
  };
  /** Revoked for a reason that is not the goods': what may still leave is granted again. */
  'release.renewal-due': { shipmentId: string; because: Bilingual };
  /** Not used in time; what may still leave is granted again. */
  'release.expired': {
    shipmentId: string;
    releaseId: string;
    number: string;
    objectId: string;
    stationId: string;
    validUntil: string;
  };
  'release.used': {
    shipmentId: string;
    releaseId: string;
    number: string;
    objectId: string;
    gatedOutAt: string /** Units of the case that have not left yet. */;
    remaining: number;
  };
};
