// From every released version to this one (R24): what that version left in a database is all there, readable, and goes on.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import pg from 'pg';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import { sha256Hex } from '../../src/kernel/digest.ts';
import { fileShipment, signIn, startTestApplication, until } from '../support/application.ts';
import { createTestDatabase } from '../support/database.ts';
import { railImport } from '../support/forms.ts';

const dumps = readdirSync('tests/migrations').filter((name) => /^\d+\.\d+\.\d+\.sql$/.test(name));
/** What partners, traders and auditors were told: never rewritten by an upgrade. */
const RECORDS: readonly (readonly [table: string, columns: string])[] = [
  ['runtime.event', 'position, id, type, subject, payload, occurred_at'],
  ['documents.document', 'id, kind, shipment_id, client_number, digest, size_bytes, created_at'],
  ['documents.body', 'digest, bytes'],
  ['shipment.shipment', 'id, number, owner_id, version, state, created_at'],
  ['shipment.version', 'shipment_id, version, form, digest, submitted_at'],
  ['exchange.delivery', 'id, channel, document_id, state, delivered_at'],
  ['exchange.inbound', 'id, channel, digest, state, partner_message_id'],
  ['release.release', 'id, number, object_id, state, token'],
];

/** Became partitions (decision 0014): the file a table lay in, by its name before and after. */
const GROWN: readonly (readonly [before: string, after: string, number?: string])[] = [
  ['runtime.event', 'runtime.event_first', 'position'],
  ['exchange.inbound', 'exchange.inbound_first', 'seq'],
  ['exchange.attempt', 'exchange.attempt_first'],
];
const fileOf = async (client: pg.Client, table: string): Promise<string> => {
  const { rows } = await client.query<{ file: string }>('select pg_relation_filenode($1::regclass)::text as file', [
    table,
  ]);
  return rows[0]?.file ?? '';
};
const highest = async (client: pg.Client, table: string, column: string): Promise<number> => {
  const { rows } = await client.query<{ n: string }>(`select coalesce(max(${column}), 0) as n from ${table}`);
  return Number(rows[0]?.n);
};

/** Of events those up to a position: starting makes new ones (the far ends’ keys), and changes none. */
async function contents(client: pg.Client, lastEvent: number): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [table, columns] of RECORDS) {
    const { rows } = await client.query(
      `select count(*)::int as rows, md5(string_agg(r::text, ',' order by r::text)) as digest from (select ${columns} from ${table}${table === 'runtime.event' ? ` where position <= ${lastEvent}` : ''}) as r`,
    );
    found[table] = rows[0];
  }
  return found;
}

test('[P3] there is a kept database of every released version', () => {
  const released = Object.keys(JSON.parse(readFileSync('tests/migrations/released.json', 'utf-8')) as object);
  assert.deepEqual(dumps.sort(), released.map((version) => `${version}.sql`).sort());
  assert.ok(dumps.length > 0);
});

for (const dump of dumps)
  test(`[P3] a database of ${dump.replace('.sql', '')} is upgraded with everything in it, and goes on`, async () => {
    const database = await createTestDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(readFileSync(`tests/migrations/${dump}`, 'utf-8'));
    const events = await client.query<{ last: string }>('select max(position) as last from runtime.event');
    const lastEvent = Number(events.rows[0]?.last);
    const [before, { rows: sent }] = [
      await contents(client, lastEvent),
      await client.query<{ id: string; digest: string }>('select id, digest from documents.document'),
    ];
    assert.ok(sent.length >= 15, `${sent.length} documents`);
    // A grown table stays in the file it lies in: copying ten million rows would stop traffic for minutes.
    const grown = await Promise.all(
      GROWN.map(async ([table, part, number]) => {
        const isPartition = await client.query('select 1 where to_regclass($1) is not null', [part]);
        return isPartition.rowCount
          ? undefined
          : {
              table,
              part,
              number,
              file: await fileOf(client, table),
              last: number ? await highest(client, table, number) : 0,
            };
      }),
    );

    const application = await startTestApplication({ database });
    try {
      const after = await contents(client, lastEvent);
      assert.deepEqual(after, before);
      for (const one of grown) if (one) assert.equal(await fileOf(client, one.part), one.file, one.table);
      const [trader, operator] = [await signIn(application, 'trader'), await signIn(application, 'operator')];
      const { items } = await trader.get<{ items: { id: string }[] }>('/shipments?limit=50');
      assert.equal(items.length, 3);
      const documents: DocumentView[] = [];
      for (const { id } of items)
        documents.push(...(await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents?limit=100`)).items);
      for (const { id } of documents) {
        const reply = await trader.raw('GET', `/documents/${id}/content`);
        assert.equal(reply.status, 200, await reply.clone().text());
        const known = sent.find((d) => d.id === id)?.digest;
        assert.equal(sha256Hex(new Uint8Array(await reply.arrayBuffer())), known);
      }
      assert.ok(documents.length >= 15, `${documents.length} documents are shown`);
      await operator.get('/exchange/channels');
      const { id } = await fileShipment(trader, railImport('AFTER-UPGRADE'));
      // The simulators begin their numbers anew, so its end is not looked at: that it goes out and is taken.
      await until(
        () => trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`),
        (page) => page.items.filter((d) => d.delivery?.state === 'delivered').length >= 3,
        'deliveries of a case filed after the upgrade',
      );
      // Numbers go on where they were: none is given twice.
      for (const { table, number, last } of grown.flatMap((one) => one ?? []))
        if (number) {
          const next = await client.query<{ n: string }>('select nextval(pg_get_serial_sequence($1, $2)) as n', [
            table,
            number,
          ]);
          const given = Number(next.rows[0]?.n);
          assert.ok(given > last && given < last + 10_000, `${table}: ${given} after ${last}`);
        }
    } finally {
      await client.end();
      await application.stop();
    }
    assert.deepEqual(application.faults, []);
  });
