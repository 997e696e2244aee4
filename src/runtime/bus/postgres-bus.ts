// The bus that needs nothing but the database: one NOTIFY per word in its own tiny transaction. Inside a business transaction it
// would serialise commits (facts: 0.30–0.45 of the rate).
import pg from 'pg';
import { type Bus, type BusOptions, coalesce, hear } from './bus.ts';
import { listenTo, notify } from './store.ts';

const AGAIN_MS = 1000;

export function createPostgresBus(url: string, pool: pg.Pool, options: BusOptions): Bus {
  const { announce, rest } = coalesce(async (text) => void (await notify(pool, text)), options.node, options.onFault);
  let stopped = false;
  let listening: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function listen(): Promise<void> {
    const client = new pg.Client({ connectionString: url, keepAlive: true });
    const again = () => {
      if (listening !== client || stopped) return;
      listening = undefined;
      timer = setTimeout(() => void listen(), AGAIN_MS).unref();
    };
    listening = client;
    client.on('error', again);
    client.on('end', again);
    client.on('notification', ({ payload }) => hear(payload ?? '', options));
    try {
      await client.connect();
      await listenTo(client);
      // What was said while nobody listened is found by looking.
      options.onWake({ channels: [] });
    } catch (error) {
      options.onFault(error);
      await client.end().catch(() => undefined);
      again();
    }
  }
  void listen();

  return {
    announce,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await rest();
      await listening?.end().catch(() => undefined);
    },
  };
}
