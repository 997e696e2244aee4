// Two-step declaration (公告 2019-127): which step follows which, and the last day of the second.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '../../kernel/refusal.ts';
import { completes, dueOn, mustFollow, toCompletion } from './two-step.ts';

const form = (declarationStep: string, more: Record<string, string> = {}) => ({ declarationStep, ...more });

test('[N1][P10] a summary may be amended and completed; what was filed in one step or is complete stays so', () => {
  const may = (filed: string | undefined, step: string): boolean => {
    try {
      mustFollow(filed === undefined ? undefined : form(filed), form(step));
      return true;
    } catch (error) {
      assert.ok(error instanceof Refusal);
      return false;
    }
  };
  const steps = ['', 'summary', 'complete'];
  assert.deepEqual(
    [undefined, ...steps].map((filed) => steps.filter((step) => may(filed, step))),
    [['', 'summary'], [''], ['summary', 'complete'], ['complete']],
  );
  assert.deepEqual(
    [completes(form('summary'), form('complete')), completes(form('summary'), form('summary'))],
    [true, false],
  );
});

test('[N1][M3] fourteen days from the day the goods came in, else from the filing, in the partner’s days', () => {
  const filedAt = '2026-11-25T17:00:00.000Z';
  assert.equal(dueOn(form('summary', { borderDate: '2026-11-20' }), filedAt), '2026-12-04');
  assert.equal(dueOn(form('summary', { estimatedArrival: '2026-11-30T16:30:00.000Z' }), filedAt), '2026-12-15');
  assert.equal(dueOn(form('summary'), filedAt), '2026-12-10', 'filed on the 26th there');
});

test('[N1][M3] owed through the last day, overdue after it, done once it is filed', () => {
  const row = {
    shipment_id: 's',
    due_on: '2026-12-04',
    filed_at: '2026-11-20T00:00:00.000Z',
    completed_at: null,
    goods_left: false,
    reminded_at: null,
    overdue_at: null,
  };
  assert.deepEqual(
    ['2026-12-04', '2026-12-05'].map((today) => toCompletion(row, today).state),
    ['owed', 'overdue'],
  );
  assert.equal(toCompletion({ ...row, completed_at: '2026-12-01T00:00:00.000Z' }, '2026-12-31').state, 'done');
});
