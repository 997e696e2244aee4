// Exports are made a part at a time: a step that is lost changes nothing, a full volume begins another, and all volumes together hold
// exactly what was asked for, checked by the Python script and sha256sum alone (P4; R18).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type Actor, portico } from '../../runtime/context.ts';
import { migrate } from '../../runtime/database/migrate.ts';
import { ledgerSigner } from '../../../tests/support/sign-ledger.ts';
import { startTestRuntime, type TestRuntime } from '../../../tests/support/runtime.ts';
import { askExport, fetchVolume, readExport, type Wish } from './ask-export.ts';
import { stepExport } from './build-export.ts';
import { auditModule } from './index.ts';

const organisationId = '019a9f2e-7a10-7000-8000-0000000000aa';
const shipmentId = '019a9f2e-7a10-7000-8000-000000000001';
const office: Actor = {
  ...portico,
  kind: 'person',
  id: 'a1',
  name: '审计丑',
  organisationKind: 'port-office',
  roles: ['auditor'],
};
const clerk: Actor = { ...portico, kind: 'person', id: 'p1', name: '甲', organisationId, organisationKind: 'trader' };
let now = new Date('2026-11-20T02:00:00Z');
const clock = { now: () => now };
const signer = ledgerSigner(clock);
const dir = mkdtempSync(path.join(tmpdir(), 'portico-export-'));
let runtime: TestRuntime;
let unitOfWork: TestRuntime['unitOfWork'];

const sign = () => signer.sign(unitOfWork);
before(async () => {
  runtime = await startTestRuntime(clock);
  await migrate(runtime.database.pool, [auditModule]);
  ({ unitOfWork } = runtime);
  for (let n = 0; n < 45; n++) {
    now = new Date(Date.parse('2026-11-20T02:00:00Z') + n * 3_600_000);
    await unitOfWork.run(n % 3 === 0 ? clerk : portico, (context) =>
      context.emit('document.delivered', `d${n}`, { shipmentId: n % 5 === 0 ? shipmentId : 'another', n }),
    );
  }
  await sign();
});
after(async () => {
  await runtime.stop();
  rmSync(dir, { recursive: true, force: true });
});
const ask = (wish: Omit<Wish, 'reason'>) =>
  unitOfWork.run(office, (context) => askExport(context, { ...wish, reason: '测试' }));
const view = (id: string) => unitOfWork.read(office, (context) => readExport(context, id));
const step = () => unitOfWork.run(portico, (context) => stepExport(context, 7));

