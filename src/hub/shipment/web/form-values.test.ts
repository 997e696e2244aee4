import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCells } from './form-values.ts';

test('[P10] cells pasted from a spreadsheet come back as they were copied', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((s) => s.replaceAll('\r', '').trim());
  const rows = fc
    .integer({ min: 2, max: 6 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(rows, fc.boolean(), (table, trailing) => {
      const copied = table
        .map((r) => r.map((c) => (/["\t\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join('\t'))
        .join('\r\n');
      assert.deepEqual(readCells(trailing ? `${copied}\r\n` : copied), table);
    }),
  );
});

test('[P10] one cell without tabs is one cell', () => {
  assert.deepEqual(readCells('8471309000'), [['8471309000']]);
  assert.deepEqual(readCells('a\tb\n'), [['a', 'b']]);
});
