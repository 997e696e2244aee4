// A message to a subscriber names its event; until it has ended the event is needed.
import type { Need } from '../../runtime/growth/growing-table.ts';
import { hasQueuedMessages } from './store.ts';

export const queuedMessagesNeed: Need = (context, full) => hasQueuedMessages(context, full.upTo);
