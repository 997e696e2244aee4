// The auditor at work (P4; R18, R25): he searches the trail by who, whom, what, about what and when, and finds exactly what is there; takes a
// bundle away and checks it; all he does is in the trail. How long records are kept is decided by two others.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { AuditExport, RetentionChange, RetentionClass, TrailPage } from '../../src/hub/audit/contract.ts';
import { keepDaysOf, noteArchived } from '../../src/hub/audit/keep-records.ts';
import { createPartitionKeeper } from '../../src/runtime/growth/keep-partitions.ts';
import { portico } from '../../src/runtime/context.ts';
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

let application: TestApplication;
let database: TestDatabase;
let owner: pg.Client;
let auditor: Client;
let security: Client;
let security2: Client;
let filed: string;
const dir = mkdtempSync(path.join(tmpdir(), 'portico-audit-'));
before(async () => {
  database = await createTestDatabase();
  application = await startTestApplication({ database });
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  const trader = await signIn(application, 'trader');
  [auditor, security, security2] = (await Promise.all(
    ['auditor', 'security', 'security2'].map((account) => signIn(application, account)),
  )) as [Client, Client, Client];
  const { id, submitted } = await fileShipment(trader, railImport('CLEAN-AUDIT'));
  filed = id;
  await until(
    () => trader.get<{ state: string }>(`/receipts/${submitted.receipt.receiptId}`),
    ({ state }) => state === 'integrated',
    'the filing is under a signed head',
  );
  await until(
    async () => (await owner.query(`select 1 from runtime.event where type = 'document.delivered'`)).rowCount,
    (n) => (n ?? 0) > 0,
    'something was delivered',
    60_000,
  );
});
after(async () => {
  rmSync(dir, { recursive: true, force: true });
  await owner.end();
  await application.stop();
  assert.deepEqual(application.faults, []);
});
const codeOf = async (client: Client, method: string, at: string, body?: object) => {
  const reply = await client.raw(method, at, body && JSON.stringify(body), {
    ...(body ? { 'content-type': 'application/json' } : {}),
  });
  return ((await reply.json()) as { code?: string }).code;
};
const positionsOf = async (where: string, values: unknown[], upTo: number) =>
  (
    await owner.query<{ position: number }>(
      `select position::int from runtime.event where position <= ${upTo} and ${where} order by position desc`,
      values,
    )
  ).rows.map((row) => row.position);
/** All of it, by pages of a size that does not divide it. */
async function search(query: Record<string, string>): Promise<number[]> {
  const seen: number[] = [];
  let next: string | undefined;
  do {
    const page: TrailPage = await auditor.get<TrailPage>(
      `/audit-trail?${new URLSearchParams({ ...query, limit: '7', ...(next ? { after: next } : {}) })}`,
    );
    seen.push(...page.items.map((entry) => entry.position));
    next = page.next;
  } while (next);
  return seen;
}

test('[P4] the trail is found by who, for whom, what, about what and when: exactly what the database has', async () => {
  const { rows } = await owner.query<{ organisation: string; at: string; top: number }>(
    `select (select organisation_id::text from enterprise.person where account = 'trader') as organisation,
       (select occurred_at from runtime.event order by position offset 20 limit 1) as at,
       (select max(position)::int from runtime.event) as top`,
  );
  const { organisation = '', at = '', top = 0 } = rows[0] ?? {};
  const from = new Date(at).toISOString();
  const cases: readonly [Record<string, string>, string, unknown[]][] = [
    [{ actor: '陈演示' }, `actor ->> 'name' = $1`, ['陈演示']],
    [{ organisationId: organisation }, `actor ->> 'organisationId' = $1`, [organisation]],
    [{ type: 'document.delivered' }, `type = $1`, ['document.delivered']],
    [{ about: filed }, `(subject = $1 or payload ->> 'shipmentId' = $1)`, [filed]],
    [{ from }, `occurred_at >= $1`, [from]],
    [{ to: from }, `occurred_at < $1`, [from]],
    [
      { actor: '陈演示', type: 'shipment.submitted', about: filed },
      `type = 'shipment.submitted' and subject = $1`,
      [filed],
    ],
    [{ type: 'no.such' }, 'false', []],
  ];
  for (const [query, where, values] of cases) {
    const found = (await search(query)).filter((position) => position <= top);
    assert.deepEqual(found, await positionsOf(where, values, top), JSON.stringify(query));
    if (!('to' in query) && where !== 'false') assert.ok(found.length > 0, JSON.stringify(query));
  }
});

