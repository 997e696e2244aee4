// A database with many cases, made by the server itself out of the few of the kept release: rows of every table, with numbers and
// owners of their own. Invented, and in no way shown to anybody.
import { bargeContent, bookingContent } from '../support/bookings.ts';
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
    'disposition.test_result',
    `'id', ('01900000-0003-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'shipment_id', ${SHIPMENT}, 'instruction_id', 'instruction' || n, 'state', case when n % 20 = 0 then 'filed' else 'accepted' end`,
  ],
  [
    'inspection.task',
    `'id', md5('task' || n)::uuid, 'number', 'JC0' || n, 'shipment_id', ${SHIPMENT}, 'state', case when n % 50 = 0 then 'planned' else 'finished' end, 'starts_at', now() + n * interval '1 hour', 'ends_at', now() + (n + 1) * interval '1 hour'`,
  ],
  ['inspection.part', `'task_id', md5('task' || n)::uuid`],
  [
    'payment.bill',
    `'id', md5('bill' || n)::uuid, 'number', 'BILL' || n, 'shipment_id', ${SHIPMENT}, 'cancelled_at', null, 'confirmed_at', null`,
  ],
  [
    'payment.payment_order',
    `'id', md5('order' || n)::uuid, 'bill_id', md5('bill' || n)::uuid, 'end_to_end_id', 'E' || n, 'shipment_id', ${SHIPMENT}`,
  ],
  [
    'payment.line',
    `'id', ('01900000-0002-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'reference', 'R' || n, 'state', case when n % 100 = 0 then 'open' else 'matched' end`,
  ],
  [
    'payment.standing',
    `'id', md5('standing' || n)::uuid, 'number', 'G' || n, 'organisation_id', md5('owner' || n % 500)::uuid`,
  ],
  [
    'licence.licence',
    `'id', ('01900000-0004-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'number', 'XKZ' || n, 'organisation_id', md5('owner' || n % 500)::uuid`,
  ],
  [
    'carriage.booking',
    `'id', md5('booking' || n)::uuid, 'shipment_id', ${SHIPMENT}, 'reference', 'B' || n, 'request_reference', 'RQ' || n, 'booking_reference', 'BK' || n`,
  ],
  ['carriage.barge_order', `'id', md5('barge' || n)::uuid, 'shipment_id', ${SHIPMENT}, 'reference', 'D' || n`],
  [
    'carriage.booking_word',
    `'digest', 'word' || n, 'booking_id', md5('booking' || n)::uuid, 'shipment_id', ${SHIPMENT}`,
  ],
  [
    'directory.application',
    `'id', ('01900000-0005-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'number', 'ML' || n, 'organisation_id', md5('owner' || n % 500)::uuid`,
  ],
  [
    'directory.filing',
    `'application_id', ('01900000-0005-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'client_number', 'ML' || n || '-1', 'organisation_id', md5('owner' || n % 500)::uuid`,
  ],
  [
    'directory.answer',
    `'application_id', ('01900000-0005-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'organisation_id', md5('owner' || n % 500)::uuid`,
  ],
  ['payment.kept_standing', `'message_id', md5('kept standing' || n)::uuid, 'number', 'GKZ' || n, 'uscc', 'U' || n`],
  ['licence.kept_notice', `'message_id', md5('kept' || n)::uuid, 'number', 'XKZ' || n, 'holder_uscc', 'U' || n`],
  ['licence.claim', `'number', 'XKZ' || n, 'shipment_id', ${SHIPMENT}`],
  [
    'credentials.credential',
    `'id', md5('credential' || n)::uuid, 'number', 'urn:' || n, 'shipment_id', ${SHIPMENT}, 'release_id', md5('release' || n)::uuid, 'place', n, 'revoked_at', case when n % 100 = 0 then now() end`,
  ],
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
  insert into disposition.test_result
    select '00000000-0000-7000-8000-00000000000a', id, 'pattern', 'customs', id, '', '', '', 'accepted', now(), '' from shipment.shipment limit 1;
  insert into inspection.task select '00000000-0000-7000-8000-000000000002', 'JC', id, '{object}', 'finished', true, 'site', 'bay', now(), now(), '{"zh":"","en":""}', '[]', now()
    from shipment.shipment limit 1;
  insert into inspection.part values ('00000000-0000-7000-8000-000000000002', 'customs', null, '{}', '{}', null);
  insert into payment.bill (id, channel, number, shipment_id, kind, declaration_number, payee, payee_account, currency, amount, issued_at, message_id, simulated)
    select '00000000-0000-7000-8000-000000000004', 'customs', 'BILL', id, 'import-vat', '', '', '', 'CNY', 1, now(), id, true from shipment.shipment limit 1;
  insert into payment.payment_order (id, bill_id, shipment_id, attempt, end_to_end_id, currency, amount, debtor_account, state, standing, returned, ordered_at, ordered_by, simulated)
    select '00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000004', id, 1, 'E', 'CNY', 1, '', 'settled', true, 0, now(), '', true
    from shipment.shipment limit 1;
  insert into payment.line (id, statement_number, reference, credit, currency, amount, booked_on, state, simulated)
    values ('00000000-0000-7000-8000-000000000006', 'S', 'R', false, 'CNY', 1, '2026-11-20', 'matched', true);
  insert into payment.standing (id, channel, kind, number, organisation_id, state, issuer, text, said_at, message_id, simulated)
    select '00000000-0000-7000-8000-000000000007', 'bank', 'guarantee', 'G', id, 'issued', '', '{"zh":"","en":""}', now(), id, true
    from enterprise.organisation limit 1;
  insert into carriage.booking (id, shipment_id, serial, reference, version, content, state, feedbacks, plan, cut_offs, ordered_at, ordered_by, simulated)
    select '00000000-0000-7000-8000-00000000000c', id, 1, 'B', 1, '${JSON.stringify(bookingContent)}', 'requested', '[]', '[]', '[]', now(), '', true from shipment.shipment limit 1;
  insert into carriage.barge_order (id, shipment_id, serial, reference, content, state, cancelling, steps, ordered_at, ordered_by, simulated)
    select '00000000-0000-7000-8000-00000000000d', id, 1, 'D', '${JSON.stringify(bargeContent)}', 'delivered', false, '[]', now(), '', true from shipment.shipment limit 1;
  insert into carriage.booking_word (digest, channel, booking_id, shipment_id, said, message_id, heard_at, simulated)
    select 'word', 'carrier', '00000000-0000-7000-8000-00000000000c', id, '{}', id, now(), true from shipment.shipment limit 1;
  insert into licence.licence (id, number, channel, kind, organisation_id, state, goods, granted, valid_from, valid_to, issuer, said_at, balance, message_id, simulated)
    select '00000000-0000-7000-8000-00000000000b', 'XKZ', 'commerce', 'export-licence', id, 'issued', '[]', '{}', '2026-01-01', '2026-12-31', '', now(),
      '{"left":{},"reserved":{},"writtenOff":{},"over":{}}', id, true from enterprise.organisation limit 1;
  insert into directory.application (id, number, organisation_id, kind, state, version, simulated)
    select '00000000-0000-7000-8000-00000000000c', 'ML', id, 'register', 'approved', 1, true from enterprise.organisation limit 1;
  insert into directory.filing (application_id, organisation_id, version, client_number, form, filed_at, filed_by)
    select id, organisation_id, 1, 'ML-1', '{}', now(), '' from directory.application limit 1;
  insert into directory.answer (application_id, organisation_id, message_id, version, outcome, text, said_at, simulated)
    select id, organisation_id, id, 1, 'approved', '{"zh":"","en":""}', now(), true from directory.application limit 1;
  insert into payment.kept_standing (channel, kind, number, message_id, uscc, told, kept_at)
    select 'bank', 'guarantee', 'GKZ', id, 'U', '{}', now() from enterprise.organisation limit 1;
  insert into licence.kept_notice (message_id, number, holder_uscc, told, kept_at)
    select id, 'XKZ', 'U', '{}', now() from enterprise.organisation limit 1;
  insert into licence.claim (number, shipment_id, version, trader_uscc, lines, state, filed_at)
    select 'XKZ', id, 1, '', '[]', 'filed', now() from shipment.shipment limit 1;
  insert into credentials.credential (id, flow, issuer, number, kind, shipment_id, release_id, object_id, list, place, token, issued_at, simulated)
    select '00000000-0000-7000-8000-000000000008', 'issued', 'issuer', 'urn:0', 'GoodsReleaseCredential', id, id, 'object', 1, 0, '', now(), true
    from shipment.shipment limit 1;
  insert into release.release (id, number, shipment_id, object_id, object_label, object_version, grant_number, state, conditional, automatic,
    pickup_party, station_id, granted_at, valid_until, token, simulated)
    select '00000000-0000-7000-8000-000000000003', 'FX', id, 'object', '{"zh":"","en":""}', 1, 1, 'used', false, true, '', 'CKG-TUANJIECUN', now(), now(), '', true
    from shipment.shipment limit 1`;

/** Draws that the kept release has none of, each with one case in it. */
const draws = (rows: number) => `
  insert into draw.draw (id, number, authority, party, rule, demonstration, opened_at, commitment, committed_at, population)
  select ${SHIPMENT}, 'SJ' || lpad(n::text, 12, '0'), 'customs', 'customs',
    '{"basis":"","kind":"manual","filedFrom":"2026-11-20T00:00:00.000Z","filedTo":"2026-11-20T00:00:00.000Z","quantity":{"count":1},"contributors":["maritime"],"contributeBy":"2026-11-20T00:00:00.000Z"}',
    true, now(), repeat('0', 64), now(), null
  from generate_series(1, ${rows}) as n;
  insert into draw.target (draw_id, commitment, shipment_id, shipment_number, salt)
  select ${SHIPMENT}, repeat('0', 64), ${SHIPMENT}, 'PT0' || n, repeat('0', 64) from generate_series(1, ${rows}) as n;
  insert into draw.contribution (draw_id, authority, nonce, at, receipt)
  select ${SHIPMENT}, 'maritime', repeat('0', 64), now(), ${SHIPMENT} || '.' || md5('dispatched' || n)::uuid from generate_series(1, ${rows}) as n`;

/**
 * Indexes that no constraint needs, taken away and made again: a million rows are put into an index one by one an hour, sorted a minute. Gives
 * the statements that make them.
 */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace s on s.oid = c.relnamespace
     where s.nspname not like 'pg\\_%' and s.nspname not in ('information_schema', 'public')
       and not exists (select 1 from pg_constraint where conindid = i.indexrelid)
       and not exists (select 1 from pg_inherits where inhrelid = i.indexrelid)
     order by i.indexrelid`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  // Of a partitioned table too, not of its first part alone.
  return rows.map(({ definition }) => definition.replace(' ON ONLY ', ' ON '));
}

