// Signing in by hand, for tests of sign-in itself: with what password, from which browser and address, answered how.
import type { FastifyInstance } from 'fastify';
import { hotp, stepAt } from '../../src/hub/account/totp.ts';

export type Answer = { readonly status: number; readonly code: string; readonly cookie: string; readonly text: string };
type Application = { readonly url: string; readonly server: FastifyInstance };
let addresses = 0;

/** From another address each time unless one is given: the door's own limit per address is not what these tests are about. */
export async function tryToSignIn(
  application: Application,
  body: { account: string; password: string; code?: string },
  { from, ...headers }: Record<string, string> = {},
): Promise<Answer> {
  addresses += 1;
  const reply = await application.server.inject({
    method: 'POST',
    url: '/api/v1/session',
    remoteAddress: from ?? `10.1.${addresses >> 8}.${addresses & 255}`,
    headers,
    payload: body,
  });
  const cookie = reply.headers['set-cookie'];
  return {
    status: reply.statusCode,
    code: reply.statusCode < 300 ? '' : (JSON.parse(reply.body) as { code: string }).code,
    cookie: typeof cookie === 'string' ? (cookie.split(';', 1)[0] ?? '') : '',
    text: reply.body,
  };
}

/** A call with a cookie alone. */
export async function callWith(
  application: { url: string },
  cookie: string,
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; code: string; body: Record<string, unknown> }> {
  const reply = await fetch(`${application.url}/api/v1${path}`, {
    method,
    headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await reply.text();
  const value = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
  return { status: reply.status, code: String(value.code ?? ''), body: value };
}

/** The same from an address of its own, for routes that are open to everybody and therefore slow to guess at. */
export async function callFromElsewhere(
  application: Application,
  cookie: string,
  path: string,
  body: object,
): Promise<{ status: number; code: string; body: Record<string, unknown> }> {
  addresses += 1;
  const reply = await application.server.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    remoteAddress: `10.3.${addresses >> 8}.${addresses & 255}`,
    headers: { cookie },
    payload: body,
  });
  const value = JSON.parse(reply.body) as Record<string, unknown>;
  return { status: reply.statusCode, code: String(value.code ?? ''), body: value };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
export const fromBase32 = (text: string): Buffer => {
  const bits = [...text].map((c) => ALPHABET.indexOf(c).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};
/** What an authenticator shows for the secret it was given; `later`: so many half minutes from now. */
export const codeOf = (secret: string, later = 0): string =>
  hotp(fromBase32(secret), stepAt(Date.now() / 1000) + later);
