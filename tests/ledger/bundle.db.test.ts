// What an auditor is handed (R18, R26): a bundle of receipts of a shipment, an organisation or a time, checked by the Python script and by
// sha256sum alone; and erased personal data, which is then in no table of the ledger, no export and no bundle, while all of it still holds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { eraseContent, exportBundle } from '../../src/hub/ledger/index.ts';
import { type Actor, portico } from '../../src/runtime/context.ts';
import { exportLines } from '../../src/runtime/ledger/export-ledger.ts';
import type { Wanted } from '../../src/runtime/ledger/store.ts';
import { ledgerSigner } from '../support/sign-ledger.ts';
import { startTestRuntime, type TestRuntime } from '../support/runtime.ts';

const CANARY = '张三丰-canary-7f3a91';
const shipmentId = '019a9f2e-7a10-7000-8000-000000000001';
const organisationId = '019a9f2e-7a10-7000-8000-0000000000aa';
const clerk: Actor = { ...portico, kind: 'person', id: 'p1', name: CANARY, organisationId, organisationKind: 'trader' };
let now = new Date('2026-11-20T02:00:00Z');
const clock = { now: () => now };
const signer = ledgerSigner(clock);
const dir = mkdtempSync(path.join(tmpdir(), 'portico-bundle-'));
let runtime: TestRuntime;
let unitOfWork: TestRuntime['unitOfWork'];
let owner: TestRuntime['owner'];

const sign = () => signer.sign(unitOfWork);
async function bundle(name: string, wanted: Wanted): Promise<{ at: string; receipts: number }> {
  const at = path.join(dir, name);
  mkdirSync(at);
  const write = async (file: string, text: string) => appendFileSync(path.join(at, file), text);
  return { at, receipts: await unitOfWork.run(portico, (context) => exportBundle(context, wanted, { write })) };
}
const verify = (file: string) => {
  const { status, stdout, stderr } = spawnSync('python3', ['tools/verify_ledger.py', '--key', signer.verifier, file], {
    encoding: 'utf-8',
  });
  assert.equal(stderr, '');
  return { status, said: stdout };
};
const sums = (at: string) => spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: at }).status;
const linesOf = (at: string) => readFileSync(path.join(at, 'receipts.jsonl'), 'utf-8').trimEnd().split('\n');

before(async () => {
  runtime = await startTestRuntime(clock);
  ({ unitOfWork, owner } = runtime);
  await unitOfWork.run(clerk, async (context) => {
    await context.emit('shipment.submitted', shipmentId, { shipmentId, version: 1 });
    await context.emit('document.delivered', 'd1', { shipmentId, channel: 'customs' });
    for (let i = 0; i < 30; i++) await context.emit('document.delivered', `o${i}`, { shipmentId: 'another', i });
  });
  now = new Date('2026-11-21T02:00:00Z');
  await unitOfWork.run(portico, (context) => context.emit('release.granted', 'r1', { shipmentId, contact: CANARY }));
  await sign();
  now = new Date('2026-11-25T02:00:00Z');
});
after(async () => {
  await runtime.stop();
  rmSync(dir, { recursive: true, force: true });
});

test('[P4] a bundle of a shipment, an organisation or a time holds what was asked for and is checked without us', async () => {
  const cases: readonly [string, Wanted, number][] = [
    ['shipment', { shipmentId }, 3],
    ['organisation', { organisationId }, 32],
    ['period', { from: '2026-11-21T00:00:00Z', to: '2026-11-22T00:00:00Z' }, 1],
    ['empty', { shipmentId: 'none' }, 0],
  ];
  for (const [name, wanted, expected] of cases) {
    const { at, receipts } = await bundle(name, wanted);
    assert.equal(receipts, expected, name);
    assert.equal(sums(at), 0, name);
    if (expected === 0) continue;
    assert.equal(linesOf(at).length, expected);
    const { status, said } = verify(path.join(at, 'receipts.jsonl'));
    assert.equal(status, 0, said);
    assert.match(said, expected === 1 ? /: holds$/m : new RegExp(`: holds: ${expected} receipts$`, 'm'));
    assert.match(readFileSync(path.join(at, 'README.md'), 'utf-8'), /verify_ledger\.py.*receipts\.jsonl/);
  }
});

test('[P4] each export stands in the ledger itself, with the digest of what was handed out', async () => {
  const { rows } = await owner.query(
    `select payload from runtime.event where type = 'audit.exported' order by position`,
  );
  assert.deepEqual(
    rows.map(({ payload }) => [payload.wanted.split(' ')[0], payload.receipts]),
    [
      ['shipmentId', 3],
      ['organisationId', 32],
      ['from', 1],
      ['shipmentId', 0],
    ],
  );
  const text = readFileSync(path.join(dir, 'shipment', 'SHA256SUMS'));
  assert.equal(rows[0].payload.digest, createHash('sha256').update(text).digest('hex'));
});

test('[P4] a bundle that somebody touched is found out, and the line is named', async () => {
  const at = path.join(dir, 'shipment');
  const [first = '', second = '', third = ''] = linesOf(at);
  const forged = path.join(dir, 'forged.jsonl');
  const forge = (...lines: readonly string[]) => {
    writeFileSync(forged, `${lines.join('\n')}\n`);
    return verify(forged);
  };
  const content = forge(first, second.replace('customs', 'maritime'), third);
  assert.equal(content.status, 1);
  assert.match(content.said, /line 2: the content is not what the leaf commits to/);
  const leaf = forge(first, second, third.replaceAll('release.granted', 'release.refused'));
  assert.match(leaf.said, /line 3: the proof does not lead to the signed head/);
  appendFileSync(path.join(at, 'receipts.jsonl'), '\n');
  assert.notEqual(sums(at), 0);
});

test('[P4] erased: the words are in no table of the ledger, no export, no bundle; every proof holds as before', async () => {
  const everything = async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'runtime' and c.relkind in ('r', 'p')`,
    );
    const found: string[] = [];
    for (const { name } of rows)
      if ((await owner.query(`select 1 from ${name} t where t::text like '%' || $1 || '%'`, [CANARY])).rowCount)
        found.push(name);
    return found;
  };
  assert.ok((await everything()).length > 0, 'the canary is there before');
  const { rows } = await owner.query<{ subject: string; id: string }>(
    `select subject, id from runtime.event t where t::text like '%' || $1 || '%'`,
    [CANARY],
  );
  for (const { subject, id } of rows)
    await unitOfWork.run(portico, (context) => eraseContent(context, `${subject}.${id}`, { reason: 'PIPL 47' }));
  await sign();
  assert.deepEqual(await everything(), []);
  // Of what is erased only its subject says whom it was about; a time has all of it.
  for (const wanted of [{ shipmentId }, { from: '2026-11-21T00:00:00Z', to: '2026-11-22T00:00:00Z' }]) {
    const { at, receipts } = await bundle(`erased-${Object.keys(wanted)[0]}`, wanted);
    assert.equal(receipts, 1);
    const text = readFileSync(path.join(at, 'receipts.jsonl'), 'utf-8');
    assert.ok(!text.includes(CANARY) && !text.includes('"salt"'));
    assert.equal(verify(path.join(at, 'receipts.jsonl')).status, 0);
  }
  let whole = '';
  for await (const line of exportLines(runtime.database.kysely)) whole += line;
  assert.ok(!whole.includes(CANARY));
  const file = path.join(dir, 'whole.ledger');
  writeFileSync(file, whole);
  const checked = verify(file);
  assert.equal(checked.status, 0, checked.said.slice(0, 500));
  assert.match(checked.said, new RegExp(`${rows.length} erased`));
});
