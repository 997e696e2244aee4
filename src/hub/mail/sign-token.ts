// Tokens in links of letters, signed so that nothing has to be stored: a confirmation is bound to person, address and the request
// (its nonce) and ends; unsubscribing is bound to person and address. Pure.
import { createHmac, timingSafeEqual } from 'node:crypto';

export type Purpose = 'confirm' | 'unsubscribe';
export type TokenClaim = { readonly purpose: Purpose; readonly personId: string; readonly expiresAt: number };

const macOf = (sealKey: string, claim: TokenClaim, bound: string): string => {
  const key = createHmac('sha256', sealKey).update('mail token').digest();
  const text = [claim.purpose, claim.personId, claim.expiresAt, bound].join('\n');
  return createHmac('sha256', key).update(text).digest('base64url');
};

/** `bound`: what the token must still belong to when it is used. */
export const signToken = (sealKey: string, claim: TokenClaim, bound: string): string =>
  [claim.purpose, claim.personId, claim.expiresAt, macOf(sealKey, claim, bound)].join('.');

/** What a token claims; nothing of it is believed until `isGenuine` says so. */
export function readToken(token: string): TokenClaim | undefined {
  const match = /^(confirm|unsubscribe)\.([0-9a-f-]{36})\.(\d{1,13})\.[\w-]{43}$/.exec(token);
  if (!match) return undefined;
  return { purpose: match[1] as Purpose, personId: match[2] ?? '', expiresAt: Number(match[3]) };
}

/** Under any of the keys: letters lie with people for longer than a key is in use. */
export function isGenuine(sealKeys: readonly string[], token: string, claim: TokenClaim, bound: string): boolean {
  const given = Buffer.from(token.slice(token.lastIndexOf('.') + 1));
  return sealKeys.some((key) => {
    const right = Buffer.from(macOf(key, claim, bound));
    return given.length === right.length && timingSafeEqual(given, right);
  });
}
