// How the nodes of one installation wake each other.
import type { Bus, BusOptions } from './runtime/bus/bus.ts';
import { createNatsBus } from './runtime/bus/nats-bus.ts';
import { createPostgresBus } from './runtime/bus/postgres-bus.ts';
import type { Config } from './runtime/config.ts';
import type { Database } from './runtime/database/connect.ts';

/** Several nodes wake each other; one that has its database to itself needs nobody. */
export function startBus(
  { config, databaseUrl }: { readonly config: Config; readonly databaseUrl: string },
  database: Database,
  options: BusOptions,
): Bus | undefined {
  if (config.natsUrl) return createNatsBus(config.natsUrl, options);
  return config.databaseUrl ? createPostgresBus(databaseUrl, database.pool, options) : undefined;
}
