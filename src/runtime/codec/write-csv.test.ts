import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseCsv } from './csv.ts';
import { safeCell, writeCsv } from './write-csv.ts';

test('[P10] no cell that somebody typed is a formula in the spreadsheet that opens it', () => {
  for (const typed of ['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '=HYPERLINK("http://x")'])
    assert.ok(safeCell(typed).startsWith("'"), typed);
  for (const plain of ['', 'a=1', '12.5', '-12.5', '+8613800000000', '山城']) assert.equal(safeCell(plain), plain);
});

test('[P10] what is written is read back, cell by cell', () => {
  const cell = fc.string({ unit: 'grapheme' }).map((s) => s.replace(/[\r\n\0\ufeff]/g, '') || 'x');
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const read = parseCsv(Buffer.from(writeCsv(rows)), { maxBytes: 1_000_000, maxRows: 100, maxColumns: 10 });
      assert.deepEqual(
        read,
        rows.map((row) => row.map(safeCell)),
      );
    }),
  );
});
