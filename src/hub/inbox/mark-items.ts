// Notices are marked as read or unread: some, or all up to the newest that was shown, so that what came meanwhile stays unread (M2).
import type { Context } from '../../runtime/context.ts';
import type { InboxSummary } from './contract.ts';
import { readSummary } from './read-inbox.ts';
import { markItems as mark } from './store.ts';

export async function markItems(
  context: Context,
  command: { readonly read: boolean; readonly positions?: readonly number[]; readonly upTo?: number },
): Promise<InboxSummary> {
  if (command.positions === undefined || command.positions.length > 0) await mark(context, command);
  return readSummary(context);
}
