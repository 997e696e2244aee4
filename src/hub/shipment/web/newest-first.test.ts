import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newestFirst } from './newest-first.ts';

const sent = (id: string, kind: string, channel: string, shipmentVersion: number, minute: number) => ({
  id,
  kind,
  flow: 'outbound' as const,
  channel,
  shipmentVersion,
  createdAt: `2026-11-26T00:0${minute}:00.000Z`,
});

test('[P2] of each kind to each partner the newest stands first, however they come', () => {
  const all = [
    sent('c2', 'goods-declaration', 'customs', 2, 5),
    sent('b1', 'conveyance-report', 'border-inspection', 1, 1),
    sent('c1', 'goods-declaration', 'customs', 1, 1),
    sent('m1', 'conveyance-report', 'maritime', 1, 2),
    { ...sent('a1', 'attachment', '', 1, 3), flow: 'attachment' as const },
    { ...sent('a2', 'attachment', '', 1, 4), flow: 'attachment' as const },
    { ...sent('i1', 'receipt', 'customs', 1, 4), flow: 'inbound' as const },
  ];
  for (const documents of [all, all.toReversed()]) {
    const { newest, earlier } = newestFirst(documents);
    assert.deepEqual(
      newest.map((d) => d.id),
      ['b1', 'c2', 'm1', 'a1', 'a2'],
    );
    assert.deepEqual(
      earlier.map((d) => d.id),
      ['c1'],
    );
  }
});
