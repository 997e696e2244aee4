// Public keys of curves as JWK (RFC 7517, 8037) and back. SM2 has no registered curve name; ours is `SM2` with x and y as for P-256.
import { createPublicKey } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import type { ReleaseAlgorithm, ReleaseKey } from '../../kernel/release-token.ts';
import { isSignedBy, type PublicKey, readPublicKey, sm2Spki } from './public-key.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** `kid` is the thumbprint of RFC 7638. */
export async function jwkOf(spki: Buffer, alg: ReleaseAlgorithm): Promise<ReleaseKey> {
  const parts = partsOf(spki, alg);
  return { ...parts, kid: await calculateJwkThumbprint(parts), use: 'sig', alg };
}
function partsOf(spki: Buffer, alg: ReleaseAlgorithm): { kty: string; crv: string; x: string; y?: string } {
  if (alg === 'SM2SM3') {
    const point = readPublicKey(spki)?.point;
    if (!point) throw new Error('the key is not of SM2');
    return { kty: 'EC', crv: 'SM2', x: text(point.subarray(1, 33)), y: text(point.subarray(33)) };
  }
  const {
    kty = '',
    crv = '',
    x = '',
    y,
  } = createPublicKey({ key: spki, format: 'der', type: 'spki' }).export({
    format: 'jwk',
  });
  return { kty, crv, x, ...(y === undefined ? {} : { y }) };
}

function keyOf({ kty, crv, x, y }: ReleaseKey): PublicKey | undefined {
  try {
    if (crv === 'SM2')
      return readPublicKey(
        sm2Spki(Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y ?? '', 'base64url')])),
      );
    const key = createPublicKey({ key: { kty, crv, x, ...(y === undefined ? {} : { y }) }, format: 'jwk' });
    return readPublicKey(key.export({ type: 'spki', format: 'der' }));
  } catch {
    return undefined;
  }
}

/** As `src/kernel/release-token.ts` asks for it. */
export async function isSignedByJwk(jwk: ReleaseKey, data: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const key = keyOf(jwk);
  return key !== undefined && isSignedBy(key, jwk.alg, data, signature);
}
