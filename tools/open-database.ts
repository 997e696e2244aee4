// The database a command works on: the one DATABASE_URL names, else the embedded one of DATA_DIR, also while Portico runs on it.
import { type Config, keptSecret } from '../src/runtime/config.ts';
import { runningEmbeddedUrl, startEmbeddedPostgres } from '../src/runtime/database/embedded-postgres.ts';
import { claimDataDir, DataDirTaken } from '../src/runtime/process/data-dir.ts';

/** `ours` is false where a running Portico holds it: its schema is then left as it is. Throws where that one is not ready yet. */
export async function openDatabase(config: Config): Promise<{ url: string; ours: boolean; close(): Promise<void> }> {
  if (config.databaseUrl) return { url: config.databaseUrl, ours: true, close: async () => undefined };
  const access = { dataDir: config.dataDir, password: keptSecret(config.dataDir, 'postgres-password') };
  try {
    const claim = claimDataDir(config.dataDir);
    const server = await startEmbeddedPostgres(access);
    const close = async () => {
      await server.stop();
      claim.release();
    };
    return { url: server.url, ours: true, close };
  } catch (error) {
    if (!(error instanceof DataDirTaken)) throw error;
    const url = runningEmbeddedUrl(access);
    if (!url)
      throw new Error(
        `${error.message}\n它的数据库尚未就绪；请稍后重试 / its database is not ready yet; try again in a moment`,
      );
    return { url, ours: false, close: async () => undefined };
  }
}
