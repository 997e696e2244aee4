// All SQL of the ledger: what is read of the events to build the tree, tiles, nodes and heads, written once and never changed.
import { type Kysely, sql } from 'kysely';
import type { Transaction } from '../context.ts';
import { contentHash, contentText, leafText } from './leaf.ts';
import { type Hash, hashLeaf } from './merkle.ts';

type Db = Kysely<unknown>;
export const TILE = 256;
/** Below every position and index. */
const FIRST = Number.MIN_SAFE_INTEGER;

/** An event as the ledger sees it; `kept` is the commitment of erased content. */
export type EventRow = {
  readonly position: number;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly payload: unknown;
  readonly actor: {
    readonly id: string;
    readonly kind: string;
    readonly name: string;
    readonly organisationId?: string;
  };
  readonly occurred_at: string;
  readonly salt: Buffer | null;
  readonly leaf: Buffer | null;
  readonly kept: string | null;
};
export type Leaf = { readonly position: number; readonly hash: Hash };
export type HeadRow = {
  readonly size: number;
  readonly previous: number;
  readonly position: number;
  readonly root: Buffer;
  readonly note: string;
  readonly signed_at: string;
};

/** The leaf's text as it follows from the row, whatever hash the row says it has. */
export function textOfLeaf(row: EventRow): string {
  const content = row.kept ?? contentHash(row.salt ?? Buffer.alloc(0), contentText(row.actor, row.payload));
  return leafText({ id: row.id, type: row.type, subject: row.subject, at: row.occurred_at }, content);
}

const eventColumns = sql`e.position, e.id, e.type, e.subject, e.payload, e.actor, e.occurred_at, e.salt, e.leaf,
  (select content from runtime.ledger_erasure x where x.position = e.position) as kept`;

/** The next leaves in commit order. Events of a version without a ledger get theirs from what they say. */
export async function readLeaves(db: Db, after: number, limit: number): Promise<Leaf[]> {
  const { rows } = await sql<{ position: number; leaf: Buffer | null }>`
    select position, leaf from runtime.recorded where position > ${after} order by position limit ${limit}`.execute(db);
  const bare = rows.filter((row) => row.leaf === null);
  const written = new Map(
    bare.length === 0 ? [] : (await readEvents(db, after, rows.at(-1)?.position ?? after)).map((e) => [e.position, e]),
  );
  return rows.map(({ position, leaf }) => {
    const event = leaf === null ? written.get(position) : undefined;
    return { position, hash: leaf ?? (event ? hashLeaf(textOfLeaf(event)) : Buffer.alloc(0)) };
  });
}

