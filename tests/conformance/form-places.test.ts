// Places of the form as a person reads them, and what is marked as needed, over the whole element dictionary (P10).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elements, sections } from '../../src/hub/shipment/elements.ts';
import { isNeeded, nameOfPath } from '../../src/hub/shipment/web/form-values.ts';

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
