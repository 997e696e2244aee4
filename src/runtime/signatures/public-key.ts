// A public key from outside (SubjectPublicKeyInfo), and whether a signature is by it. Only keys that are strong enough for their
// algorithm and small enough to be cheap are taken.
import { createPublicKey, hash as digestOf, constants, verify } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, SubjectPublicKeyInfo } from '@peculiar/asn1-x509';
import { type Algorithm, algorithmTable, halfOf, type KeyFamily } from './algorithms.ts';
import { exactly } from './der.ts';
import { readSm2Point, sm2Verify } from './sm2.ts';

export type PublicKey = {
  readonly family: KeyFamily;
  readonly spki: Buffer;
  /** RSA only. */
  readonly bits?: number;
  /** SM2 only: the uncompressed point. */
  readonly point?: Buffer;
};

const OID = { rsa: '1.2.840.113549.1.1.1', ec: '1.2.840.10045.2.1', ed25519: '1.3.101.112' } as const;
const CURVES = { p256: '1.2.840.10045.3.1.7', p384: '1.3.132.0.34', sm2: '1.2.156.10197.1.301' } as const;
const LEAST_RSA_BITS = 2048;
/** Certificates of the E-port of 2016–2021 are that short. */
const LEAST_LEGACY_BITS = 1024;
/** Longer ones cost more time to check than they are worth. */
const MOST_RSA_BITS = 4096;

/** Undefined where the key is of no kind that is taken. */
export function readPublicKey(bytes: Uint8Array): PublicKey | undefined {
  try {
    const spki = exactly(bytes, SubjectPublicKeyInfo);
    const der = Buffer.from(bytes);
    const { algorithm, parameters } = spki.algorithm;
    if (algorithm === OID.ec && parameters) {
      const curve = CURVE_OIDS.get(Buffer.from(parameters).toString('hex'));
      if (curve === undefined) return undefined;
      const point = Buffer.from(spki.subjectPublicKey);
      if (curve === 'sm2') return readSm2Point(point) ? { family: 'sm2', spki: der, point } : undefined;
      const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
      return key.asymmetricKeyDetails?.namedCurve === NODE_CURVES[curve] ? { family: curve, spki: der } : undefined;
    }
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    if (algorithm === OID.ed25519) return { family: 'ed25519', spki: der };
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    const exponent = key.asymmetricKeyDetails?.publicExponent ?? 0n;
    const sane = bits >= LEAST_LEGACY_BITS && bits <= MOST_RSA_BITS && exponent >= 3n && exponent < 2n ** 33n;
    return algorithm === OID.rsa && sane ? { family: 'rsa', spki: der, bits } : undefined;
  } catch {
    return undefined;
  }
}

const oidDer = (dotted: string): string =>
  Buffer.from(AsnConvert.serialize(new AlgorithmIdentifier({ algorithm: dotted })))
    .subarray(2)
    .toString('hex');
const NODE_CURVES = { p256: 'prime256v1', p384: 'secp384r1' } as const;
const CURVE_OIDS: ReadonlyMap<string, 'p256' | 'p384' | 'sm2'> = new Map([
  [oidDer(CURVES.p256), 'p256'],
  [oidDer(CURVES.p384), 'p384'],
  [oidDer(CURVES.sm2), 'sm2'],
]);

/** SPKI of an SM2 point. */
export const sm2Spki = (point: Uint8Array): Buffer =>
  Buffer.from(
    AsnConvert.serialize(
      new SubjectPublicKeyInfo({
        algorithm: new AlgorithmIdentifier({
          algorithm: OID.ec,
          parameters: new Uint8Array(Buffer.from(oidDer(CURVES.sm2), 'hex')).buffer,
        }),
        subjectPublicKey: new OctetString(point).buffer,
      }),
    ),
  );

/** SHA-256 of the key, hex: names it for good, whatever certificate it is in. */
export const keyIdOf = (spki: Uint8Array): string => digestOf('sha256', spki, 'hex');

/** Signatures of elliptic curves are r ‖ s here; certificates have them in DER (`der.ts`). */
export function isSignedBy(key: PublicKey, algorithm: Algorithm, data: Uint8Array, signature: Uint8Array): boolean {
  const { family, legacy, digest } = algorithmTable[algorithm];
  if (family !== key.family) return false;
  if (family === 'rsa' && (key.bits ?? 0) < (legacy ? LEAST_LEGACY_BITS : LEAST_RSA_BITS)) return false;
  if (family === 'sm2') return key.point !== undefined && sm2Verify(key.point, data, signature);
  const node = createPublicKey({ key: key.spki, format: 'der', type: 'spki' });
  switch (algorithm) {
    case 'RS256':
    case 'RS384':
    case 'RS512':
    case 'RS1':
      return verify(digest, data, node, signature);
    case 'PS256':
    case 'PS384':
    case 'PS512': {
      const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
      return verify(digest, data, { key: node, ...pss }, signature);
    }
    case 'ES256':
    case 'ES384':
      return (
        signature.length === 2 * (halfOf(algorithm) ?? 0) &&
        verify(digest, data, { key: node, dsaEncoding: 'ieee-p1363' }, signature)
      );
    default:
      return verify(null, data, node, signature);
  }
}
