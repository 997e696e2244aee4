// The proof of one event: its leaf, where it stands, the hashes up to a signed head; or that it waits for the next head.
import type { Kysely } from 'kysely';
import { type Hash, hashLeaf } from './merkle.ts';
import {
  countBetween,
  type EventRow,
  findTileOf,
  type HeadRow,
  lastTilePosition,
  latestHead,
  textOfLeaf,
  TILE,
} from './store.ts';
import { proveInclusion } from './tree.ts';

export type EventProof = {
  readonly leaf: string;
  readonly leafHash: Hash;
  /** Absent until the event is in the tree: a second or so. */
  readonly placed?: { readonly index: number; readonly proof: readonly Hash[]; readonly head: HeadRow };
};

export async function proveEvent(db: Kysely<unknown>, event: EventRow): Promise<EventProof> {
  const leaf = textOfLeaf(event);
  const whole = { leaf, leafHash: hashLeaf(leaf) };
  const head = await latestHead(db);
  if (!head || head.position < event.position) return whole;
  const index = await indexOf(db, event.position, head);
  return { ...whole, placed: { index, proof: await proveInclusion(db, index, head.size), head } };
}

async function indexOf(db: Kysely<unknown>, position: number, head: HeadRow): Promise<number> {
  const tiles = Math.floor(head.size / TILE);
  const lastOfTiles = await lastTilePosition(db, tiles);
  if (position > lastOfTiles) return tiles * TILE + (await countBetween(db, lastOfTiles, position)) - 1;
  const place = await findTileOf(db, position);
  if (!place) throw new Error(`event ${position} stands in no tile`);
  return place.index * TILE + place.at;
}
