import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldMapping } from './contract.ts';
import { mapDocument, pathOfField } from './map-document.ts';
import { readableParts, unmapDocument } from './unmap-document.ts';

const exported = { element: 'direction', equals: 'export' } as const;
const table: readonly FieldMapping[] = [
  { target: 'Head/Way', from: ['direction'], convert: 'directionLetter' },
  { target: 'Head/Number', from: ['dispatch.clientNumber', 'clientNumber'] },
  { target: 'Head/Mass', from: ['grossMassKg'], always: true },
  { target: 'Head/Ship', from: ['conveyanceName'], when: { element: 'transportMode', equals: '2' } },
  { target: 'Line/Name', from: ['goodsName'], each: 'goods' },
  { target: 'Line/Danger', from: ['unNumber'], each: 'goods', when: { element: 'unNumber', present: true } },
  { target: 'Line/Country', from: ['originCountry'], each: 'goods', when: { not: exported } },
  { target: 'Line/Country', from: ['destinationCountry'], each: 'goods', when: exported },
];
const form = {
  direction: 'import',
  transportMode: '3',
  conveyanceName: 'X8084',
  goods: [
    { goodsName: '显示器', unNumber: '3480', originCountry: 'DEU' },
    { goodsName: '电缆', destinationCountry: 'CHN' },
  ],
};

test('[P10] a table writes what the form holds, in its own order; empty fields only where the partner expects them', () => {
  const fields = mapDocument(table, form, { 'dispatch.clientNumber': 'I1' });
  assert.deepEqual(
    fields.map((f) => [f.target, f.row, f.value]),
    [
      ['Head/Way', undefined, 'I'],
      ['Head/Number', undefined, 'I1'],
      ['Head/Mass', undefined, ''],
      ['Line/Name', 0, '显示器'],
      ['Line/Name', 1, '电缆'],
      ['Line/Danger', 0, '3480'],
      ['Line/Country', 0, 'DEU'],
    ],
  );
});

test('[P10] what the sending knows wins over what an imported message said', () => {
  const number = (given: object, overlay: Record<string, string>) =>
    mapDocument(table, { ...form, ...given }, overlay).find((f) => f.target === 'Head/Number')?.value;
  assert.equal(number({ clientNumber: 'OLD' }, { 'dispatch.clientNumber': 'NEW' }), 'NEW');
  assert.equal(number({ clientNumber: 'OLD' }, {}), 'OLD');
});

test('[P10] a rejected field leads back to its box: by full path or bare name, by row, by direction', () => {
  assert.equal(pathOfField(table, 'Head/Mass'), 'grossMassKg');
  assert.equal(pathOfField(table, 'Mass'), 'grossMassKg');
  assert.equal(pathOfField(table, 'Name', 1), 'goods[1].goodsName');
  assert.equal(pathOfField(table, 'Number'), 'clientNumber', 'not the overlay, which nobody can mend');
  assert.equal(pathOfField(table, 'Country', 0, { direction: 'import' }), 'goods[0].originCountry');
  assert.equal(pathOfField(table, 'Country', 0, { direction: 'export' }), 'goods[0].destinationCountry');
  assert.equal(pathOfField(table, 'Mas'), undefined);
  assert.equal(pathOfField(table, 'constructor'), undefined);
});

test('[P10] a partner’s document read back gives the elements it was written from', () => {
  const written = mapDocument(table, form, {});
  const read = unmapDocument(
    readableParts(table),
    ({ each, targets }, row) =>
      targets.map((target) => written.find((f) => f.target === target && f.row === (each ? row : undefined))?.value),
    () => 2,
    { direction: 'import' },
  );
  assert.deepEqual(read, {
    direction: 'import',
    goods: [{ goodsName: '显示器', unNumber: '3480', originCountry: 'DEU' }, { goodsName: '电缆' }],
  });
});
