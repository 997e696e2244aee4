// One search for everything the reader may see (P2): cases by number first, then forms and documents by words, newest first, page by key.
import type { Context } from '../../runtime/context.ts';
import { USUAL_PAGE } from '../../runtime/database/read-page.ts';
import { type Look, noteLooks, pageShipments } from '../shipment/index.ts';
import { type LibraryFlow, libraryFlows, type LibraryItem, type LibraryPage, type NumberHit } from './contract.ts';
import { libraryAccess } from './store-access.ts';
import { itemsOf } from './library-items.ts';
import { firstKeyOf } from './period-keys.ts';
import { splitQuery, type WantedPiece } from './split-words.ts';
import { areRare, type Branch, type Search, searchByWords, searchNewest } from './store-library.ts';

export type LibraryQuery = {
  readonly query?: string;
  readonly flow?: LibraryFlow;
  readonly channel?: string;
  readonly direction?: 'import' | 'export';
  /** First and last day, UTC+8. */
  readonly from?: string;
  readonly to?: string;
  readonly after?: string;
  readonly limit?: number;
};
const MOST_CASES = 10;
/** What is looked through one by one before the index of words is asked. */
const WINDOW = 1000;
const WIDEST_WINDOW = 20_000;
const LAST_KEY = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const FIRST_KEY = '00000000-0000-0000-0000-000000000000';

export async function searchLibrary(context: Context, query: LibraryQuery): Promise<LibraryPage> {
  const pieces = splitQuery(query.query ?? '');
  const cases = query.query && !query.after ? await casesByNumber(context, query.query) : [];
  if (query.query?.trim() && pieces.length === 0) return { cases, items: [] };
  const limit = query.limit ?? USUAL_PAGE;
  // The index of words is the whole library's and its conditions hold readers apart; what is shown of a hit is read under the lock again.
  const hits = await context.beyondLock((open) => findHits(open, query, pieces, limit + 1));
  const shown = hits.slice(0, limit);
  const last = shown.at(-1);
  const items = await itemsOf(
    context,
    shown.map((hit) => hit.id),
    pieces,
  );
  await noteLooks(context, items.filter((item) => item.found.length > 0).flatMap(toLook));
  return {
    cases,
    items,
    ...(hits.length > limit && last ? { next: last.page_key } : {}),
  };
}

/** Words of it were shown. */
const toLook = (item: LibraryItem): Look[] =>
  item.shipmentId
    ? [
        {
          shipmentId: item.shipmentId,
          what: 'found',
          ...(item.flow === 'form' ? {} : { documentId: item.id }),
          name: item.name,
        },
      ]
    : [];

async function findHits(context: Context, query: LibraryQuery, pieces: readonly WantedPiece[], limit: number) {
  const access = await libraryAccess(context);
  const filters = [
    ...(query.flow ? [`f:${query.flow}`] : []),
    ...(query.channel ? [`c:${query.channel}`] : []),
    ...(query.direction ? [`d:${query.direction}`] : []),
  ];
  const typed = pieces.flatMap((p) => p.words.map((w) => lexeme(w.word, w.prefix)));
  const wanted = [...filters.map((mark) => lexeme(mark)), ...typed];
  const end = query.to ? firstKeyOf(query.to, 1) : LAST_KEY;
  const search: Search = {
    branches: walkBy(access.branches, query),
    ...(wanted.length > 0 ? { words: wanted.join(' & ') } : {}),
    phrases: pieces.filter((piece) => piece.sideBySide).map((piece) => piece.text),
    allowed: access.allowed,
    below: query.after && query.after < end ? query.after : end,
    from: query.from ? firstKeyOf(query.from, 0) : FIRST_KEY,
    limit,
  };
  if (search.branches.length === 0) return [];
  const marks = access.marks.map((mark) => lexeme(mark));
  const words = [...wanted, ...(marks.length > 0 ? [`(${marks.join(' | ')})`] : [])];
  const byWords = () => searchByWords(context, { ...search, words: words.join(' & ') });
  // A number, a name: the index of words gives the few that have it, and no walk through the newest would have filled the page.
  if (typed.length > 0 && (await areRare(context, typed.join(' & ')))) return byWords();
  const newest = await searchNewest(context, search, WINDOW);
  if (newest.length === limit) return newest;
  // Fairly common words: a wider window will very likely fill the page. Rare ones: the index of words knows them all.
  const window = newest.length === 0 ? Number.POSITIVE_INFINITY : (2 * WINDOW * limit) / newest.length;
  if (window <= WIDEST_WINDOW) {
    const wider = await searchNewest(context, search, Math.ceil(window));
    if (wider.length === limit) return wider;
  }
  return words.length > 0 ? byWords() : newest;
}

/** Who sees everything walks by his filter; who sees a part walks that, without what his filter shuts out. */
function walkBy(branches: readonly Branch[], query: LibraryQuery): readonly Branch[] {
  if (branches.length > 0) return branches.filter((branch) => fits(branch, query));
  if (query.channel) return [{ column: 'channel', value: query.channel }];
  return (query.flow ? [query.flow] : libraryFlows).map((value) => ({ column: 'flow', value }));
}

function fits({ column, value }: Branch, { flow, channel }: LibraryQuery): boolean {
  if (column === 'flow') return (!flow || flow === value) && (!channel || !withoutChannel.has(value));
  if (column === 'channel') return (!channel || channel === value) && (!flow || !withoutChannel.has(flow));
  return true;
}
/** Forms go to many, attachments to nobody in particular. */
const withoutChannel: ReadonlySet<string> = new Set<LibraryFlow>(['form', 'attachment']);

const lexeme = (text: string, prefix = false): string =>
  `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'${prefix ? ':*' : ''}`;

async function casesByNumber(context: Context, query: string): Promise<NumberHit[]> {
  const { items } = await pageShipments(context, { query, limit: MOST_CASES });
  return items.map((item) => ({
    id: item.id,
    number: item.number,
    progress: item.progress,
    ...(item.goodsName ? { goodsName: item.goodsName } : {}),
    ...(item.billNumber ? { billNumber: item.billNumber } : {}),
  }));
}
