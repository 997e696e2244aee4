// Goods released on the condition of a test (先验放后检测, 采信第三方检测结果; GF18 7, 8): the party concerned files the laboratory's report, and the
// authority whose condition it is accepts it, which ends the condition, or refuses it, which does not.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BlockingView, TestResult } from '../../src/hub/disposition/contract.ts';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import type { TimelineEntry } from '../../src/hub/notices/contract.ts';
import { sql } from 'kysely';
import { spellClause } from '../../src/kernel/clause.ts';
import type { Actor } from '../../src/runtime/context.ts';
import { type Cases, startCases } from './cases.ts';

let cases: Cases;
let customs: Actor;
let border: Actor;
before(async () => {
  cases = await startCases();
  customs = await cases.officer('customs');
  border = await cases.officer('border-inspection', '警员乙');
});
after(() => cases.stop());

const box = 'container:CQPU1000014';
async function attach(shipmentId: string, by = cases.trader): Promise<string> {
  const input = { params: { id: shipmentId }, bytes: new TextEncoder().encode('%PDF-1.7\n') };
  return (await cases.hub.call<DocumentView>('POST', '/shipments/:id/attachments', input, by)).id;
}
const report = { laboratory: '重庆检测认证有限公司', accreditation: 'CMA 220000000000', reportNumber: 'JC-1' };
const file = (id: string, body: object, by = cases.trader) =>
  cases.hub.call<TestResult>(
    'POST',
    '/shipments/:id/test-results',
    { params: { id }, body: { ...report, ...body } },
    by,
  );
const decide = (id: string, accepted: boolean, by = customs) =>
  cases.hub.call<TestResult>(
    'POST',
    '/test-results/:id/decision',
    { params: { id }, body: { accepted, reason: accepted ? '检测合格' : '样品编号不符' } },
    by,
  );
const queue = async (by = customs) =>
  (await cases.hub.call<{ items: readonly TestResult[] }>('GET', '/test-results', {}, by)).items;
/** A case that customs and the border let go, its box on the condition of a test. */
async function letGo(reference: string, term: 'third-party-result' | 'test-later' | 'surety' = 'third-party-result') {
  const id = await cases.file(reference);
  const { objects } = await cases.view(id);
  const on = (type: string) => objects.filter((o) => o.type === type).map((o) => o.id);
  await cases.say('border-inspection', { kind: 'release', on: on('conveyance'), sequence: 1, shipmentId: id });
  await cases.say('customs', { kind: 'release', on: on('declaration'), sequence: 1, shipmentId: id });
  await cases.say('customs', {
    kind: 'conditional-release',
    term,
    on: [box],
    sequence: 2,
    number: 'TJ-1',
    shipmentId: id,
  });
  const condition = (await cases.view(id)).instructions.find((i) => i.number === 'TJ-1');
  assert.ok(condition);
  assert.equal((await cases.outcomes(id))[box], 'conditionally-released');
  return { id, instructionId: condition.id };
}

test('[P5] a filed test result waits in the queue of the authority; accepted, it ends the condition by an instruction of that authority', async () => {
  const { id, instructionId } = await letGo('TEST-ACCEPTED');
  const filed = await file(id, { instructionId, documentId: await attach(id) });
  assert.equal(filed.state, 'filed');
  assert.equal((await cases.outcomes(id))[box], 'conditionally-released', 'filing ends nothing');
  assert.deepEqual(
    (await queue()).map((one) => one.id),
    [filed.id],
  );
  assert.deepEqual(await queue(border), [], 'nobody else has to accept it');
  await assert.rejects(decide(filed.id, true, border), { code: 'TEST_RESULT_UNKNOWN' });
  await assert.rejects(file(id, { instructionId, documentId: await attach(id) }), { code: 'TEST_RESULT_WAITING' });
  // The report is for whom its condition is (B16: 按照职能需要): no other authority reads of it before it is decided.
  const seen = async (by: Actor) => {
    const input = { params: { id }, query: {} };
    const { testResults } = await cases.hub.call<BlockingView>('GET', '/shipments/:id/disposition', input, by);
    const told = await cases.hub.call<{ items: TimelineEntry[] }>('GET', '/shipments/:id/timeline', input, by);
    return [testResults.length, told.items.filter((entry) => entry.type === 'test-result.filed').length];
  };
  assert.deepEqual(
    [await seen(cases.trader), await seen(customs), await seen(border)],
    [
      [1, 1],
      [1, 1],
      [0, 0],
    ],
  );

  const accepted = await decide(filed.id, true);
  await cases.hub.settle();
  assert.deepEqual([accepted.state, accepted.decidedBy, accepted.reason], ['accepted', '关员甲', '检测合格']);
  assert.equal((await cases.outcomes(id))[box], 'released');
  const { instructions, testResults } = await cases.view(id);
  assert.deepEqual(testResults, [accepted]);
  const word = instructions.find((i) => i.source.officer === '关员甲');
  assert.deepEqual([word?.authority, word?.kind, word?.objects], ['customs', 'release', [box]]);
  assert.equal(word?.legalBasis, spellClause('GF18 8'));
  assert.match(word?.reason.zh ?? '', /重庆检测认证有限公司 JC-1/);
  assert.deepEqual(await queue(), []);
  await assert.rejects(decide(filed.id, false), { code: 'TEST_RESULT_DECIDED' });
  const [told] = (await cases.hub.events('test-result.accepted')).filter((e) => e.shipmentId === id);
  assert.equal(told?.instructionId, word?.id);
});

