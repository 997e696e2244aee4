// Digests of what a partner may compare and not learn (N4): HMAC-SM3 with a key that is made anew for every month from a root both
// sides agreed on, so that what was sent in one month cannot be joined with another's, and a key that leaks opens a month.
import { createHmac } from 'node:crypto';
import type { Bad, Env } from './bad-setting.ts';
import { toPartnerTime } from '../kernel/instant.ts';

export type DigestRoot = { readonly id: string /** Base64, at least 32 bytes. */; readonly secret: string };
/** By channel. */
export type DigestRoots = Readonly<Record<string, DigestRoot>>;
export type DigestKey = { readonly id: string; digest(text: string): string };

const hmac = (key: Buffer, text: string) => createHmac('sm3', key).update(text, 'utf-8');

/** The month is that of partner time. */
export const digestKeyAt = (root: DigestRoot, channelId: string, at: string): DigestKey =>
  digestKeyOf(root, channelId, `${root.id}/${toPartnerTime(at, 'yyyyMMdd').slice(0, 6)}`);

/** By the id a message names, root and month: the far end finds the same key by it. */
export function digestKeyOf(root: DigestRoot, channelId: string, id: string): DigestKey {
  const made = keysOf.get(root) ?? new Map<string, DigestKey>();
  const name = `${channelId} ${id}`;
  const known = made.get(name);
  if (known) return known;
  const key = hmac(Buffer.from(root.secret, 'base64'), `portico digest ${channelId} ${id}`).digest();
  const fresh: DigestKey = { id, digest: (text) => hmac(key, text).digest('hex') };
  if (made.size >= MOST_KEYS) made.clear();
  keysOf.set(root, made.set(name, fresh));
  return fresh;
}
/** A month has one for each channel, and each document asks for its own: made once, and let go with the root. */
const keysOf = new WeakMap<DigestRoot, Map<string, DigestKey>>();
/** The far end makes keys by what messages name. */
const MOST_KEYS = 100;

/** `PORTICO_CHANNEL_PUBLIC_SECURITY_DIGEST=2026a:<base64>`; the value never shows in what is said of it. */
export function parseDigestRoots(env: Env, bad: Bad): DigestRoots {
  const found: Record<string, DigestRoots[string]> = {};
  for (const [name, value] of Object.entries(env)) {
    const [, channel] = /^PORTICO_CHANNEL_([A-Z0-9_]+)_DIGEST$/.exec(name) ?? [];
    if (!channel || value === undefined) continue;
    const [, id = '', secret = ''] = /^([A-Za-z0-9.-]{1,20}):([A-Za-z0-9+/=]+)$/.exec(value) ?? [];
    if (Buffer.from(secret, 'base64').length < 32)
      bad(
        name,
        '…',
        '应为 标识:密钥，密钥不少于 32 字节（base64）',
        'must be an id, a colon and a key of at least 32 bytes (base64)',
      );
    found[channel.toLowerCase().replaceAll('_', '-')] = { id, secret };
  }
  return found;
}
