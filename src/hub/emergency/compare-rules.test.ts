// Putting paper and electronic words together: the order and the number of the partner's words never matter.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { agrees, isOverdue, laterOf } from './compare-rules.ts';
import { type Electronic, paperKinds } from './contract.ts';

const word = fc.record<Electronic>({
  kind: fc.constantFrom('inspect', 'hold', 'release', 'conditional-release', 'refuse'),
  number: fc.constantFrom('1', '2', '3'),
  issuedAt: fc.constantFrom('2026-11-20T01:00:00.000Z', '2026-11-20T02:00:00.000Z', '2026-11-20T03:00:00.000Z'),
});
const fold = (words: readonly Electronic[]) =>
  words.reduce<Electronic | undefined>((latest, next) => laterOf(latest, next), undefined);

test('[M10] any order and any repetition of the partner’s words leads to the same one', () => {
  fc.assert(
    fc.property(
      fc
        .uniqueArray(word, { minLength: 1, selector: (w) => JSON.stringify(w) })
        .chain((words) =>
          fc.tuple(fc.constant(words), fc.shuffledSubarray([...words, ...words], { minLength: words.length * 2 })),
        ),
      ([words, shuffled]) => assert.deepEqual(fold(shuffled), fold(words)),
    ),
  );
});

test('[M10] a paper agrees with a word that decides the same, and with nothing else', () => {
  fc.assert(
    fc.property(fc.constantFrom(...paperKinds), word, (paper, said) =>
      assert.equal(agrees(paper, said), paper === said.kind),
    ),
  );
});

test('[M10] overdue: in force, the emergency over for more than a day, not a word from the partner', () => {
  const now = '2026-11-22T03:00:00.000Z';
  assert.equal(isOverdue('effective', '2026-11-21T02:59:59.000Z', now), true);
  assert.equal(isOverdue('effective', '2026-11-21T03:00:01.000Z', now), false);
  assert.equal(isOverdue('effective', null, now), false);
  assert.equal(isOverdue('confirmed', '2026-11-20T00:00:00.000Z', now), false);
});
