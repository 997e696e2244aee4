// Requests that a partner's system signs instead of sending a secret (RFC 9421 HTTP Message Signatures; RFC 9530 Content-Digest): method,
// host, path, query and body are covered, each signature has its time and a nonce. Parsing and the signature base; pure but for hashing.
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

export type SignedRequest = {
  readonly keyId: string;
  /** What was signed (RFC 9421 §2.5). */
  readonly base: string;
  readonly signature: Uint8Array;
  /** Seconds since 1970. */
  readonly created: number;
  readonly expires?: number;
  readonly nonce: string;
};
export type RequestParts = {
  readonly method: string;
  /** As the client named it: path with query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

/** What every signature has to cover; the digest of the body too, where there is one. */
const NEEDED = ['@method', '@authority', '@path', '@query'];
const INPUT =
  /^([a-z*][a-z0-9_.*-]{0,40})=(\(((?:"[a-z0-9@-]{1,64}"(?: (?!\))|(?=\))))*)\)((?:;[a-z]{1,20}=(?:"[\x20-\x21\x23-\x5b\x5d-\x7e]{0,200}"|\d{1,12}))*))$/;
const DIGEST = /^sha-(256|512)=:([A-Za-z0-9+/]{43,88}={0,2}):$/;

/** Undefined: not signed. A text: signed, and why it cannot be taken. */
export function readSignedRequest(request: RequestParts): SignedRequest | string | undefined {
  const input = single(request.headers['signature-input']);
  const given = single(request.headers.signature);
  if (input === undefined && given === undefined) return undefined;
  const parsed = INPUT.exec(input ?? '');
  if (!parsed) return 'Signature-Input';
  const [, label = '', params = '', list = '', rest = ''] = parsed;
  const value = new RegExp(`^${label.replaceAll(/[.*]/g, '\\$&')}=:([A-Za-z0-9+/]{1,400}={0,2}):$`).exec(
    given ?? '',
  )?.[1];
  if (value === undefined) return 'Signature';
  const components = list === '' ? [] : list.split(' ').map((name) => name.slice(1, -1));
  const hasBody = Number(single(request.headers['content-length']) ?? 0) > 0 || 'transfer-encoding' in request.headers;
  const missing = [...NEEDED, ...(hasBody ? ['content-digest'] : [])].find((name) => !components.includes(name));
  if (missing !== undefined) return missing;
  if (new Set(components).size !== components.length) return 'Signature-Input';
  const named = new Map(
    [...rest.matchAll(/;([a-z]{1,20})=(?:"([^"]{0,200})"|(\d{1,12}))/g)].map((m) => [m[1], m[2] ?? m[3] ?? '']),
  );
  const [keyId, nonce, created] = [named.get('keyid'), named.get('nonce'), named.get('created')];
  if (!keyId || !/^[\w-]{16,100}$/.test(nonce ?? '') || !/^\d+$/.test(created ?? '')) return 'keyid, nonce, created';
  const lines: string[] = [];
  for (const name of components) {
    const line = name.startsWith('@') ? derived(name, request) : single(request.headers[name])?.trim();
    if (line === undefined) return name;
    lines.push(`"${name}": ${line}`);
  }
  const expires = named.get('expires');
  return {
    keyId,
    base: [...lines, `"@signature-params": ${params}`].join('\n'),
    signature: Buffer.from(value, 'base64'),
    created: Number(created),
    ...(expires === undefined ? {} : { expires: Number(expires) }),
    nonce: nonce ?? '',
  };
}

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(', ') : value);

function derived(name: string, { method, url, headers }: RequestParts): string | undefined {
  const at = url.indexOf('?');
  if (name === '@method') return method;
  if (name === '@authority') return single(headers.host)?.toLowerCase();
  if (name === '@path') return at < 0 ? url : url.slice(0, at);
  if (name === '@query') return at < 0 ? '?' : url.slice(at);
  return undefined;
}

/** Ed25519 or ECDSA P-256 with SHA-256, as the key is; SPKI PEM. */
export function readPublicKey(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: pem, format: 'pem' });
    const isP256 = key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
    return key.type === 'public' && (isP256 || key.asymmetricKeyType === 'ed25519') ? key : undefined;
  } catch {
    return undefined;
  }
}

export function fitsKey(request: SignedRequest, pem: string): boolean {
  const key = readPublicKey(pem);
  if (!key) return false;
  const base = Buffer.from(request.base, 'utf-8');
  return key.asymmetricKeyType === 'ed25519'
    ? verify(null, base, key, request.signature)
    : verify('sha256', base, { key, dsaEncoding: 'ieee-p1363' }, request.signature);
}

/** Whether bytes fit a Content-Digest header. */
export function startDigest(header: string): { update(chunk: Uint8Array): void; fits(): boolean } | undefined {
  const [, bits, value] = DIGEST.exec(header.trim()) ?? [];
  if (!bits || value === undefined) return undefined;
  const hash = createHash(`sha${bits}`);
  return { update: (chunk) => void hash.update(chunk), fits: () => hash.digest('base64') === value };
}
