// JWS in compact form with detached payload (RFC 7515, appendix F): `header..signature`; who checks it brings the payload, so what
// was signed is exactly what is kept. One reader for all algorithms, SM2 among them; held to jose by jws.test.ts.
import { type Algorithm, algorithms } from './algorithms.ts';
import type { Signer } from './keys.ts';
import { isSignedBy, type PublicKey } from './public-key.ts';
import { parseStrangersJson } from '../../kernel/strangers-json.ts';

export type JwsHeader = {
  readonly alg: Algorithm;
  /** Of our keys: SHA-256 of the SPKI, hex. */
  readonly kid?: string;
  /** Certificates in DER, base64, the signer's first. */
  readonly x5c?: readonly string[];
};
export type DetachedJws = { readonly header: JwsHeader; readonly signed: string; readonly signature: Buffer };

const MOST_CHARACTERS = 32 * 1024;
/** Members that name a key or change what is signed: a reader that passes over them checks something else than was meant. */
const FORBIDDEN = ['jwk', 'jku', 'x5u', 'crit', 'b64', 'zip'];
const isAlgorithm = (value: unknown): value is Algorithm => algorithms.some((a) => a === value);

const PART = /^[A-Za-z0-9_-]+$/;
/** Base64url has one spelling of each byte sequence here. */
const decode = (part: string): Buffer | undefined => {
  const bytes = Buffer.from(part, 'base64url');
  return PART.test(part) && bytes.toString('base64url') === part ? bytes : undefined;
};

/** Undefined where it is no JWS with detached payload that we would ever take. */
export function readDetachedJws(text: string): DetachedJws | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const [first = '', second, third = '', ...more] = text.split('.');
  const head = decode(first);
  const signature = decode(third);
  if (second !== '' || more.length > 0 || !head || !signature) return undefined;
  const header = headerOf(head);
  return header && { header, signed: first, signature };
}

function headerOf(bytes: Buffer): JwsHeader | undefined {
  let value: unknown;
  try {
    value = parseStrangersJson(bytes);
  } catch {
    return undefined;
  }
  if (value === null || typeof value !== 'object' || FORBIDDEN.some((name) => Object.hasOwn(value, name)))
    return undefined;
  const { alg, kid, x5c } = value as Record<string, unknown>;
  const certificates =
    Array.isArray(x5c) && x5c.length <= 8 && x5c.every((c) => typeof c === 'string') ? x5c : undefined;
  if (!isAlgorithm(alg) || (kid !== undefined && typeof kid !== 'string') || (x5c !== undefined && !certificates))
    return undefined;
  return { alg, ...(kid === undefined ? {} : { kid }), ...(certificates ? { x5c: certificates } : {}) };
}

const inputOf = (protectedHeader: string, payload: Uint8Array): Buffer =>
  Buffer.from(`${protectedHeader}.${Buffer.from(payload).toString('base64url')}`);

export const isJwsSignedBy = (jws: DetachedJws, payload: Uint8Array, key: PublicKey): boolean =>
  isSignedBy(key, jws.header.alg, inputOf(jws.signed, payload), jws.signature);

export async function signDetachedJws(
  signer: Signer,
  payload: Uint8Array,
  header: Omit<JwsHeader, 'alg'> = {},
): Promise<string> {
  const head = Buffer.from(JSON.stringify({ alg: signer.algorithm, ...header })).toString('base64url');
  return `${head}..${(await signer.sign(inputOf(head, payload))).toString('base64url')}`;
}
