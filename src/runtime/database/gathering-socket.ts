// A socket that sends once what is written to it in one turn of the loop: `begin` and the statements asked together go out as one
// message instead of one system call each. Writing to sockets was the largest single use of the CPU (docs/performance.md).
import { Socket } from 'node:net';

export function gatheringSocket(): Socket {
  const socket = new Socket();
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  let gathering = false;
  const gather = () => {
    gathering = true;
    socket.cork();
    // After everything that is settled by now has had its say, before anything is waited for.
    process.nextTick(() => {
      gathering = false;
      socket.uncork();
    });
  };
  // Not before it is connected: `connect` puts back whatever stands in the place of `write`.
  socket.once('connect', () => {
    socket.write = ((...args: unknown[]) => {
      if (!gathering) gather();
      return write(...args);
    }) as Socket['write'];
  });
  return socket;
}
