// What went to the archive years ago is still searched, exported and proven for an auditor, and personal data in it can be erased; what was
// erased stays erased when a backup from before comes back (P4; R18, R26).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { askExport, fetchVolume } from '../../src/hub/audit/ask-export.ts';
import { stepExport } from '../../src/hub/audit/build-export.ts';
import { auditModule, eraseEverywhere, eraseReturned } from '../../src/hub/audit/index.ts';
import { searchTrail } from '../../src/hub/audit/search-trail.ts';
import { requireErased } from '../../src/hub/ledger/index.ts';
import { type Actor, portico } from '../../src/runtime/context.ts';
import { applicationUrl, readyApplicationRole } from '../../src/runtime/database/application-role.ts';
import { migrate } from '../../src/runtime/database/migrate.ts';
import { addErasure, type Erasure, ErasedIsBack, readErasures } from '../../src/runtime/ledger/erasure-list.ts';
import { exportLines } from '../../src/runtime/ledger/export-ledger.ts';
import { ledgerSigner } from '../support/sign-ledger.ts';
import { startTestRuntime, type TestRuntime } from '../support/runtime.ts';

const CANARY = '张三丰-canary-archive';
const shipmentId = '019a9f2e-7a10-7000-8000-000000000001';
const organisationId = '019a9f2e-7a10-7000-8000-0000000000aa';
const clerk: Actor = { ...portico, kind: 'person', id: 'p1', name: CANARY, organisationId, organisationKind: 'trader' };
const office: Actor = {
  ...portico,
  kind: 'person',
  id: 'a1',
  name: '审计丑',
  organisationKind: 'port-office',
  roles: ['auditor'],
};
let now = new Date('2021-05-20T02:00:00Z');
const clock = { now: () => now };
const signer = ledgerSigner(clock);
const dir = mkdtempSync(path.join(tmpdir(), 'portico-archive-'));
const list = path.join(dir, 'elsewhere', 'erasures.jsonl');
let runtime: TestRuntime;
let unitOfWork: TestRuntime['unitOfWork'];
let owner: TestRuntime['owner'];