/** Events between two positions, the first not included. */
export async function readEvents(db: Db, after: number, upTo: number): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select ${eventColumns} from runtime.recorded e where e.position > ${after} and e.position <= ${upTo}
    order by e.position`.execute(db);
  return rows;
}

/** What an auditor asks for: of one shipment, by or about one organisation, of a time (ISO instants, the end not included); all that is said. */
export type Wanted = {
  readonly shipmentId?: string;
  readonly organisationId?: string;
  readonly from?: string;
  readonly to?: string;
};
/** Those events in commit order, a page at a time; up to a position where one is given. */
export async function readWanted(
  db: Db,
  wanted: Wanted,
  { after, upTo, limit }: { readonly after: number; readonly upTo?: number; readonly limit: number },
): Promise<EventRow[]> {
  const { shipmentId, organisationId, from, to } = wanted;
  const said = [
    sql`e.position > ${after}`,
    ...(upTo === undefined ? [] : [sql`e.position <= ${upTo}`]),
    ...(shipmentId ? [sql`(e.subject = ${shipmentId} or e.payload ->> 'shipmentId' = ${shipmentId})`] : []),
    ...(organisationId
      ? [sql`(e.actor ->> 'organisationId' = ${organisationId} or e.subject = ${organisationId})`]
      : []),
    ...(from ? [sql`e.occurred_at >= ${from}`] : []),
    ...(to ? [sql`e.occurred_at < ${to}`] : []),
  ];
  const { rows } = await sql<EventRow>`
    select ${eventColumns} from runtime.recorded e where ${sql.join(said, sql` and `)}
    order by e.position limit ${limit}`.execute(db);
  return rows;
}

/** By what it is about and its id: the index by subject finds it, another index would cost every event. */
export async function findEvent(db: Db, subject: string, id: string): Promise<EventRow | undefined> {
  const { rows } = await sql<EventRow>`
    select ${eventColumns} from runtime.recorded e where e.subject = ${subject} and e.id = ${id}`.execute(db);
  return rows[0];
}

export async function latestHead(db: Db): Promise<HeadRow | undefined> {
  const { rows } = await sql<HeadRow>`select * from runtime.ledger_head order by size desc limit 1`.execute(db);
  return rows[0];
}
export async function findHead(db: Db, size: number): Promise<HeadRow | undefined> {
  const { rows } = await sql<HeadRow>`select * from runtime.ledger_head where size = ${size}`.execute(db);
  return rows[0];
}
/** Newest first, those before a size. */
export async function listHeads(db: Db, before: number | undefined, limit: number): Promise<HeadRow[]> {
  const { rows } = await sql<HeadRow>`
    select * from runtime.ledger_head where size < ${before ?? Number.MAX_SAFE_INTEGER} order by size desc limit ${limit}`.execute(
    db,
  );
  return rows;
}
export async function insertHead(db: Transaction, head: HeadRow): Promise<void> {
  await sql`
    insert into runtime.ledger_head (size, previous, position, root, note, signed_at)
    values (${head.size}, ${head.previous}, ${head.position}, ${head.root}, ${head.note}, ${head.signed_at})`.execute(
    db,
  );
}

export async function noteKeys(db: Transaction, verifiers: readonly string[], now: string): Promise<void> {
  for (const verifier of verifiers)
    await sql`insert into runtime.ledger_key (verifier, since) values (${verifier}, ${now}) on conflict do nothing`.execute(
      db,
    );
}
export async function listKeys(db: Db): Promise<{ verifier: string; since: string }[]> {
  const { rows } = await sql<{ verifier: string; since: string }>`
    select verifier, since from runtime.ledger_key order by since, verifier`.execute(db);
  return rows;
}

/** The position of the last leaf of the last complete tile. */
export async function lastTilePosition(db: Db, tiles: number): Promise<number> {
  if (tiles === 0) return 0;
  const { rows } = await sql<{ position: number }>`
    select positions[${TILE}] as position from runtime.ledger_tile where index = ${tiles - 1}`.execute(db);
  return Number(rows[0]?.position ?? 0);
}
export type TileRow = { readonly index: number; readonly positions: readonly number[]; readonly hashes: Buffer };
export async function readTiles(db: Db, indexes: readonly number[]): Promise<TileRow[]> {
  if (indexes.length === 0) return [];
  const { rows } = await sql<TileRow>`
    select index, positions, hashes from runtime.ledger_tile where index = any(${[...indexes]}::bigint[]) order by index`.execute(
    db,
  );
  return rows;
}
export async function insertTile(db: Transaction, index: number, leaves: readonly Leaf[]): Promise<void> {
  await sql`
    insert into runtime.ledger_tile (index, first, positions, hashes)
    values (${index}, ${leaves[0]?.position}, ${leaves.map((leaf) => leaf.position)}::bigint[],
            ${Buffer.concat(leaves.map((leaf) => leaf.hash))})`.execute(db);
}
/** The tile in which an event stands, where its tile is complete. */
export async function findTileOf(db: Db, position: number): Promise<{ index: number; at: number } | undefined> {
  const { rows } = await sql<{ index: number; at: number | null }>`
    select index, array_position(positions, ${position}::bigint) as at from runtime.ledger_tile
    where first <= ${position} order by first desc limit 1`.execute(db);
  return rows[0] && rows[0].at !== null ? { index: rows[0].index, at: rows[0].at - 1 } : undefined;
}
/** How many events lie between two positions: after the first, up to the second. */
export async function countBetween(db: Db, after: number, upTo: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from runtime.recorded where position > ${after} and position <= ${upTo}`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

export type NodeRange = { readonly level: number; readonly from: number; readonly to: number };
export type NodeRow = { readonly level: number; readonly index: number; readonly hash: Buffer };
export async function readNodes(db: Db, ranges: readonly NodeRange[]): Promise<NodeRow[]> {
  if (ranges.length === 0) return [];
  const { rows } = await sql<NodeRow>`
    select n.level, n.index, n.hash
    from jsonb_to_recordset(${JSON.stringify(ranges)}::jsonb) as r(level smallint, "from" bigint, "to" bigint)
    join runtime.ledger_node n on n.level = r.level and n.index >= r."from" and n.index < r."to"`.execute(db);
  return rows;
}
export async function insertNodes(db: Transaction, nodes: readonly NodeRow[]): Promise<void> {
  for (const { level, index, hash } of nodes)
    await sql`insert into runtime.ledger_node (level, index, hash) values (${level}, ${index}, ${hash})`.execute(db);
}

