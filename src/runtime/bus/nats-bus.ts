// The bus over NATS core: publish and forget. NATS wakes and fans out, it is never the record (its file store acknowledges before it
// is on the disk), so its absence is nothing but slower.
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { type Bus, type BusOptions, coalesce, hear } from './bus.ts';
import { natsServers } from './nats-servers.ts';

const SUBJECT = 'portico.wake';
const AGAIN_MS = 1000;

export function createNatsBus(servers: string, options: BusOptions): Bus {
  let connection: NatsConnection | undefined;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const { announce, rest } = coalesce(
    async (text) => connection?.publish(SUBJECT, text),
    options.node,
    options.onFault,
  );

  async function join(): Promise<void> {
    try {
      const joined = await connect({
        ...natsServers(servers),
        name: `portico ${options.node}`,
        maxReconnectAttempts: -1,
        reconnectTimeWait: 500,
      });
      if (stopped) return await joined.close();
      connection = joined;
      joined.subscribe(SUBJECT, {
        callback: (error, message) => (error ? options.onFault(error) : hear(message.string(), options)),
      });
      options.onWake({ channels: [] });
    } catch (error) {
      // Not there yet: everybody looks for work by himself meanwhile.
      options.onFault(error);
      if (!stopped) timer = setTimeout(() => void join(), AGAIN_MS).unref();
    }
  }
  void join();

  return {
    announce,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await rest();
      await connection?.close();
    },
  };
}
