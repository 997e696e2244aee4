// Authorisations against a model that says the rule in other words: day by day, office by office, count by count.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AuthorisationAct, authorisationActs } from './contract.ts';
import {
  coversOffice,
  type Grant,
  isRunningLow,
  leftOf,
  matchAuthorisations,
  obstacleOf,
  showsCase,
  type Wish,
} from './match-authorisation.ts';

const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'] as const;
const offices = ['8000', '8016', '8010', '7900', '7916'] as const;
const grants = fc.record({
  id: fc.uuid(),
  ownerId: fc.constantFrom('o1', 'o2'),
  acts: fc.subarray([...authorisationActs]),
  districts: fc.subarray([...offices]),
  from: fc.nat(3),
  to: fc.nat(3),
  declarations: fc.option(fc.record({ most: fc.integer({ min: 1, max: 3 }), used: fc.nat(3) }), { nil: undefined }),
  value: fc.option(
    fc.record({ currency: fc.constantFrom('CNY', 'USD'), most: fc.integer({ min: 1, max: 30 }), used: fc.nat(30) }),
    {
      nil: undefined,
    },
  ),
});
type Drawn = typeof grants extends fc.Arbitrary<infer T> ? T : never;
const toGrant = ({ from, to, value, ...rest }: Drawn): Grant =>
  ({
    ...rest,
    validFrom: days[from] ?? '',
    validTo: days[to] ?? '',
    declarations: undefined,
    ...(rest.declarations
      ? {
          declarations: {
            most: rest.declarations.most,
            used: Math.min(rest.declarations.used, rest.declarations.most),
          },
        }
      : {}),
    ...(value
      ? { value: { currency: value.currency, most: `${value.most}`, used: `${Math.min(value.used, value.most)}.0000` } }
      : {}),
  }) as Grant;
const wishes = fc.record({
  act: fc.constantFrom<AuthorisationAct>(...authorisationActs),
  day: fc.constantFrom(...days),
  district: fc.constantFrom(...offices),
  amount: fc.integer({ min: 1, max: 30 }),
  currency: fc.constantFrom('CNY', 'USD'),
});

test('[P11] an authorisation allows an act exactly where every one of its bounds does, each bound said by itself', () => {
  fc.assert(
    fc.property(grants, wishes, (drawn, w) => {
      const grant = toGrant(drawn);
      const wish: Wish = {
        act: w.act,
        day: w.day,
        district: w.district,
        declarations: 1,
        value: { currency: w.currency, amount: `${w.amount}` },
      };
      const daysOf = days.slice(drawn.from, drawn.to + 1);
      const officesOf =
        drawn.districts.length === 0
          ? [...offices]
          : offices.filter((o) =>
              drawn.districts.some((d) => d === o || (d.endsWith('00') && d[0] === o[0] && d[1] === o[1])),
            );
      const usedDeclarations = drawn.declarations ? Math.min(drawn.declarations.used, drawn.declarations.most) : 0;
      const usedValue = drawn.value ? Math.min(drawn.value.used, drawn.value.most) : 0;
      const expected =
        daysOf.includes(w.day) &&
        drawn.acts.includes(w.act) &&
        officesOf.includes(w.district) &&
        (!drawn.declarations || usedDeclarations < drawn.declarations.most) &&
        (!drawn.value || (drawn.value.currency === w.currency && usedValue + w.amount <= drawn.value.most));
      assert.equal(obstacleOf(grant, wish) === undefined, expected);
      assert.equal(
        showsCase(grant, 'o1', w.district, w.day),
        drawn.ownerId === 'o1' && daysOf.includes(w.day) && officesOf.includes(w.district),
      );
    }),
    { numRuns: 2000 },
  );
});

test('[P11] of several that fit the one that ends first is used, and where none does the nearest obstacle is named', () => {
  fc.assert(
    fc.property(fc.array(grants, { maxLength: 5 }), wishes, (drawn, w) => {
      const wish: Wish = { act: w.act, day: w.day, district: w.district, declarations: 1 };
      const all = drawn.map(toGrant);
      const { fits, obstacle, nearest } = matchAuthorisations(all, wish);
      assert.deepEqual(new Set(fits), new Set(all.filter((g) => obstacleOf(g, wish) === undefined)));
      for (const [i, grant] of fits.entries()) assert.ok(i === 0 || (fits[i - 1]?.validTo ?? '') <= grant.validTo);
      if (all.length === 0) assert.equal(obstacle, 'none');
      if (fits.length < all.length) assert.ok(nearest && obstacleOf(nearest, wish) === obstacle);
    }),
  );
});

test('[P11] counting down ends exactly at nothing, and the warning comes before it', () => {
  const grant = (used: number): Grant => ({
    id: 'a',
    ownerId: 'o',
    acts: ['declare'],
    districts: [],
    validFrom: days[0],
    validTo: days[3],
    declarations: { most: 25, used },
  });
  const wish: Wish = { act: 'declare', day: days[1], declarations: 1 };
  const allowed = Array.from({ length: 30 }, (_, used) => used).filter(
    (used) => used <= 25 && !obstacleOf(grant(used), wish),
  );
  assert.equal(allowed.length, 25);
  assert.deepEqual(
    [22, 23, 24, 25].map((used) => isRunningLow(grant(used))),
    [undefined, 'declarations', 'declarations', 'declarations'],
  );
  assert.deepEqual(leftOf(grant(24)), { declarations: 1 });
  const worth: Grant = { ...grant(0), value: { currency: 'CNY', most: '100.10', used: '90.09' } };
  assert.equal(isRunningLow(worth), 'value');
  assert.deepEqual(leftOf(worth).value, '10.01');
});

test('[P11] a district stands for its offices, an office for itself, nothing for everywhere', () => {
  assert.ok(coversOffice([], undefined));
  assert.ok(coversOffice(['8000'], '8016'));
  assert.ok(!coversOffice(['8016'], '8000'));
  assert.ok(!coversOffice(['8000'], undefined));
  assert.ok(!coversOffice(['8000'], '7900'));
});
