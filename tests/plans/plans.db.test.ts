// What lists, searches and lookups cost when there is much: no statement of any of them touches more rows than it hands over, whatever
// the tables hold (F8). PLAN_ROWS=100000 by hand; CI seeds fewer, which a scan of a table shows as well.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import utils from 'pg/lib/utils.js';
import { hubModules } from '../../src/hub/modules.ts';
import { migrate } from '../../src/runtime/database/migrate.ts';
import { type Lock, lockTransaction } from '../../src/runtime/database/second-lock.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { railImport } from '../support/forms.ts';
import { recordStatements, type Statement } from './record-statements.ts';
import { cutPartitions, keptRelease, seedRows } from './seed-rows.ts';

const ROWS = Number(process.env.PLAN_ROWS ?? 10_000);
/** PLAN_LOCKED=1 by hand: as the reader’s own statements under row-level security. Seeded rows belong to no case there is, so lists of a station find none. */
const LOCKED = process.env.PLAN_LOCKED === '1';
/** A page is at most 100 records; each may have a few dozen events, documents, instructions. */
const MOST_ROWS = 3000;
/** Known and borne, with what bounds it. */
const accepted: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  {
    // A trader's own page of 100: walks all cases newest first until it has enough of his, so it costs 100 / his share of all cases.
    pattern: /^Index Scan on shipment \(shipment_pkey\).*"owner_id" = \$1 or \("s"\."filer_id" = \$2/,
    why: 'bounded by the share of the trader; for one with few cases the planner takes his own two indexes',
  },
];
type Plan = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Plan[];
};

let application: TestApplication | undefined;
let database: TestDatabase;
let client: pg.Client;
let filled: string[];
const recorder = recordStatements();
before(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(keptRelease());
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  await migrate(pool, hubModules);
  await pool.end();
  await cutPartitions(client);
  filled = await seedRows(client, ROWS);
  application = await startTestApplication({ database });
});
after(async () => {
  recorder.stop();
  await client.end();
  await (application ? application.stop() : database.drop());
});

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
/** What is asked beyond the second lock (`tests/architecture/second-lock.db.test.ts`) is planned without it. */
const beyondLock = /documents\.entry|runtime\.event/;
async function expensive({ text, values, generic }: Statement, lock?: Lock): Promise<string[]> {
  if (!/^\s*(select|with)\b/i.test(text) || /nextval|pg_advisory|setval|set_config|\bpg_/i.test(text)) return [];
  await client.query('begin');
  try {
    await client.query('set local jit = off');
    // As the reader's own statement: row-level security decides which index may be used.
    if (lock && !beyondLock.test(text)) {
      // The kept dump has switched it off for its own session.
      await client.query('set local row_security = on');
      await lockTransaction(client, lock);
    }
    const explain = 'explain (analyze, timing off, format json)';
    if (generic) {
      await client.query('set local plan_cache_mode = force_generic_plan');
      await client.query(`prepare planned_once as ${text}`);
    }
    const given = values.map((value) => literal(value)).join(', ');
    const { rows } = generic
      ? await client.query(`${explain} execute planned_once${given && `(${given})`}`)
      : await client.query(`${explain} ${text}`, [...values]);
    const plan = (rows[0] as { 'QUERY PLAN': { Plan: Plan }[] })['QUERY PLAN'][0]?.Plan;
    return (plan ? nodes(plan) : []).flatMap((node) => {
      const loops = node['Actual Loops'];
      const touched =
        (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) *
        loops;
      return touched > MOST_ROWS
        ? [
            `${node['Node Type']} on ${node['Relation Name'] ?? '-'} (${node['Index Name'] ?? 'no index'}) touches ${Math.round(touched)} rows: ${text.replace(/\s+/g, ' ').slice(0, 300)}`,
          ]
        : [];
    });
  } catch (error) {
    // What inserts with its last breath has done so already: it costs what its keys cost.
    if ((error as { code?: string }).code === '23505') return [];
    throw error;
  } finally {
    await client.query('rollback');
    if (generic) await client.query('deallocate all');
  }
}
/** As the driver would send it. */
function literal(value: unknown): string {
  const sent: unknown = utils.prepareValue(value);
  if (sent === null || sent === undefined) return 'null';
  return pg.escapeLiteral(Buffer.isBuffer(sent) ? `\\x${sent.toString('hex')}` : String(sent));
}

