// SQL of partitions: what there is, what is made, what is taken off; names come from our own tables of data only.
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Partition, Range } from './decide-partitions.ts';
import type { GrowingTable } from './growing-table.ts';

type Named = Pick<GrowingTable, 'schema' | 'table' | 'key' | 'span' | 'writtenAt'>;
const nameOf = ({ schema, table }: Named) => sql.id(schema, table);
const asNumber = ({ key, span }: Named) =>
  span === 'month' ? sql`(extract(epoch from ${sql.ref(key)}) * 1000)::bigint` : sql.ref(key);

/** One node at a time, and never long in traffic's way: who does not get a lock leaves it for the next time. */
export async function takeTurn(context: Context): Promise<boolean> {
  await sql`set local lock_timeout = 500`.execute(context.db);
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(7302003) as mine`.execute(context.db);
  return rows[0]?.mine ?? false;
}

export async function readPartitions(context: Context, table: Named): Promise<Partition[]> {
  const { rows } = await sql<{ name: string; rest: boolean; number: number | null; ms: number | null }>`
    select name, rest, case when ${table.span === 'month'} then null else bound::bigint end as number,
           case when ${table.span === 'month'} then (extract(epoch from bound::timestamptz) * 1000)::bigint end as ms
    from (
      select c.relname as name, pg_get_expr(c.relpartbound, c.oid) = 'DEFAULT' as rest,
             substring(pg_get_expr(c.relpartbound, c.oid) from $re$ TO \\('([^']+)'\\)$re$) as bound
      from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = ${`${table.schema}.${table.table}`}::regclass) p`.execute(context.db);
  return rows.map(({ name, rest, number, ms }) => ({ name, ...(rest ? {} : { upTo: Number(ms ?? number) }) }));
}

/** Where writing is, and the database's own time; nodes' clocks differ. */
export async function readFront(
  context: Context,
  table: Named,
): Promise<{ at: number; now: string; strayed?: number }> {
  const rest = sql.id(table.schema, `${table.table}_rest`);
  const { rows } = await sql<{ at: number | null; now: string; now_ms: number; strayed: number | null }>`
    select now() as now, (extract(epoch from now()) * 1000)::bigint as now_ms,
           (select ${asNumber(table)} from ${nameOf(table)} order by ${sql.ref(table.key)} desc limit 1) as at,
           (select ${asNumber(table)} from ${rest} order by ${sql.ref(table.key)} desc limit 1) as strayed`.execute(
    context.db,
  );
  const row = rows[0];
  if (!row) throw new Error('no answer');
  return {
    at: table.span === 'month' ? row.now_ms : (row.at ?? 0),
    now: row.now,
    ...(row.strayed === null ? {} : { strayed: row.strayed }),
  };
}

/** When the last of its rows was written; undefined when it has none. */
export async function lastWritten(context: Context, table: Named, partition: string): Promise<string | undefined> {
  const { rows } = await sql<{ at: string }>`
    select ${sql.ref(table.writtenAt)} as at from ${sql.id(table.schema, partition)}
    order by ${sql.ref(table.key)} desc limit 1`.execute(context.db);
  return rows[0]?.at;
}

/** By a function of the owner's (`0060-partitions-by-owner.sql`): who runs Portico may own nothing (R25). Settings as the neighbour's. */
export async function addPartition(context: Context, table: Named, range: Range, neighbour?: string): Promise<void> {
  const bound = (at: number) => (table.span === 'month' ? new Date(at).toISOString() : String(at));
  await sql`
    select runtime.make_partition(${table.schema}, ${table.table}, ${range.suffix}, ${bound(range.from)}, ${bound(range.to)},
                                  ${neighbour ?? ''})`.execute(context.db);
}

/** Out of the table and into schema `archive`, whole: an operator may copy it away and drop it. Nothing is deleted here. */
export async function archivePartition(context: Context, table: Named, partition: string): Promise<void> {
  await sql`select runtime.archive_partition(${table.schema}, ${table.table}, ${partition})`.execute(context.db);
}

/** What was moved is put together where the trail is read, archive included (decision 0040); by another transaction than the one that moved it. */
export async function shelveArchive(context: Context): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select shelve_archive as name from runtime.shelve_archive()`.execute(
    context.db,
  );
  return rows.map((row) => row.name);
}
