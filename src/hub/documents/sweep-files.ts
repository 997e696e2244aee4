// Takes bytes out of the file store that no row names: uploads that were broken off after their bytes were kept. A day is left for a row to come.
import { portico } from '../../runtime/context.ts';
import type { FileStore } from '../../runtime/files/file-store.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { claimUnnamedBody, isKeptInDatabase, unclaimBody } from './store-files.ts';

const PATIENCE_MS = 24 * 3600_000;
const POLL_MS = 3600_000;

/** How many were removed. */
export async function sweepFiles(unitOfWork: UnitOfWork, files: FileStore, now: Date): Promise<number> {
  let removed = 0;
  for await (const digest of files.listBefore(now.getTime() - PATIENCE_MS))
    removed += await unitOfWork.run(portico, async (context) => {
      // Claimed in the database first: an upload of the same bytes waits for the end of this and then keeps them again (`attach-file.ts`).
      const unnamed = await claimUnnamedBody(context, digest);
      if (!unnamed && !(await isKeptInDatabase(context, digest))) return 0;
      await files.remove(digest);
      if (unnamed) await unclaimBody(context, digest);
      return 1;
    });
  return removed;
}

export const createFileSweep = (options: {
  unitOfWork: UnitOfWork;
  files: FileStore;
  now: () => Date;
  onFault: (error: unknown) => void;
}): Loop =>
  createLoop({
    name: 'file-sweep',
    pollMs: POLL_MS,
    step: async () => {
      await sweepFiles(options.unitOfWork, options.files, options.now());
      return false;
    },
    onFault: options.onFault,
  });
