// Takes new events into the tree and signs a head, at least once a second, off the path of whoever wrote them (R18). All of a step
// is one transaction that begins with the lock of its cursor: two sequencers take turns, one that died leaves nothing half done,
// and one that slept through its transaction has lost it. Before it signs anything it holds the last head against what lies in
// the database; where they differ it stops, and the lag wakes somebody.
import type { Clock } from '../clock.ts';
import { type Context, portico } from '../context.ts';
import { createLoop, type Loop } from '../loop.ts';
import { lockCursor, moveCursor } from '../outbox/store.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { emptyRoot } from './merkle.ts';
import { type HeadSigner, writeNote } from './sign-head.ts';
import {
  type HeadRow,
  insertHead,
  insertNodes,
  insertTile,
  latestHead,
  type Leaf,
  noteKeys,
  readLeaves,
  TILE,
} from './store.ts';
import { completeNodes, type Kept, LedgerBroken, loadKept, noteLeaf, readTail, rootFromKept } from './tree.ts';

const CONSUMER = 'ledger';
/** Leaves a head takes in at most; while there are more, heads follow each other without a pause. */
const BATCH = 2048;
const POLL_MS = 500;

export type SequencerOptions = {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly origin: string;
  readonly signers: readonly HeadSigner[];
  readonly onFault: (error: unknown) => void;
};
export type Sequencer = Loop & {
  /** Takes in what is there now; true when there was something. */
  step(): Promise<boolean>;
};

export function createSequencer({ unitOfWork, clock, origin, signers, onFault }: SequencerOptions): Sequencer {
  let keysNoted = false;

  async function integrate(context: Context): Promise<boolean> {
    const { db } = context;
    await lockCursor(db, CONSUMER);
    const head = await latestHead(db);
    const leaves = await readLeaves(db, head?.position ?? 0, BATCH);
    const last = leaves.at(-1);
    if (!last) return false;
    const before = head?.size ?? 0;
    const size = before + leaves.length;
    const tail = await readTail(db, before);
    const kept = await loadKept(db, [{ begin: 0, end: before }], before, tail);
    mustAgree(head, tail, kept);
    await keepTiles(context, kept, [...tail, ...leaves], before - tail.length);
    // Of the events only those of the tile that is still open are read again.
    const open = [...tail, ...leaves].at(-(size % TILE));
    await moveCursor(db, CONSUMER, size % TILE === 0 || !open ? last.position : open.position - 1);
    const root = rootFromKept({ begin: 0, end: size }, kept);
    const signedAt = clock.now().toISOString();
    const note = writeNote(origin, { size, root, signedAt, ...(head ? { previous: head } : {}) }, signers);
    await insertHead(db, { size, previous: before, position: last.position, root, note, signed_at: signedAt });
    if (!keysNoted)
      await noteKeys(
        db,
        signers.map((signer) => signer.verifier),
        signedAt,
      );
    return true;
  }

  async function step(): Promise<boolean> {
    const did = await unitOfWork.run(portico, integrate);
    keysNoted ||= did;
    return did;
  }
  return { ...createLoop({ name: CONSUMER, step, pollMs: POLL_MS, onFault }), step };
}

function mustAgree(head: HeadRow | undefined, tail: readonly Leaf[], kept: Kept): void {
  const size = head?.size ?? 0;
  if (tail.length !== size % TILE)
    throw new LedgerBroken(`${(size % TILE) - tail.length} leaves after the last tile are gone`);
  if (tail.length > 0 && tail.at(-1)?.position !== head?.position)
    throw new LedgerBroken(`position ${tail.at(-1)?.position} stands where ${head?.position} stood`);
  const root = size === 0 ? emptyRoot : rootFromKept({ begin: 0, end: size }, kept);
  if (head && !root.equals(head.root)) throw new LedgerBroken(`the first ${size} leaves have another root`);
}

/** Keeps every tile that is complete now, and the leaves of the open one in memory for the root. */
async function keepTiles({ db }: Context, kept: Kept, leaves: readonly Leaf[], first: number): Promise<void> {
  for (const [i, leaf] of leaves.entries()) noteLeaf(kept, first + i, leaf.hash);
  for (let at = 0; at + TILE <= leaves.length; at += TILE) {
    const tile = leaves.slice(at, at + TILE);
    const index = (first + at) / TILE;
    await insertTile(db, index, tile);
    await insertNodes(
      db,
      completeNodes(
        kept,
        index,
        tile.map((leaf) => leaf.hash),
      ),
    );
  }
}
