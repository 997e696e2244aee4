// Ways in which somebody with the database in his hands may falsify it, each at a random place, with what must be said of it.
// He knows how the ledger is made and mends what he can: leaf hashes, tiles, nodes. He has no signing key.
import { createHash } from 'node:crypto';
import { contentHash, contentText, leafText } from '../../src/runtime/ledger/leaf.ts';
import { hashLeaf } from '../../src/runtime/ledger/merkle.ts';

/** The database as whoever falsifies it has it: any statement, no trigger. */
export type Hand = { query(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }> };
export type Chance = (below: number) => number;
/** What is in the ledger before anything is done to it. */
export type Before = {
  readonly positions: readonly number[];
  readonly size: number;
  readonly tiles: number;
  readonly heads: readonly number[];
  /** Positions that nothing stands at. */
  readonly gaps: readonly number[];
  readonly erased: number;
};
/** `at`: indexes of leaves any of which may be named, by itself, by its position, or within a range; `said`: or a text to be found. */
export type Falsification = { readonly what: string; readonly at?: readonly number[]; readonly said?: RegExp };
type Way = (client: Hand, before: Before, chance: Chance) => Promise<Falsification>;

const pick = <T>(list: readonly T[], chance: Chance): T => list[chance(list.length)] as T;
type Row = {
  readonly position: number;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly payload: object;
  readonly actor: object;
  readonly occurred_at: string;
  readonly salt: Buffer | null;
};
const rowOf = async (client: Hand, position: number): Promise<Row> => {
  const { rows } = await client.query('select * from runtime.event where position = $1', [position]);
  const row = rows[0] as Row | undefined;
  if (!row) throw new Error(`nothing stands at ${position}`);
  return row;
};

const setColumn =
  (column: string, value: string): Way =>
  async (client, { positions, size, erased }, chance) => {
    let index = chance(size);
    if (index === erased) index = index === 0 ? 1 : index - 1;
    await client.query(`update runtime.event set ${column} = ${value} where position = $1`, [positions[index]]);
    return { what: `event.${column}`, at: [index] };
  };

/** Writes another content and everything below the head that follows from it. */
const rewrite =
  (mendsTile: boolean): Way =>
  async (client, { positions, size, erased }, chance) => {
    let index = chance(size);
    if (index === erased) index = index === 0 ? 1 : index - 1;
    const position = positions[index] as number;
    const row = await rowOf(client, position);
    const payload = { ...row.payload, forged: chance(1e9) };
    const content = contentHash(row.salt ?? Buffer.alloc(0), contentText(row.actor, payload));
    const at = new Date(row.occurred_at).toISOString();
    const leaf = hashLeaf(leafText({ id: row.id, type: row.type, subject: row.subject, at }, content));
    await client.query('update runtime.event set payload = $2, leaf = $3 where position = $1', [
      position,
      payload,
      leaf,
    ]);
    if (mendsTile)
      await client.query(
        `update runtime.ledger_tile set hashes = overlay(hashes placing $2::bytea from $3) where index = $1`,
        [Math.floor(index / 256), leaf, (index % 256) * 32 + 1],
      );
    return { what: mendsTile ? 'a rewritten event, its leaf and tile' : 'a rewritten event and its leaf', at: [index] };
  };

const insertAt = async (client: Hand, position: number) =>
  client.query(
    `insert into runtime.event (position, id, type, subject, payload, actor, occurred_at, salt, leaf) overriding system value
     select $1, gen_random_uuid(), type, subject, payload, actor, occurred_at, salt, leaf from runtime.event
     where position > $1 and salt is not null order by position limit 1`,
    [position],
  );
const nearby = (positions: readonly number[], position: number): number[] => {
  const index = positions.findIndex((p) => p > position);
  return [Math.max(0, index - 1), index];
};

const plain = (what: string, statement: string, said: RegExp): Way => {
  return async (client) => {
    await client.query(statement);
    return { what, said };
  };
};

