// A verifiable certificate (可核验证书) as a stranger reads it: a W3C Verifiable Credential 2.0 secured as compact JWS (VC-JOSE-COSE), with its
// place in a Bitstring Status List. Pure: who checks hands in how a signature is checked and how a list is unpacked (N14, N15).
import type { Bilingual } from './bilingual.ts';
import { parseStrangersJson } from './strangers-json.ts';

export const CREDENTIAL_TYPE = 'vc+jwt';
/** Terms of our own are read as they stand (W3C "undefined terms"): no context of ours has to be fetched. */
export const CREDENTIAL_CONTEXT = [
  'https://www.w3.org/ns/credentials/v2',
  'https://www.w3.org/ns/credentials/undefined-terms/v2',
] as const;
/** Entries of one status list: the least the specification allows, so that a place tells nothing of a certificate. */
export const LIST_ENTRIES = 131_072;
const MOST_CHARACTERS = 64 * 1024;

export type Credential = {
  readonly id: string;
  readonly type: readonly string[];
  readonly issuer: string;
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly subject: Readonly<Record<string, unknown>>;
  readonly status?: { readonly list: string; readonly index: number };
};
export type SignedCredential = {
  readonly credential: Credential;
  readonly algorithm: string;
  readonly keyId: string;
  /** What is signed, and the signature over it. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTime = (value: unknown): value is string =>
  isText(value) && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));

const PART = /^[A-Za-z0-9_-]+$/;
function bytesOf(part: string): Uint8Array | undefined {
  if (!PART.test(part)) return undefined;
  try {
    return Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  } catch {
    return undefined;
  }
}
function objectOf(bytes: Uint8Array | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = parseStrangersJson(bytes);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What a token says, believed or not; undefined where it is no certificate. */
export function readCredential(token: string): SignedCredential | undefined {
  const parts = token.split('.');
  const [head = '', body = '', mark = ''] = parts;
  if (token.length > MOST_CHARACTERS || parts.length !== 3) return undefined;
  const header = objectOf(bytesOf(head));
  const payload = objectOf(bytesOf(body));
  const signature = bytesOf(mark);
  if (!header || !payload || !signature || header.typ !== CREDENTIAL_TYPE || 'crit' in header) return undefined;
  const credential = credentialOf(payload);
  if (!credential || !isText(header.alg) || !isText(header.kid)) return undefined;
  return {
    credential,
    algorithm: header.alg,
    keyId: header.kid,
    signed: new TextEncoder().encode(`${head}.${body}`),
    signature,
  };
}

function credentialOf(payload: Record<string, unknown>): Credential | undefined {
  const context = payload['@context'];
  if (!Array.isArray(context) || context[0] !== CREDENTIAL_CONTEXT[0]) return undefined;
  const { id, type, issuer, validFrom, validUntil, credentialSubject: subject, credentialStatus: status } = payload;
  const issuerId = isObject(issuer) ? issuer.id : issuer;
  if (!isText(id) || !Array.isArray(type) || !type.every(isText) || !type.includes('VerifiableCredential'))
    return undefined;
  if (!isText(issuerId) || !isTime(validFrom) || !isObject(subject)) return undefined;
  if (validUntil !== undefined && !isTime(validUntil)) return undefined;
  const place = statusOf(status);
  return {
    id,
    type,
    issuer: issuerId,
    validFrom,
    ...(validUntil === undefined ? {} : { validUntil }),
    subject,
    ...(place ? { status: place } : {}),
  };
}

function statusOf(status: unknown): Credential['status'] {
  if (!isObject(status) || status.type !== 'BitstringStatusListEntry' || status.statusPurpose !== 'revocation')
    return undefined;
  const index = Number(status.statusListIndex);
  if (!isText(status.statusListCredential) || !Number.isSafeInteger(index) || index < 0) return undefined;
  return { list: status.statusListCredential, index };
}

/** The bit at a place of an unpacked list; the first bit is the leftmost (Bitstring Status List 1.0). */
export const isRevokedIn = (bits: Uint8Array, index: number): boolean =>
  (((bits[Math.floor(index / 8)] ?? 0) >> (7 - (index % 8))) & 1) === 1;

export function bitsOf(revoked: readonly number[], entries = LIST_ENTRIES): Uint8Array {
  const bits = new Uint8Array(entries / 8);
  for (const index of revoked) bits[Math.floor(index / 8)] = (bits[Math.floor(index / 8)] ?? 0) | (0x80 >> (index % 8));
  return bits;
}

export type CredentialDoubt = 'stranger' | 'forged' | 'too-early' | 'too-late' | 'other-case';
export const credentialDoubts: Readonly<Record<CredentialDoubt, Bilingual>> = {
  stranger: { zh: '签发方或其密钥未受信任', en: 'Its issuer or the key is not trusted here' },
  forged: { zh: '签名不符，证书被改动或伪造', en: 'The signature does not fit: altered or forged' },
  'too-early': { zh: '尚未生效', en: 'It is not valid yet' },
  'too-late': { zh: '已过有效期', en: 'It has expired' },
  'other-case': { zh: '证书所指不是本票货物', en: 'It is about another case' },
};
