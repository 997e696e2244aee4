// A database with many cases, made by the server itself out of the few of the kept release: rows of every table, with numbers and
// owners of their own. Invented, and in no way shown to anybody.
import { readFileSync } from 'node:fs';
import type pg from 'pg';

const SHIPMENT = `('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;
const OTHERS = `case when n % 50 = 0 then (t).owner_id else md5('owner' || n % 500)::uuid end`;
/** Table, what differs from row to row, and which row is taken as the pattern. */
const copies: readonly (readonly [table: string, patch: string, where?: string])[] = [
  ['shipment.shipment', `'id', ${SHIPMENT}, 'number', 'PT0' || n, 'owner_id', ${OTHERS}, 'filer_id', ${OTHERS}`],
  ['shipment.version', `'shipment_id', ${SHIPMENT}`],
  ['shipment.answer', `'id', md5('answer' || n)::uuid, 'shipment_id', ${SHIPMENT}`],
  ['shipment.number', `'value', 'SEEDED' || n, 'shipment_id', ${SHIPMENT}`],
  [
    'documents.document',
    `'id', md5('document' || n)::uuid, 'shipment_id', ${SHIPMENT}, 'client_number', 'C' || n`,
    `flow = 'outbound'`,
  ],
  [
    'exchange.delivery',
    `'seq', 1000000 + n, 'id', md5('delivery' || n)::uuid, 'document_id', md5('document' || n)::uuid, 'shipment_id', ${SHIPMENT}`,
  ],
  ['exchange.attempt', `'delivery_id', md5('delivery' || n)::uuid, 'number', 1`],
  [
    'exchange.inbound',
    `'seq', 999000 + n, 'id', md5('inbound' || n)::uuid, 'digest', md5('inbound' || n), 'partner_message_id', 'M' || n`,
    `state = 'interpreted'`,
  ],
  [
    'exchange.interpreted',
    `'partner_message_id', 'M' || n, 'digest', md5('inbound' || n), 'inbound_id', md5('inbound' || n)::uuid`,
  ],
  ['exchange.pointer', `'value', 'P' || n, 'shipment_id', ${SHIPMENT}, 'document_id', md5('document' || n)::uuid`],
  [
    'runtime.event',
    `'position', 9999000 + n, 'id', md5('dispatched' || n)::uuid, 'subject', ${SHIPMENT}, 'payload', jsonb_build_object('shipmentId', ${SHIPMENT}, 'documentId', md5('document' || n)::uuid, 'channel', (t).payload ->> 'channel')`,
    `type = 'document.dispatched'`,
  ],
  [
    'runtime.event',
    `'position', 19999000 + n, 'id', md5('answered' || n)::uuid, 'subject', ${SHIPMENT}, 'payload', (t).payload || jsonb_build_object('shipmentId', ${SHIPMENT})`,
    `type = 'shipment.answered'`,
  ],
  ['disposition.case', `'shipment_id', ${SHIPMENT}`],
  ['disposition.object', `'shipment_id', ${SHIPMENT}, 'id', 'object' || n`],
  ['disposition.instruction', `'id', 'instruction' || n, 'shipment_id', ${SHIPMENT}`, `shipment_id <> ''`],
  ['disposition.outcome', `'shipment_id', ${SHIPMENT}, 'object_id', 'object' || n`],
  [
    'inspection.task',
    `'id', md5('task' || n)::uuid, 'number', 'JC0' || n, 'shipment_id', ${SHIPMENT}, 'state', 'finished'`,
  ],
  ['inspection.part', `'task_id', md5('task' || n)::uuid`],
  ['release.unit', `'shipment_id', ${SHIPMENT}, 'object_id', 'object' || n`],
  [
    'release.release',
    `'id', md5('release' || n)::uuid, 'number', 'FX0' || n, 'shipment_id', ${SHIPMENT}, 'object_id', 'object' || n, 'state', 'used'`,
  ],
];

/**
 * The library's entries, one for each seeded case and one for each seeded document, with ids that grow: every case says 电子产品, every
 * 20th 电脑配件, another 20th 冷冻水果, one of 500 万分之一, each its own number.
 */
const ENTRY_WORDS = `array['f:' || flow, 'd:import', 'o:' || owner, 'p:' || owner, 'seeded' || n, '电子', '子产', '产品', '品']
  || case when channel is not null then array['c:' || channel] else '{}'::text[] end
  || case when n % 20 = 0 then array['电脑', '脑配', '配件', '件'] else '{}'::text[] end
  || case when n % 20 = 7 then array['冷冻', '冻水', '水果', '果'] else '{}'::text[] end
  || case when n % 500 = 0 then array['万分', '分之', '之一', '一'] else '{}'::text[] end`;
const entries = (rows: number) => `
  insert into documents.entry (id, page_key, shipment_id, owner_id, filer_id, flow, channel, tokens, text)
  select id, id, shipment_id, owner, owner, flow, channel, array_to_tsvector(${ENTRY_WORDS}),
    'seeded' || n || E'\\n电子产品' || case when n % 20 = 0 then E'\\n电脑配件' else '' end
      || case when n % 20 = 7 then E'\\n冷冻水果' else '' end || case when n % 500 = 0 then E'\\n万分之一' else '' end
  from (
    select n, ${SHIPMENT} as id, ${SHIPMENT} as shipment_id, s.owner_id as owner, 'form' as flow, null::text as channel
      from generate_series(1, ${rows}) as n join shipment.shipment s on s.id = ${SHIPMENT}
    union all
    select n, ('01900000-0001-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, ${SHIPMENT}, s.owner_id, 'outbound',
      (array['customs', 'commerce', 'maritime', 'railway-yard'])[1 + n % 4]
      from generate_series(1, ${rows}) as n join shipment.shipment s on s.id = ${SHIPMENT}) as made`;
/** A document with an id that grows for each entry, so that the library has something to show. */
const libraryDocuments = (rows: number) => `
  insert into documents.document
  select (jsonb_populate_record(t, jsonb_build_object('id', '01900000-0001-7000-8000-' || lpad(to_hex(n), 12, '0'),
    'shipment_id', ${SHIPMENT}, 'client_number', 'L' || n))).*
  from (select x as t from documents.document as x where flow = 'outbound' limit 1) as pattern cross join generate_series(1, ${rows}) as n`;

const instruction = JSON.stringify({
  id: 'pattern',
  authority: 'customs',
  kind: 'release',
  objects: [],
  number: 'PATTERN',
  sequence: 1,
  reason: { zh: '演示', en: 'Demonstration' },
  issuedAt: '2026-11-20T00:00:00.000Z',
  receivedAt: '2026-11-20T00:00:00.000Z',
  source: { channel: 'customs', messageId: '00000000-0000-7000-8000-000000000009', simulated: true },
});
/** One row of each table in which the kept release has none, to take as a pattern. */
const patterns = `
  insert into disposition.instruction values ('pattern', '00000000-0000-7000-8000-000000000001', '${instruction}', '[]', now()) on conflict do nothing;
  insert into inspection.task select '00000000-0000-7000-8000-000000000002', 'JC', id, '{object}', 'finished', true, 'site', 'bay', now(), now(), '{"zh":"","en":""}', '[]', now()
    from shipment.shipment limit 1;
  insert into inspection.part values ('00000000-0000-7000-8000-000000000002', 'customs', null, '{}', '{}', null);
  insert into release.release (id, number, shipment_id, object_id, object_label, object_version, grant_number, state, conditional, automatic,
    pickup_party, station_id, granted_at, valid_until, token, simulated)
    select '00000000-0000-7000-8000-000000000003', 'FX', id, 'object', '{"zh":"","en":""}', 1, 1, 'used', false, true, '', 'CKG-TUANJIECUN', now(), now(), '', true
    from shipment.shipment limit 1`;

export async function seedRows(client: pg.Client, rows: number): Promise<string[]> {
  const filled: string[] = [];
  await client.query(patterns);
  for (const [table, patch, where = 'true'] of copies) {
    const { rowCount } = await client.query(
      `insert into ${table} overriding system value
       select (jsonb_populate_record(t, jsonb_build_object(${patch}))).*
       from (select x as t from ${table} as x where ${where} limit 1) as pattern cross join generate_series(1, ${rows}) as n`,
    );
    if (rowCount === rows) filled.push(table);
  }
  await client.query(libraryDocuments(rows));
  const { rowCount } = await client.query(entries(rows));
  if (rowCount === 2 * rows) filled.push('documents.entry');
  // Everybody has seen all of it.
  await client.query('update runtime.consumer set position = (select max(position) from runtime.event)');
  await client.query(
    `insert into exchange.lane (channel, cursor) select distinct channel, (select max(position) from runtime.event) from exchange.delivery
     on conflict (channel) do update set cursor = excluded.cursor`,
  );
  await client.query(
    "select setval('runtime.event_position_seq', 30000000), setval('exchange.inbound_seq_seq', 2000000)",
  );
  await client.query("select gin_clean_pending_list('documents.entry_tokens')");
  await client.query('analyze');
  return filled;
}

/** Several partitions of each growing table, as after months: what is seeded lies in more than one of them, and some are empty. */
export async function cutPartitions(client: pg.Client): Promise<void> {
  for (let from = 10_000_000; from <= 50_000_000; from += 10_000_000)
    await client.query(
      `create table runtime.event_${from} partition of runtime.event for values from (${from}) to (${from + 10_000_000})`,
    );
  for (let from = 1_000_000; from <= 5_000_000; from += 1_000_000)
    await client.query(
      `create table exchange.inbound_${from} partition of exchange.inbound for values from (${from}) to (${from + 1_000_000})`,
    );
  for (let year = 2028; year <= 2031; year++)
    await client.query(
      `create table exchange.attempt_${year} partition of exchange.attempt for values from ('${year}-01-01Z') to ('${year + 1}-01-01Z')`,
    );
}

export const keptRelease = (): string => readFileSync('tests/migrations/0.1.0.sql', 'utf-8');
