// Signatures in a plain browser (P7): WebCrypto for Ed25519 and P-256, SM2 by sm-crypto-v2, which no browser has.
import { sm2 } from 'sm-crypto-v2';
import type { ReleaseKey } from '../../../../kernel/release-token.ts';

const hex = (part = ''): string =>
  Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
    c.charCodeAt(0).toString(16).padStart(2, '0'),
  ).join('');

export async function checkSignature(key: ReleaseKey, data: Uint8Array, signature: Uint8Array): Promise<boolean> {
  if (key.alg === 'SM2SM3') {
    const mark = Array.from(signature, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return sm2.doVerifySignature(data, mark, `04${hex(key.x)}${hex(key.y)}`, { hash: true });
  }
  const { kty, crv, x, y } = key;
  const algorithm = key.alg === 'EdDSA' ? { name: 'Ed25519' } : { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const jwk = { kty, crv, x, ...(y === undefined ? {} : { y }) };
  const imported = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify']);
  return crypto.subtle.verify(algorithm, imported, signature as BufferSource, data as BufferSource);
}
