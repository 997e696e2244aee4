// The figures as a spreadsheet (P8).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseXlsx, writeXlsx } from '../../runtime/codec/xlsx.ts';
import { writeCsv } from '../../runtime/codec/write-csv.ts';
import type { CaseStatistics } from './contract.ts';
import { spanOf } from './spans.ts';
import { toRows } from './table.ts';

const name = (text: string) => ({ zh: text, en: text });
const counted = [{ bucket: 3, cases: 2, seconds: 9000 }];
const found: CaseStatistics = {
  of: { kind: 'organisation', name: name('=HYPERLINK("http://evil")') },
  from: '2026-11-01',
  to: '2026-11-30',
  by: 'day',
  cases: 2,
  states: [],
  periods: [{ period: '2026-11-02', cases: 2, states: [{ state: 'released', cases: 2 }] }],
  spans: [spanOf('clearance', counted), spanOf('dwell', [])],
  answers: [{ authority: 'customs', name: name('海关'), span: spanOf('answer', counted) }],
  offices: [{ office: '+8016', name: name('@SUM(A1)'), cases: 2, clearance: spanOf('clearance', counted) }],
  upTo: 1,
  simulated: false,
};

test('[P8] one figure a row; times that nobody has are empty', () => {
  const rows = toRows(found);
  assert.ok(rows.every((row) => row.length === 6));
  assert.deepEqual(
    rows.slice(2).map((row) => [row[0]?.split(' ')[0], row[1], ...row.slice(3)]),
    [
      ['按期', '2026-11-02', '2', '', ''],
      ['用时', '', '2', '4500', '7200'],
      ['用时', '', '0', '', ''],
      ['部门答复', '海关', '2', '4500', '7200'],
      ['按关区', '+8016 @SUM(A1)', '2', '4500', '7200'],
    ],
  );
});

test('[P8] nothing in it is a formula, as CSV and as XLSX', async () => {
  const rows = toRows(found);
  const csv = writeCsv(rows);
  assert.match(csv, /,'\+8016 @SUM/);
  assert.match(csv, /"'=HYPERLINK/);
  const read = await parseXlsx(await writeXlsx('S', rows), { maxBytes: 1_000_000, maxRows: 100, maxColumns: 10 });
  assert.deepEqual([read[1]?.[1]?.[0], read.at(-1)?.[1]?.[0], read[1]?.[3]], ["'", "'", '2']);
});
