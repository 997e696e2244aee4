// What has fallen due is found and dealt with one by one, each in a transaction of its own: one that fails keeps no other back for long.
import { type Context, portico } from './context.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** True: something was due, and there may be more; what a loop's step says. `serve` looks again under its own locks. */
export async function serveDue<T>(
  unitOfWork: UnitOfWork,
  list: (context: Context) => Promise<readonly T[]>,
  serve: (context: Context, one: T) => Promise<void>,
): Promise<boolean> {
  const due = await unitOfWork.read(portico, list);
  for (const one of due) await unitOfWork.run(portico, (context) => serve(context, one));
  return due.length > 0;
}
