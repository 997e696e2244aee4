// What is known of a table that only grows (F8, decision 0014): how its partitions are cut, and who still needs what is in them.
import type { Context } from '../context.ts';

export type GrowingTable = {
  readonly schema: string;
  readonly table: string;
  /** The column whose ranges its partitions are. */
  readonly key: string;
  /** How many numbers a partition holds; or one partition for each month (UTC) of an instant. */
  readonly span: number | 'month';
  /** When a row was written. */
  readonly writtenAt: string;
  /** Asked before a partition goes: whether something that is not done yet will come back to what is in it. */
  readonly needs: readonly Need[];
};
export type Need = (context: Context, full: FullPartition) => Promise<boolean>;
export type FullPartition = {
  /** Everything in it has a key below: a number, or milliseconds since 1970. */
  readonly upTo: number;
  /** ISO-8601 UTC: when its last row was written. */
  readonly lastWrittenAt: string;
};
