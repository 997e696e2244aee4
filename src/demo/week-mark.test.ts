import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { weekMark } from './week-mark.ts';

test('[P1] a week that was begun and not ended is known, and forgotten once', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'portico-week-'));
  const journal = path.join(dir, 'simulators', 'customs.jsonl');
  try {
    mkdirSync(path.dirname(journal));
    writeFileSync(journal, '');
    assert.equal(weekMark(dir).wasCutShort(), false, 'never played');
    weekMark(dir).begin();
    weekMark(dir).end();
    assert.equal(weekMark(dir).wasCutShort(), false, 'played to its end');
    assert.ok(existsSync(journal));
    weekMark(dir).begin();
    assert.equal(weekMark(dir).wasCutShort(), true);
    weekMark(dir).forget();
    assert.ok(!existsSync(journal));
    assert.equal(weekMark(dir).wasCutShort(), false);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
