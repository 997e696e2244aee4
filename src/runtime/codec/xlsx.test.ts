import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpus } from '../../../tests/hostile/corpus.ts';
import { checkArchive } from './check-archive.ts';
import { UnreadableMessage } from './unreadable.ts';
import { parseXlsx, writeXlsxTemplate } from './xlsx.ts';

const limits = { maxBytes: 4 * 1024 * 1024, maxRows: 1000, maxColumns: 100 };
/** Inflate gives pieces of this size. */
const PIECE = 16 * 1024;
const hostile = corpus.filter((one) => one.format === 'xlsx');
let started = 0;
process.on('worker', () => (started += 1));

test('[P12] no harmful spreadsheet is unpacked further than what it claims', async () => {
  const spent = new Map<string, number>();
  for (const { name, bytes } of hostile) {
    const work = { unpackedBytes: 0 };
    await assert.rejects(checkArchive(bytes(), work), UnreadableMessage, name);
    spent.set(name, work.unpackedBytes);
    assert.ok(work.unpackedBytes <= 3 * PIECE, `${name}: ${work.unpackedBytes} bytes`);
  }
  for (const name of ['zip bomb that says so', 'zip bomb below the limit that says so', 'no workbook'])
    assert.equal(spent.get(name), 0, name);
  assert.ok((spent.get('zip bomb that lies') ?? 0) > 0);
});

test('[P12] none of them starts a reader; spreadsheets that are read share one', async () => {
  for (const { name, bytes } of hostile) await assert.rejects(parseXlsx(bytes(), limits), UnreadableMessage, name);
  assert.equal(started, 0);
  const file = await writeXlsxTemplate('商品', ['code', 'name']);
  for (let i = 0; i < 3; i++) assert.deepEqual(await parseXlsx(file, limits), [['code', 'name']]);
  assert.equal(started, 1);
});
