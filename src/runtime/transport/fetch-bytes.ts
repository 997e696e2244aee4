// Asks an address for bytes: a time stamping authority, a revocation list, an OCSP responder. Where the address is not the port office's own
// setting it is guarded like a webhook's; never a redirect, a bounded time and size for the whole exchange.
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { type AddressPolicy, findUrlFault, guardedLookup, type Resolver } from './address-guard.ts';

export type Fetched = { readonly bytes: Buffer } | { readonly fault: string };
export type FetchCall = {
  readonly url: string;
  /** Absent: GET. */
  readonly post?: { readonly body: Uint8Array; readonly contentType: string };
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Absent: the port office set the address itself, which may lie in its own network. */
  readonly policy?: AddressPolicy;
  /** The system's, unless a test plays one that changes its answers. */
  readonly resolver?: Resolver;
};

/** Only a whole answer with status 200 is one; everything else comes back as `fault`, in a word. */
export function fetchBytes({ url: text, post, timeoutMs, maxBytes, policy, resolver }: FetchCall): Promise<Fetched> {
  if (policy ? findUrlFault(text, policy) : !URL.canParse(text))
    return Promise.resolve({ fault: 'ADDRESS_NOT_ALLOWED' });
  const url = new URL(text);
  const guarded = policy && !isIP(url.hostname.replace(/^\[|\]$/g, ''));
  return new Promise((resolve) => {
    const outgoing = (url.protocol === 'https:' ? httpsRequest : httpRequest)(
      url,
      {
        method: post ? 'POST' : 'GET',
        agent: false,
        headers: post ? { 'content-type': post.contentType, 'content-length': post.body.length } : {},
        ...(guarded ? { lookup: guardedLookup(policy, resolver) } : {}),
        signal: AbortSignal.timeout(timeoutMs),
      },
      (reply) => {
        const chunks: Buffer[] = [];
        let size = 0;
        const fail = (fault: string) => {
          resolve({ fault });
          reply.destroy();
        };
        if (reply.statusCode !== 200) return fail(`HTTP ${reply.statusCode}`);
        reply.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > maxBytes) fail('TOO_LARGE');
          else chunks.push(chunk);
        });
        reply.on('end', () => resolve(reply.complete ? { bytes: Buffer.concat(chunks) } : { fault: 'CUT_SHORT' }));
        reply.on('error', (error: NodeJS.ErrnoException) => resolve({ fault: faultOf(error) }));
      },
    );
    outgoing.on('error', (error: NodeJS.ErrnoException) => resolve({ fault: faultOf(error) }));
    outgoing.end(post?.body);
  });
}
const faultOf = (error: NodeJS.ErrnoException): string =>
  error.name === 'AbortError' || error.name === 'TimeoutError' ? 'TIMEOUT' : (error.code ?? error.name);
