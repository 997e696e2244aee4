// How a booking stands, whatever order its words come in (N11).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bookingStates, type BookingWord } from './contract.ts';
import { answers, cancelOf, changeOf, isEnded, type Standing, standingWord } from './states.ts';

/** All that a carrier can say. */
const states = bookingStates.filter((state) => state !== 'requested');
const word = fc.record(
  {
    state: fc.constantFrom(...states),
    amendment: fc.constantFrom('received', 'confirmed', 'declined', 'cancelled'),
    cancellation: fc.constantFrom('received', 'confirmed', 'declined'),
    requestReference: fc.constant('RQ1'),
    bookingReference: fc.constant('BK1'),
    feedbacks: fc.constant([]),
    at: fc.constantFrom('2026-11-26T01:00:00.000Z', '2026-11-26T02:00:00.000Z', '2026-11-26T03:00:00.000Z'),
  },
  { requiredKeys: ['state', 'feedbacks', 'at'] },
) as fc.Arbitrary<BookingWord>;

test('[N11] order and repetition of a carrier’s words change nothing', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), fc.infiniteStream(fc.nat(1000)), (words, keys) => {
      const ranked = words.map((one) => ({ one, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key);
      const mixed = [...ranked.map(({ one }) => one), ...words];
      assert.deepEqual(standingWord(mixed), standingWord(words));
    }),
  );
});

test('[N11] what has ended stays so, and the references stay that were told once', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      const stands = standingWord(words);
      assert.ok(stands);
      if (words.some((one) => isEnded(one.state))) assert.ok(isEnded(stands.state));
      assert.equal(stands.references.bookingReference, words.some((one) => one.bookingReference) ? 'BK1' : undefined);
    }),
  );
  assert.equal(standingWord([]), undefined);
});

const standing = (more: Partial<Standing>): Standing => ({
  state: 'received',
  asked: undefined,
  amendment: undefined,
  cancellation: undefined,
  numbered: true,
  ...more,
});
test('[N11] updated before it is confirmed, amended afterwards, one request at a time, nothing once it has ended', () => {
  assert.equal(changeOf(standing({ numbered: false })), undefined);
  assert.equal(changeOf(standing({ state: 'pending-update' })), 'update');
  assert.equal(changeOf(standing({ state: 'pending-update', asked: 'update' })), undefined);
  assert.equal(changeOf(standing({ state: 'confirmed' })), 'amendment');
  assert.equal(changeOf(standing({ state: 'confirmed', amendment: 'received' })), undefined);
  assert.equal(changeOf(standing({ state: 'confirmed', cancellation: 'received' })), undefined);
  assert.equal(cancelOf(standing({})), 'withdrawal');
  assert.equal(cancelOf(standing({ state: 'confirmed' })), 'cancellation');
  assert.equal(cancelOf(standing({ state: 'confirmed', cancellation: 'declined' })), 'cancellation');
  assert.equal(cancelOf(standing({ state: 'confirmed', asked: 'cancellation' })), undefined);
  for (const state of ['completed', 'rejected', 'declined', 'cancelled'] as const)
    assert.deepEqual([changeOf(standing({ state })), cancelOf(standing({ state }))], [undefined, undefined]);
});

test('[N11] a word answers what was asked when it speaks of it', () => {
  const said = (more: Partial<BookingWord>): BookingWord => ({
    state: 'confirmed',
    feedbacks: [],
    at: '2026-11-26T01:00:00.000Z',
    ...more,
  });
  assert.ok(answers('update', said({ state: 'update-received' })));
  assert.ok(!answers('update', said({ state: 'pending-update' })));
  assert.ok(!answers('amendment', said({})));
  assert.ok(answers('amendment', said({ amendment: 'received' })));
  assert.ok(answers('cancellation', said({ cancellation: 'declined' })));
  assert.ok(answers('cancellation', said({ state: 'declined' })));
});
