// An S3-compatible store of one bucket, written from the service's documentation and not from our client: it checks each request's
// Signature Version 4 and payload digest by itself and refuses whatever does not fit.
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';

export type S3Double = {
  readonly endpoint: string;
  readonly objects: Map<string, { bytes: Buffer; at: Date }>;
  /** Answers this instead, while set. */
  failWith: number | undefined;
  stop(): Promise<void>;
};
export const keys = { accessKey: 'AKIAIOSFODNN7EXAMPLE', secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
const PAGE = 100;
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const sha = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

export type SignedRequest = { method: string; url: string; headers: IncomingHttpHeaders };
/** The signature that the request ought to bear (AWS "Authenticating Requests: Using the Authorization Header"). */
export function signatureOf({ method, url, headers }: SignedRequest, secretKey: string): string {
  const [, date = '', region = '', signed = ''] =
    /Credential=[^/]+\/(\d{8})\/([^/]+)\/s3\/aws4_request,\s*SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ??
    [];
  const at = new URL(url, 'http://x');
  const query = [...at.searchParams].map(([k, v]) => `${encode(k)}=${encode(v)}`).sort();
  const canonical = [
    method,
    decodeURIComponent(at.pathname).split('/').map(encode).join('/'),
    query.join('&'),
    ...signed.split(';').map(
      (name) =>
        `${name}:${String(headers[name] ?? '')
          .trim()
          .replace(/ +/g, ' ')}`,
    ),
    '',
    signed,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = `${date}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha(canonical)].join('\n');
  const key = ['s3', 'aws4_request'].reduce((k, part) => hmac(k, part), hmac(hmac(`AWS4${secretKey}`, date), region));
  return hmac(key, toSign).toString('hex');
}

function faultOf(request: SignedRequest, body: Buffer): [status: number, code: string] | undefined {
  const { headers } = request;
  const [, accessKey, signed = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/.*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (!signature) return [403, 'AccessDenied'];
  if (accessKey !== keys.accessKey) return [403, 'InvalidAccessKeyId'];
  for (const needed of ['host', 'x-amz-content-sha256', 'x-amz-date'])
    if (!signed.split(';').includes(needed)) return [403, 'AccessDenied'];
  if (signatureOf(request, keys.secretKey) !== signature) return [403, 'SignatureDoesNotMatch'];
  const claimed = headers['x-amz-content-sha256'];
  // An upload says what it is; only where nothing is sent may the payload go unsigned.
  if (request.method === 'PUT' ? claimed !== sha(body) : body.length > 0) return [400, 'XAmzContentSHA256Mismatch'];
  return undefined;
}

export async function startS3Double(bucket = 'portico'): Promise<S3Double> {
  const objects: S3Double['objects'] = new Map();
  const list = (query: URLSearchParams) => {
    const from = query.get('continuation-token') ?? '';
    const names = [...objects.keys()].filter((k) => k.startsWith(query.get('prefix') ?? '') && k > from).sort();
    const page = names.slice(0, PAGE);
    const entry = (k: string) =>
      `<Contents><Key>${k}</Key><LastModified>${objects.get(k)?.at.toISOString()}</LastModified><ETag>&quot;x&quot;</ETag></Contents>`;
    const next = names.length > PAGE ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    return `<?xml version="1.0"?><ListBucketResult><Name>${bucket}</Name>${next}${page.map(entry).join('')}</ListBucketResult>`;
  };
  const answer = (method: string, name: string, query: URLSearchParams, body: Buffer): [number, string | Buffer] => {
    if (method === 'GET' && name === '' && query.get('list-type') === '2') return [200, list(query)];
    if (method === 'PUT') {
      objects.set(name, { bytes: body, at: new Date() });
      return [200, ''];
    }
    const found = objects.get(name);
    if (method === 'DELETE') return [objects.delete(name) ? 204 : 204, ''];
    return found ? [200, found.bytes] : [404, '<Error><Code>NoSuchKey</Code></Error>'];
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const { method = '', url = '', headers } = request;
      const at = new URL(url, 'http://x');
      const [, asked, name = ''] = /^\/([^/]*)\/?(.*)$/.exec(decodeURIComponent(at.pathname)) ?? [];
      const fault = double.failWith
        ? ([double.failWith, 'SlowDown'] as const)
        : (faultOf({ method, url, headers }, body) ??
          (asked === bucket ? undefined : ([404, 'NoSuchBucket'] as const)));
      const [status, reply] = fault
        ? [fault[0], `<Error><Code>${fault[1]}</Code></Error>`]
        : answer(method, name, at.searchParams, body);
      response.writeHead(status).end(method === 'HEAD' ? undefined : reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const double: S3Double = {
    endpoint: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    objects,
    failWith: undefined,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return double;
}
