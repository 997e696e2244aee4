// The whole ledger as lines of text for an auditor, seen at one instant (`npm run ledger -- export FILE`; tools/verify_ledger.py
// checks it without trusting us). Fields are parted by tabs, which JSON texts do not contain; hashes are hex.
//   ledger  2
//   key     verifier
//   head    size  previous  position  root  time  note (JSON text)
//   tile    index  first  positions (commas)  hashes
//   node    level  index  hash
//   erasure position  content
//   events  positions (commas)  leaf hashes as kept  salts; then one line for each leaf, its commitment left out ("content":""), and
//           one for each content (canonical JSON): who reads computes the commitments, many at once (R18: 500,000 a second)
//   event   position  leaf hash as kept (or -)  salt  leaf  content (empty where erased)      what does not fit among many
//   end     number of lines before this one
import type { Kysely } from 'kysely';
import { contentText } from './leaf.ts';
import { type EventRow, listKeys, standStill, textOfLeaf, whole } from './store.ts';

type Db = Kysely<unknown>;
const PAGE = 1000;
/** Events told together: their texts stay in a processor's cache. */
const MANY = 256;
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
  yield line('ledger', 2);
  for (const { verifier } of await listKeys(db)) yield line('key', verifier);
  for await (const h of rowsOf(db, whole.heads))
    yield line('head', h.size, h.previous, h.position, hexOf(h.root), h.signed_at, JSON.stringify(h.note));
  for await (const tile of rowsOf(db, whole.tiles))
    yield line('tile', tile.index, tile.first, tile.positions.join(','), hexOf(tile.hashes));
  for await (const node of rowsOf(db, whole.nodes)) yield line('node', node.level, node.index, hexOf(node.hash));
  for await (const erasure of rowsOf(db, whole.erasures)) yield line('erasure', erasure.position, erasure.content);
  const many: Told[] = [];
  for await (const event of rowsOf(db, whole.events)) {
    const told = tellEvent(event);
    if (many.length === MANY || (!told.fits && many.length > 0)) yield eventLines(many.splice(0));
    if (told.fits) many.push(told);
    else
      yield line(
        'event',
        event.position,
        hexOf(event.leaf),
        event.salt?.toString('hex') ?? '',
        told.leaf,
        told.content,
      );
  }
  if (many.length > 0) yield eventLines(many);
}

type Told = { readonly event: EventRow; readonly leaf: string; readonly content: string; readonly fits: boolean };
/** Where the commitment stands in a leaf: {"at":"…24","content":"…64 */
const [BEGINS, ENDS] = [44, 108];
export function tellEvent(event: EventRow): Told {
  const content = event.kept === null ? contentText(event.actor, event.payload) : '';
  const leaf = textOfLeaf(event);
  const fits =
    content !== '' && event.salt?.length === 16 && event.leaf?.length === 32 && leaf.startsWith('","content":"', 31);
  return { event, leaf, content, fits };
}
/** Of events that fit. */
export function eventLines(many: readonly Told[]): string {
  const positions = many.map(({ event }) => event.position).join(',');
  const joined = (column: 'leaf' | 'salt') => many.map(({ event }) => hexOf(event[column])).join('');
  const leaves = many.map(({ leaf }) => line(leaf.slice(0, BEGINS) + leaf.slice(ENDS)));
  return [
    line('events', positions, joined('leaf'), joined('salt')),
    ...leaves,
    ...many.map((t) => line(t.content)),
  ].join('');
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
