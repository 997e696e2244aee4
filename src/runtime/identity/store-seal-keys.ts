// The keys that this installation has sealed with (decision 0051): each is noted when a node begins to seal with it, and one that is missing
// at a later start is named before anything fails for want of it. Those that were replaced lie here, sealed under the key in use.
import { type Kysely, sql } from 'kysely';
import type { Bilingual } from '../../kernel/bilingual.ts';
import { replyLabel } from '../http/idempotency.ts';
import type { SealedColumn } from './store-sealed.ts';
import { SealedUnderAnother, type Sealing, seal, sealKeyId, sealKeysOf, unseal } from './seal.ts';

const keptLabel = (id: string): string => `seal key ${id}`;
type Row = { readonly id: string; readonly kept: string | null };
export type OpenedKeys = { readonly sealing: Sealing; readonly missing: readonly Bilingual[] };

/** What is given and what was kept; `missing`: what is neither. A process without a key (one channel's) seals and opens nothing. */
export async function openSealKeys(db: Kysely<unknown>, given: Sealing): Promise<OpenedKeys> {
  if (given.sealKey === '') return { sealing: { sealKey: '' }, missing: [] };
  const { rows } = await sql<Row>`select id, kept from runtime.seal_key order by noted_at, id`.execute(db);
  const known = new Set(sealKeysOf(given).map(sealKeyId));
  const beside = [...(given.sealKeysBeside ?? [])];
  const missing: Bilingual[] = [];
  for (const { id, kept } of rows) {
    if (known.has(id)) continue;
    const opened = kept === null ? undefined : openKept(given, id, kept);
    if (opened === undefined) missing.push(missingKey(id, given));
    else beside.push(opened);
  }
  return { sealing: { sealKey: given.sealKey, ...(beside.length > 0 ? { sealKeysBeside: beside } : {}) }, missing };
}

/** Called where nothing is missing: a key given by mistake is not noted, and then asked for by every other node. */
export async function noteSealKey(db: Kysely<unknown>, { sealKey }: Sealing, now: string): Promise<void> {
  if (sealKey === '') return;
  await sql`
    insert into runtime.seal_key (id, noted_at) values (${sealKeyId(sealKey)}, ${now})
    on conflict (id) do update set kept = null where seal_key.kept is not null`.execute(db);
}

/** Some node has begun to seal with it. */
export async function isNoted(db: Kysely<unknown>, { sealKey }: Sealing): Promise<boolean> {
  const { rows } = await sql`
    select id from runtime.seal_key where id = ${sealKeyId(sealKey)} and kept is null`.execute(db);
  return rows.length > 0;
}

function openKept(given: Sealing, id: string, kept: string): string | undefined {
  try {
    return unseal(given, keptLabel(id), kept);
  } catch (error) {
    // Kept under a key that is missing itself: that one has a row of its own, and is named by it.
    if (error instanceof SealedUnderAnother) return undefined;
    throw error;
  }
}

function missingKey(id: string, given: Sealing): Bilingual {
  const ids = sealKeysOf(given).map(sealKeyId).join(', ');
  return {
    zh: `PORTICO_SEAL_KEYS_BESIDE：缺少密钥 ${id}，库中机密曾以它封存；现有 ${ids}。请加入该密钥，或待 npm run reseal 完成后再撤下（docs/operate.md）`,
    en: `PORTICO_SEAL_KEYS_BESIDE: key ${id} is missing, which secrets in the database were sealed under; given are ${ids}. Add it, or take it away only after npm run reseal has ended (docs/operate.md)`,
  };
}

/** Of the keys that were in use once: kept from now on, so that the configuration may forget them. Hands over their names. */
export async function keepFormerKeys(db: Kysely<unknown>, sealing: Sealing): Promise<string[]> {
  const kept: string[] = [];
  for (const key of sealing.sealKeysBeside ?? []) {
    const id = sealKeyId(key);
    const { rows } = await sql`
      update runtime.seal_key set kept = ${seal(sealing, keptLabel(id), key)}
      where id = ${id} and kept is null returning id`.execute(db);
    if (rows.length > 0) kept.push(id);
  }
  return kept;
}

/** What was made of it is believed no longer. False where no such key was kept. */
export async function forgetKey(db: Kysely<unknown>, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from runtime.seal_key where id = ${id} and kept is not null returning id`.execute(db);
  return rows.length > 0;
}

/** What the runtime itself keeps sealed. */
export const runtimeSealed: readonly SealedColumn[] = [
  { table: 'runtime.seal_key', key: ['id'], column: 'kept', labelOf: ({ id = '' }) => keptLabel(id) },
  {
    ...{ table: 'runtime.idempotency', key: ['actor', 'key'], column: 'body', json: true, mixed: true },
    labelOf: ({ actor = '', key = '' }) => replyLabel(actor, key),
  },
];
