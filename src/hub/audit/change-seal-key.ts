// The end of a change of the seal key (R25; decision 0051): all that is sealed lies under the key in use, the ones before are kept under it, and
// that is in the ledger. Run by the machine's operator (`npm run reseal`), who holds the keys; no route does it.
import { type Context, emitter } from '../../runtime/context.ts';
import { type Batch, resealBatch, type SealedColumn } from '../../runtime/identity/store-sealed.ts';
import { sealKeyId } from '../../runtime/identity/seal.ts';
import { forgetKey, isNoted, keepFormerKeys } from '../../runtime/identity/store-seal-keys.ts';
import type { AuditEvents } from './contract.ts';

const emit = emitter<AuditEvents>();
const ROWS_AT_ONCE = 100;

/** One transaction's worth. */
export const resealSome = (
  context: Context,
  column: SealedColumn,
  after: readonly string[] | undefined,
): Promise<Batch> => resealBatch(context.db, context.settings, column, { after, limit: ROWS_AT_ONCE });

/** False where no node seals with the key in use yet: it may have been given here by mistake. */
export const isSealKeyInUse = (context: Context): Promise<boolean> => isNoted(context.db, context.settings);

/** Once nothing is stuck. Hands over the names of keys that the configuration may forget from now on. */
export async function retireSealKeys(context: Context, resealed: number): Promise<string[]> {
  const by = sealKeyId(context.settings.sealKey);
  const kept = await keepFormerKeys(context.db, context.settings);
  for (const keyId of kept) await emit(context, 'seal-key.retired', keyId, { keyId, by, resealed });
  return kept;
}

/** After a leak: what was made of it (recovery codes, links of letters, our certificates) counts no longer. */
export async function forgetSealKey(context: Context, keyId: string): Promise<boolean> {
  if (!(await forgetKey(context.db, keyId))) return false;
  await emit(context, 'seal-key.forgotten', keyId, { keyId });
  return true;
}
