import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { elements, sections } from '../elements.ts';
import { isNeeded, nameOfPath, readCells } from './form-values.ts';

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

test('[P10] a place of the form is named in words, in both languages', () => {
  const name = (path: string) => nameOfPath({ sections, elements }, path);
  assert.deepEqual(name('grossMassKg'), { zh: '毛重（千克）', en: 'Gross mass (kg)' });
  assert.deepEqual(name('goods'), { zh: '商品', en: 'Goods lines' });
  assert.equal(name('goods[1].hsCode').zh, '商品 第 2 行 · 商品编号');
  assert.match(name('licences[0].licenceCertificate').en, /^Supervision documents, row 1: /);
  assert.deepEqual(name('nowhere[0].x'), { zh: 'nowhere[0].x', en: 'nowhere[0].x' });
  for (const e of elements)
    assert.doesNotMatch(name(e.group === 'head' ? e.id : `${e.group}[0].${e.id}`).zh, /[a-z]{3,}[A-Z]|\[/, e.id);
});

test('[P10] what is marked as needed follows the shipment: direction and mode decide', () => {
  const needed = (id: string, form: Record<string, string>) => {
    const element = elements.find((e) => e.id === id);
    return element !== undefined && isNeeded(element, form);
  };
  assert.equal(needed('departurePort', { direction: 'import', transportMode: '3' }), true);
  assert.equal(needed('departurePort', { direction: 'export', transportMode: '3' }), false);
  assert.equal(needed('billNumber', { direction: 'export', transportMode: '5' }), true);
  assert.equal(needed('billNumber', { direction: 'export', transportMode: '9' }), false);
  assert.equal(needed('direction', {}), true);
  assert.equal(needed('remarks', {}), false);
});
