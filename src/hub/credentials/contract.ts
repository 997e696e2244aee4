// Wire shapes of the credentials module (N14, N15; B16 三(二)): certificates that a stranger can check, issued here and received.
import type { Bilingual } from '../../kernel/bilingual.ts';

export const credentialKinds = { release: { zh: '放行证书', en: 'Release certificate' } } as const;
export type CredentialView = {
  readonly id: string;
  readonly shipmentId: string;
  /** Its own id: `urn:uuid:…` of ours, the issuer's of others. */
  readonly number: string;
  readonly flow: 'issued' | 'received';
  /** The type that it names beside `VerifiableCredential`. */
  readonly kind: string;
  readonly name: Bilingual;
  readonly issuer: string;
  /** The object of ours that it is about. */
  readonly objectId?: string;
  /** `doubtful`: received, and not believed; `doubt` says why. */
  readonly state: 'valid' | 'revoked' | 'doubtful';
  readonly doubt?: Bilingual;
  /** How it was checked and by whom, or how whoever gets it checks it. */
  readonly check: Bilingual;
  /** The other side: whom it came from, or whom it goes to. */
  readonly partners: readonly { readonly channel: string; readonly name: Bilingual }[];
  readonly issuedAt: string;
  readonly revokedAt?: string;
  readonly revokedBecause?: Bilingual;
  /** Compact JWS, media type `application/vc+jwt`. */
  readonly token: string;
  readonly simulated: boolean;
};
/** Controlled identifier document (W3C CID 1.0): who issues, and with which keys. */
export type IssuerDocument = {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly verificationMethod: readonly {
    readonly id: string;
    readonly type: string;
    readonly controller: string;
    readonly publicKeyJwk: { readonly kty: string; readonly crv: string; readonly x: string; readonly alg: string };
  }[];
  readonly assertionMethod: readonly string[];
};

type OfCredential = { shipmentId: string; credentialId: string; number: string; kind: string };
export type CredentialEvents = {
  'credential.issued': OfCredential & { releaseId: string; objectId: string; token: string };
  /** Of ours: the status list says so from now on. Of others: their issuer has told it. */
  'credential.revoked': OfCredential & { flow: 'issued' | 'received'; because: Bilingual };
  'credential.received': OfCredential & { channel: string; issuer: string; genuine: boolean; doubt?: Bilingual };
};
