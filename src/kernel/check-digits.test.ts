import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as checks from './check-digits.ts';

test('[P10] real numbers pass their check digit (formats §4.2)', () => {
  for (const n of ['CSQU3054383', 'CICU8421595', 'TCKU3125044']) assert.equal(checks.checkContainer(n).ok, true, n);
  assert.equal(checks.checkUscc('91440300750451150B').ok, true);
  assert.equal(checks.checkImo('9469560').ok, true);
  assert.equal(checks.checkResidentId('110101199003070011').ok, true);
  assert.equal(checks.checkDeclarationNumber('520720190579438584').ok, true);
});

test('[P10] a wrong number is refused and the right digit proposed', () => {
  assert.deepEqual(checks.checkContainer('CSQU3054384'), {
    ok: false,
    expected: 'CSQU3054383',
    reason: { zh: '校验位不符，应为 CSQU3054383', en: 'The check digit does not fit; expected CSQU3054383' },
  });
  assert.equal(checks.checkContainer('TEST1234567').ok, false);
});

test('[P10] the proposed container number always passes', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z]{3}[UJZ][0-9]{7}$/), (text) => {
      const result = checks.checkContainer(text);
      if (!result.ok) assert.equal(checks.checkContainer(result.expected ?? '').ok, true);
    }),
  );
});
