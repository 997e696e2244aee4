// Random bytes for ids, traces and salts, drawn from the system in one go for many: a draw of its own for each costs more than what is made
// of it (docs/performance.md). Each byte is given out once. Keys and secrets are not taken from here: they are drawn when they are made.
import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 4096;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** Bytes of one's own: what is in the pool is written over by the next draw. */
export function drawBytes(bytes: number): Buffer {
  if (bytes > POOL_BYTES) return randomFillSync(Buffer.alloc(bytes));
  if (used + bytes > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const drawn = Buffer.from(pool.subarray(used, used + bytes));
  used += bytes;
  return drawn;
}
