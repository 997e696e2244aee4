// Attempts and messages grow without end. What is open or dead, and what nobody has read yet, keeps all of its time.
import type { GrowingTable, Need } from '../../runtime/growth/growing-table.ts';
import { hasOpenDeliveries, hasUnreadMessages } from './store-growth.ts';

/** Events from which an open or dead delivery may still be written, or a lane read. */
export const deliveriesNeed: Need = (context, full) => hasOpenDeliveries(context, full.lastWrittenAt);

export const attempts: GrowingTable = {
  schema: 'exchange',
  table: 'attempt',
  key: 'at',
  span: 'month',
  writtenAt: 'at',
  needs: [deliveriesNeed],
};
export const messages: GrowingTable = {
  schema: 'exchange',
  table: 'inbound',
  key: 'seq',
  span: 1_000_000,
  writtenAt: 'received_at',
  needs: [(context, full) => hasUnreadMessages(context, full.upTo)],
};
