// Certification of partners (issue 6): a test system that keeps to the agreement passes, one that does not fails where it does not; the report is
// signed, and nothing of it comes near a case.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { channels } from '../../src/channels/index.ts';
import type { CertificationDetail, CertificationFile } from '../../src/hub/partner/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { startSimulator } from '../../src/runtime/simulator/simulator-server.ts';
import { createPlayedTime } from '../../src/runtime/timers.ts';
import { applicationWith, until } from '../support/application.ts';
import { readPdf } from '../support/read-pdf.ts';

const { application, operator, trader } = await applicationWith(['operator', 'trader']);
const folder = mkdtempSync(path.join(tmpdir(), 'portico-certification-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const testSystemOf = (channel: string) => {
  const known = application.endpoints.of(channel);
  assert.ok(known);
  return { endpoint: new URL('/test', known.url).href, ...(known.key ? { key: known.key } : {}) };
};
const start = (channel: string, at: { endpoint: string; key?: string } = testSystemOf(channel)) =>
  operator.send<CertificationDetail>('POST', '/certifications', { channel, contact: '测试联系人', ...at }, 201);
const read = (id: string) => operator.get<CertificationDetail>(`/certifications/${id}`);
const ended = (id: string) =>
  until(
    () => read(id),
    (one) => one.state !== 'running',
    'the end of a certification',
    180_000,
  );
const failedOf = (one: CertificationDetail) =>
  one.steps.filter((step) => step.state === 'failed').map((step) => step.scenario);
/** Rows of everything that belongs to the business. */
const business = () =>
  application.unitOfWork.read(portico, async ({ db }) => {
    const { rows } = await sql<{ n: string }>`
      select concat_ws(' ', (select count(*) from exchange.delivery), (select count(*) from exchange.inbound),
        (select count(*) from documents.entry), (select count(*) from shipment.shipment), (select count(*) from exchange.pointer),
        (select count(*) from exchange.attempt)) as n`.execute(db);
    return rows[0]?.n;
  });

let finished: CertificationDetail;
test('[P3] a test system that keeps to the agreement passes every scenario of its channel, and no case knows of it', async () => {
  const before = await business();
  const { id, steps } = await start('customs');
  assert.ok(steps.length > 15, String(steps.length));
  finished = await ended(id);
  assert.deepEqual(
    finished.steps.filter((step) => step.state !== 'passed').map((step) => [step.scenario, step.state, step.findings]),
    [],
  );
  assert.equal(finished.passed, steps.length);
  const broken = finished.steps.find((step) => step.scenario.endsWith('/broken-signature'));
  assert.deepEqual([broken?.state, broken?.messages[0]?.outcome], ['passed', 'refused HTTP 422']);
  assert.equal(await business(), before);
});

test('[P3] a partner that takes on what it should refuse, forgets rejections and acts twice fails there and only there', async () => {
  const commerce = channels.find((one) => one.id === 'commerce');
  assert.ok(commerce);
  const id = { of: '' };
  // It looks at no key, plays everything as clean, and takes a repetition for something new.
  const planted = await startSimulator({
    id: 'planted',
    farEnd: {
      ...commerce.simulator,
      react: (received, world) => commerce.simulator.react({ ...received, scenario: 'CLEAN' }, world),
    },
    port: 0,
    clock: createPlayedTime(),
    pace: 0.02,
    target: () => ({ url: `${application.url}/api/v1/certifications/${id.of}/messages`, key: '' }),
  });
  try {
    const begun = await start('commerce', { endpoint: `${planted.url}test` });
    id.of = begun.id;
    const one = await ended(begun.id);
    const wrong = failedOf(one);
    for (const scenario of ['wrong-key', 'oversize', 'unknown-kind', 'LICENCE'])
      assert.ok(
        wrong.some((failed) => failed.endsWith(`/${scenario}`)),
        `${scenario}: ${wrong.join(' ')}`,
      );
    assert.ok(!wrong.some((failed) => failed.endsWith('/CLEAN') || failed.endsWith('/cut-off')), wrong.join(' '));
    for (const step of one.steps.filter((failed) => failed.state === 'failed'))
      assert.ok(step.findings[0]?.zh && step.findings[0].en, step.scenario);
  } finally {
    await planted.stop();
  }
});

test('[P3] the report is signed: as JSON and as PDF it verifies with the published keys, and a change of one letter shows', async () => {
  const file = await operator.get<CertificationFile>(`/certifications/${finished.id}/report`);
  const keys = path.join(folder, 'keys.json');
  const published = await fetch(`${application.url}/api/v1/certification-keys`);
  writeFileSync(keys, await published.text());
  const verify = (at: string) => {
    const { status, stdout } = spawnSync('node', ['tools/verify-certification.ts', '--keys', keys, at], {
      encoding: 'utf-8',
    });
    return { status, stdout };
  };
  const asJson = path.join(folder, 'report.json');
  writeFileSync(asJson, JSON.stringify(file));
  assert.match(
    execFileSync('node', ['tools/verify-certification.ts', '--keys', keys, asJson], { encoding: 'utf-8' }),
    /genuine/,
  );
  const pdf = Buffer.from(await (await operator.raw('GET', `/certifications/${finished.id}/report.pdf`)).arrayBuffer());
  const asPdf = path.join(folder, 'report.pdf');
  writeFileSync(asPdf, pdf);
  assert.equal(verify(asPdf).status, 0);
  assert.match(readPdf(pdf).text, /伙伴认证报告/);
  const [head = '', body = '', mark = ''] = file.report.split('.');
  const lie = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
  const forged = Buffer.from(JSON.stringify({ ...lie, contact: '别人' })).toString('base64url');
  const wrong: readonly [string, unknown][] = [
    ['another report', { ...file, report: `${head}.${forged}.${mark}` }],
    ['another message', { ...file, messages: [{ ...file.messages[0], base64: Buffer.from('x').toString('base64') }] }],
    ['no report', { messages: [] }],
  ];
  for (const [what, content] of wrong) {
    const at = path.join(folder, 'wrong.json');
    writeFileSync(at, JSON.stringify(content));
    const { status, stdout } = verify(at);
    assert.equal(status, 1, `${what}: ${stdout}`);
    assert.match(stdout, /not genuine/, what);
  }
});

test('[P3] the raw messages are attached, each by its digest, and the report says who, when and what was agreed', async () => {
  const file = await operator.get<CertificationFile>(`/certifications/${finished.id}/report`);
  const report = JSON.parse(
    Buffer.from(file.report.split('.')[1] ?? '', 'base64url').toString(),
  ) as CertificationDetail;
  assert.equal(report.startedBy, finished.startedBy);
  assert.equal(report.profileDigest, finished.profileDigest);
  const digests = report.steps.flatMap((step) => step.messages.map((message) => message.digest));
  const kept = new Set(file.messages.map((message) => message.digest));
  assert.ok(digests.length > 40);
  assert.ok(digests.filter((digest) => !kept.has(digest)).length <= 1, 'only what is larger than a MiB is left out');
});

test('[P11] certification is for a test system, of one run at a time, and for the port office', async () => {
  const real = application.endpoints.of('customs');
  const body = { channel: 'customs', contact: 'x' };
  await operator.send('POST', '/certifications', { ...body, endpoint: real?.url }, 409);
  await operator.send('POST', '/certifications', { ...body, endpoint: 'http://10.0.0.8/test' }, 422);
  await trader.send('POST', '/certifications', { ...body, endpoint: 'https://test.example.com/' }, 403);
  const { id } = await start('bank');
  await operator.send('POST', '/certifications', { channel: 'bank', contact: 'x', ...testSystemOf('bank') }, 409);
  const answer = (key: string) =>
    fetch(`${application.url}/api/v1/certifications/${id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/xml' },
      body: '<x/>',
    });
  assert.equal((await answer('guessed')).status, 401);
  await operator.send('POST', `/certifications/${id}/cancellation`);
  const one = await ended(id);
  assert.equal(one.state, 'cancelled');
  assert.ok(one.steps.every((step) => ['passed', 'failed', 'skipped'].includes(step.state)));
  assert.ok(one.steps.some((step) => step.state === 'skipped'));
  await operator.send('POST', `/certifications/${id}/cancellation`);
  assert.equal((await operator.raw('GET', `/certifications/${id}/report`)).status, 409);
});

test('[P3] a run whose node died in the middle is gone on with by the next, from the scenario it was in', async () => {
  const { id } = await start('forex');
  await until(
    () => read(id),
    (one) => one.passed > 0,
    'a scenario',
  );
  // The lease of a node that is gone, then run out.
  const lease = (to: string) =>
    application.unitOfWork.run(portico, ({ db }) =>
      sql`update partner.certification set leased_until = clock_timestamp() + ${to}::interval where id = ${id}`.execute(
        db,
      ),
    );
  await lease('-1 second');
  const one = await ended(id);
  assert.deepEqual(failedOf(one), []);
  assert.equal(one.passed, one.scenarios);
  const sent = one.steps.map((step) => step.messages.filter((message) => message.direction === 'out').length);
  assert.ok(sent.every((n) => n >= 1));
});
