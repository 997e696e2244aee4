// What a rehearsal left out is said in words, in both languages (issue 5).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Rehearsal } from '../../src/hub/disposition/contract.ts';
import { rehearsalWords } from '../../src/hub/disposition/web/rehearsal-words.ts';

const change: Rehearsal['listed'][number] = {
  shipmentId: '019a9f2e-7a10-7000-8000-000000000001',
  shipmentNumber: 'PT1',
  objectId: 'container:CQPU1000014',
  objectLabel: { zh: '集装箱', en: 'Container' },
  before: 'released',
  after: 'awaiting',
  waitsFor: ['commerce'],
};
const rehearsal = (more: Partial<Rehearsal>): Rehearsal => ({
  at: '2026-11-20T02:00:00.000Z',
  by: '值班壬',
  days: 7,
  cases: 1000,
  objects: 5000,
  changed: 2,
  listed: [change, change],
  cut: { cases: false, listed: false },
  ...more,
});
const said = (of: Rehearsal, language: 'zh' | 'en') =>
  rehearsalWords(of, '10:00')
    .map((sentence) => sentence[language])
    .join('');

test('[P5] a rehearsal that was cut says how many cases it looked at and how many changes it lists', () => {
  const cut = rehearsal({ changed: 250, cut: { cases: true, listed: true } });
  assert.match(
    said(cut, 'zh'),
    /看了 1000 票.*多于 1000 票，只看了指令最新的 1000 票.*只列出前 2 个，另有 248 个未列出/,
  );
  assert.match(
    said(cut, 'en'),
    /only the 1000 with the latest words were rehearsed.*Only the first 2 are listed below; 248 more are not/,
  );
});

test('[P5] one that was not cut says that nothing is left out', () => {
  assert.match(said(rehearsal({}), 'zh'), /全部看过。会变的全部列出。$/);
  assert.match(said(rehearsal({}), 'en'), /all cases that had words in that time\.All that would change are listed\.$/);
});