/** Everything after it sees the database as it was at one instant, and changes nothing; whoever writes it down may be slow. */
export async function standStill(db: Transaction): Promise<void> {
  await sql`set transaction isolation level repeatable read read only`.execute(db);
  await sql`set local idle_in_transaction_session_timeout = '5min'`.execute(db);
}
/** The tables as they are, whatever somebody made of them, in pages by their key; the first page begins after nothing. */
export const whole = {
  heads: async (db: Db, after: HeadRow | undefined, limit: number): Promise<HeadRow[]> =>
    (
      await sql<HeadRow>`select * from runtime.ledger_head where size > ${after?.size ?? FIRST} order by size limit ${limit}`.execute(
        db,
      )
    ).rows,
  tiles: async (db: Db, after: TileRow | undefined, limit: number): Promise<(TileRow & { first: number })[]> =>
    (
      await sql<TileRow & { first: number }>`
        select * from runtime.ledger_tile where index > ${after?.index ?? FIRST} order by index limit ${limit}`.execute(
        db,
      )
    ).rows,
  nodes: async (db: Db, after: NodeRow | undefined, limit: number): Promise<NodeRow[]> =>
    (
      await sql<NodeRow>`
        select level, index, hash from runtime.ledger_node
        where (level, index) > (${after?.level ?? -1}::int, ${after?.index ?? FIRST}::bigint) order by level, index limit ${limit}`.execute(
        db,
      )
    ).rows,
  erasures: async (db: Db, after: Erasure | undefined, limit: number): Promise<Erasure[]> =>
    (
      await sql<Erasure>`
        select position, content from runtime.ledger_erasure where position > ${after?.position ?? FIRST}
        order by position limit ${limit}`.execute(db)
    ).rows,
  events: async (db: Db, after: EventRow | undefined, limit: number): Promise<EventRow[]> =>
    (
      await sql<EventRow>`
        select ${eventColumns} from runtime.recorded e where e.position > ${after?.position ?? FIRST}
        order by e.position limit ${limit}`.execute(db)
    ).rows,
};
export type Erasure = { readonly position: number; readonly content: string };

/** Sets the commitment aside, then erases the content. */
export async function eraseEvent(db: Transaction, row: EventRow, content: string, now: string): Promise<void> {
  await sql`insert into runtime.ledger_erasure (position, content, erased_at) values (${row.position}, ${content}, ${now})`.execute(
    db,
  );
  // It lies in one of the two.
  for (const table of [sql`runtime.event`, sql`archive.event`])
    await sql`
      update ${table} set payload = '{"erased": true}', actor = '{"kind": "erased", "id": "", "name": ""}', salt = null
      where position = ${row.position}`.execute(db);
}

/** How far the ledger is behind the events. */
export async function readLedgerLag(db: Db): Promise<{ size: number; events: number; oldest: string | null }> {
  const { rows } = await sql<{ size: number; events: number; oldest: string | null }>`
    with head as (select size, position from runtime.ledger_head order by size desc limit 1),
         seen as (select coalesce((select position from head), 0) as position)
    select coalesce((select size from head), 0) as size,
           greatest(0, coalesce((select max(position) from runtime.event), 0) - (select position from seen)) as events,
           (select occurred_at from runtime.event where position > (select position from seen) order by position limit 1) as oldest`.execute(
    db,
  );
  return rows[0] ?? { size: 0, events: 0, oldest: null };
}

/** Of these the ones whose content is here, though it was erased once: a backup from before has been restored. */
export async function readUnerased(
  db: Db,
  once: readonly { readonly subject: string; readonly id: string }[],
): Promise<{ subject: string; id: string }[]> {
  const { rows } = await sql<{ subject: string; id: string }>`
    select e.subject, e.id from jsonb_to_recordset(${JSON.stringify(once)}::jsonb) as x(subject text, id uuid)
    join runtime.recorded e on e.subject = x.subject and e.id = x.id
    where not exists (select 1 from runtime.ledger_erasure r where r.position = e.position)`.execute(db);
  return rows;
}
