// Erases the content of one event (PIPL; R26): payload, actor and salt go, the commitment stays, and the erasing is an event of its
// own. The leaf, and with it every receipt and head, holds as before. Done by `npm run ledger -- erase`, by nobody over HTTP.
import { type Context, emitter, receiptOf } from '../../runtime/context.ts';
import type { Erasure } from '../../runtime/ledger/erasure-list.ts';
import { contentHash, contentText } from '../../runtime/ledger/leaf.ts';
import { type EventRow, eraseEvent, findEvent, readUnerased } from '../../runtime/ledger/store.ts';
import type { LedgerEvents } from './contract.ts';
import { refuse } from './refusals.ts';

const emit = emitter<LedgerEvents>();
/** Asked about in one statement. */
const AT_ONCE = 500;

/** `note` is called before anything changes: it writes down outside what a restored backup would bring back. Hands over where it stands. */
export async function eraseContent(
  context: Context,
  receiptId: string,
  { reason, note = () => undefined }: { readonly reason: string; readonly note?: (erasure: Erasure) => void },
): Promise<{ position: number }> {
  const event = await findEvent(context.db, ...partsOf(receiptId));
  if (!event || event.kept !== null) throw refuse('RECEIPT_UNKNOWN');
  const content = commitmentOf(event);
  note({ receiptId, content, at: context.now });
  await eraseEvent(context.db, event, content, context.now);
  await emit(context, 'content.erased', event.id, { receiptId, reason });
  return { position: event.position };
}

/** Receipts of what was erased once and is here again, because a backup from before was restored. */
export async function findReturned(context: Context, list: readonly Erasure[]): Promise<string[]> {
  const returned: string[] = [];
  for (let at = 0; at < list.length; at += AT_ONCE) {
    const once = list.slice(at, at + AT_ONCE).map(({ receiptId }) => {
      const [subject, id] = partsOf(receiptId);
      return { subject, id };
    });
    for (const { subject, id } of await readUnerased(context.db, once)) returned.push(receiptOf(subject, id));
  }
  return returned;
}

const commitmentOf = (event: EventRow): string =>
  contentHash(event.salt ?? Buffer.alloc(0), contentText(event.actor, event.payload));
function partsOf(receiptId: string): [subject: string, id: string] {
  const dot = receiptId.lastIndexOf('.');
  return [receiptId.slice(0, dot), receiptId.slice(dot + 1)];
}