async function finish(id: string): Promise<number[]> {
  await sign();
  const seen: number[] = [];
  for (let n = 0; n < 50 && (await view(id)).state === 'working'; n++) {
    await step();
    seen.push((await view(id)).progress);
  }
  return seen;
}
/** Unpacks a volume, checks it by what everybody has, hands over its receipts. */
async function check(id: string, volume: number): Promise<{ subject: string }[]> {
  const at = path.join(dir, `${id}-${volume}`);
  mkdirSync(at);
  const bytes = await unitOfWork.run(office, (context) => fetchVolume(context, id, volume));
  writeFileSync(path.join(at, 'v.tar.gz'), bytes);
  assert.equal(spawnSync('tar', ['xzf', 'v.tar.gz'], { cwd: at }).status, 0);
  assert.equal(spawnSync('sha256sum', ['-c', '--quiet', '--strict', 'SHA256SUMS'], { cwd: at }).status, 0);
  const files = readdirSync(at).filter((name) => name.endsWith('.jsonl'));
  const named = readFileSync(path.join(at, 'SHA256SUMS'), 'utf-8').trimEnd().split('\n');
  assert.deepEqual(named.map((line) => line.split('  ')[1]).sort(), [...files, 'README.md'].sort());
  for (const file of files) {
    const checked = spawnSync('python3', ['tools/verify_ledger.py', '--key', signer.verifier, path.join(at, file)]);
    assert.equal(checked.status, 0, String(checked.stdout) + String(checked.stderr));
  }
  return files
    .sort()
    .flatMap((file) => readFileSync(path.join(at, file), 'utf-8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as { subject: string });
}

test('[P4] volumes together hold exactly what was asked for, in order, each checked without us', async () => {
  const cases: readonly [Omit<Wish, 'reason'>, (n: number) => boolean][] = [
    [{ shipmentId }, (n) => n % 5 === 0],
    [{ organisationId }, (n) => n % 3 === 0],
    [{ shipmentId, organisationId }, (n) => n % 15 === 0],
    [{ from: '2026-11-20T12:00:00.000Z', to: '2026-11-21T12:00:00.000Z' }, (n) => n >= 10 && n < 34],
    [{ organisationId, from: '2026-11-21T00:00:00.000Z' }, (n) => n >= 22 && n % 3 === 0],
  ];
  for (const [wish, wanted] of cases) {
    const { id } = await ask(wish);
    const progress = await finish(id);
    assert.deepEqual(
      progress,
      [...progress].sort((a, b) => a - b),
      'progress only grows',
    );
    const done = await view(id);
    const subjects: string[] = [];
    for (let volume = 1; volume <= done.volumes; volume++) {
      const receipts = await check(id, volume);
      assert.ok(receipts.length <= 7);
      subjects.push(...receipts.map((r) => r.subject).filter((subject) => /^d\d+$/.test(subject)));
    }
    const expected = Array.from({ length: 45 }, (_, n) => n).filter(wanted);
    assert.deepEqual(
      subjects,
      expected.map((n) => `d${n}`),
      JSON.stringify(wish),
    );
    assert.ok(done.volumes >= Math.ceil(expected.length / 7));
  }
});

test('[P4][P3] a step that is lost on the way changes nothing; what is asked while another is made waits', async () => {
  const first = await ask({ organisationId });
  const second = await ask({ shipmentId });
  await sign();
  const fail = () =>
    unitOfWork.run(portico, async (context) => {
      await stepExport(context, 7);
      throw new Error('the process dies here');
    });
  await assert.rejects(fail(), /dies here/);
  await step();
  await assert.rejects(fail(), /dies here/);
  await finish(first.id);
  await finish(second.id);
  const done = await view(first.id);
  let receipts = 0;
  for (let volume = 1; volume <= done.volumes; volume++) receipts += (await check(first.id, volume)).length;
  assert.equal(receipts, done.receipts);
  assert.equal((await view(second.id)).state, 'ready');
});

test('[P4] what is not under a signed head yet waits for it', async () => {
  const { id } = await ask({ shipmentId });
  assert.equal(await step(), false, 'the asking itself is not signed yet');
  assert.equal((await view(id)).state, 'working');
  await assert.rejects(
    unitOfWork.run(office, (context) => fetchVolume(context, id, 1)),
    { code: 'AUDIT_EXPORT_NOT_READY' },
  );
  await finish(id);
  assert.equal((await view(id)).state, 'ready');
});

test('[P4] the digest of what was handed out stands in the ledger; thirty days later the bundle is gone, and that too', async () => {
  const { id } = await ask({ shipmentId });
  await finish(id);
  const done = await view(id);
  const sums: string[] = [];
  for (let volume = 1; volume <= done.volumes; volume++) {
    await check(id, volume);
    sums.push(
      createHash('sha256')
        .update(readFileSync(path.join(dir, `${id}-${volume}`, 'SHA256SUMS')))
        .digest('hex'),
    );
  }
  const digest = createHash('sha256').update(sums.join('\n')).digest('hex');
  assert.equal(done.digest, digest);
  const { rows } = await runtime.owner.query(
    `select type, payload from runtime.event where payload ->> 'exportId' = $1 order by position`,
    [id],
  );
  assert.deepEqual(rows.map((row) => row.type).slice(0, 3), [
    'audit.export-asked',
    'audit.export-ready',
    'audit.export-fetched',
  ]);
  assert.equal(rows[1].payload.digest, digest);
  const at = now;
  now = new Date(at.getTime() + 31 * 86_400_000);
  while (await step());
  assert.equal((await view(id)).state, 'expired');
  const { rows: parts } = await runtime.owner.query(`select 1 from audit.export_part where export_id = $1`, [id]);
  assert.equal(parts.length, 0);
  const { rows: removed } = await runtime.owner.query(
    `select payload from runtime.event where type = 'records.removed'`,
  );
  assert.ok(removed.every(({ payload }) => payload.classId === 'audit-export' && payload.keepDays === 30));
  assert.ok(removed.length > 0);
  await assert.rejects(
    unitOfWork.run(office, (context) => fetchVolume(context, id, 1)),
    { code: 'AUDIT_EXPORT_EXPIRED' },
  );
});
