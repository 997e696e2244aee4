// What the database says its work came to, and what its processes used of the CPU.
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

/** CPU in microseconds. */
export type Cost = { commits: number; fsyncs: number; wal: number; events: number; cpu: number };

export async function cost(pool: pg.Pool): Promise<Cost> {
  const { rows } = await pool.query<Omit<Cost, 'cpu'>>(
    `select (select xact_commit from pg_stat_database where datname = current_database())::float as commits,
            (select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal')::float as fsyncs,
            (select wal_bytes from pg_stat_wal)::float as wal,
            (select coalesce(max(position), 0) from runtime.event)::float as events`,
  );
  const dir = (await pool.query<{ data_directory: string }>('show data_directory')).rows[0]?.data_directory ?? '-';
  return { ...(rows[0] ?? { commits: 0, fsyncs: 0, wal: 0, events: 0 }), cpu: cpuOf(dir) };
}

const TICK_US = 10_000;
/** Of every process that works in the directory: the whole server, also what the postmaster's ended children used. */
function cpuOf(dir: string): number {
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf-8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const isServer = readFileSync(`/proc/${pid}/cmdline`, 'utf-8').includes(dir);
      const isBackend = postmasterOf(fields[1] ?? '', dir);
      if (isServer || isBackend) ticks += Number(fields[11]) + Number(fields[12]);
      if (isServer) ticks += Number(fields[13]) + Number(fields[14]);
    } catch {
      // it has just gone
    }
  return ticks * TICK_US;
}
const postmasterOf = (parent: string, dir: string): boolean =>
  parent !== '0' && readFileSync(`/proc/${parent}/cmdline`, 'utf-8').includes(dir);
