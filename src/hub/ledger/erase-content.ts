// Erases the content of one event (PIPL; R26): payload, actor and salt go, the commitment stays, and the erasing is an event of its
// own. The leaf, and with it every receipt and head, holds as before. Done by `npm run ledger -- erase`, by nobody over HTTP.
import { type Context, emitter } from '../../runtime/context.ts';
import { contentHash, contentText } from '../../runtime/ledger/leaf.ts';
import { eraseEvent, findEvent } from '../../runtime/ledger/store.ts';
import type { LedgerEvents } from './contract.ts';
import { refuse } from './refusals.ts';

const emit = emitter<LedgerEvents>();

export async function eraseContent(context: Context, receiptId: string, reason: string): Promise<void> {
  const dot = receiptId.lastIndexOf('.');
  const event = await findEvent(context.db, receiptId.slice(0, dot), receiptId.slice(dot + 1));
  if (!event || event.kept !== null) throw refuse('RECEIPT_UNKNOWN');
  const content = contentHash(event.salt ?? Buffer.alloc(0), contentText(event.actor, event.payload));
  await eraseEvent(context.db, event, content, context.now);
  await emit(context, 'content.erased', event.id, { receiptId, reason });
}