test('[P5] a refused test result leaves the condition standing, says why, and another may be filed', async () => {
  const { id, instructionId } = await letGo('TEST-REFUSED', 'test-later');
  const first = await file(id, { instructionId, documentId: await attach(id) });
  const refused = await decide(first.id, false);
  await cases.hub.settle();
  assert.deepEqual([refused.state, refused.reason], ['refused', '样品编号不符']);
  assert.equal((await cases.outcomes(id))[box], 'conditionally-released');
  assert.equal((await cases.view(id)).instructions.filter((i) => i.source.officer).length, 0, 'no instruction');
  const second = await file(id, { instructionId, documentId: await attach(id), reportNumber: 'JC-2' });
  assert.deepEqual(
    (await cases.view(id)).testResults.map((one) => [one.reportNumber, one.state]),
    [
      ['JC-1', 'refused'],
      ['JC-2', 'filed'],
    ],
  );
  await decide(second.id, true);
  await cases.hub.settle();
  assert.equal((await cases.outcomes(id))[box], 'released');
});

test('[P5] only against a condition of a test that still stands, with a report of the same case, by whoever files the case', async () => {
  const { id, instructionId } = await letGo('TEST-FIT');
  const other = await letGo('TEST-OTHER', 'surety');
  const documentId = await attach(id);
  await assert.rejects(file(other.id, { instructionId: other.instructionId, documentId: await attach(other.id) }), {
    code: 'TEST_RESULT_NOT_ASKED',
  });
  await assert.rejects(file(id, { instructionId, documentId: await attach(other.id) }), {
    code: 'TEST_RESULT_REPORT_UNKNOWN',
  });
  await assert.rejects(file(id, { instructionId, documentId }, customs), { code: 'INSTRUCTION_CASE_UNKNOWN' });
  const filed = await file(id, { instructionId, documentId });
  // Customs thinks otherwise before it has looked: the condition is gone, and no test result lifts the hold.
  await cases.say('customs', { kind: 'hold', on: [box], sequence: 3, number: 'BK-1', shipmentId: id });
  await assert.rejects(decide(filed.id, true), { code: 'TEST_RESULT_CONDITION_GONE' });
  await cases.hub.settle();
  assert.equal((await cases.outcomes(id))[box], 'held');
  assert.equal((await decide(filed.id, false)).state, 'refused');
  await assert.rejects(file(id, { instructionId, documentId }), { code: 'TEST_RESULT_NOT_ASKED' });
});

test('[P5] acceptance ends the condition and nothing else: what it would lift besides has to be settled first', async () => {
  const { id } = await letGo('TEST-LIFTS');
  const { objects } = await cases.view(id);
  const declaration = objects.find((o) => o.type === 'declaration')?.id ?? '';
  const line = objects.find((o) => o.type === 'goods-line')?.id ?? '';
  const on = { term: 'third-party-result', on: [declaration], sequence: 3, number: 'TJ-2', shipmentId: id } as const;
  await cases.say('customs', { kind: 'conditional-release', ...on });
  await cases.say('customs', { kind: 'hold', on: [line], sequence: 4, number: 'BK-2', shipmentId: id });
  const before = await cases.view(id);
  const condition = before.instructions.find((i) => i.number === 'TJ-2');
  const held = before.objects.find((o) => o.id === line)?.disposition;
  const filed = await file(id, { instructionId: condition?.id, documentId: await attach(id) });
  await assert.rejects(decide(filed.id, true), { code: 'TEST_RESULT_WOULD_LIFT' });
  await cases.hub.settle();
  assert.deepEqual(
    (await cases.view(id)).objects.find((o) => o.id === line)?.disposition,
    held,
    'nothing has happened',
  );
  assert.deepEqual(
    (await queue()).map((one) => one.id),
    [filed.id],
  );
});

