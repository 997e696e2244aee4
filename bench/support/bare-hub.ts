// The floor of the machine for one journey: an HTTP server and a `pg` pool and nothing of Portico. It takes a submit, makes five HTTP
// deliveries, and takes five HTTP messages back; each of the eleven is one simple-update transaction where BARE_TRANSACTIONS is `each`, and
// only the submit where it is `one`. A process of its own, forked by `journey-floor.ts`.
import { Agent, createServer, request } from 'node:http';
import pg from 'pg';

const ROWS = 100_000;
const BODY = Buffer.alloc(2000, 'x');
const DELIVERIES = 5;
const isEach = process.env.BARE_TRANSACTIONS === 'each';
const partner = process.env.BARE_PARTNER ?? '';
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

async function simpleUpdate(): Promise<void> {
  const client = await pool.connect();
  const id = 1 + Math.floor(Math.random() * ROWS);
  await client.query('begin');
  await client.query({ name: 'u', text: 'update bare_account set balance = balance + 1 where id = $1', values: [id] });
  await client.query({ name: 's', text: 'select balance from bare_account where id = $1', values: [id] });
  await client.query({ name: 'i', text: 'insert into bare_history values ($1, 1, now())', values: [id] });
  await client.query('commit');
  client.release();
}
const deliver = (journey: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-length': BODY.length };
    const out = request(`${partner}${journey}`, { method: 'POST', agent, headers }, (reply) => {
      reply.resume();
      reply.once('end', resolve);
    });
    out.on('error', reject);
    out.end(BODY);
  });

const server = createServer((incoming, reply) => {
  incoming.resume();
  incoming.once('end', () => void take(incoming.url ?? '').then(() => reply.writeHead(201).end()));
});
async function take(path: string): Promise<void> {
  const isSubmit = path.startsWith('/submit');
  if (isEach || isSubmit) await simpleUpdate();
  if (!isSubmit) return;
  const journey = path.slice('/submit'.length);
  const ends = Array.from({ length: DELIVERIES }, () => deliver(journey).then(isEach ? simpleUpdate : undefined));
  void Promise.all(ends).catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
}
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as { port: number }).port));
