// Time-based one-time passwords (RFC 6238 over RFC 4226): SHA-1, six digits, thirty seconds, as every authenticator app does. Pure.
// Twenty lines over node:crypto instead of a package: nothing here changes, and the RFC's vectors prove it.
import { createHmac, timingSafeEqual } from 'node:crypto';

const STEP_SECONDS = 30;
/** Steps before and after the present one that are taken: clocks of phones drift (RFC 6238 §5.2). */
const DRIFT = 1;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function hotp(secret: Uint8Array, counter: number, digits = 6, algorithm = 'sha1'): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac(algorithm, secret).update(message).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

export const stepAt = (seconds: number): number => Math.floor(seconds / STEP_SECONDS);

/** The step whose code it is, later than the last one that was used: a code works once (RFC 6238 §5.2). */
export function stepOfCode(secret: Uint8Array, code: string, now: number, lastStep: number): number | undefined {
  let found: number | undefined;
  // All are compared, so that the time taken says nothing.
  for (let step = stepAt(now) - DRIFT; step <= stepAt(now) + DRIFT; step++) {
    const same = code.length === 6 && timingSafeEqual(Buffer.from(hotp(secret, step)), Buffer.from(code));
    if (same && step > lastStep) found ??= step;
  }
  return found;
}

/** RFC 4648 base32 without padding, as authenticator apps read it. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((b) => b.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** What the QR code says (Key URI format). */
export function otpauthUri(secret: Uint8Array, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = new URLSearchParams({ secret: toBase32(secret), issuer, digits: '6', period: String(STEP_SECONDS) });
  return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}`;
}