test('[P5][P2] a report is attached as its result is filed, or not at all: refused, nothing of it is among the attachments', async () => {
  const { id, instructionId } = await letGo('TEST-REPORT');
  const send = (query: object, text = '%PDF-1.7\n') => {
    const input = { params: { id }, query: { ...report, ...query }, bytes: new TextEncoder().encode(text) };
    return cases.hub.call<TestResult>('POST', '/shipments/:id/test-reports', input, cases.trader);
  };
  const attached = async () => {
    const input = { params: { id } };
    const { items } = await cases.hub.call<{ items: DocumentView[] }>(
      'GET',
      '/shipments/:id/documents',
      input,
      cases.trader,
    );
    return items.filter((one) => one.kind === 'attachment').map((one) => one.id);
  };
  await assert.rejects(send({ instructionId: 'none' }), { code: 'TEST_RESULT_NOT_ASKED' });
  await assert.rejects(send({ instructionId }, 'MZ'), { code: 'ATTACHMENT_TYPE_UNKNOWN' });
  assert.deepEqual(await attached(), []);
  const filed = await send({ instructionId });
  assert.deepEqual(await attached(), [filed.documentId]);
  await assert.rejects(send({ instructionId }), { code: 'TEST_RESULT_WAITING' });
  assert.deepEqual(await attached(), [filed.documentId], 'what was refused left nothing');
  await decide(filed.id, true);
  await cases.hub.settle();
  await assert.rejects(send({ instructionId }), { code: 'TEST_RESULT_NOT_ASKED' });
  assert.deepEqual(await attached(), [filed.documentId]);
});

test('[P2][GF18] a report that was attached first and refused by its number is seen as unfiled and taken away; one that was filed stays', async () => {
  const { id, instructionId } = await letGo('TEST-UNFILED');
  const call = <T>(method: string, path: string, input: object, by = cases.trader) =>
    cases.hub.call<T>(method, path, { params: { id }, ...input }, by);
  const attach = async (text: string) =>
    (await call<DocumentView>('POST', '/shipments/:id/attachments', { bytes: new TextEncoder().encode(text) })).id;
  const papers = async () =>
    (await call<{ items: DocumentView[] }>('GET', '/shipments/:id/documents', {})).items
      .filter((one) => one.flow === 'attachment')
      .map((one) => [one.id, one.unfiled]);
  const fileIt = (documentId: string, condition: string) =>
    call<TestResult>('POST', '/shipments/:id/test-results', {
      body: { ...report, instructionId: condition, documentId },
    });
  const takeAway = (documentId: string, by = cases.trader) =>
    call('DELETE', '/documents/:id', { params: { id: documentId } }, by);

  const documentId = await attach('%PDF-1.7\nunfiled');
  await assert.rejects(fileIt(documentId, 'none'), { code: 'TEST_RESULT_NOT_ASKED' });
  assert.deepEqual(await papers(), [[documentId, true]]);
  const stranger = { ...cases.trader, id: 'another', organisationId: '019a9f2e-7a10-7000-8000-0000000000ee' };
  await assert.rejects(takeAway(documentId, stranger), { code: 'DOCUMENT_UNKNOWN' });
  await takeAway(documentId);
  assert.deepEqual(await papers(), []);
  await assert.rejects(takeAway(documentId), { code: 'DOCUMENT_UNKNOWN' });
  const [gone] = (await cases.hub.events('document.taken-away')).filter((event) => event.documentId === documentId);
  assert.match(String(gone?.digest), /^[0-9a-f]{64}$/);
  const bodies = await cases.hub.run((context) =>
    sql`select 1 from documents.body where digest = ${gone?.digest}`.execute(context.db),
  );
  assert.equal(bodies.rows.length, 0, 'no body is left behind');

  const filed = await attach('%PDF-1.7\nfiled');
  await fileIt(filed, instructionId);
  await assert.rejects(takeAway(filed), { code: 'TEST_REPORT_FILED' });
  assert.deepEqual(
    (await papers()).map(([one]) => one),
    [filed],
  );
});
