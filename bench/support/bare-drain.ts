// What a drain costs at the least on this machine: rows read by hundreds, posted over kept connections to the same partner, and their ends written
// in one statement – no lane, no events, no ledger, no breaker, nothing counted but by the triggers of the table.
import { Agent, request } from 'node:http';
import type pg from 'pg';
import { writeBatch } from '../../src/runtime/codec/message-batch.ts';

const AT_ONCE = 400;
const OF_A_BATCH = 50;
type Row = { id: string; document_id: string; bytes: Buffer };

export async function bareDrain(
  client: pg.Client,
  { channel, url, batched, connections }: { channel: string; url: string; batched: boolean; connections: number },
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const post = (body: Uint8Array, contentType: string) =>
    new Promise<void>((resolve, reject) => {
      const headers = { 'content-type': contentType, 'content-length': body.length };
      const out = request(url, { method: 'POST', agent, headers }, (reply) => {
        reply.resume().once('end', resolve).once('error', reject);
      });
      out.once('error', reject);
      out.end(body);
    });
  const send = async (rows: readonly Row[]) => {
    if (!batched) return Promise.all(rows.map(({ bytes }) => post(bytes, 'application/json')));
    const calls: Row[][] = [];
    for (let i = 0; i < rows.length; i += OF_A_BATCH) calls.push(rows.slice(i, i + OF_A_BATCH));
    return Promise.all(
      calls.map(async (some) => {
        const batch = writeBatch(
          some.map(({ document_id: id, bytes }) => ({ id, kind: 'bench', bytes, contentType: 'application/json' })),
        );
        return post(batch.bytes, batch.contentType);
      }),
    );
  };
  let after = 0;
  let done = 0;
  for (;;) {
    const { rows } = await client.query<Row & { seq: string }>({
      name: 'read',
      text: `select d.id, d.seq, d.document_id, b.bytes from exchange.delivery d
             join documents.document o on o.id = d.document_id join documents.body b on b.digest = o.digest
             where d.channel = $1 and d.seq > $2 and d.state = 'queued' order by d.seq limit ${AT_ONCE}`,
      values: [channel, after],
    });
    if (rows.length === 0) break;
    await send(rows);
    await client.query({
      name: 'write',
      text: `update exchange.delivery set state = 'delivered', attempts = 1, delivered_at = now() where id = any($1::uuid[])`,
      values: [rows.map((row) => row.id)],
    });
    done += rows.length;
    after = Number(rows.at(-1)?.seq ?? after);
  }
  agent.destroy();
  return done;
}
