// A wire to a server on this machine that can be cut or fall silent, for the far ends of ways that keep a connection (MQTT, NATS).
import { connect, createServer, type Socket } from 'node:net';
import type { Mood } from './ways.ts';

export async function wireTo(server: () => number) {
  const sockets = new Set<Socket>();
  let mood: Mood = 'well';
  let losing = false;
  const wire = createServer((near) => {
    const far = connect(server(), '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        // A server that hangs up on the silent is not heard of either.
        if (socket === near || mood !== 'silent') near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes) => {
      if (mood === 'cutting' || losing) near.destroy();
      else if (mood !== 'silent') far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (mood !== 'silent') near.write(bytes);
    });
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (wire.address() as { port: number }).port,
    behave: (next: Mood): void => {
      mood = next;
      losing = false;
    },
    /** Whoever says something more is cut off; the server is still heard. */
    loseWhatComes: (): void => {
      losing = true;
    },
    hangUp,
    close: (): void => {
      hangUp();
      wire.close();
    },
  };
}