test('[P4] an entry says who, when, what in words, and with what content; a search is in the trail itself', async () => {
  const { items } = await auditor.get<TrailPage>(`/audit-trail?type=shipment.submitted&about=${filed}`);
  const [entry] = items;
  assert.equal(entry?.by.name, '陈演示');
  assert.ok(entry?.text?.zh && entry.text.en && entry.traceId);
  assert.equal((JSON.parse(entry?.content ?? '{}') as { version?: number }).version, 1);
  const person = entry?.by.id ?? '';
  const own = await auditor.get<TrailPage>(`/audit-trail?actor=${person}&type=session.opened`);
  assert.ok(own.items.length > 0, 'sign-ins of a person are found by who he is');
  const searches = await auditor.get<TrailPage>('/audit-trail?type=audit.trail-read&actor=%E5%AE%A1%E8%AE%A1%E4%B8%91');
  assert.ok(searches.items.some((one) => one.content.includes(filed)));
  assert.equal(
    await codeOf(auditor, 'GET', '/audit-trail?from=2026-11-02T00:00:00.000Z&to=2026-11-01T00:00:00.000Z'),
    'AUDIT_RANGE_EMPTY',
  );
});

test('[P4] the auditor takes a bundle of a case away and checks it without us; asking, making and fetching are in the ledger', async () => {
  const reason = '稽查抽样';
  assert.equal(await codeOf(auditor, 'POST', '/audit-exports', { reason }), 'AUDIT_RANGE_MISSING');
  const asked = await auditor.send<AuditExport>('POST', '/audit-exports', { shipmentId: filed, reason }, 201);
  const done = await until(
    () => auditor.get<AuditExport>(`/audit-exports/${asked.id}`),
    ({ state }) => state === 'ready',
    'the export',
    60_000,
  );
  const reply = await auditor.raw('GET', `/audit-exports/${asked.id}/volumes/1`);
  assert.equal(reply.headers.get('content-type'), 'application/gzip');
  writeFileSync(path.join(dir, 'v.tar.gz'), new Uint8Array(await reply.arrayBuffer()));
  assert.equal(spawnSync('tar', ['xzf', 'v.tar.gz'], { cwd: dir }).status, 0);
  assert.equal(spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: dir }).status, 0);
  const { items: keys } = await auditor.get<{ items: { verifier: string }[] }>('/ledger/keys');
  const files = readdirSync(dir).filter((name) => name.endsWith('.jsonl'));
  const checked = spawnSync('python3', [
    'tools/verify_ledger.py',
    ...keys.flatMap(({ verifier }) => ['--key', verifier]),
    ...files.map((file) => path.join(dir, file)),
  ]);
  assert.equal(checked.status, 0, String(checked.stdout));
  const lines = files.flatMap((file) => readFileSync(path.join(dir, file), 'utf-8').trimEnd().split('\n'));
  assert.equal(lines.length, done.receipts);
  const types = new Set(lines.map((line) => (JSON.parse(line) as { type: string }).type));
  for (const type of ['shipment.submitted', 'document.dispatched', 'document.delivered'])
    assert.ok(types.has(type), type);
  const { rows } = await owner.query(
    `select type, actor ->> 'name' as by, payload from runtime.event where payload ->> 'exportId' = $1 order by position`,
    [asked.id],
  );
  assert.deepEqual(
    rows.map((row) => [row.type, row.by]),
    [
      ['audit.export-asked', '审计丑'],
      ['audit.export-ready', 'Portico'],
      ['audit.export-fetched', '审计丑'],
    ],
  );
  assert.equal(rows[1].payload.digest, done.digest);
  assert.equal(await codeOf(auditor, 'GET', `/audit-exports/${asked.id}/volumes/2`), 'AUDIT_VOLUME_UNKNOWN');
});

const usual = { classId: 'exchange-log', keepDays: 200, basis: '网络安全法第二十一条', reason: '存储规划' };

