// What is written in one turn leaves in one system call [P3]: counted where the socket hands it to the system, not timed.
import assert from 'node:assert/strict';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { gatheringSocket } from './gathering-socket.ts';

type Inner = Record<'_write' | '_writev', (...args: unknown[]) => void>;
const servers: Server[] = [];
after(() => {
  for (const server of servers) server.close();
});

/** A connected socket, how often it has sent, and what has come out at the other end. */
async function connected() {
  let heard = '';
  let rouse = (): void => undefined;
  const server = createServer((other: Socket) => {
    other.unref();
    other.on('data', (chunk) => {
      heard += chunk.toString();
      rouse();
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket = gatheringSocket();
  let sent = 0;
  const inner = socket as unknown as Inner;
  for (const way of ['_write', '_writev'] as const) {
    const send = inner[way].bind(socket);
    inner[way] = (...args) => {
      sent += 1;
      send(...args);
    };
  }
  socket.connect((server.address() as AddressInfo).port, '127.0.0.1');
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  return {
    socket,
    sent: () => sent,
    untilHeard: async (text: string) => {
      while (heard.length < text.length) await new Promise<void>((resolve) => (rouse = resolve));
      assert.equal(heard, text);
    },
  };
}

test('[P3] what is written in one turn goes out together and in order, also where a writer corks for itself', async () => {
  const { socket, sent, untilHeard } = await connected();
  socket.write('begin;');
  for (const statement of ['one;', 'two;']) {
    // As the driver does for each statement.
    socket.cork();
    socket.write(statement);
    socket.uncork();
  }
  await untilHeard('begin;one;two;');
  assert.equal(sent(), 1);
  socket.write('three;');
  await untilHeard('begin;one;two;three;');
  assert.equal(sent(), 2);
  socket.destroy();
});

test('[P3] what was written before the end is sent', async () => {
  const { socket, untilHeard } = await connected();
  socket.write('one;');
  socket.end('bye;');
  await untilHeard('one;bye;');
});
