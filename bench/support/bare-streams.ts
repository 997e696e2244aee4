// The floor of the machine for fan-out: a server that keeps sockets and writes the same bytes to each when told to; no HTTP, no judging,
// nothing of Portico. Forked by `fanout.ts`.
import { createServer, type Socket } from 'node:net';

const sockets: Socket[] = [];
const server = createServer((socket) => {
  sockets.push(socket);
  socket.on('error', () => undefined);
  socket.once('data', () => socket.write(': connected\n\n'));
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));
process.on('message', (text: string) => {
  const before = process.cpuUsage();
  const bytes = Buffer.from(text);
  for (const socket of sockets) socket.write(bytes);
  const used = process.cpuUsage(before);
  process.send?.({ cpu: used.user + used.system });
});