/**
 * `bulk`: for a million rows and more; no trigger looks at them, and indexes are made when all are there. `schemas`: tables of these alone, and
 * the library.
 */
export async function seedRows(
  client: pg.Client,
  rows: number,
  { bulk = false, schemas }: { readonly bulk?: boolean; readonly schemas?: readonly string[] } = {},
): Promise<string[]> {
  const isWanted = (table: string) => !schemas || schemas.some((schema) => table.startsWith(`${schema}.`));
  const filled: string[] = [];
  await client.query(patterns);
  if (bulk) await client.query("set session_replication_role = replica; set maintenance_work_mem = '1GB'");
  const indexes = bulk ? await dropIndexes(client) : [];
  for (const [table, patch, where = 'true'] of copies) {
    if (!isWanted(table)) continue;
    const { rowCount } = await client.query(
      `insert into ${table} overriding system value
       select (jsonb_populate_record(t, jsonb_build_object(${patch}))).*
       from (select x as t from ${table} as x where ${where} limit 1) as pattern cross join generate_series(1, ${rows}) as n`,
    );
    if (rowCount === rows) filled.push(table);
  }
  if (isWanted('draw.draw')) await client.query(draws(rows));
  await client.query(libraryDocuments(rows));
  const { rowCount } = await client.query(entries(rows));
  if (rowCount === 2 * rows) filled.push('documents.entry');
  for (const index of indexes) await client.query(index);
  if (bulk) await client.query('set session_replication_role = origin; reset maintenance_work_mem');
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
