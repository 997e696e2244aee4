// Wire shapes of the release module: one combined release that the port acts on alone; every release has its reverse (P7, B16 三(一)3(3)).
import type { Bilingual } from '../../kernel/bilingual.ts';

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
  /** The signed token (compact JWS, EdDSA); only for readers who may pick up or operate the gate. */
  readonly token?: string;
  readonly simulated: boolean;
};
export type VerifyResult = {
  readonly valid: boolean;
  readonly reason: Bilingual;
  readonly release?: ReleaseView;
};
export type ReleaseEvents = {
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
  'release.used': {
    shipmentId: string;
    releaseId: string;
    number: string;
    objectId: string;
    gatedOutAt: string /** Units of the case that have not left yet. */;
    remaining: number;
  };
};
