// Which orders of outcomes may be a rule of precedence, and which version of it holds (P5, decision 0052).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { combineRules } from './combine-rules.ts';
import { type Outcome, outcomes } from './contract.ts';
import { expiry, waitsUntil } from './expiry.ts';
import { doubtOf, keepsBack, type PrecedenceRule, precedence, precedenceOn } from './precedence.ts';

const [shipped] = precedence;
const usual = shipped?.order ?? [];

function permutations<T>(of: readonly T[]): T[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((one, i) => permutations(of.toSpliced(i, 1)).map((rest) => [one, ...rest]));
}

test('[P5] of the 720 orders of six outcomes those are permitted, and no others, in which all that keeps back comes before a release', () => {
  const all = permutations(outcomes);
  assert.equal(all.length, 720);
  const permitted = all.filter((order) => doubtOf(order) === undefined);
  assert.equal(permitted.length, 24);
  for (const order of all) {
    const safe = order.slice(0, 4).every(keepsBack) && order[4] === 'conditionally-released';
    assert.equal(doubtOf(order) === undefined, safe, order.join());
  }
  assert.equal(doubtOf(usual), undefined);
});

test('[P5] what is wrong with an order is named in both languages', () => {
  const swapped = (a: Outcome, b: Outcome) => usual.map((o) => (o === a ? b : o === b ? a : o));
  assert.deepEqual(doubtOf(swapped('held', 'released')), { zh: '放行先于查验', en: 'released comes before inspect' });
  assert.equal(doubtOf(swapped('awaiting', 'released'))?.en, 'released comes before on conditions');
  assert.equal(doubtOf(swapped('awaiting', 'conditionally-released'))?.en, 'on conditions comes before awaiting');
  assert.equal(doubtOf(usual.slice(1))?.zh, '缺少 不予放行');
  assert.equal(doubtOf([...usual, 'held'])?.en, 'hold stands in it twice');
});

test('[P5] the order is that of the day, and before the first version the one that comes with the program', () => {
  const order: readonly Outcome[] = ['held', ...usual.filter((one) => one !== 'held')];
  const later = { ...shipped, version: '2', validFrom: '2027-01-01', order } as PrecedenceRule;
  const rules = combineRules(precedence, [later]);
  assert.equal(precedenceOn(rules, '2020-01-01').order, usual);
  assert.equal(precedenceOn(rules, '2026-12-31').order, usual);
  assert.equal(precedenceOn(rules, '2027-01-01').order, order);
});

test('[P5] a period is that of the day something came, or was filed: a later version does not reach back', () => {
  const [kept] = expiry.filter((rule) => rule.period === 'kept-release');
  assert.ok(kept);
  const rules = combineRules(expiry, [{ ...kept, version: '2', validFrom: '2027-01-01', days: 30 }]);
  const since = '2026-12-31T15:59:59.000Z'; // the last second of the partner's day
  assert.equal(waitsUntil(rules, { period: 'kept-release', since }), '2027-03-31T15:59:59.000Z');
  assert.equal(waitsUntil(rules, { period: 'kept-release', since, day: '2027-01-01' }), '2027-01-30T15:59:59.000Z');
  assert.equal(waitsUntil(rules, { period: 'early-report', since }), '2027-01-07T15:59:59.000Z');
});
