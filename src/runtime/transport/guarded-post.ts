// Posts to a URL that a subscriber chose: guarded address, no redirects, no proxy, bounded time, answer thrown away (R20). What is
// sent is asked for only when the far end is connected, so that a slow connection never carries what was judged long ago (R17).
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { type AddressPolicy, findUrlFault, guardedLookup, type Resolver } from './address-guard.ts';

export type PostOutcome = { readonly status?: number; readonly detail: string; readonly withheld?: boolean };
export type Posted = { readonly body: string; readonly headers: Readonly<Record<string, string>> };

/** Whatever the far end says beyond this is not read: only its status counts. */
const MAX_ANSWER_BYTES = 64 * 1024;

export function guardedPost(call: {
  readonly url: string;
  /** Undefined: nothing may be sent any more; the connection is closed without a byte. */
  readonly prepare: () => Promise<Posted | undefined>;
  readonly timeoutMs: number;
  readonly policy: AddressPolicy;
  /** The system’s, unless a test plays one that changes its answers. */
  readonly resolver?: Resolver;
}): Promise<PostOutcome> {
  if (findUrlFault(call.url, call.policy)) return Promise.resolve({ detail: 'ADDRESS_NOT_ALLOWED' });
  const url = new URL(call.url);
  const secure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const request = secure ? httpsRequest : httpRequest;
    const outgoing = request(
      url,
      {
        method: 'POST',
        agent: false,
        // An address written as such is never looked up; findUrlFault has judged it.
        ...(isIP(url.hostname.replace(/^\[|\]$/g, '')) ? {} : { lookup: guardedLookup(call.policy, call.resolver) }),
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
    const send = async () => {
      const posted = await call.prepare();
      if (!posted) {
        resolve({ detail: 'NOT_VISIBLE', withheld: true });
        return void outgoing.destroy();
      }
      for (const [name, value] of Object.entries(posted.headers)) outgoing.setHeader(name, value);
      outgoing.setHeader('content-length', Buffer.byteLength(posted.body));
      outgoing.end(posted.body);
    };
    outgoing.once('socket', (socket) =>
      socket.once(secure ? 'secureConnect' : 'connect', () =>
        send().catch((error: unknown) => {
          outgoing.destroy();
          reject(error);
        }),
      ),
    );
  });
}
