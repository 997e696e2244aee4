// Whose certificates are believed, by channel (N14): the issuer's address and its public key, as both sides have agreed.
import type { Bad, Env } from './bad-setting.ts';
import { readPublicKey } from './signatures/public-key.ts';

export type CredentialIssuer = {
  readonly issuer: string;
  /** SubjectPublicKeyInfo, base64: Ed25519 or P-256. */
  readonly publicKey: string;
};
export type CredentialIssuers = Readonly<Record<string, readonly CredentialIssuer[]>>;

/** `PORTICO_CHANNEL_CHINA_SINGAPORE_ISSUERS=https://issuer.example <SPKI base64>`; several, parted by commas, while a key changes. */
export function parseCredentialIssuers(env: Env, bad: Bad): CredentialIssuers {
  const found: Record<string, CredentialIssuers[string]> = {};
  for (const [name, value] of Object.entries(env)) {
    const [, channel] = /^PORTICO_CHANNEL_([A-Z0-9_]+)_ISSUERS$/.exec(name) ?? [];
    if (!channel || value === undefined) continue;
    const read = value.split(',').map((one) => /^(https?:\/\/\S{3,300}) ([A-Za-z0-9+/=]{40,300})$/.exec(one.trim()));
    const keys = read.map((one) => readPublicKey(Buffer.from(one?.[2] ?? '', 'base64'))?.family);
    if (keys.some((family) => family !== 'ed25519' && family !== 'p256'))
      bad(
        name,
        value,
        '应为 签发方网址 空格 公钥（SPKI，base64；Ed25519 或 P-256），多个用逗号分开',
        'must be the address of the issuer, a blank and its public key (SPKI, base64; Ed25519 or P-256); several are parted by commas',
      );
    found[channel.toLowerCase().replaceAll('_', '-')] = read.flatMap((one) =>
      one?.[1] && one[2] ? [{ issuer: one[1], publicKey: one[2] }] : [],
    );
  }
  return found;
}