test('[P4][P11] how long records are kept is changed by two persons, with basis and reason, never below the law', async () => {
  for (const [change, code] of [
    [{ classId: 'trail', keepDays: 183 }, 'RETENTION_TOO_SHORT'],
    [{ classId: 'message', keepDays: 365 }, 'RETENTION_TOO_SHORT'],
    [{ classId: 'submission', keepDays: 5000 }, 'RETENTION_CLASS_KEPT'],
    [{ classId: 'no-such', keepDays: 500 }, 'RETENTION_CLASS_UNKNOWN'],
  ] as const)
    assert.equal(await codeOf(security, 'POST', '/retention-changes', { ...usual, ...change }), code);
  const { id } = await security.send<RetentionChange>('POST', '/retention-changes', usual, 201);
  const confirmation = `/retention-changes/${id}/confirmation`;
  assert.equal(await codeOf(security, 'POST', confirmation), 'RETENTION_NEEDS_SECOND_PERSON');
  const classOf = async () =>
    (await auditor.get<{ items: RetentionClass[] }>('/retention')).items.find((one) => one.id === 'exchange-log');
  assert.equal((await classOf())?.keepDays, undefined, 'one person is not enough');
  assert.equal((await security2.send<RetentionChange>('POST', confirmation)).state, 'active');
  assert.deepEqual([(await classOf())?.keepDays, (await classOf())?.source], [200, 'decision']);
  assert.equal(await codeOf(security, 'POST', `/retention-changes/${id}/withdrawal`), 'RETENTION_CHANGE_DECIDED');
  const longer = await security2.send<RetentionChange>('POST', '/retention-changes', { ...usual, keepDays: 300 });
  await security.send('POST', `/retention-changes/${longer.id}/confirmation`);
  assert.equal((await classOf())?.keepDays, 300);
  const { items } = await security.get<{ items: RetentionChange[] }>('/retention-changes');
  assert.deepEqual(
    items.map((one) => one.state),
    ['active', 'replaced'],
  );
  for (const one of (await auditor.get<{ items: RetentionClass[] }>('/retention')).items)
    assert.ok(one.basis.zh && one.basis.en && one.leastDays > 0, one.id);
});

test('[P4] what is over its time goes to the archive as decided, and each going is an event; the rest stays', async () => {
  // A log like that of attempts, old enough: the last row of its first partition is over its time by a day, that of the second is not.
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  await owner.query(`
    create table exchange.old_log (at timestamptz not null, n int) partition by range (at);
    create table exchange.old_log_a partition of exchange.old_log for values from ('2000-01-01Z') to ('${ago(300)}');
    create table exchange.old_log_b partition of exchange.old_log for values from ('${ago(300)}') to ('${ago(1)}');
    create table exchange.old_log_rest partition of exchange.old_log default;
    insert into exchange.old_log values ('${ago(301)}', 1), ('${ago(299)}', 2);
    grant all on exchange.old_log, exchange.old_log_a, exchange.old_log_b, exchange.old_log_rest to portico_app`);
  const log = { schema: 'exchange', table: 'old_log', key: 'at', span: 'month', writtenAt: 'at', needs: [] } as const;
  const keeper = createPartitionKeeper({
    tables: [log],
    unitOfWork: application.unitOfWork,
    keepDaysOf: (context) => keepDaysOf(context, 'exchange-log'),
    onArchived: (context, _table, gone) => noteArchived(context, 'exchange-log', gone),
    onFault: (error) => assert.fail(String(error)),
  });
  keeper.start();
  const told = await until(
    async () => (await owner.query(`select payload from runtime.event where type = 'records.archived'`)).rows,
    (rows) => rows.length > 0,
    'the event',
    30_000,
  );
  await keeper.stop();
  assert.deepEqual(
    told.map((row) => row.payload),
    [{ classId: 'exchange-log', partition: 'old_log_a', keepDays: 300 }],
  );
  const { rows: moved } = await owner.query(`select n from archive.old_log_a`);
  assert.deepEqual(moved, [{ n: 1 }], 'moved, not deleted');
  const { rows: left } = await owner.query(`select n from exchange.old_log`);
  assert.deepEqual(left, [{ n: 2 }]);
  assert.equal(await application.unitOfWork.read(portico, (context) => keepDaysOf(context, 'trail')), undefined);
  assert.equal(await application.unitOfWork.read(portico, (context) => keepDaysOf(context, 'trail', 184)), 184);
});
