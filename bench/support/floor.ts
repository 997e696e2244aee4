// R0, the floor every figure is put in proportion to: the same server's simple-update transactions (what `pgbench -N` does:
// one update, one select, one insert between begin and commit) by a bare `pg` loop, measured just before.
import pg from 'pg';

const ACCOUNTS = 100_000;

export async function measureFloor(url: string, options: { clients: number; ms: number }): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: options.clients });
  await pool.query('create table bench_account (id int primary key, balance int not null, filler text not null)');
  await pool.query('create table bench_history (account int, delta int, at timestamptz)');
  await pool.query(`insert into bench_account select n, 0, repeat('x', 84) from generate_series(1, ${ACCOUNTS}) as n`);
  const until = performance.now() + options.ms;
  let done = 0;
  await Promise.all(
    Array.from({ length: options.clients }, async () => {
      const client = await pool.connect();
      while (performance.now() < until) {
        const id = 1 + Math.floor(Math.random() * ACCOUNTS);
        await client.query('begin');
        await client.query({
          name: 'u',
          text: 'update bench_account set balance = balance + 1 where id = $1',
          values: [id],
        });
        await client.query({ name: 's', text: 'select balance from bench_account where id = $1', values: [id] });
        await client.query({ name: 'i', text: 'insert into bench_history values ($1, 1, now())', values: [id] });
        await client.query('commit');
        done += 1;
      }
      client.release();
    }),
  );
  await pool.query('drop table bench_account, bench_history');
  await pool.end();
  return (done * 1000) / options.ms;
}
