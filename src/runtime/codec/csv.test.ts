import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CsvError, parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parseCsv } from './csv.ts';
import { UnreadableMessage } from './unreadable.ts';

const limits = { maxBytes: 1_000_000, maxRows: 5, maxColumns: 3 };
/** The reader by itself, and its rows counted when they are all there. */
function plainly(text: string): unknown {
  try {
    const rows = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, to: limits.maxRows + 1 });
    const tooMany = rows.length > limits.maxRows || rows.some((cells) => cells.length > limits.maxColumns);
    return tooMany ? 'TOO_MANY' : rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return 'NOT_WELL_FORMED';
  }
}
function ours(text: string): unknown {
  try {
    return parseCsv(Buffer.from(text), limits);
  } catch (error) {
    if (!(error instanceof UnreadableMessage)) throw error;
    return error.code;
  }
}

test('[P12] columns counted before a row is made are those of the row', () => {
  const piece = fc.constantFrom('a', '一', ',', ',', '"', '""', '\n', '\r', '\r\n', '"b"', '"\n"', '"\r",', 'a,b\n');
  let read = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join('');
      const said = plainly(text);
      if (typeof said !== 'string') read += 1;
      // Of a text that is too wide and broken, either is said.
      if (said === 'NOT_WELL_FORMED') assert.equal(typeof ours(text), 'string', JSON.stringify(text));
      else assert.deepEqual(ours(text), said, JSON.stringify(text));
    }),
    { numRuns: 5000 },
  );
  assert.ok(read > 500, `${read} were readable`);
});

test('[P12] a row is read no further than the last column it may have', () => {
  // What comes after could not be read at all.
  assert.equal(ours(`a,b\n,,,,,${'"x"y'.repeat(10)}`), 'TOO_MANY');
  assert.equal(ours(`a,b\n,,${'"x"y'.repeat(10)}`), 'NOT_WELL_FORMED');
});