export const ways: readonly Way[] = [
  setColumn('payload', `payload || '{"forged": true}'`),
  setColumn('payload', `'{}'`),
  setColumn('type', `type || 'x'`),
  setColumn('subject', `subject || 'x'`),
  setColumn('occurred_at', `occurred_at + interval '1 second'`),
  setColumn('id', 'gen_random_uuid()'),
  setColumn('actor', `actor || '{"name": "Somebody Else"}'`),
  setColumn('salt', `sha256(salt)`),
  setColumn('leaf', `sha256(leaf)`),
  setColumn('leaf', 'null'),
  rewrite(false),
  rewrite(true),
  async (client, { positions, size }, chance) => {
    const index = chance(size);
    await client.query('delete from runtime.event where position = $1', [positions[index]]);
    return { what: 'a deleted event', at: [index] };
  },
  async (client, { positions, size }, chance) => {
    const index = chance(size - 40);
    await client.query('delete from runtime.event where position between $1 and $2', [
      positions[index],
      positions[index + 30],
    ]);
    return { what: 'thirty deleted events', at: [index] };
  },
  async (client, { positions, size }, chance) => {
    const index = size - 1 - chance(20);
    await client.query('delete from runtime.event where position >= $1', [positions[index]]);
    return { what: 'a cut-off tail', at: [index] };
  },
  plain('an emptied table', 'delete from runtime.event', /leaf 0: the row|leaves 0 to/),
  async (client, { positions, size, erased }, chance) => {
    const [a, b] = [chance(size), chance(size)].map((i) => (i === erased ? 2 : i)) as [number, number];
    const other = a === b ? (a + 3) % size : b;
    const [p, q] = [positions[a], positions[other]];
    await client.query('update runtime.event set position = -99 where position = $1', [p]);
    await client.query('update runtime.event set position = $2 where position = $1', [q, p]);
    await client.query('update runtime.event set position = $1 where position = -99', [q]);
    return { what: 'two events in each other’s place', at: [a, other] };
  },
  async (client, { positions, gaps }, chance) => {
    const position = pick([...gaps, 0, -7], chance);
    await insertAt(client, position);
    return { what: 'a forged event', at: nearby(positions, position), said: new RegExp(`position ${position}: a row`) };
  },
  async (client, { positions, size }, chance) => {
    let index = chance(size);
    if ((await rowOf(client, positions[index] as number)).salt === null) index = (index + 1) % size;
    const row = await rowOf(client, positions[index] as number);
    const content = contentHash(row.salt ?? Buffer.alloc(0), contentText(row.actor, row.payload));
    await client.query('insert into runtime.ledger_erasure values ($1, $2, now())', [row.position, content]);
    await client.query(
      `update runtime.event set payload = '{"erased": true}', actor = '{"kind": "erased", "id": "", "name": ""}', salt = null where position = $1`,
      [row.position],
    );
    return { what: 'content erased without an event that says so', at: [index] };
  },
  async (client, { tiles }, chance) => {
    const tile = chance(tiles);
    const at = chance(256);
    await client.query(
      'update runtime.ledger_tile set hashes = set_byte(hashes, $2::int, get_byte(hashes, $2::int) # 1) where index = $1',
      [tile, at * 32 + chance(32)],
    );
    return { what: 'a hash in a tile', at: [tile * 256 + at] };
  },
  async (client, { tiles }, chance) => {
    const tile = chance(tiles);
    const at = chance(256);
    await client.query(
      'update runtime.ledger_tile set positions[$2::int] = positions[$2::int] + 1000000 where index = $1',
      [tile, at + 1],
    );
    return { what: 'a position in a tile', at: [tile * 256 + at] };
  },
  async (client, { tiles }, chance) => {
    const tile = chance(tiles);
    await client.query('delete from runtime.ledger_tile where index = $1', [tile]);
    return { what: 'a deleted tile', said: /tile \d+|tiles from \d+/ };
  },
  async (client, { tiles }, chance) => {
    const tile = chance(tiles);
    await client.query('update runtime.ledger_tile set first = first - 100000 where index = $1', [tile]);
    return { what: 'the first position of a tile', said: new RegExp(`tile ${tile} is not whole`) };
  },
  async (client, { tiles }, chance) => {
    const tile = chance(tiles);
    await client.query('update runtime.ledger_node set hash = sha256(hash) where level = 8 and index = $1', [tile]);
    return { what: 'a node', said: new RegExp(`node 8/${tile} `) };
  },
  async (client, { tiles }, chance) => {
    const tile = chance(tiles);
    await client.query('delete from runtime.ledger_node where index = $1', [tile]);
    return { what: 'a deleted node', said: new RegExp(`node 8/${tile} `) };
  },
  plain('a node too many', `insert into runtime.ledger_node values (9, 0, sha256('x'))`, /node 9\/0 /),
  ...(
    [
      ['root', 'sha256(root)'],
      ['note', `replace(note, E'\\ntime 2', E'\\ntime 3')`],
      ['note', `left(note, -6) || E'AAAA=\\n'`],
      ['signed_at', `signed_at + interval '1 second'`],
      ['position', 'position + 1'],
      ['size', 'size + 1'],
      ['previous', 'previous - 1'],
    ] as const
  ).map(
    ([column, value]): Way =>
      async (client, { heads }, chance) => {
        // Not one beside another: there the table's own constraints would refuse the falsification.
        const free = (n: number) => n > 0 && !heads.includes(n);
        const alone = heads.filter((size, i) => free(size + 1) && free((heads[i - 1] ?? 0) - 1));
        const size = pick(alone.slice(0, -1), chance);
        await client.query(`update runtime.ledger_head set ${column} = ${value} where size = $1`, [size]);
        const next = heads[heads.indexOf(size) + 1];
        return { what: `head.${column}`, said: new RegExp(`head (${size}|${size + 1}|${next})\\b`) };
      },
  ),
  async (client, { heads }, chance) => {
    const at = chance(heads.length);
    await client.query('delete from runtime.ledger_head where size = $1', [heads[at]]);
    const said =
      at === heads.length - 1 ? `saved head of ${heads[at]} leaves is gone` : `head ${heads[at + 1]} does not follow`;
    return { what: 'a deleted head', said: new RegExp(said) };
  },
  plain('no heads', 'delete from runtime.ledger_head', /saved head of \d+ leaves is gone/),
  plain(
    'a key too many',
    `insert into runtime.ledger_key values ('test/ledger+00000000+AQ==', now())`,
    /list of keys differs/,
  ),
  plain('no keys', 'delete from runtime.ledger_key', /list of keys differs/),
  plain('another key', `update runtime.ledger_key set verifier = verifier || 'A'`, /list of keys differs/),
  async (client, { erased }) => {
    await client.query('delete from runtime.ledger_erasure');
    return { what: 'a forgotten erasure', at: [erased] };
  },
  async (client, { erased }) => {
    await client.query(`update runtime.ledger_erasure set content = repeat('0', 64)`);
    return { what: 'another commitment of erased content', at: [erased] };
  },
  plain(
    'an erasure of nothing',
    `insert into runtime.ledger_erasure values (-5, repeat('0', 64), now())`,
    /an erasure names position -5/,
  ),
  async (client, { positions, heads, size }, chance) => {
    // The whole database of an earlier moment: consistent in itself, and signed.
    const at = heads[chance(heads.length - 1)] as number;
    await client.query('delete from runtime.ledger_head where size > $1', [at]);
    await client.query('delete from runtime.event where position > $1', [positions[at - 1]]);
    await client.query('delete from runtime.ledger_tile where (index + 1) * 256 > $1', [at]);
    await client.query('delete from runtime.ledger_node where (index + 1) * 256 > $1', [at]);
    await client.query('delete from runtime.ledger_erasure where position > $1', [positions[at - 1]]);
    return { what: 'a database rolled back', said: new RegExp(`rolled back: .* has ${size} leaves, here are ${at}`) };
  },
];

/** Numbers from a seed, so that a failure can be played again. */
export function chanceOf(seed: string): Chance {
  let n = 0;
  return (below) => {
    n += 1;
    return createHash('sha256').update(`${seed} ${n}`).digest().readUInt32BE(0) % below;
  };
}
