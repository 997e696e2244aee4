// Posts to a URL that a subscriber chose: guarded address, no redirects, no proxy, bounded time, answer thrown away (R20).
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { type AddressPolicy, findUrlFault, guardedLookup } from './address-guard.ts';

export type PostOutcome = { readonly status?: number; readonly detail: string };

/** Whatever the far end says beyond this is not read: only its status counts. */
const MAX_ANSWER_BYTES = 64 * 1024;

export function guardedPost(call: {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
  readonly policy: AddressPolicy;
}): Promise<PostOutcome> {
  if (findUrlFault(call.url, call.policy)) return Promise.resolve({ detail: 'ADDRESS_NOT_ALLOWED' });
  const url = new URL(call.url);
  return new Promise((resolve) => {
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const outgoing = request(
      url,
      {
        method: 'POST',
        agent: false,
        headers: { ...call.headers, 'content-length': Buffer.byteLength(call.body) },
        // An address written as such is never looked up; findUrlFault has judged it.
        ...(isIP(url.hostname.replace(/^\[|\]$/g, '')) ? {} : { lookup: guardedLookup(call.policy) }),
        // Bounds the whole exchange, not only its silences: a byte every ten seconds must not hold a place for hours.
        signal: AbortSignal.timeout(call.timeoutMs),
      },
      (reply) => {
        let size = 0;
        reply.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > MAX_ANSWER_BYTES) reply.destroy();
        });
        const done = () => resolve({ status: reply.statusCode ?? 0, detail: `HTTP ${reply.statusCode}` });
        reply.on('end', done);
        reply.on('close', done);
        reply.on('error', done);
      },
    );
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ detail: error.name === 'AbortError' ? 'TIMEOUT' : (error.code ?? error.name) }),
    );
    outgoing.end(call.body);
  });
}
