// The release token and the list of revoked ones as whoever stands at a gate without network reads them (P7; B16 三(一)3(3)): compact
// JWS (RFC 7515) whose key is in the published set (RFC 7517). Pure: the server, `npm run verify-release` and the page in the browser
// hand in how a signature is checked, so that all three judge alike.
import type { Bilingual } from './bilingual.ts';
import { parseStrangersJson } from './strangers-json.ts';

export const releaseAlgorithms = ['EdDSA', 'ES256', 'SM2SM3'] as const;
/** JOSE names (RFC 7518, 8037); `SM2SM3` is ours (decision 0018): SM2 has no registered name. */
export type ReleaseAlgorithm = (typeof releaseAlgorithms)[number];
const curves: Readonly<Record<ReleaseAlgorithm, readonly [kty: string, crv: string]>> = {
  EdDSA: ['OKP', 'Ed25519'],
  ES256: ['EC', 'P-256'],
  SM2SM3: ['EC', 'SM2'],
};
export type ReleaseKey = {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y?: string;
  readonly kid: string;
  readonly use: string;
  readonly alg: ReleaseAlgorithm;
};
export type ReleaseKeySet = { readonly keys: readonly ReleaseKey[] };

export type TokenClaims = {
  readonly iss: string;
  /** Number of the release. */
  readonly jti: string;
  /** The object that may leave. */
  readonly sub: string;
  readonly shipment: string;
  readonly pickup: string;
  /** The station. */
  readonly place: string;
  readonly version: number;
  readonly iat: number;
  readonly exp: number;
  readonly demo: boolean;
};
export type RevocationClaims = {
  readonly iss: string;
  readonly number: number;
  readonly iat: number;
  /** A newer list is there at the latest then; this one is no proof afterwards. */
  readonly next: number;
  readonly revoked: readonly { readonly jti: string; readonly at: number }[];
};
export const TOKEN_TYPE = 'release+jwt';
export const LIST_TYPE = 'release-revocations+jwt';

/** Curves sign r ‖ s, 64 bytes. */
export type CheckSignature = (key: ReleaseKey, data: Uint8Array, signature: Uint8Array) => Promise<boolean>;
export type ReleaseVerdict = 'valid' | 'unsure' | 'invalid';
export type Judgement = {
  readonly verdict: ReleaseVerdict;
  readonly reason: Bilingual;
  readonly claims?: TokenClaims;
  readonly list?: Pick<RevocationClaims, 'number' | 'iat' | 'next'>;
};

