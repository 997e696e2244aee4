// `npm run reseal`: seals anew what lies in the database under another key than PORTICO_SEAL_KEY, a hundred rows in one transaction; it may be
// stopped at any time and run again, also while Portico runs (docs/operate.md; decision 0051). `… -- --forget ID`: a former key and all that was made of it counts no longer. On the database of DATABASE_URL.
import { randomBytes } from 'node:crypto';
import { forgetSealKey, isSealKeyInUse, resealSome, retireSealKeys } from '../src/hub/audit/index.ts';
import { hubModules } from '../src/hub/modules.ts';
import { createIdSource } from '../src/kernel/id.ts';
import { ConfigError, loadConfig } from '../src/runtime/config.ts';
import { type Context, portico } from '../src/runtime/context.ts';
import { createDatabase } from '../src/runtime/database/connect.ts';
import { sealKeyId, sealKeysOf } from '../src/runtime/identity/seal.ts';
import { openSealKeys, runtimeSealed } from '../src/runtime/identity/store-seal-keys.ts';
import { createUnitOfWork } from '../src/runtime/unit-of-work.ts';

const [word, keyId = ''] = process.argv.slice(2);
const say = (text: string): void => void process.stdout.write(`${text}\n`);
function stop(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}
if (!process.env.DATABASE_URL || !(word === undefined || (word === '--forget' && /^[0-9a-f]{8}$/.test(keyId))))
  stop(
    '用法 / usage: DATABASE_URL=postgresql://… PORTICO_SEAL_KEY=… PORTICO_SEAL_KEYS_BESIDE=… npm run reseal -- [--forget ID]',
  );
if (!process.env.PORTICO_SEAL_KEY) stop('PORTICO_SEAL_KEY：未设置 / is not set');

const config = readConfig();
const database = createDatabase(config.databaseUrl ?? '', { maxConnections: 2 });
try {
  const { sealing, missing } = await openSealKeys(database.kysely, config);
  if (missing.length > 0) throw new ConfigError(missing);
  const unitOfWork = createUnitOfWork({
    database,
    clock: { now: () => new Date() },
    settings: { ...config, ...sealing },
    newId: createIdSource({ now: Date.now, random: randomBytes }),
  });
  const run = <T>(act: (context: Context) => Promise<T>): Promise<T> => unitOfWork.run(portico, act);
  const [active = '', ...others] = sealKeysOf(sealing).map(sealKeyId);
  say(`密钥 / keys: ${active}（使用中 / in use）${others.map((id) => ` ${id}`).join('')}`);
  if (!(await run(isSealKeyInUse)))
    throw new ConfigError([
      {
        zh: `PORTICO_SEAL_KEY（${active}）：尚无节点以该密钥封存。请先在所有节点上启用它并重启`,
        en: `PORTICO_SEAL_KEY (${active}): no node seals with this key yet. Give it to all nodes first and restart them`,
      },
    ]);
  const { resealed, stuck } = await walk(run);
  say(`重新封存 / sealed anew: ${resealed}`);
  for (const line of stuck) say(line);
  if (stuck.length > 0) process.exitCode = 1;
  else await end(run, resealed);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
} finally {
  await database.close();
}

type Run = <T>(act: (context: Context) => Promise<T>) => Promise<T>;

async function walk(run: Run): Promise<{ resealed: number; stuck: readonly string[] }> {
  let resealed = 0;
  const stuck: string[] = [];
  for (const column of [...runtimeSealed, ...hubModules.flatMap((module) => module.sealed ?? [])]) {
    let after: readonly string[] | undefined;
    do {
      const batch = await run((context) => resealSome(context, column, after));
      resealed += batch.resealed;
      stuck.push(...batch.stuck);
      after = batch.last;
    } while (after);
  }
  return { resealed, stuck };
}

async function end(run: Run, resealed: number): Promise<void> {
  const kept = await run((context) => retireSealKeys(context, resealed));
  for (const id of kept)
    say(`${id}：可从 PORTICO_SEAL_KEYS_BESIDE 撤下 / may be taken out of PORTICO_SEAL_KEYS_BESIDE`);
  if (word !== '--forget') return;
  const gone = await run((context) => forgetSealKey(context, keyId));
  say(gone ? `${keyId}：已作废 / given up` : `${keyId}：没有保存这样的旧密钥 / no such former key is kept`);
  if (!gone) process.exitCode = 2;
}

function readConfig() {
  try {
    return loadConfig(process.env, 'channel');
  } catch (error) {
    if (error instanceof ConfigError) stop(error.message);
    throw error;
  }
}
