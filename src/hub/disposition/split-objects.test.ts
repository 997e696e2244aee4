// Packages and parcels listed by number become objects where they lie (P5), and without a list the goods are one lot as before.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { airImport, railImport } from '../../../tests/support/forms.ts';
import type { Form } from '../shipment/contract.ts';
import { leavesAlone } from './object-graph.ts';
import { splitObjects } from './split-objects.ts';

const split = (form: Form) => splitObjects(form, { number: 'PT1', version: 1, since: '2026-11-20T00:00:00.000Z' });
const withinOf = (form: Form) => Object.fromEntries(split(form).map((o) => [o.id, o.within]));
const alone = (form: Form) =>
  split(form)
    .filter(leavesAlone)
    .map((o) => o.id);
const [boxA, boxB] = ['container:CQPU1000014', 'container:CQPU1000020'] as const;
const bill = 'bill:RWPIECES';
const boxed = (pieces: Form[string], goods = ['1', '2']): Form => ({
  ...railImport('PIECES'),
  containers: [
    { containerNumber: 'CQPU1000014', containerGoods: goods[0] ?? '' },
    { containerNumber: 'CQPU1000020', containerGoods: goods[1] ?? '' },
  ],
  pieces,
});

test('[P5] a package lies in the box it names, and a mark is told apart by its bill; an SSCC stands by itself', () => {
  const within = withinOf(
    boxed([
      { pieceNumber: '1/2', pieceContainer: 'cqpu 100001-4', pieceGoods: '1' },
      { pieceNumber: '10614141 2345 678908', pieceContainer: 'CQPU1000014' },
      { pieceNumber: 'loose 3' },
    ]),
  );
  assert.deepEqual(within['package:RWPIECES/1/2'], [boxA]);
  assert.deepEqual(within['package:106141412345678908'], [boxA]);
  assert.deepEqual(within['package:RWPIECES/LOOSE3'], [bill]);
  assert.deepEqual(within['goods-line:PT1/1'], [
    'declaration:PT1',
    boxA,
    'package:RWPIECES/1/2',
    'package:106141412345678908',
    'package:RWPIECES/LOOSE3',
  ]);
  assert.deepEqual(
    within['goods-line:PT1/2'],
    ['declaration:PT1', boxB, 'package:RWPIECES/LOOSE3'],
    'what names no lines holds those of its box, or any where it lies in none',
  );
});

test('[P5][P7] what lies in a box leaves in it; what lies in none leaves by itself', () => {
  const form = boxed([{ pieceNumber: '1', pieceContainer: 'CQPU1000014' }, { pieceNumber: '2' }]);
  assert.deepEqual(alone(form), [boxA, boxB, 'package:RWPIECES/2']);
  assert.deepEqual(alone(boxed([])), [boxA, boxB]);
  assert.deepEqual(alone({ ...airImport('LOT'), containers: [] }), ['package:PT1LOT']);
});

test('[P5] a house bill of its own is an object beside the bill: a word on either is a word on the package', () => {
  const form = boxed([{ pieceNumber: '7', pieceBill: 'HB-9' }, { pieceNumber: '7' }]);
  const within = withinOf(form);
  assert.deepEqual(within['package:HB9/7'], [bill, 'bill:HB9']);
  assert.deepEqual(within['package:RWPIECES/7'], [bill]);
  assert.deepEqual(within['bill:HB9'], ['conveyance:X8084/20261120']);
});

test('[P5][P10] what the pieces of a case are says the station that it names, or the mode', () => {
  const of = (more: Form) =>
    split({ ...airImport('KIND'), pieces: [{ pieceNumber: 'SF1234567890123' }], ...more })
      .filter(leavesAlone)
      .map((o) => o.id);
  assert.deepEqual(of({ stationCode: 'CKG-EXPRESS' }), ['express-parcel:SF1234567890123']);
  assert.deepEqual(of({ transportMode: '6', stationCode: 'CKG-POST' }), ['mail:SF1234567890123']);
  assert.deepEqual(of({}), ['package:11212345675/SF1234567890123']);
});
