// Keeps the library's index: a loop of its own beside the flow, so that no case waits for it. What is to be looked at again was noted in
// the transaction that changed it; a batch is taken, written and forgotten in one transaction, so a crash loses nothing.
import { type Context, portico } from '../../runtime/context.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { type CaseRow, listCases, takeChangedCases, textsOfForm } from '../shipment/index.ts';
import { joinTexts, MOST_BYTES, textsOfDocument } from './gather-texts.ts';
import { pageKeyOf } from './period-keys.ts';
import { fold, splitWords } from './split-words.ts';
import {
  claimIndexing,
  type EntryRow,
  readForIndex,
  renewDocumentsOf,
  takeUnindexed,
  writeEntries,
} from './store-library.ts';

const CASES = 50;
/** Documents; what several notes of a batch name is written once. */
const NOTES = 200;
const POLL_MS = 1000;

export const createIndexer = (options: { unitOfWork: UnitOfWork; onFault: (error: unknown) => void }): Loop =>
  createLoop({
    name: 'library-index',
    pollMs: POLL_MS,
    step: () => options.unitOfWork.run(portico, indexSome),
    onFault: options.onFault,
  });

/** True when there may be more. */
export async function indexSome(context: Context): Promise<boolean> {
  if (!(await claimIndexing(context))) return false;
  const changed = await takeChangedCases(context, CASES);
  if (changed.length > 0) {
    const cases = await listCases(context, changed);
    await renewDocumentsOf(context, cases);
    await writeEntries(context, cases.map(entryOfCase));
  }
  const { ids, full } = await takeUnindexed(context, NOTES);
  if (ids.length > 0) {
    const found = await readForIndex(context, ids, MOST_BYTES);
    const cases = await listCases(context, [...new Set(found.flatMap(({ row }) => row.shipment_id ?? []))]);
    const byId = new Map(cases.map((row) => [row.id, row]));
    await writeEntries(
      context,
      // Photos of inspections are found at their inspection, by whom they are for.
      found.flatMap(({ row, bytes }) => {
        if (row.flow === 'photo') return [];
        const owner = byId.get(row.shipment_id ?? '');
        const text = fold(joinTexts(textsOfDocument(row, bytes ?? undefined)));
        const where = {
          id: row.id,
          madeAt: row.created_at,
          shipment_id: row.shipment_id,
          flow: row.flow,
          channel: row.channel,
        };
        return [entry(where, owner, text)];
      }),
    );
  }
  return changed.length === CASES || full;
}

function entryOfCase(row: CaseRow): EntryRow {
  const text = fold(joinTexts([{ text: row.number }, { text: row.owner_name }, ...textsOfForm(row.form ?? {})]));
  return entry({ id: row.id, madeAt: row.created_at, shipment_id: row.id, flow: 'form', channel: null }, row, text);
}

function entry(
  { madeAt, ...where }: Pick<EntryRow, 'id' | 'shipment_id' | 'flow' | 'channel'> & { readonly madeAt: string },
  owner: CaseRow | undefined,
  text: string,
): EntryRow {
  const marks = [`f:${where.flow}`];
  if (where.channel) marks.push(`c:${where.channel}`);
  if (owner) marks.push(`d:${owner.direction}`, `o:${owner.owner_id}`, `p:${owner.filer_id}`);
  return {
    ...where,
    page_key: pageKeyOf(madeAt, where.id),
    owner_id: owner?.owner_id ?? null,
    filer_id: owner?.filer_id ?? null,
    tokens: [...marks, ...splitWords(text)],
    text,
  };
}
