// The balance of a licence, whatever order things are said in (N8).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDecimals, compareDecimals } from '../../kernel/decimal.ts';
import { balanceOf, type Claim, correctionOf } from './balance.ts';
import { measureFiling } from './measure-filing.ts';

const day = (n: number): string => `2026-11-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const filed = (shipmentId: string, quantity: string, n = 1): Claim => ({
  shipmentId,
  state: 'filed',
  filedAt: day(n),
  amounts: { quantity, uses: '1' },
});
const cleared = (shipmentId: string, quantity: string, n: number): Claim => ({
  ...filed(shipmentId, quantity),
  state: 'cleared',
  clearedAt: day(n),
});
const granted = { quantity: '25', uses: '3' };

test('[N8] what is filed reserves, what is cleared writes off, what is given back is there again', () => {
  const { left, reserved, writtenOff, over, short } = balanceOf(granted, [cleared('a', '10', 2), filed('b', '10.5')]);
  assert.deepEqual(left, { quantity: '4.5', uses: '1' });
  assert.deepEqual(reserved, { quantity: '10.5', uses: '1' });
  assert.deepEqual(writtenOff, { quantity: '10', uses: '1' });
  assert.deepEqual([over, short], [{ quantity: '0', uses: '0' }, []]);
  assert.deepEqual(balanceOf(granted, [cleared('a', '10', 2)]).left, { quantity: '15', uses: '2' });
});

test('[N8] who filed first is served first, as a whole or not at all; uses are bounded like amounts', () => {
  assert.deepEqual(balanceOf(granted, [filed('b', '20', 2), filed('a', '10', 1), filed('c', '15', 3)]).short, ['b']);
  const four = ['a', 'b', 'c', 'd'].map((id, n) => filed(id, '1', n + 1));
  assert.deepEqual(balanceOf(granted, four).short, ['d']);
  assert.deepEqual(balanceOf({ quantity: '25', uses: '1' }, four).short, ['b', 'c', 'd']);
});

test('[N8] what commerce says is left counts, with what was written off since; the difference is said', () => {
  const claims = [cleared('a', '10', 2), cleared('b', '2', 9), filed('c', '3')];
  const said = { at: day(5), left: { quantity: '12' } };
  const balance = balanceOf(granted, claims, said);
  assert.equal(balance.left.quantity, '7');
  assert.equal(balance.writtenOff.quantity, '12');
  assert.deepEqual(correctionOf(granted, claims, said), {
    at: day(5),
    ours: { quantity: '15' },
    theirs: { quantity: '12' },
  });
  assert.equal(correctionOf(granted, claims, { at: day(5), left: { quantity: '15.00' } }), undefined);
});

const amount = fc
  .integer({ min: 0, max: 400_000 })
  .map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`);
const claim = (id: string) =>
  fc.record({
    shipmentId: fc.constant(id),
    state: fc.constantFrom('filed' as const, 'cleared' as const),
    filedAt: fc.integer({ min: 1, max: 9 }).map(day),
    clearedAt: fc.integer({ min: 1, max: 9 }).map(day),
    amounts: fc.record({ quantity: amount, value: amount, uses: fc.constant('1') }),
  });
const claims = fc
  .integer({ min: 0, max: 8 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => claim(`s${i}`))));

test('[N8] any order of issue, reservation, write-off and give-back: never below nothing, no amount lost, the same balance', () => {
  fc.assert(
    fc.property(
      fc.record({ quantity: amount, value: amount, uses: fc.integer({ min: 1, max: 5 }).map(String) }),
      claims,
      fc.option(fc.record({ at: fc.integer({ min: 1, max: 9 }).map(day), left: fc.record({ quantity: amount }) }), {
        nil: undefined,
      }),
      fc.infiniteStream(fc.nat()),
      (total, all, said, shuffle) => {
        const one = balanceOf(total, all, said);
        const mixed = all.map((c) => [shuffle.next().value as number, c] as const).sort((a, b) => a[0] - b[0]);
        assert.deepEqual(
          balanceOf(
            total,
            mixed.map(([, c]) => c),
            said,
          ),
          one,
        );
        for (const d of ['quantity', 'value', 'uses'] as const) {
          const { left, reserved, writtenOff, over } = one;
          for (const part of [left, reserved, writtenOff, over]) assert.ok(compareDecimals(part[d] ?? '', '0') >= 0);
          // Nothing that was filed or cleared is lost.
          const claimed = addDecimals(all.map((c) => c.amounts[d]));
          assert.equal(
            compareDecimals(addDecimals([reserved[d] ?? '', writtenOff[d] ?? '', over[d] ?? '']), claimed),
            0,
          );
          // And nothing of what there is.
          const counted =
            said && d === 'quantity' ? all.filter((c) => c.state === 'cleared' && c.clearedAt <= said.at) : [];
          const inBooks = addDecimals(counted.map((c) => c.amounts[d]));
          const base = (d === 'quantity' ? said?.left.quantity : undefined) ?? total[d];
          assert.equal(
            compareDecimals(
              addDecimals([left[d] ?? '', reserved[d] ?? '', writtenOff[d] ?? '']),
              addDecimals([base, inBooks]),
            ),
            0,
          );
        }
      },
    ),
  );
});

test('[N8] a filing is measured in the licence’s unit and currency, by what it states or by the lines it is for', () => {
  const bounds = {
    goods: ['8711'],
    granted: { quantity: '25', value: '9000', uses: '3' },
    unit: '003',
    currency: 'USD',
  };
  const line = (hsCode: string, more = {}) => ({
    hsCode,
    price: '4860',
    currency: 'USD',
    quantities: [
      { amount: '1050', unit: '035' },
      { amount: '10', unit: '003' },
    ],
    ...more,
  });
  assert.deepEqual(measureFiling(bounds, { lines: [line('8711201000'), line('8473309000')] }), {
    amounts: { quantity: '10', value: '4860', uses: '1' },
    strange: [],
    unmeasured: [],
  });
  assert.equal(
    measureFiling(bounds, { lines: [line('8711201000', { stated: { amount: '4' } })] }).amounts.quantity,
    '4',
  );
  assert.deepEqual(measureFiling(bounds, { lines: [line('8473309000')] }).strange, ['8473309000']);
  assert.deepEqual(measureFiling(bounds, { lines: [line('8711201000', { currency: 'EUR' })] }).unmeasured, [
    '8711201000',
  ]);
});
