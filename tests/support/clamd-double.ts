// A scanner that speaks clamd's protocol and answers by script: EICAR is found, as every scanner finds it; anything else by its bytes.
import { createServer, type Socket } from 'node:net';

export const EICAR = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`;

export type ClamdDouble = {
  readonly port: number;
  /** What it was asked, `PING` or the number of bytes. */
  readonly asked: string[];
  /** While it stands still, questions hang. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
};

/** Reads the request strictly: `zINSTREAM\0`, chunks of at most `limit` bytes in all, an empty one at the end. */
export async function startClamdDouble(
  script: (bytes: Buffer) => string = (bytes) =>
    bytes.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK',
): Promise<ClamdDouble> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let paused = false;
  const held: (() => void)[] = [];
  const answer = (socket: Socket, text: string) => {
    const send = () => (text === 'HANG UP' ? socket.destroy() : socket.end(`${text}\0`));
    if (paused) held.push(send);
    else send();
  };
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let got = Buffer.alloc(0);
    let done = false;
    socket.on('data', (chunk: Buffer) => {
      got = Buffer.concat([got, chunk]);
      if (done) return;
      if (got.subarray(0, 6).equals(Buffer.from('zPING\0'))) {
        done = true;
        asked.push('PING');
        return answer(socket, 'PONG');
      }
      const bytes = got.subarray(0, 10).equals(Buffer.from('zINSTREAM\0')) ? readChunks(got.subarray(10)) : undefined;
      if (!bytes) return;
      done = true;
      asked.push(String(bytes.length));
      answer(socket, script(bytes));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    asked,
    pause: () => {
      paused = true;
    },
    resume: () => {
      paused = false;
      for (const send of held.splice(0)) send();
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function readChunks(stream: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = stream.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(stream.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
