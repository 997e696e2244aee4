// Partners as nobody wants them, as a process of its own: prints the port of each as one JSON line and serves until it is ended. The two
// `well` ones answer as they should and count what they took; `GET /` of theirs tells the ids.
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';

const quiet = (socket: Socket): Socket => socket.on('error', () => undefined);
/** A server that does `act` with each connection once a request has begun to come. */
const raw = (act: (socket: Socket) => void) =>
  createServer((socket) => {
    quiet(socket).once('data', () => act(socket));
  });
const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const forEver = (socket: Socket, piece: Buffer): void => {
  const more = (): void => {
    while (!socket.destroyed && socket.write(piece));
    socket.once('drain', more);
  };
  more();
};
const drip = (socket: Socket, text: string, ms: number): void => {
  const letters = [...text];
  const timer = setInterval(() => socket.write(letters.shift() ?? 'x'), ms);
  socket.once('close', () => clearInterval(timer));
};

const hostile: Readonly<Record<string, () => Server>> = {
  silent: () => raw(() => undefined),
  dripping: () => raw((socket) => drip(socket, head, 200)),
  'dripping-body': () => raw((socket) => socket.write(`${head}\r\n`, () => drip(socket, '', 200))),
  endless: () => raw((socket) => socket.write(`${head}\r\n`, () => forEver(socket, Buffer.alloc(65_536, 'x')))),
  'endless-head': () =>
    raw((socket) => socket.write(head, () => forEver(socket, Buffer.from(`x: ${'y'.repeat(8000)}\r\n`)))),
  'endless-early-hints': () =>
    raw((socket) => forEver(socket, Buffer.from('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'))),
  redirecting: () => raw((socket) => socket.end('HTTP/1.1 302 Found\r\nlocation: /again\r\ncontent-length: 0\r\n\r\n')),
  garbage: () => raw((socket) => socket.write(Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 167) % 256)))),
  resetting: () => raw((socket) => socket.resetAndDestroy()),
};

const well = () => {
  const taken: string[] = [];
  return createHttpServer((request, reply) => {
    if (request.method === 'GET') {
      reply.end(JSON.stringify(taken));
      return;
    }
    request.resume();
    request.once('end', () => {
      taken.push(String(request.headers['x-message-id']));
      reply.writeHead(200).end();
    });
  });
};

const ports: Record<string, number> = {};
for (const [name, make] of Object.entries({ ...hostile, well })) {
  const server = make();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ports[name] = (server.address() as { port: number }).port;
}
process.stdout.write(`${JSON.stringify(ports)}\n`);
process.once('disconnect', () => process.exit(0));
