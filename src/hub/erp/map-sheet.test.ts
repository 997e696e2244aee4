// A sheet of shipments: lines that belong together, places of what is wrong, and columns nobody knows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elements } from '../shipment/index.ts';
import { placed, readSheet, sheetColumns } from './map-sheet.ts';

const header = ['traderReference', 'direction', 'hsCode', '商品名称', 'containerNumber', 'Gross mass (kg)', 'nonsense'];
const sheet = readSheet([
  header,
  ['A', 'import', '8473309000', '零件', 'CQPU1000014', '', 'x'],
  ['A', '', '8473309000', '模组', 'CQPU1000014', '', ''],
  [],
  ['B', 'export', '0101210010', '马', '', '', ''],
  ['A', 'export', '8473309000', '外壳', 'CQPU1000020', '', ''],
]);

test('[N12] lines with one reference are one shipment: goods line by line, each container once', () => {
  assert.deepEqual(
    sheet.shipments.map((one) => one.reference),
    ['A', 'B'],
  );
  const [a, b] = sheet.shipments.map((one) => one.form);
  assert.equal(a?.direction, 'import');
  assert.deepEqual(a?.goods, [
    { hsCode: '8473309000', goodsName: '零件', lineNumber: '1' },
    { hsCode: '8473309000', goodsName: '模组', lineNumber: '2' },
    { hsCode: '8473309000', goodsName: '外壳', lineNumber: '3' },
  ]);
  assert.deepEqual(a?.containers, [{ containerNumber: 'CQPU1000014' }, { containerNumber: 'CQPU1000020' }]);
  assert.deepEqual(b?.goods, [{ hsCode: '0101210010', goodsName: '马', lineNumber: '1' }]);
});

test('[N12][P5] packages stand beside the goods lines in them, or in lines of their own; each once', () => {
  const { shipments } = readSheet([
    ['traderReference', 'hsCode', 'pieceNumber', 'pieceContainer', 'pieceGoods'],
    ['A', '8473309000', '1/2', 'CQPU1000014', '1,2'],
    ['A', '8473309000', '1/2', 'CQPU1000014', ''],
    ['A', '', '2/2', '', '2'],
  ]);
  assert.deepEqual(shipments[0]?.form.pieces, [
    { pieceNumber: '1/2', pieceContainer: 'CQPU1000014', pieceGoods: '1,2' },
    { pieceNumber: '2/2', pieceGoods: '2' },
  ]);
  assert.equal(shipments[0]?.form.goods?.length, 2);
  assert.equal(shipments[0]?.placeOf('pieces[1].pieceNumber').row, 4);
});

test('[N12] two values where a shipment has one, and unknown columns, are told with line and column', () => {
  const [a] = sheet.shipments;
  assert.deepEqual(
    a?.findings.map((one) => [one.rule, one.row, one.column, one.value, one.severity]),
    [
      ['column-known', 2, 'nonsense', 'x', 'error'],
      ['one-value-per-shipment', 6, 'direction', 'export', 'error'],
    ],
  );
  assert.deepEqual(sheet.findings, []);
  const [unused, ...more] = readSheet([
    ['traderReference', 'nonsense'],
    ['C', ' '],
  ]).findings;
  assert.deepEqual([unused?.rule, unused?.column, unused?.severity, more], ['column-known', 'nonsense', 'warning', []]);
});

test('[N12] a finding about the form leads back to the line and column of the sheet', () => {
  const [a] = sheet.shipments;
  const about = (path: string) => {
    const texts = { message: { zh: '错', en: 'wrong' }, remedy: { zh: '改', en: 'mend' } };
    const found = { path, rule: 'r', ruleVersion: '1', severity: 'error' as const, ...texts };
    const [one] = a ? placed(a, [found]) : [];
    return [one?.row, one?.column];
  };
  assert.deepEqual(about('goods[2].goodsName'), [6, '商品名称']);
  assert.deepEqual(about('containers[1].containerNumber'), [6, 'containerNumber']);
  assert.deepEqual(about('direction'), [2, 'direction']);
  assert.deepEqual(about('goods[1].quantity'), [3, undefined], 'a column the sheet does not have');
});

test('[N12] the template names every element that is needed to file, by its id', () => {
  assert.equal(new Set(sheetColumns).size, sheetColumns.length);
  const asked = elements.filter((e) => ['head', 'goods', 'containers'].includes(e.group) && e.need === 'declare');
  assert.deepEqual(
    asked.map((e) => e.id).filter((id) => !sheetColumns.includes(id)),
    [],
  );
  assert.deepEqual(readSheet([[...sheetColumns], ['x']]).findings, []);
});
