// Who may read the figures, and that what people type never becomes a label.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMetrics, mayRead } from './metrics.ts';

test('[P3] with a token only who has it reads; without one only the same machine', () => {
  assert.equal(mayRead('Bearer secret', 'secret', '203.0.113.9'), true);
  for (const given of [undefined, '', 'Bearer ', 'Bearer secre', 'Bearer secret2', 'secret'])
    assert.equal(mayRead(given, 'secret', '127.0.0.1'), false, String(given));
  for (const near of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) assert.equal(mayRead(undefined, undefined, near), true);
  for (const far of ['10.0.0.1', '203.0.113.9', '::2']) assert.equal(mayRead(undefined, undefined, far), false);
});

test('[P3] gauges are asked when somebody looks, and what is gone is no longer shown', async () => {
  const metrics = createMetrics();
  let lanes = ['a', 'b'];
  metrics.gauges({ portico_x: { help: 'x', labels: ['channel'] } }, async () => ({
    portico_x: lanes.map((channel) => ({ labels: { channel }, value: 3 })),
  }));
  assert.match((await metrics.text()).body, /portico_x\{channel="b"\} 3/);
  lanes = ['a'];
  const { body } = await metrics.text();
  assert.match(body, /portico_x\{channel="a"\} 3/);
  assert.doesNotMatch(body, /channel="b"/);
});
