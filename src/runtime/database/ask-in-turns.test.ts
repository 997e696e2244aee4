// Questions gathered while one is under way: nobody gets an answer that was asked for before he came (P11).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askInTurns } from './ask-in-turns.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

function scene() {
  const asked: {
    questions: readonly string[];
    answer: (values: readonly string[]) => void;
    fail: (e: Error) => void;
  }[] = [];
  const ask = askInTurns<string, string, object>(
    (_db, questions) => new Promise((answer, fail) => void asked.push({ questions, answer, fail })),
  );
  return { asked, ask, db: {} };
}

test('[P11] those of one turn and those that come meanwhile go together, each with the answer of a question put after he came', async () => {
  const { asked, ask, db } = scene();
  const first = [ask(db, 'a'), ask(db, 'b')];
  await turn();
  await turn();
  const later = [ask(db, 'a'), ask(db, 'c')];
  await turn();
  assert.deepEqual(
    asked.map((a) => a.questions),
    [['a', 'b']],
  );
  asked[0]?.answer(['good', 'B']);
  assert.deepEqual(await Promise.all(first), ['good', 'B']);
  await turn();
  // The same question again is asked again: it may have been revoked meanwhile.
  assert.deepEqual(asked[1]?.questions, ['a', 'c']);
  asked[1]?.answer(['revoked', 'C']);
  assert.deepEqual(await Promise.all(later), ['revoked', 'C']);
});

test('[P11] a question that fails fails for those who went with it, and for nobody after', async () => {
  const { asked, ask, db } = scene();
  const first = ask(db, 'a');
  await turn();
  await turn();
  const second = ask(db, 'b');
  asked[0]?.fail(new Error('away'));
  await assert.rejects(first, /away/);
  await turn();
  asked[1]?.answer(['B']);
  assert.equal(await second, 'B');
});

test('[P11] one that hangs does not keep the others out, and another database has its own turn', async () => {
  const { asked, ask, db } = scene();
  void ask(db, 'hangs');
  await turn();
  await turn();
  const other = ask({}, 'elsewhere');
  await turn();
  await turn();
  asked[1]?.answer(['E']);
  assert.equal(await other, 'E');
  const next = ask(db, 'next');
  while (asked.length < 3) await turn();
  asked[2]?.answer(['N']);
  assert.equal(await next, 'N');
});
