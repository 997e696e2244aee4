// The whole ledger as lines of text for an auditor, seen at one instant (`npm run ledger -- export FILE`; tools/verify_ledger.py
// checks it without trusting us). Fields are parted by tabs, which JSON texts do not contain; hashes are hex.
//   ledger  1
//   key     verifier
//   head    size  previous  position  root  time  note (JSON text)
//   tile    index  first  positions (commas)  hashes
//   node    level  index  hash
//   erasure position  content
//   event   position  leaf hash as kept (or -)  salt  leaf  content (canonical JSON; empty where erased)
//   end     number of lines before this one
import type { Kysely } from 'kysely';
import { contentText } from './leaf.ts';
import { type EventRow, listKeys, standStill, textOfLeaf, whole } from './store.ts';

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
    lines += 1;
    yield one;
  }
  yield line('end', lines);
}

async function* everything(db: Db): AsyncGenerator<string> {
  yield line('ledger', 1);
  for (const { verifier } of await listKeys(db)) yield line('key', verifier);
  for await (const h of rowsOf(db, whole.heads))
    yield line('head', h.size, h.previous, h.position, hexOf(h.root), h.signed_at, JSON.stringify(h.note));
  for await (const tile of rowsOf(db, whole.tiles))
    yield line('tile', tile.index, tile.first, tile.positions.join(','), hexOf(tile.hashes));
  for await (const node of rowsOf(db, whole.nodes)) yield line('node', node.level, node.index, hexOf(node.hash));
  for await (const erasure of rowsOf(db, whole.erasures)) yield line('erasure', erasure.position, erasure.content);
  for await (const event of rowsOf(db, whole.events)) yield eventLine(event);
}

function eventLine(event: EventRow): string {
  const content = event.kept === null ? contentText(event.actor, event.payload) : '';
  return line(
    'event',
    event.position,
    hexOf(event.leaf),
    event.salt?.toString('hex') ?? '',
    textOfLeaf(event),
    content,
  );
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