const MOST_CHARACTERS = 4 * 1024;
const MOST_LIST_CHARACTERS = 8 * 1024 * 1024;
const PART = /^[A-Za-z0-9_-]+$/;
function bytesOf(part: string): Uint8Array | undefined {
  if (!PART.test(part)) return undefined;
  try {
    const text = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(text, (c) => c.charCodeAt(0));
  } catch {
    return undefined;
  }
}
function objectOf(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = parseStrangersJson(bytesOf(part));
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

const isReleaseKey = (value: unknown): value is ReleaseKey => {
  const key = value as ReleaseKey | null;
  const fits = releaseAlgorithms.some((a) => a === key?.alg && curves[a][0] === key.kty && curves[a][1] === key.crv);
  const coordinates = key?.kty === 'OKP' ? [key.x] : [key?.x, key?.y];
  return fits && typeof key?.kid === 'string' && coordinates.every((c) => bytesOf(String(c))?.length === 32);
};
/** The keys of a set that are of a kind we know; undefined where it is no set. */
export function readKeySet(value: unknown): ReleaseKeySet | undefined {
  const keys = (value as { keys?: unknown } | null)?.keys;
  return Array.isArray(keys) ? { keys: keys.filter(isReleaseKey) } : undefined;
}

type Opened =
  | { readonly payload: Record<string, unknown> }
  | { readonly fault: 'malformed' | 'unknown-key' | 'forged' };
/** The algorithm is the key's: what the header says must be the same, so that no header chooses how it is checked. */
async function open(text: string, type: string, keys: ReleaseKeySet, check: CheckSignature): Promise<Opened> {
  const parts = text.split('.');
  const [head = '', body = '', mark = ''] = parts;
  const header = objectOf(head);
  const payload = objectOf(body);
  const signature = bytesOf(mark);
  if (parts.length !== 3 || !header || !payload || signature?.length !== 64) return { fault: 'malformed' };
  if (header.typ !== type || 'crit' in header) return { fault: 'malformed' };
  const key = keys.keys.find((k) => k.kid === header.kid);
  if (!key) return { fault: 'unknown-key' };
  if (key.alg !== header.alg) return { fault: 'forged' };
  return (await check(key, new TextEncoder().encode(`${head}.${body}`), signature)) ? { payload } : { fault: 'forged' };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isSecond = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isClaims = (p: Record<string, unknown>): boolean =>
  [p.iss, p.jti, p.sub, p.shipment, p.pickup, p.place].every(isText) &&
  [p.version, p.iat, p.exp].every(isSecond) &&
  typeof p.demo === 'boolean';
const isList = (p: Record<string, unknown>): boolean =>
  isText(p.iss) &&
  [p.number, p.iat, p.next].every(isSecond) &&
  Array.isArray(p.revoked) &&
  p.revoked.every((r: { jti?: unknown; at?: unknown } | null) => isText(r?.jti) && isSecond(r?.at));

/** The claims of a genuine token, whatever has become of it. */
export async function openToken(
  token: string,
  keys: ReleaseKeySet,
  check: CheckSignature,
): Promise<TokenClaims | Extract<Opened, { fault: unknown }>> {
  if (token.length > MOST_CHARACTERS) return { fault: 'malformed' };
  const opened = await open(token, TOKEN_TYPE, keys, check);
  if ('fault' in opened) return opened;
  return isClaims(opened.payload) ? (opened.payload as TokenClaims) : { fault: 'malformed' };
}
export async function openList(
  list: string,
  keys: ReleaseKeySet,
  check: CheckSignature,
): Promise<RevocationClaims | undefined> {
  if (list.length > MOST_LIST_CHARACTERS) return undefined;
  const opened = await open(list.trim(), LIST_TYPE, keys, check);
  return 'fault' in opened || !isList(opened.payload) ? undefined : (opened.payload as RevocationClaims);
}

const faults: Readonly<Record<'malformed' | 'unknown-key' | 'forged', Bilingual>> = {
  malformed: { zh: '无效：不是放行凭证', en: 'Not valid: this is no release token' },
  'unknown-key': {
    zh: '无效：签发密钥不在公布的密钥集中',
    en: 'Not valid: the key that signed it is not in the published set',
  },
  forged: { zh: '无效：签名不符，凭证被改动或伪造', en: 'Not valid: the signature does not fit; altered or forged' },
};
/** Clocks at gates differ. */
const SKEW_S = 300;

/** What may be said of a token without asking the platform. Only `valid` lets goods leave. */
export async function judgeToken(of: {
  readonly token: string;
  readonly keys: ReleaseKeySet;
  /** The signed list as it came; without one nobody knows whether the release was revoked. */
  readonly list?: string;
  /** Seconds. */
  readonly now: number;
  /** The station that asks. */
  readonly place?: string;
  readonly check: CheckSignature;
}): Promise<Judgement> {
  const claims = await openToken(of.token.trim(), of.keys, of.check);
  if ('fault' in claims) return { verdict: 'invalid', reason: faults[claims.fault] };
  const list = of.list === undefined ? undefined : await openList(of.list, of.keys, of.check);
  const seen = { claims, ...(list ? { list: { number: list.number, iat: list.iat, next: list.next } } : {}) };
  const said = (verdict: ReleaseVerdict, zh: string, en: string): Judgement => ({
    verdict,
    reason: { zh, en },
    ...seen,
  });
  // What a list says of a revocation stays true, however old the list is.
  if (list?.revoked.some((r) => r.jti === claims.jti))
    return said(
      'invalid',
      '无效：放行已被撤销，货物不得出场',
      'Not valid: the release was revoked; the goods must not leave',
    );
  if (claims.exp <= of.now) return said('invalid', '无效：已过有效期', 'Not valid: it has expired');
  if (claims.iat > of.now + SKEW_S)
    return said(
      'invalid',
      '无效：签发时间在将来，请核对本机时钟',
      'Not valid: it is dated in the future; check this clock',
    );
  if (of.place !== undefined && of.place !== claims.place)
    return said('invalid', '无效：不在本场站提货', 'Not valid: it is for another station');
  if (of.list !== undefined && (!list || list.iss !== claims.iss))
    return said(
      'unsure',
      '不能确定：撤销清单的签名不符',
      'Not certain: the signature of the revocation list does not fit',
    );
  if (!list)
    return said(
      'unsure',
      '不能确定：没有撤销清单，不知是否已撤销',
      'Not certain: without a revocation list nobody knows whether it was revoked',
    );
  if (list.next <= of.now)
    return said(
      'unsure',
      '不能确定：撤销清单已过期，请取新的',
      'Not certain: the revocation list is out of date; fetch a newer one',
    );
  return said(
    'valid',
    '有效：签名、有效期和撤销清单均已核对',
    'Valid: signature, validity and revocation list are checked',
  );
}
