// Deliveries that wait for a channel, each of a case of its own, written by one statement a table; a million is feasible so. Only what will be
// sent has a document: `sent` of them.
import type pg from 'pg';
import { sha256Hex } from '../../src/kernel/digest.ts';

const BODY = Buffer.from('a document of the bench');
const DIGEST = sha256Hex(BODY);

export async function pile(statements: pg.Client, channel: string, count: number, sent: number): Promise<void> {
  await statements.query('insert into documents.body values ($1, $2) on conflict do nothing', [DIGEST, BODY]);
  await statements.query(
    `create temporary table piled as select n, uuidv7() as id, uuidv7() as shipment_id from generate_series(1, ${count}) as n`,
  );
  await statements.query(
    `insert into documents.document (id, kind, name, flow, channel, media_type, charset, file_name, size_bytes, digest, simulated, created_at)
     select id, 'bench', '{"zh":"试","en":"Bench"}', 'outbound', $1, 'application/json', 'utf-8', 'bench.json', ${BODY.length}, $2, true, now()
     from piled where n <= ${sent}`,
    [channel, DIGEST],
  );
  await statements.query(
    `insert into exchange.delivery (id, channel, document_id, document_kind, shipment_id, state, next_attempt_at, created_at)
     select uuidv7(), $1, id, 'bench', shipment_id, 'queued', now(), now() from piled order by n`,
    [channel],
  );
  await statements.query(
    `insert into runtime.event (id, type, subject, payload, actor, occurred_at)
     select uuidv7(), 'document.dispatched', shipment_id::text,
            jsonb_build_object('shipmentId', shipment_id, 'documentId', id, 'document', 'bench', 'channel', $1::text, 'version', 1),
            '{"kind":"system","id":"portico","name":"Portico"}', now() from piled order by n`,
    [channel],
  );
  // What waits is waiting for its partner; everybody who follows the log has long been past it.
  await statements.query('update runtime.consumer set position = (select max(position) from runtime.event)');
  await statements.query('drop table piled');
}
