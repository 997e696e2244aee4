// A node opens its seal keys before anything else (decision 0051). In production it does not start while one is missing; a demonstration, whose key
// lies in its data folder, says so and goes on.
import { type Config, ConfigError } from '../config.ts';
import type { Database } from '../database/connect.ts';
import type { Sealing } from './seal.ts';
import { noteSealKey, openSealKeys } from './store-seal-keys.ts';

export async function beginSealing(
  database: Pick<Database, 'kysely' | 'close'>,
  { config, now, report }: { config: Config; now: string; report: (line: string) => void },
): Promise<Sealing> {
  const { sealing, missing } = await openSealKeys(database.kysely, config);
  if (missing.length > 0 && config.mode === 'production') {
    await database.close();
    throw new ConfigError(missing);
  }
  for (const { zh, en } of missing) report(`${zh}\n${en}`);
  if (missing.length === 0) await noteSealKey(database.kysely, sealing, now);
  return sealing;
}
