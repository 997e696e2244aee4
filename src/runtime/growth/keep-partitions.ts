// Looks after growing tables (F8, F11, decision 0014): partitions ahead of what is written, and, where a retention is set, old ones
// out of the way into schema `archive`. Any node may, one at a time; done twice it does nothing.
import { type Context, portico } from '../context.ts';
import { createLoop, type Loop } from '../loop.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { isOld, oldestToGo, rangesAhead } from './decide-partitions.ts';
import type { GrowingTable } from './growing-table.ts';
import {
  addPartition,
  archivePartition,
  lastWritten,
  readFront,
  readPartitions,
  shelveArchive,
  takeTurn,
} from './store.ts';

export type Kept = { readonly added: readonly string[]; readonly archived: readonly string[] };

/** `keepDays` absent: everything is kept. */
export async function keepPartitions(context: Context, table: GrowingTable, keepDays?: number): Promise<Kept> {
  if (!(await takeTurn(context))) return { added: [], archived: [] };
  const [partitions, front] = [await readPartitions(context, table), await readFront(context, table)];
  const neighbour = partitions.filter((p) => p.upTo !== undefined).sort((a, b) => (b.upTo ?? 0) - (a.upTo ?? 0))[0];
  const added = rangesAhead(partitions, { span: table.span, ...front });
  for (const range of added) await addPartition(context, table, range, neighbour?.name);
  const oldest = oldestToGo(partitions, { at: front.at, ...(keepDays === undefined ? {} : { keepDays }) });
  const archived = oldest && keepDays !== undefined && (await mayGo(context, table, oldest, front.now, keepDays));
  if (archived) await archivePartition(context, table, oldest.name);
  return { added: added.map((r) => `${table.table}_${r.suffix}`), archived: archived ? [oldest.name] : [] };
}

async function mayGo(
  context: Context,
  table: GrowingTable,
  { name, upTo }: { name: string; upTo: number },
  now: string,
  keepDays: number,
): Promise<boolean> {
  const lastWrittenAt = await lastWritten(context, table, name);
  if (lastWrittenAt === undefined) return true;
  if (!isOld(lastWrittenAt, now, keepDays)) return false;
  for (const need of table.needs) if (await need(context, { upTo, lastWrittenAt })) return false;
  return true;
}

type ArchivedPartition = { readonly partition: string; readonly keepDays: number };
async function keepOne(
  context: Context,
  table: GrowingTable,
  options: Pick<Parameters<typeof createPartitionKeeper>[0], 'keepDaysOf' | 'onArchived'>,
): Promise<Kept> {
  const keepDays = await options.keepDaysOf(context, table);
  const kept = await keepPartitions(context, table, keepDays);
  for (const partition of kept.archived)
    await options.onArchived(context, table, { partition, keepDays: keepDays ?? 0 });
  return kept;
}

export function createPartitionKeeper(options: {
  readonly tables: readonly GrowingTable[];
  readonly unitOfWork: UnitOfWork;
  /** For how long a table is kept; undefined: for ever. */
  readonly keepDaysOf: (context: Context, table: GrowingTable) => Promise<number | undefined>;
  /** In the same transaction, so that nothing goes without being told. */
  readonly onArchived: (context: Context, table: GrowingTable, gone: ArchivedPartition) => Promise<unknown>;
  readonly onFault: (error: unknown) => void;
}): Loop {
  return createLoop({
    name: 'partitions',
    pollMs: 300_000,
    onFault: options.onFault,
    step: async () => {
      let archived = 0;
      for (const table of options.tables)
        try {
          const kept = await options.unitOfWork.run(portico, (context) => keepOne(context, table, options));
          archived += kept.archived.length;
        } catch (error) {
          // Somebody holds the table for long: it is tried again, and until then the partitions ahead are enough.
          if ((error as { code?: unknown }).code !== '55P03') throw error;
        }
      await options.unitOfWork.run(portico, async (context) => {
        if (await takeTurn(context)) await shelveArchive(context);
      });
      return archived > 0;
    },
  });
}
