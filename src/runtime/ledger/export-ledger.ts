// The whole ledger as lines of text for an auditor, seen at one instant (`npm run ledger -- export FILE`; tools/verify_ledger.py
// checks it without trusting us). Fields are parted by tabs, which JSON texts do not contain; hashes are hex.
//   ledger  3
//   key     verifier
//   head    size  previous  position  root  time  note (JSON text)
//   node    level  index  hash
//   erasure position  content
//   tile    index  first  positions (commas)  hashes     after each the events up to its last position, which should be its leaves: any tile
//   rest                                                 can be checked by itself; then those that no tile holds yet, 256 at a time
//   events  positions (commas)  leaf hashes as kept, in one  salts, in one  leaf …  content (canonical JSON) …
//   event   position  leaf hash as kept (or -)  salt  leaf  content (empty where erased)      what does not fit among many
//   end     number of lines before this one
import type { Kysely } from 'kysely';
import { contentText } from './leaf.ts';
import { type EventRow, listKeys, standStill, textOfLeaf, TILE, type TileRow, whole } from './store.ts';

type Db = Kysely<unknown>;
const PAGE = 1000;
const hexOf = (bytes: Buffer | null): string => bytes?.toString('hex') ?? '-';
const line = (...fields: readonly (string | number)[]): string => `${fields.join('\t')}\n`;

/** `db` is a transaction that has asked nothing yet. */
export async function* exportLedger(db: Db): AsyncGenerator<string> {
  await standStill(db);
  yield* exportLines(db);
}

/** The same of a transaction that stands still by other means. */
export async function* exportLines(db: Db): AsyncGenerator<string> {
  let lines = 0;
  for await (const one of everything(db)) {
    lines += one.split('\n').length - 1;
    yield one;
  }
  yield line('end', lines);
}

async function* everything(db: Db): AsyncGenerator<string> {
  yield line('ledger', 3);
  for (const { verifier } of await listKeys(db)) yield line('key', verifier);
  for await (const h of rowsOf(db, whole.heads))
    yield line('head', h.size, h.previous, h.position, hexOf(h.root), h.signed_at, JSON.stringify(h.note));
  for await (const node of rowsOf(db, whole.nodes)) yield line('node', node.level, node.index, hexOf(node.hash));
  for await (const erasure of rowsOf(db, whole.erasures)) yield line('erasure', erasure.position, erasure.content);
  const events = rowsOf(db, whole.events);
  let next = await events.next();
  /** Those that come next, up to a position; never more than one line can hold, whatever somebody made of the tiles. */
  const take = async (last: number): Promise<EventRow[]> => {
    const its: EventRow[] = [];
    for (; !next.done && its.length < TILE && next.value.position <= last; next = await events.next())
      its.push(next.value);
    return its;
  };
  for await (const tile of rowsOf(db, whole.tiles)) {
    yield tileLine(tile);
    const last = tile.positions.at(-1) ?? 0;
    for (let its = await take(last); its.length > 0; its = await take(last)) yield* eventLines(its);
  }
  for (let its = await take(Infinity); its.length > 0; its = await take(Infinity)) {
    yield line('rest');
    yield* eventLines(its);
  }
}

export const tileLine = ({ index, first, positions, hashes }: TileRow & { readonly first: number }): string =>
  line('tile', index, first, positions.join(','), hexOf(hashes));

type Told = { readonly event: EventRow; readonly leaf: string; readonly content: string };
/** Neighbours that fit in one line: they have their content, salt and leaf, and the commitment stands in the leaf where it always does. */
export function* eventLines(events: readonly EventRow[]): Generator<string> {
  const many: Told[] = [];
  for (const event of events) {
    const told = {
      event,
      leaf: textOfLeaf(event),
      content: event.kept === null ? contentText(event.actor, event.payload) : '',
    };
    const fits =
      told.content !== '' &&
      event.salt?.length === 16 &&
      event.leaf?.length === 32 &&
      told.leaf.startsWith('","content":"', 31);
    if (fits) many.push(told);
    else {
      yield* manyLine(many.splice(0));
      yield line(
        'event',
        event.position,
        hexOf(event.leaf),
        event.salt?.toString('hex') ?? '',
        told.leaf,
        told.content,
      );
    }
  }
  yield* manyLine(many);
}
function* manyLine(many: readonly Told[]): Generator<string> {
  const joined = (column: 'leaf' | 'salt') => many.map(({ event }) => hexOf(event[column])).join('');
  const positions = many.map(({ event }) => event.position).join(',');
  const texts = [...many.map(({ leaf }) => leaf), ...many.map(({ content }) => content)];
  if (many.length > 0) yield line('events', positions, joined('leaf'), joined('salt'), ...texts);
}

async function* rowsOf<T>(
  db: Db,
  page: (db: Db, after: T | undefined, limit: number) => Promise<T[]>,
): AsyncGenerator<T> {
  for (let after: T | undefined; ; ) {
    const rows = await page(db, after, PAGE);
    yield* rows;
    after = rows.at(-1);
    if (rows.length < PAGE) return;
  }
}
