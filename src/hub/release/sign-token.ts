// The release token: compact JWS, EdDSA, scoped to object, pick-up party, place and validity; checkable offline with the
// public key (P7). Keys are read once per PEM.
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, CompactSign, compactVerify, exportJWK } from 'jose';

export type TokenClaims = {
  readonly iss: string;
  readonly jti: string;
  readonly sub: string;
  readonly shipment: string;
  readonly pickup: string;
  readonly place: string;
  readonly version: number;
  readonly iat: number;
  readonly exp: number;
  readonly demo: boolean;
};
/** An Ed25519 public key as JWK (RFC 8037). */
type PublicJwk = Readonly<Record<'kty' | 'crv' | 'x' | 'kid' | 'use' | 'alg', string>>;
type Keys = { readonly privateKey: KeyObject; readonly publicKey: KeyObject; readonly jwk: PublicJwk };
const cache = new Map<string, Promise<Keys>>();

function keysOf(pem: string): Promise<Keys> {
  const known = cache.get(pem);
  if (known) return known;
  const made = (async () => {
    const privateKey = createPrivateKey(pem);
    const publicKey = createPublicKey(privateKey);
    const jwk = await exportJWK(publicKey);
    const { kty = '', crv = '', x = '' } = jwk;
    const kid = await calculateJwkThumbprint(jwk);
    return { privateKey, publicKey, jwk: { kty, crv, x, kid, use: 'sig', alg: 'EdDSA' } };
  })();
  cache.set(pem, made);
  return made;
}

export async function signToken(pem: string, claims: TokenClaims): Promise<string> {
  const { privateKey, jwk } = await keysOf(pem);
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid, typ: 'release+jwt' })
    .sign(privateKey);
}

/** The claims of a genuine token, or undefined for anything else; expiry is the caller's to judge. */
export async function readToken(pem: string, token: string): Promise<TokenClaims | undefined> {
  const { publicKey } = await keysOf(pem);
  try {
    const { payload } = await compactVerify(token, publicKey, { algorithms: ['EdDSA'] });
    return JSON.parse(new TextDecoder().decode(payload)) as TokenClaims;
  } catch {
    return undefined;
  }
}

export const publicKeys = async (pem: string): Promise<{ keys: PublicJwk[] }> => ({ keys: [(await keysOf(pem)).jwk] });