const sign = () => signer.sign(unitOfWork);
const verify = (file: string) => {
  const { status, stdout } = spawnSync('python3', ['tools/verify_ledger.py', '--key', signer.verifier, file], {
    encoding: 'utf-8',
  });
  return { status, said: stdout };
};
const makeExport = async (): Promise<{ id: string; text: string }> => {
  const wish = { reason: '专项审计', from: '2021-05-01T00:00:00Z', to: '2021-06-01T00:00:00Z' };
  const { id } = await unitOfWork.run(office, (context) => askExport(context, wish));
  await sign();
  while (await unitOfWork.run(portico, (context) => stepExport(context)));
  const bytes = await unitOfWork.run(office, (context) => fetchVolume(context, id, 1));
  return { id, text: gunzipSync(bytes).toString('utf-8') };
};
const holding = async (): Promise<string[]> => {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('runtime', 'archive', 'audit') and c.relkind = 'r'`,
  );
  const found: string[] = [];
  for (const { name } of rows)
    if ((await owner.query(`select 1 from ${name} t where t::text like '%' || $1 || '%'`, [CANARY])).rowCount)
      found.push(name);
  return found;
};
const canaryReceipts = async (): Promise<string[]> => {
  const { rows } = await owner.query<{ receipt: string }>(
    `select subject || '.' || id as receipt from runtime.recorded t where t::text like '%' || $1 || '%' order by position`,
    [CANARY],
  );
  return rows.map((row) => row.receipt);
};

before(async () => {
  runtime = await startTestRuntime(clock);
  await migrate(runtime.database.pool, [auditModule]);
  // One role for every database of this server: with the password the others know it by.
  const { password } = new URL(applicationUrl(runtime.url));
  await readyApplicationRole(runtime.database.pool, ['runtime', 'audit'], decodeURIComponent(password));
  ({ unitOfWork, owner } = runtime);
  await unitOfWork.run(clerk, async (context) => {
    await context.emit('shipment.submitted', shipmentId, { shipmentId, version: 1 });
    await context.emit('document.delivered', 'd1', { shipmentId: 'another' });
  });
  await unitOfWork.run(portico, async (context) => {
    for (let i = 0; i < 260; i++) await context.emit('document.delivered', `o${i}`, { shipmentId: 'another', i });
  });
  await sign();
  // The partition that everything so far lies in ends here; it is years old, and goes.
  await owner.query(`select setval('runtime.event_position_seq', 10000000)`);
  await owner.query(`select runtime.make_partition('runtime', 'event', '10000000', '10000000', '20000000', '')`);
  await owner.query(`select runtime.archive_partition('runtime', 'event', 'event_first')`);
  now = new Date('2026-11-25T02:00:00Z');
  await unitOfWork.run(portico, (context) => context.emit('release.granted', 'r1', { shipmentId }));
});
after(async () => {
  await runtime.stop();
  rmSync(dir, { recursive: true, force: true });
});

test('[P4] what is in the archive is searched like the rest, newest first across both, and the search is an event', async () => {
  const before_ = await unitOfWork.run(office, (context) => searchTrail(context, { about: shipmentId }));
  assert.deepEqual(
    before_.items.map((item) => item.type),
    ['release.granted'],
    'moved and not yet put together',
  );
  assert.deepEqual((await owner.query('select shelve_archive as name from runtime.shelve_archive()')).rows, [
    { name: 'event_first' },
  ]);
  assert.equal((await owner.query('select runtime.shelve_archive()')).rowCount, 0, 'done twice it does nothing');
  const found = await unitOfWork.run(office, (context) => searchTrail(context, { about: shipmentId }));
  assert.deepEqual(
    found.items.map((item) => item.type),
    ['release.granted', 'shipment.submitted'],
  );
  assert.equal(found.items[1]?.by.name, CANARY);
  const { rows } = await owner.query(`select count(*)::int as n from runtime.event where type = 'audit.trail-read'`);
  assert.equal(rows[0].n, 2);
});

test('[P4] records in the archive stay as written, for their owner too; the running program has no right there', async () => {
  for (const act of [
    `update archive.event set subject = 'x'`,
    'delete from archive.event_first',
    'truncate archive.event_first',
    'truncate archive.event',
  ])
    await assert.rejects(owner.query(act), /never changed or removed/, act);
  const { rows } = await owner.query(
    `select has_schema_privilege('portico_app', 'archive', 'usage') as schema,
            has_table_privilege('portico_app', 'archive.event', 'select') as table,
            has_table_privilege('portico_app', 'runtime.recorded', 'select') as reads,
            has_table_privilege('portico_app', 'runtime.recorded', 'insert, update, delete') as writes`,
  );
  assert.deepEqual(rows[0], { schema: false, table: false, reads: true, writes: false });
});

test('[P4] an export of archived records holds their contents and proofs, checked without us; the whole ledger too', async () => {
  const { text } = await makeExport();
  assert.ok(text.includes(CANARY));
  const lines = text.match(/\{"id":.*$/gm) ?? [];
  assert.equal(lines.length, 262);
  const file = path.join(dir, 'receipts.jsonl');
  writeFileSync(file, `${lines.join('\n')}\n`);
  assert.match(verify(file).said, /holds: 262 receipts/);
  const whole = path.join(dir, 'whole.ledger');
  writeFileSync(whole, '');
  for await (const line of exportLines(runtime.database.kysely)) appendFileSync(whole, line);
  const checked = verify(whole);
  assert.equal(checked.status, 0, checked.said.slice(0, 500));
});

test('[P4] erased: gone from the archive, from exports that held it, from the search; and a restored backup does not bring it back', async () => {
  const receipts = await canaryReceipts();
  assert.equal(receipts.length, 2);
  // What a backup of before the erasure holds.
  await owner.query('create table public.kept as select * from runtime.recorded');
  const note = (erasure: Erasure) => addErasure(list, erasure);
  for (const receipt of receipts)
    await unitOfWork.run(portico, (context) => eraseEverywhere(context, receipt, { reason: 'PIPL 47', note }));
  await sign();
  assert.deepEqual(await holding(), []);
  const { rows: exports } = await owner.query('select state from audit.export');
  assert.deepEqual(exports, [{ state: 'expired' }]);
  const parts = await owner.query('select 1 from audit.export_part');
  assert.equal(parts.rowCount, 0, 'their bytes are compressed: nobody could look for a name in them');
  const searched = await unitOfWork.run(office, (context) => searchTrail(context, { actor: 'p1' }));
  assert.deepEqual(searched.items, []);
  assert.ok(!(await makeExport()).text.includes(CANARY));
  assert.ok(!readFileSync(list, 'utf-8').includes(CANARY), 'the list says nothing of what was erased');
  assert.equal(readErasures(list).length, 2);
  await unitOfWork.run(portico, (context) => requireErased(context, list));

  // The backup is restored: contents and salts are there, what erased them is not.
  await owner.query(`set session_replication_role = replica`);
  await owner.query('delete from runtime.ledger_erasure');
  await owner.query(`delete from runtime.event where type = 'content.erased'`);
  await owner.query(
    `update archive.event e set payload = k.payload, actor = k.actor, salt = k.salt from public.kept k where k.position = e.position`,
  );
  await owner.query(`set session_replication_role = origin`);
  await owner.query('drop table public.kept');
  assert.deepEqual(await holding(), ['archive.event_first']);
  await assert.rejects(
    unitOfWork.run(portico, (context) => requireErased(context, list)),
    (error) => error instanceof ErasedIsBack && /有 2 项.*erase-again/s.test(error.message),
  );
  assert.equal(await unitOfWork.run(portico, (context) => eraseReturned(context, readErasures(list))), 2);
  assert.deepEqual(await holding(), []);
  await unitOfWork.run(portico, (context) => requireErased(context, list));
  assert.equal(await unitOfWork.run(portico, (context) => eraseReturned(context, readErasures(list))), 0);
});

test('[P4] half a list is not taken for a whole one', () => {
  appendFileSync(list, '{"receiptId":"a.b","cont');
  assert.throws(() => readErasures(list), /erasures\.jsonl:3/);
});
