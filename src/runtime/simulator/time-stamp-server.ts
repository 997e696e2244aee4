// A time stamping authority as the wire sees it (RFC 3161 §3.4, over HTTP), on a port of its own. Part of the product: sandbox,
// demonstration, tests. It can be told to misbehave, as authorities do.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../clock.ts';
import { answerTimeStamp, type StampingAuthority } from '../signatures/issue-time-stamp.ts';

const MAX_REQUEST_BYTES = 16 * 1024;
export type TimeStampServer = {
  readonly url: string;
  /** Questions answered so far. */
  readonly answered: () => number;
  /** From now on it changes its answers so; absent: as they are. */
  misbehave(how?: (answer: Buffer) => Buffer | { readonly status: number }): void;
  stop(): Promise<void>;
};

export async function startTimeStampServer(options: {
  readonly by: StampingAuthority;
  readonly port: number;
  readonly clock: Clock;
  /** Serials are made of them. */
  readonly newId: () => string;
}): Promise<TimeStampServer> {
  let answered = 0;
  let change: Parameters<TimeStampServer['misbehave']>[0];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_REQUEST_BYTES) request.destroy();
      else chunks.push(chunk);
    });
    request.on('end', async () => {
      // The first digit keeps the number positive.
      const serial = `1${options.newId().replaceAll('-', '').slice(1)}`;
      const now = options.clock.now().toISOString();
      const answer = await answerTimeStamp(Buffer.concat(chunks), options.by, { now, serial });
      const sent = change ? change(answer) : answer;
      answered += 1;
      if (!Buffer.isBuffer(sent)) return void response.writeHead(sent.status).end();
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(sent);
    });
  });
  server.listen(options.port, '127.0.0.1');
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    answered: () => answered,
    misbehave: (how) => {
      change = how;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
