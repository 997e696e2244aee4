// At start: is this the database as it was left, or one that goes on from a backup (R21)? After a restore partners know numbers
// and documents that are lost here; none of those numbers is given again, and the operator is told (P3).
import type { Bilingual } from '../../kernel/bilingual.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import type { ExchangeEvents, RestoreView } from './contract.ts';
import { refuse } from './refusals.ts';
import {
  checkHistory,
  countUnknown,
  type HistoryRow,
  insertHistory,
  listHistory,
  skipNumbers,
} from './store-history.ts';

const emit = emitter<ExchangeEvents>();
/** More than is given out between two archived segments at a hundred times the country's rate. */
const SKIPPED = 100_000;
/** A case never has as many documents, so a serial of before a restore never comes again. */
const SKIPPED_SERIALS = 500;

/** Read at start by each node; a restore happens to nodes that are stopped. */
let restores: readonly HistoryRow[] = [];

export async function noteRestore(context: Context): Promise<void> {
  const noted = await insertHistory(context);
  const rows = await listHistory(context);
  restores = rows.slice(1);
  if (!noted || rows.length < 2) return;
  await skipNumbers(context, SKIPPED);
  await emit(context, 'database.restored', String(noted.id), {
    timeline: noted.timeline,
    lastPosition: Number(noted.last_position),
    ...(noted.last_event_at ? { restoredTo: noted.last_event_at } : {}),
  });
}

/** Serials of a case's documents that may have been used after the instant it was restored to; events of before keep theirs. */
export const lostSerials = (position: number): number =>
  SKIPPED_SERIALS * restores.filter((restore) => Number(restore.last_position) < position).length;

/** What to think of a message about something unknown, when the database was once restored. */
export function lostHint(): Bilingual | undefined {
  const at = restores.at(-1)?.last_event_at;
  return at
    ? {
        zh: `；数据库曾恢复到 ${at}，可能是其后发出的`,
        en: `; the database was restored to ${at}, it may have been sent after that`,
      }
    : undefined;
}

export async function readRestores(context: Context): Promise<RestoreView[]> {
  const rows = (await listHistory(context)).slice(1).reverse();
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      notedAt: row.noted_at,
      timeline: row.timeline,
      lastPosition: Number(row.last_position),
      unknownMessages: await countUnknown(context, row.noted_at),
      ...(row.last_event_at ? { restoredTo: row.last_event_at } : {}),
      ...(row.checked_at ? { checkedAt: row.checked_at, checkedBy: row.checked_by ?? '' } : {}),
    })),
  );
}

export async function checkRestore(context: Context, id: number): Promise<void> {
  if (!(await checkHistory(context, id))) throw refuse('RESTORE_UNKNOWN');
  await emit(context, 'restore.checked', String(id), { restore: id });
}
