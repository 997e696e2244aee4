import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CutOffRow, shareOf } from './rules-share.ts';
import type { Site } from './yard.ts';

const site = (id: string, virtualReturn: boolean): Site => ({
  id,
  name: { zh: id, en: id },
  slotMinutes: 60,
  returnMinutes: 120,
  virtualReturn,
  bays: [],
  openings: [],
});
const sites = [site('P', true), site('R', false)];
const at = (hour: number) => `2026-11-25T${String(hour).padStart(2, '0')}:00:00.000Z`;
const row = (more: Partial<CutOffRow>): CutOffRow => ({
  number: 'JC1',
  conveyance: 'MIN SHENG 1',
  site_id: 'R',
  containers: 1,
  cut_off: at(12),
  ends_at: at(9),
  finished_at: null,
  passed: null,
  virtually_returned_at: null,
  ...more,
});
const passed = (hour: number, more: Partial<CutOffRow> = {}) => row({ passed: true, finished_at: at(hour), ...more });

test('[M12] a passed box counts with its way back, one that is returned virtually without', () => {
  const of = (one: CutOffRow) => shareOf([one], sites, at(13)).percent;
  assert.equal(of(passed(10)), '100.0', 'two hours back, at the cut-off');
  assert.equal(of(passed(11)), '0.0');
  assert.equal(of(passed(11, { site_id: 'P', virtually_returned_at: at(11) })), '100.0');
  assert.equal(of(row({ passed: false, finished_at: at(8) })), '0.0', 'did not pass');
  assert.equal(of(row({})), '0.0', 'nobody came');
});

test('[M12] boxes are counted, by site and together; what is to come is not, and what will be late is listed', () => {
  const rows = [
    passed(9, { containers: 2 }),
    row({ number: 'JC2', conveyance: null }),
    row({ number: 'JC3', site_id: 'P', cut_off: at(20), ends_at: at(21), containers: 3 }),
    row({ number: 'JC4', site_id: 'P', cut_off: at(20), ends_at: at(20) }),
    passed(10, { number: 'JC5', site_id: 'P', cut_off: at(20) }),
  ];
  const share = shareOf(rows, sites, at(13));
  assert.deepEqual(
    { made: share.made, missed: share.missed, toCome: share.toCome, atRisk: share.atRisk, percent: share.percent },
    { made: 2, missed: 1, toCome: 5, atRisk: 3, percent: '66.7' },
  );
  assert.deepEqual(
    share.listed.map((l) => [l.number, l.standing]),
    [
      ['JC2', 'missed'],
      ['JC3', 'at-risk'],
    ],
  );
  assert.deepEqual(
    share.sites.map((s) => [s.siteId, s.made, s.missed, s.toCome, s.percent]),
    [
      ['P', 0, 0, 5, undefined],
      ['R', 2, 1, 0, '66.7'],
    ],
  );
  assert.equal(shareOf([], sites, at(13)).percent, undefined, 'nothing has closed: no share');
});
