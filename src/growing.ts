// The tables that grow without end, and everybody who may come back to what is in them (decision 0014).
import { attempts, deliveriesNeed, messages } from './hub/exchange/index.ts';
import { queuedMessagesNeed } from './hub/subscriptions/index.ts';
import type { GrowingTable } from './runtime/growth/growing-table.ts';
import { events } from './runtime/outbox/growing.ts';

export const growingTables: readonly GrowingTable[] = [
  { ...events, needs: [...events.needs, deliveriesNeed, queuedMessagesNeed] },
  attempts,
  messages,
];
