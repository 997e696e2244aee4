// How many test files run beside one another: whoever waits does not keep the cores idle, whoever computes is not given company.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { letsIn, paceFiles } from '../../tools/pace-files.ts';

const GIB = 2 ** 30;
const now = { running: 2, cores: 2, busy: 0.3, freeBytes: 8 * GIB };

test('one more test file is let in while cores are idle, there is room in memory and not too many run', () => {
  assert.ok(letsIn(now));
  assert.ok(letsIn({ ...now, running: 1, busy: 1, freeBytes: 0 }), 'a core has nobody');
  assert.ok(!letsIn({ ...now, busy: 0.95 }), 'the cores are busy');
  assert.ok(!letsIn({ ...now, freeBytes: GIB }), 'no memory for one more');
  assert.ok(!letsIn({ ...now, running: 6 }), 'three for each core');
  assert.ok(!letsIn({ ...now, cores: 64, running: 8 }), 'the database has so many connections');
  // Nothing is known of how busy they are: one more than there are cores.
  assert.ok(letsIn({ ...now, busy: undefined }));
  assert.ok(!letsIn({ ...now, running: 3, busy: undefined }));
});

test('every file is run once, in order, and what goes wrong with one is told', async () => {
  const begun: number[] = [];
  const busy = await paceFiles([1, 2, 3, 4, 5], async (file) => {
    begun.push(file);
  });
  assert.deepEqual(begun, [1, 2, 3, 4, 5]);
  assert.ok(busy >= 0 && busy <= 1);
  await assert.rejects(
    paceFiles([1, 2], async (file) => {
      if (file === 1) throw new Error('no such file');
    }),
    /no such file/,
  );
});