test('[P12] no statement of a list, search or lookup touches more rows than its page needs', async (t) => {
  assert.ok(filled.length >= 15, `filled: ${filled.join(', ')}`);
  assert.ok(application);
  const accounts = ['trader', 'trader2', 'customs', 'railway', 'operator', 'security', 'auditor'] as const;
  const clients = new Map<string, Client>();
  for (const account of accounts) clients.set(account, await signIn(application, account));
  const trader = clients.get('trader');
  assert.ok(trader);
  const [kept] = (await trader.get<{ items: { id: string }[] }>('/shipments')).items;
  const documents = (await trader.get<{ items: { id: string }[] }>(`/shipments/${kept?.id}/documents`)).items;
  const seeded = '01900000-0000-7000-8000-000000000032';
  const paths = [
    '/shipments',
    '/shipments?limit=100',
    `/shipments?after=${seeded}`,
    '/shipments?query=SEEDED77',
    '/shipments?query=SEEDED777',
    '/shipments?query=NOTHING',
    '/shipments?query=S',
    '/shipments?state=draft',
    '/shipments?state=withdrawn',
    '/shipments?progress=closed',
    ...[kept?.id ?? '', seeded].flatMap((id) =>
      [
        '',
        '/versions',
        '/timeline',
        '/disposition',
        '/releases',
        '/documents',
        '/payments',
        '/carrier-bookings',
        '/barge-orders',
        '/credentials',
      ].map((part) => `/shipments/${id}${part}`),
    ),
    `/documents/${documents[0]?.id}`,
    `/documents/${documents[0]?.id}/content`,
    '/library',
    '/library?limit=100',
    `/library?after=${seeded}`,
    ...[
      '电子产品',
      '电脑配件',
      '万分之一',
      '电子产品 万分之一',
      '电脑配件 冷冻水果',
      'seeded77',
      'NOTHING',
      '没有这个',
      '电',
      '件品',
    ].map((words) => `/library?query=${encodeURIComponent(words)}`),
    '/library?flow=form',
    '/library?flow=attachment',
    '/library?channel=customs&direction=import',
    '/library?channel=customs&direction=export',
    '/library?flow=inbound&channel=maritime',
    '/library?from=2026-11-01&to=2026-11-30',
    `/documents/${documents[0]?.id}/versions`,
    '/inspections',
    '/inspections?state=planned',
    '/inspections?state=ended',
    '/inspection-queue',
    '/inspection-queue?state=started',
    `/inspection-queue?after=1900000000000%20${seeded}`,
    '/inspections?state=finished',
    `/inspections?shipmentId=${seeded}`,
    '/releases',
    '/releases?state=granted',
    '/releases?state=used',
    '/releases?state=revoked',
    '/kept-reports',
    `/kept-reports?after=${seeded}`,
    '/credential-status/1',
    '/channel-credentials/other-window',
    `/channel-credentials/other-window?after=${seeded}`,
    '/payment-lines',
    '/payment-lines?state=open',
    '/payment-lines?state=matched&limit=200',
    '/financial-standing',
    '/directory-applications',
    `/directory-applications?after=${seeded}`,
    '/directory-form',
    '/licences',
    `/licences?after=${seeded}`,
    '/collisions',
    '/parked-instructions',
    '/awaited-words',
    `/awaited-words?after=1900000000000%20${seeded}%20object1`,
    '/test-results',
    `/test-results?after=${seeded}`,
    '/draws',
    `/draws?after=${seeded}`,
    `/draws/${seeded}`,
    '/draw-proofs/SJ000000000077',
    `/shipments/${kept?.id}/draws`,
    '/shipment-templates',
    '/subscriptions',
    '/enterprise-files',
    `/enterprise-files?after=${seeded}`,
    '/event-pages',
    '/event-pages?limit=500',
    '/exchange/channels',
    '/exchange/deliveries',
    '/exchange/deliveries?state=dead',
    '/exchange/deliveries?state=queued',
    '/exchange/deliveries?state=delivered&channel=commerce',
    '/exchange/deliveries?channel=commerce',
    `/exchange/deliveries?shipmentId=${seeded}`,
    '/exchange/messages',
    '/exchange/messages?state=quarantined',
    '/exchange/messages?state=interpreted&channel=commerce',
    '/exchange/messages?channel=commerce',
    '/exchange/faults',
    '/exchange/restores',
    '/channel-settings/commerce',
    '/channel-settings/commerce/changes',
    '/channel-health',
    '/channel-health/commerce',
    '/service-status',
    '/statistics?from=2026-01-01&to=2026-12-31&by=month',
    '/statistics?from=2026-11-01&to=2026-11-30&party=customs',
    '/statistics?from=2026-11-01&to=2026-11-30&office=8016',
    '/statistics/table?from=2026-11-01&to=2026-11-30',
    '/statistics/platform?month=2026-11',
    '/certifications?channel=commerce',
    `/certifications/${seeded}`,
    '/certification-keys',
  ];
  /** Of those who watch over the platform; nobody else gets in. */
  const watched = [
    '/audit-trail',
    '/audit-trail?limit=200',
    `/audit-trail?about=${seeded}`,
    '/audit-trail?type=document.dispatched&limit=200',
    '/audit-trail?actor=nobody',
    '/audit-trail?from=2026-11-01T00:00:00.000Z&to=2026-11-02T00:00:00.000Z',
    '/audit-exports',
    '/retention',
    '/retention-changes',
    '/api-key-confirmations',
    '/trust-anchors',
    '/release-key-states',
    '/release-key-changes',
  ];
  const found = new Set<string>();
  const asked: Statement[] = [];
  let answered = 0;
  recorder.take();
  const { rows: people } = await client.query<{ account: string; lock: Lock }>(
    `select p.account, array[o.id::text, o.kind, case when o.kind in ('trader', 'broker') then '' else coalesce(o.channel_id, '') end,
       p.id::text, current_date::text] as lock
     from enterprise.person p join enterprise.organisation o on o.id = p.organisation_id`,
  );
  const lockOf = new Map(people.map((p) => [p.account, p.lock]));
  for (const path of [...paths, ...watched])
    for (const [account, who] of clients) {
      if (watched.includes(path) !== ['security', 'auditor'].includes(account)) continue;
      const reply = await who.raw('GET', path);
      await reply.arrayBuffer();
      if (reply.status === 200) answered += 1;
      assert.ok(reply.status < 500, `${account} ${path}: ${reply.status}`);
      for (const statement of recorder.take()) {
        asked.push(statement);
        for (const one of await expensive(statement, LOCKED ? lockOf.get(account) : undefined))
          if (!accepted.some(({ pattern }) => pattern.test(one))) found.add(`${path} as ${account}: ${one}`);
        recorder.take();
      }
    }
  // What the background asks while a case goes its way belongs to it: lanes, reactions, readers.
  const { id } = await fileShipment(trader, railImport('PLANS'));
  await until(
    () => trader.get<{ items: { delivery?: { state: string } }[] }>(`/shipments/${id}/documents`),
    ({ items }) => items.filter((d) => d.delivery?.state === 'delivered').length >= 3,
    'the case goes its way',
  );
  for (const statement of recorder.take()) {
    asked.push(statement);
    for (const one of await expensive(statement)) found.add(`filing: ${one}`);
  }
  t.diagnostic(
    `${asked.length} statements of ${answered} answers looked at, ${ROWS} rows in each of ${filled.length} tables`,
  );
  assert.ok(answered > paths.length && asked.length > 100);
  assert.deepEqual([...found], []);
});

test('[P12] a scan of a whole table is seen', async () => {
  const scan = { text: 'select id from exchange.delivery where attempts = $1', values: [77] };
  for (const generic of [false, true]) {
    const [seen] = await expensive({ ...scan, generic });
    assert.match(seen ?? '', /Seq Scan on delivery/);
  }
});

test('[P12] a plan for all values that cannot use an index made for one is seen', async () => {
  await client.query('create table runtime.probe as select n as id, n % 7 as kind from generate_series(1, 10000) n');
  await client.query('create index probe_rare on runtime.probe (id) where kind = 77');
  const rare = { text: 'select id from runtime.probe where kind = $1', values: [77] };
  assert.deepEqual(await expensive({ ...rare, generic: false }), []);
  assert.match((await expensive({ ...rare, generic: true })).join(), /Seq Scan on probe/);
  await client.query('drop table runtime.probe');
});
