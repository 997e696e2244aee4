// A restore to a chosen instant with PostgreSQL's own tools, checked against three ledgers kept outside, and against the list of what was
// erased (R21, R26).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installedTools } from '../support/installed-postgres.ts';
import { runDrill } from './drill.ts';

const skip = installedTools() ? false : 'no PostgreSQL with pg_basebackup is installed on this machine';

test('[P3][P11] restored to an instant: what was acknowledged before is there, nothing goes out twice, the gap is told, what was erased stays so', {
  skip,
}, async () => {
  const drill = await runDrill({ cases: 14, archiveSeconds: 1 });
  const keptIds = new Map(drill.kept.map((k) => [k.id, k.number]));
  // Clients: everything acknowledged before the instant, under the number they were told.
  assert.ok(drill.before.length >= 7);
  for (const { id, number } of drill.before) assert.equal(keptIds.get(id), number);
  assert.ok(drill.missing.length > 0, 'something was filed after the instant');
  // No number that was ever told is given again.
  assert.ok(!drill.acknowledged.some((one) => one.number === drill.filedAfter.number));

  // Partners: what they took before has the same identity and the same bytes now.
  const digests = new Map(drill.partners.map((taken) => [taken.messageId, taken.digest]));
  assert.ok(digests.size > 0);
  for (const { messageId, digest } of drill.partnersAfter)
    if (digests.has(messageId)) assert.equal(digest, digests.get(messageId), `${messageId} came with other bytes`);
  const key = (d: { shipmentId?: string; kind: string; version?: number }) => `${d.shipmentId} ${d.kind} ${d.version}`;
  const earlier = new Map(drill.sent.filter(isFiling).map((d) => [key(d), d]));
  assert.ok(earlier.size >= drill.before.length * 3);
  for (const document of drill.resent.filter(isFiling)) {
    const known = earlier.get(key(document));
    if (known) assert.deepEqual([document.id, document.digest], [known.id, known.digest]);
  }

  // Subscribers: positions go on above everything they have seen.
  const last = Math.max(...drill.seen);
  assert.ok(drill.seenAfter.length > 0);
  for (const position of drill.seenAfter) assert.ok(position > last, `${position} after ${last}`);

  // What was erased after the instant came back with the backup, and was erased again before Portico served anything (PIPL 47; R26).
  const { isBack, refused, isBackAtStart, positions } = drill.erasure;
  assert.equal(isBack, true, 'the backup is from before it');
  assert.notEqual(refused.code, 0);
  assert.match(refused.said, /erase-again/, 'the start says what to do');
  assert.equal(isBackAtStart, false);
  assert.ok(positions.length === 1 && (positions[0] ?? 0) > last, 'in the ledger, above everything that was seen');

  // The operator: told of the restore, and of each answer about something lost.
  assert.equal(drill.restoreNote?.timeline, 2);
  assert.ok(Date.parse(drill.restoreNote?.restoredTo ?? '') <= Date.parse(drill.instant));
  assert.ok(drill.flagged.length > 0);
  for (const message of drill.flagged) assert.match(message.reason?.zh ?? '', /数据库曾恢复到/);
  assert.equal(drill.restoreNote?.checkedAt, undefined);
  assert.ok(drill.checked?.checkedAt && drill.checked.checkedBy);
});

/** Written from a filing; what follows from answers may differ, because answers after the instant are lost. */
const isFiling = (d: { flow: string; kind: string }) =>
  d.flow === 'outbound' && !/release|gate|inspection-order|permit/.test(d.kind);
