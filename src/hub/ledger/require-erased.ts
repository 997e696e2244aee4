// At the start: what was erased once is not here again (PIPL 47; R26). A backup from before an erasure brings the content back; Portico does not
// serve it, and says what to do. Erasing is the owner's account's, so the running program cannot do it by itself.
import type { Context } from '../../runtime/context.ts';
import { ErasedIsBack, readErasures } from '../../runtime/ledger/erasure-list.ts';
import { findReturned } from './erase-content.ts';

/** Throws ErasedIsBack. */
export async function requireErased(context: Context, list: string): Promise<void> {
  const returned = await findReturned(context, readErasures(list));
  if (returned.length > 0) throw new ErasedIsBack(returned.length, list);
}
