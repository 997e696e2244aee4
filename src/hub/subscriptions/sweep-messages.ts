// Messages to subscribers that have ended go when they are older than the retention (decision 0014); without one, all are kept. What still
// waits for a subscriber stays, however old. The event itself is kept by its own partition.
import { plusMs } from '../../kernel/instant.ts';
import { type Context, portico } from '../../runtime/context.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { deleteEndedMessages } from './store.ts';

const DAY_MS = 86_400_000;
const POLL_MS = 3600_000;
const AT_ONCE = 2000;

/** How many went. */
export async function sweepMessages(unitOfWork: UnitOfWork, keepDays: number, atOnce = AT_ONCE): Promise<number> {
  let removed = 0;
  // From the oldest on, a piece a transaction, until one is young: `after` passes what waits.
  for (let after: string | undefined = '0'; after !== undefined; ) {
    const from: string = after;
    const piece = await unitOfWork.run(portico, (context) =>
      deleteEndedMessages(context, { after: from, before: plusMs(context.now, -keepDays * DAY_MS), limit: atOnce }),
    );
    removed += piece.removed;
    after = piece.next;
  }
  return removed;
}

export const createMessageSweep = (options: {
  readonly unitOfWork: UnitOfWork;
  /** Undefined: all are kept. */
  readonly keepDaysOf: (context: Context) => Promise<number | undefined>;
  readonly onRemoved: (
    context: Context,
    gone: { readonly count: number; readonly keepDays: number },
  ) => Promise<unknown>;
  readonly onFault: (error: unknown) => void;
}): Loop =>
  createLoop({
    name: 'message-sweep',
    pollMs: POLL_MS,
    step: async () => {
      const keepDays = await options.unitOfWork.read(portico, options.keepDaysOf);
      const count = keepDays === undefined ? 0 : await sweepMessages(options.unitOfWork, keepDays);
      if (count > 0 && keepDays !== undefined)
        await options.unitOfWork.run(portico, (context) => options.onRemoved(context, { count, keepDays }));
      return false;
    },
    onFault: options.onFault,
  });
