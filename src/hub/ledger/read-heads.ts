// What everybody may have of the ledger: keys, signed heads, and the proofs between them. Nothing of it says what anybody did.
import type { Context } from '../../runtime/context.ts';
import type { Page } from '../../runtime/database/read-page.ts';
import { findHead, type HeadRow, listHeads, listKeys } from '../../runtime/ledger/store.ts';
import { proveConsistency, proveInclusion } from '../../runtime/ledger/tree.ts';
import type { ConsistencyProof, InclusionProof, LedgerKey, TreeHead } from './contract.ts';
import { refuse } from './refusals.ts';

export const toHead = (row: HeadRow): TreeHead => ({
  size: row.size,
  root: row.root.toString('hex'),
  signedAt: row.signed_at,
  note: row.note,
});
const hex = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'));

export const readKeys = (context: Context): Promise<LedgerKey[]> => listKeys(context.db);

export async function readHeads(context: Context, query: { after?: string; limit?: number }): Promise<Page<TreeHead>> {
  const limit = query.limit ?? 50;
  const rows = await listHeads(context.db, query.after === undefined ? undefined : Number(query.after), limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(toHead), ...(rows.length > limit && last ? { next: String(last.size) } : {}) };
}

async function mustBeHead(context: Context, size: number): Promise<void> {
  if (!(await findHead(context.db, size))) throw refuse('TREE_HEAD_UNKNOWN', { size });
}

export async function readInclusion(context: Context, index: number, size: number): Promise<InclusionProof> {
  await mustBeHead(context, size);
  if (index >= size) throw refuse('LEAF_NOT_IN_TREE', { index, size });
  const proof = await context.beyondLock((open) => proveInclusion(open.db, index, size));
  return { index, size, proof: hex(proof) };
}

export async function readConsistency(context: Context, from: number, to: number): Promise<ConsistencyProof> {
  const [first, second] = [Math.min(from, to), Math.max(from, to)];
  await mustBeHead(context, first);
  await mustBeHead(context, second);
  const proof = await context.beyondLock((open) => proveConsistency(open.db, first, second));
  return { first, second, proof: hex(proof) };
}
