// A partner's side of signed requests, written from RFC 9421 alone: nothing of it is shared with the server.
import { createHash, createPrivateKey, type KeyObject, randomBytes, sign } from 'node:crypto';

export type Signer = { readonly keyId: string; readonly privateKeyPem: string };
export type ToSign = {
  readonly method: string;
  readonly url: string;
  readonly body?: string;
  readonly created?: number;
  readonly nonce?: string;
};

export function signRequest({ keyId, privateKeyPem }: Signer, request: ToSign): Record<string, string> {
  const at = new URL(request.url);
  const digest =
    request.body === undefined ? undefined : `sha-256=:${createHash('sha256').update(request.body).digest('base64')}:`;
  const parts: [string, string][] = [
    ['@method', request.method],
    ['@authority', at.host],
    ['@path', at.pathname],
    ['@query', at.search || '?'],
    ...(digest ? [['content-digest', digest] as [string, string]] : []),
  ];
  const created = request.created ?? Math.floor(Date.now() / 1000);
  const nonce = request.nonce ?? randomBytes(18).toString('base64url');
  const params = `(${parts.map(([name]) => `"${name}"`).join(' ')});created=${created};nonce="${nonce}";keyid="${keyId}"`;
  const base = [...parts.map(([name, value]) => `"${name}": ${value}`), `"@signature-params": ${params}`].join('\n');
  return {
    ...(digest ? { 'content-digest': digest } : {}),
    'signature-input': `partner=${params}`,
    signature: `partner=:${signBase(createPrivateKey(privateKeyPem), base).toString('base64')}:`,
  };
}
const signBase = (key: KeyObject, base: string): Buffer =>
  key.asymmetricKeyType === 'ed25519'
    ? sign(null, Buffer.from(base), key)
    : sign('sha256', Buffer.from(base), { key, dsaEncoding: 'ieee-p1363' });
