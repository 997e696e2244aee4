// The header is read as the standard says (W3C Trace Context, section 3.2): what is malformed counts as absent.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newSpanId, newTraceId, readTraceparent, traceIdOf, writeTraceparent } from './trace.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const spanId = '00f067aa0ba902b7';

test('[P3] a traceparent is read and written as the standard says', () => {
  assert.deepEqual(readTraceparent(`00-${traceId}-${spanId}-01`), { traceId, spanId });
  assert.equal(writeTraceparent({ traceId, spanId }, true), `00-${traceId}-${spanId}-01`);
  assert.equal(writeTraceparent({ traceId, spanId }, false), `00-${traceId}-${spanId}-00`);
  const own = { traceId: newTraceId(), spanId: newSpanId() };
  assert.deepEqual(readTraceparent(writeTraceparent(own, true)), own);
  assert.deepEqual(readTraceparent(`cc-${traceId}-${spanId}-01-what-comes-later`), { traceId, spanId });
});

test('[P3] what is malformed counts as absent', () => {
  for (const header of [
    undefined,
    '',
    traceId,
    `00-${traceId.toUpperCase()}-${spanId}-01`,
    `00-${traceId}-${spanId}`,
    `00-${traceId}-${spanId}-01-more`,
    `ff-${traceId}-${spanId}-01`,
    `00-${'0'.repeat(32)}-${spanId}-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `00-${traceId}-${spanId}-01\n`,
  ])
    assert.equal(readTraceparent(header), undefined, header);
});

test('[P3] the 16 bytes of the column are the 32 digits again', () => {
  assert.equal(traceIdOf('4bf92f35-77b3-4da6-a3ce-929d0e0e4736'), traceId);
});
