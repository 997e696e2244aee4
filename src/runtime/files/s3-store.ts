// Bytes in a bucket of any S3-compatible store (path-style addresses, Signature Version 4). The digest is also the checksum that the
// request is signed with, so the store refuses bytes that were altered on the way.
import { AwsClient } from 'aws4fetch';
import { type BlobStore, FilesAway } from './blob-store.ts';

export type S3Place = {
  readonly endpoint: string;
  readonly bucket: string;
  /** Before each name, with its slash; may be empty. */
  readonly prefix: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
};
const TIMEOUT_MS = 20_000;
/** Asked while a transaction waits, which the database ends after eight seconds. */
const SHORT_TIMEOUT_MS = 5000;

export function createS3Store(place: S3Place): BlobStore {
  const client = new AwsClient({
    accessKeyId: place.accessKey,
    secretAccessKey: place.secretKey,
    region: place.region,
    service: 's3',
    retries: 2,
  });
  const bucket = `${place.endpoint.replace(/\/+$/, '')}/${place.bucket}`;
  const urlOf = (digest: string) => `${bucket}/${place.prefix}${digest}`;

  async function ask(method: string, url: string, body?: Uint8Array, checksum?: string): Promise<Response> {
    const short = method === 'HEAD' || method === 'DELETE';
    try {
      return await client.fetch(url, {
        method,
        signal: AbortSignal.timeout(short ? SHORT_TIMEOUT_MS : TIMEOUT_MS),
        ...(body ? { body: new Uint8Array(body) } : {}),
        ...(checksum ? { headers: { 'x-amz-content-sha256': checksum } } : {}),
      });
    } catch (error) {
      throw new FilesAway(`the object store: ${(error as Error).message}`, { cause: error });
    }
  }
  /** Its answer where that is one of these; what the store says in an error is kept for the log. */
  async function expect(reply: Response, ...fine: number[]): Promise<Response> {
    if (fine.includes(reply.status)) return reply;
    throw new FilesAway(`the object store answered ${reply.status}: ${(await reply.text()).slice(0, 500)}`);
  }

  async function* listBefore(instant: number): AsyncGenerator<string> {
    let next: string | undefined;
    do {
      const query = new URLSearchParams({ 'list-type': '2', prefix: place.prefix });
      if (next) query.set('continuation-token', next);
      const page = await (await expect(await ask('GET', `${bucket}?${query}`), 200)).text();
      for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
        const name = textOf(entry, 'Key').slice(place.prefix.length);
        if (/^[0-9a-f]{64}$/.test(name) && Date.parse(textOf(entry, 'LastModified')) < instant) yield name;
      }
      next = textOf(page, 'NextContinuationToken') || undefined;
    } while (next);
  }

  return {
    write: async (digest, bytes) => void (await expect(await ask('PUT', urlOf(digest), bytes, digest), 200)),
    read: async (digest) => {
      const reply = await expect(await ask('GET', urlOf(digest)), 200, 404);
      return reply.status === 404 ? undefined : new Uint8Array(await reply.arrayBuffer());
    },
    has: async (digest) => (await expect(await ask('HEAD', urlOf(digest)), 200, 404)).status === 200,
    remove: async (digest) => void (await expect(await ask('DELETE', urlOf(digest)), 200, 204, 404)),
    listBefore,
  };
}

/** Names are hex and times ISO: nothing in them is escaped, and a token comes back as it was given. */
function textOf(xml: string, tag: string): string {
  const [, text = ''] = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml) ?? [];
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
