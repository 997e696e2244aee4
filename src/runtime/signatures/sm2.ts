// SM2 with SM3 (GB/T 32918.2 and .5, GB/T 32905) over noble's curve arithmetic. Node's own SM2 signs with an empty distinguishing
// id and neither understands nor is understood by anybody else (facts/exchange.md §1.8); this one is held to OpenSSL and to
// sm-crypto-v2 by sm2.test.ts. Signatures are r ‖ s, 64 bytes; keys are 32 bytes, points 65 bytes uncompressed.
import { createHash, randomBytes } from 'node:crypto';
import { weierstrass } from '@noble/curves/abstract/weierstrass.js';

const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const A = P - 3n;
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const GX = 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n;
const GY = 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n;
const Point = weierstrass({ p: P, n: N, h: 1n, a: A, b: B, Gx: GX, Gy: GY });
Point.BASE.precompute(8);

const SM2_ID = '1234567812345678';
const toBytes = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
const mod = (value: bigint): bigint => ((value % N) + N) % N;
export const sm3 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sm3');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** n is prime: a^(n-2). */
function inverse(value: bigint): bigint {
  let result = 1n;
  let base = mod(value);
  for (let exponent = N - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % N;
    base = (base * base) % N;
  }
  return result;
}

/** The digest that is signed: SM3(Z ‖ message), where Z says whose key it is (GB/T 32918.2 §5.5). */
export function sm2Digest(publicKey: Uint8Array, message: Uint8Array, id: string = SM2_ID): bigint {
  const name = Buffer.from(id, 'utf-8');
  const bits = Buffer.alloc(2);
  bits.writeUInt16BE(name.length * 8);
  const z = sm3(bits, name, toBytes(A), toBytes(B), toBytes(GX), toBytes(GY), publicKey.subarray(1, 65));
  return toNumber(sm3(z, message));
}

export function sm2PublicKey(privateKey: Uint8Array): Buffer {
  return Buffer.from(Point.BASE.multiply(toNumber(privateKey)).toBytes(false));
}

/** d must lie in [1, n-2]: 1 + d needs an inverse. */
export function generateSm2Key(draw: () => Uint8Array = () => randomBytes(32)): Buffer {
  for (;;) {
    const d = toNumber(draw());
    if (d >= 1n && d <= N - 2n) return toBytes(d);
  }
}

export function sm2Sign(
  privateKey: Uint8Array,
  message: Uint8Array,
  { id = SM2_ID, draw = () => randomBytes(32) }: { id?: string; draw?: () => Uint8Array } = {},
): Buffer {
  const d = toNumber(privateKey);
  const e = sm2Digest(sm2PublicKey(privateKey), message, id);
  for (;;) {
    const k = toNumber(draw());
    if (k < 1n || k >= N) continue;
    const r = mod(e + Point.BASE.multiply(k).toAffine().x);
    if (r === 0n || r + k === N) continue;
    const s = mod(inverse(1n + d) * (k - r * d));
    if (s !== 0n) return Buffer.concat([toBytes(r), toBytes(s)]);
  }
}

export function sm2Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array, id = SM2_ID): boolean {
  if (signature.length !== 64) return false;
  const r = toNumber(signature.subarray(0, 32));
  const s = toNumber(signature.subarray(32));
  if (r < 1n || r >= N || s < 1n || s >= N) return false;
  const t = mod(r + s);
  const point = readSm2Point(publicKey);
  if (t === 0n || !point) return false;
  const sum = Point.BASE.multiply(s).add(point.multiplyUnsafe(t));
  if (sum.equals(Point.ZERO)) return false;
  return mod(sm2Digest(publicKey, message, id) + sum.toAffine().x) === r;
}

/** Uncompressed and on the curve, or undefined. */
export function readSm2Point(publicKey: Uint8Array) {
  if (publicKey.length !== 65 || publicKey[0] !== 4) return undefined;
  try {
    const point = Point.fromBytes(publicKey);
    point.assertValidity();
    return point;
  } catch {
    return undefined;
  }
}
