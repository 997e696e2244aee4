import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { test } from 'node:test';
import { Workbook } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { goodsLinesTemplate, importGoodsLines } from './import-goods-lines.ts';

const header = ['商品编号', '商品名称', '成交数量', 'unitPrice', '来源'];
const xlsxOf = async (rows: readonly (readonly unknown[])[]): Promise<Uint8Array> => {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('商品');
  for (const row of rows) sheet.addRow([...row]);
  return (await workbook.xlsx.writeBuffer()) as Uint8Array;
};
const csvOf = (rows: readonly (readonly string[])[]) =>
  Buffer.from(rows.map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join('\r\n'));
const refusedWith = (reason: RegExp) => (error: unknown) => {
  assert.match(JSON.stringify((error as { details: unknown }).details), reason);
  return true;
};

test('[P10] the same lines in XLSX and CSV give the same form', async () => {
  const digits = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`));
  const name = fc.stringMatching(/^[一-龥A-Za-z"',][一-龥A-Za-z"', ]{0,20}[一-龥A-Za-z]$/);
  const amount = fc.tuple(fc.nat(999_999), fc.nat(9999)).map(([a, b]) => `${a}.${String(b).padStart(4, '0')}`);
  const row = fc.tuple(digits(10), name, amount, amount, name);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
      const [csv, xlsx] = [
        await importGoodsLines(csvOf([header, ...rows])),
        await importGoodsLines(await xlsxOf([header, ...rows])),
      ];
      assert.deepEqual(xlsx, csv);
      assert.deepEqual(
        csv.rows.map((r) => [r.hsCode, r.goodsName, r.quantity, r.unitPrice]),
        rows.map((r) => r.slice(0, 4)),
      );
      assert.deepEqual(
        csv.findings.map((f) => [f.rule, f.value]),
        [['column-known', '来源']],
      );
    }),
    { numRuns: 8 },
  );
});

test('[P10] numbers, dates and stored results of formulas are read as text; an eaten zero is put back and said', async () => {
  const file = await xlsxOf([
    ['商品编号', '商品名称', '成交数量', '申报单价'],
    [202_300_090, '冻牛肉', { formula: '1+1', result: 2400 }, 5.35],
  ]);
  const { rows, findings } = await importGoodsLines(file);
  assert.deepEqual(rows, [
    { hsCode: '0202300090', goodsName: '冻牛肉', quantity: '2400', unitPrice: '5.35', lineNumber: '1' },
  ]);
  assert.deepEqual(
    findings.map((f) => [f.rule, f.path]),
    [['leading-zero-restored', 'goods[0].hsCode']],
  );
});

test('[P10] a file without the code column, or too long, is refused with the reason', async () => {
  await assert.rejects(importGoodsLines(await xlsxOf([['品名'], ['x']])), refusedWith(/商品编号/));
  const many = Array.from({ length: 5002 }, () => ['8471309000']);
  await assert.rejects(importGoodsLines(await xlsxOf([['商品编号'], ...many])), refusedWith(/5000/));
});

test('[P10] archives that are broken, bombs, or not spreadsheets are refused and harm nobody', async () => {
  const good = await xlsxOf([['商品编号'], ['8471309000']]);
  await assert.rejects(importGoodsLines(good.subarray(0, good.length - 30)), refusedWith(/XLSX/));
  await assert.rejects(importGoodsLines(zipOf('hello.txt', Buffer.from('hello'))), refusedWith(/XLSX/));
  const zeros = Buffer.alloc(80 * 1024 * 1024);
  await assert.rejects(importGoodsLines(zipOf('xl/worksheets/sheet1.xml', zeros)), refusedWith(/67108864/));
  await assert.rejects(importGoodsLines(zipOf('xl/workbook.xml', zeros, 100)), refusedWith(/大小与所报不符/));
});

test('[P10] both templates read back as an empty list of lines', async () => {
  for (const format of ['csv', 'xlsx'] as const)
    assert.deepEqual(await importGoodsLines(await goodsLinesTemplate(format)), { rows: [], findings: [] });
});

/** A ZIP of one entry; `claimed` is the unpacked size that its directory says. */
function zipOf(name: string, content: Buffer, claimed = content.length): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(claimed, 24);
  central.writeUInt16LE(name.length, 28);
  const start = 30 + name.length + packed.length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}
