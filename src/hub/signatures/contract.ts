// Wire shapes of signatures (P4): certificates of people and organisations, whom to trust, and what a check of a signature says.
import type { Bilingual } from '../../kernel/bilingual.ts';

export type CertificateState = 'valid' | 'expired' | 'revoked';
export type CertificateView = {
  /** Hex. */
  readonly serial: string;
  readonly holder: 'person' | 'organisation';
  readonly name: string;
  /** What its owner calls the device the key lies in; absent for seals. */
  readonly device?: string;
  readonly algorithm: string;
  /** SHA-256 of the public key, hex. */
  readonly keyId: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly state: CertificateState;
  readonly revokedAt?: string;
  readonly revocationReason?: RevocationReason;
  /** PEM. */
  readonly certificate: string;
};
export const revocationReasons = ['lost', 'stolen', 'replaced', 'left', 'other'] as const;
export type RevocationReason = (typeof revocationReasons)[number];

export type SignaturePolicy = {
  /** Whether what this organisation files must be signed: by a person’s key, or by the seal for programs. */
  readonly required: boolean;
  readonly changedAt?: string;
  readonly changedBy?: string;
};

export type AuthorityView = {
  readonly id: 'root' | 'issuing' | 'ocsp' | 'time-stamping';
  readonly subject: string;
  readonly notAfter: string;
  readonly certificate: string;
  /** Made up for the demonstration: proves nothing to anybody else. */
  readonly demonstration: boolean;
};

export type TrustAnchorState = 'proposed' | 'active' | 'withdrawn';
/** A certificate authority whose certificates count on one channel, from one day to another (B16 三(一)2(3)). */
export type TrustAnchorView = {
  readonly id: string;
  readonly channel: string;
  readonly subject: string;
  /** SHA-256 of the certificate, hex: what two people compare. */
  readonly fingerprint: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly state: TrustAnchorState;
  readonly proposedBy: string;
  readonly proposedAt: string;
  /** Proposed by whoever looks: he cannot confirm it. */
  readonly mine: boolean;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  /** Where revocation lists are fetched by themselves, as the certificates of its chain say. */
  readonly sources: readonly {
    readonly url: string;
    readonly listAt?: string;
    readonly nextUpdate?: string;
    /** Since it last came: how often it did not, and why. */
    readonly failures: number;
    readonly detail?: string;
  }[];
  /** Where its certificates say that they can be asked about, and what came of it. */
  readonly responders: readonly {
    readonly url: string;
    readonly certificates: number;
    readonly revoked: number;
    readonly answeredAt?: string;
    readonly failing: number;
    readonly detail?: string;
  }[];
  /** When the revocation list that is kept was made; absent: there is none, and revocation is reported as unknown. */
  readonly revocationsAt?: string;
};

export type SignatureFormat = 'jws' | 'xml-dsig';
/** What a report can be about: a signature, or the time stamp of one. */
export type CheckedFormat = SignatureFormat | 'rfc3161';
export type ChainLink = {
  readonly subject: string;
  readonly issuer: string;
  readonly serial: string;
  readonly notBefore: string;
  readonly notAfter: string;
};
/** Who signed, when, with which certificate, up to whom, and whether it was revoked then. */
export type SignatureReport = {
  readonly format: CheckedFormat;
  readonly holds: boolean;
  /** In words; empty where it holds. */
  readonly faults: readonly { readonly code: string; readonly text: Bilingual }[];
  readonly algorithm?: string;
  readonly signer?: string;
  /** The time it is judged at. */
  readonly at: string;
  readonly chain: readonly ChainLink[];
  readonly revocation: 'good' | 'revoked' | 'unknown';
  readonly revokedAt?: string;
  /** When the list that says so was made; absent: known from our own records, or not known. */
  readonly revocationAsOf?: string;
  readonly checkedAt: string;
};
/** Of a document that went out or a message that came in; why there is none, where there is none. */
export type DocumentSignature =
  | { readonly state: 'signed'; readonly report: SignatureReport }
  | { readonly state: 'unsigned' | 'no-seal' | 'not-asked-for' | 'no-form-for-it' };
/** When an authority outside of the platform has seen the signature (RFC 3161). */
export type TimeStampView = {
  /** `due`: asked for, the authority has not answered yet; `given-up`: it never did. */
  readonly state: 'due' | 'stamped' | 'given-up';
  /** The authority's own time. */
  readonly at?: string;
  readonly serial?: string;
  readonly policy?: string;
  readonly accuracyMs?: number;
  readonly attempts: number;
  /** Why the last attempt brought nothing. */
  readonly detail?: string;
  /** What a check of the stamp finds now. */
  readonly report?: SignatureReport;
  /** The token (CMS, DER), base64: anybody can check it against `signature`. */
  readonly token?: string;
};
/** A signature that was kept, with what was found when it came and what a check finds now. */
export type SignatureView = {
  readonly id: string;
  /** What is signed: a filed version of the case, or a message about it. */
  readonly of: 'filing' | 'message';
  readonly version?: number;
  readonly messageId?: string;
  readonly by: 'person' | 'seal' | 'partner';
  readonly signedAt: string;
  /** SHA-256 of what was signed, hex. */
  readonly digest: string;
  readonly whenReceived: SignatureReport;
  readonly now: SignatureReport;
  /** The detached JWS itself; its SHA-256 is what a time stamp covers. */
  readonly signature?: string;
  /** Absent: no authority was configured when it was signed. */
  readonly timeStamp?: TimeStampView;
};

export type SignatureEvents = {
  'signing-key.enrolled': { serial: string; personId: string; organisationId: string; keyId: string };
  'seal.made': { serial: string; organisationId: string; keyId: string };
  'certificate.revoked': { serial: string; organisationId: string; reason: RevocationReason };
  'signature-policy.changed': { organisationId: string; required: boolean };
  'document.signed': {
    shipmentId: string;
    signatureId: string;
    version: number;
    serial: string;
    by: 'person' | 'seal';
    digest: string;
  };
  'signature.time-stamped': { shipmentId: string; signatureId: string; at: string; serial: string; authority: string };
  /** A signature that does not hold: of a filing (refused), or of a message. */
  'signature.refused': { shipmentId?: string; messageId?: string; channel?: string; faults: readonly string[] };
  'message.verified': { messageId: string; channel: string; signatureId: string; subject: string };
  'trust-anchor.proposed': { anchorId: string; channel: string; fingerprint: string };
  'trust-anchor.confirmed': { anchorId: string; channel: string; fingerprint: string };
  'trust-anchor.revocations-kept': { anchorId: string; channel: string; count: number };
  'revocation-list.fetched': { anchorId: string; issuer: string; thisUpdate: string; count: number };
  'certificate-status.learned': { anchorId: string; issuer: string; serial: string; state: string };
  'trust-anchor.withdrawn': { anchorId: string; channel: string };
};
