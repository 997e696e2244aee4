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

// Independent definitions, written from the standards and not from the code above.
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const containerValues = new Map<string, number>([...'0123456789'].map((d) => [d, Number(d)]));
// ISO 6346 table: A = 10, then upwards, leaving out 11, 22 and 33.
for (let value = 10, i = 0; i < 26; value++) if (value % 11 !== 0) containerValues.set(letters.charAt(i++), value);

test('[P10] ISO 6346 against the table of the standard', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z]{3}[UJZ][0-9]{7}$/), (text) => {
      const sum = [...text.slice(0, 10)].reduce((n, c, i) => n + (containerValues.get(c) ?? 0) * 2 ** i, 0);
      assert.equal(checks.checkContainer(text).ok, Number(text[10]) === (sum % 11) % 10);
    }),
  );
});

test('[P10] USCC against GB 32100: with its check character the weighted sum is a multiple of 31', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...alphabet), { minLength: 18, maxLength: 18 }), (characters) => {
      const sum = weights.reduce((n, w, i) => n + w * alphabet.indexOf(characters[i] ?? ''), 0);
      const fits = (sum + alphabet.indexOf(characters[17] ?? '')) % 31 === 0;
      const result = checks.checkUscc(characters.join(''));
      assert.equal(result.ok, fits);
      if (!result.ok) assert.equal(checks.checkUscc(result.expected ?? '').ok, true);
    }),
  );
});

test('[P10] a resident id against ISO 7064 MOD 11-2, run as the standard’s own recursion', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{17}[0-9X]$/), (text) => {
      let rest = 0;
      for (const c of text.slice(0, 17)) rest = ((rest + Number(c)) * 2) % 11;
      const last = text[17] === 'X' ? 10 : Number(text[17]);
      assert.equal(checks.checkResidentId(text).ok, (rest + last) % 11 === 1);
    }),
  );
});

test('[P10] an organisation code: the weighted sum with its check character is a multiple of 11', () => {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-Z]{8}[0-9X]$/), (text) => {
      const value = (c: string) => (/\d/.test(c) ? Number(c) : letters.indexOf(c) + 10);
      const sum = weights.reduce((n, w, i) => n + w * value(text.charAt(i)), 0);
      const last = text[8] === 'X' ? 10 : Number(text[8]);
      assert.equal(checks.checkOrganisationCode(text).ok, (sum + last) % 11 === 0);
    }),
  );
});

test('[P10] an air waybill’s last digit is its serial modulo 7, a vessel’s the weighted sum modulo 10', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_999_999 }),
      fc.integer({ min: 0, max: 9 }),
      fc.boolean(),
      (serial, last, hyphen) => {
        const text = `784${hyphen ? '-' : ''}${String(serial).padStart(7, '0')}${last}`;
        const result = checks.checkAirWaybill(text);
        assert.equal(result.ok, serial - 7 * Math.floor(serial / 7) === last);
        if (!result.ok) assert.equal(checks.checkAirWaybill(result.expected ?? '').ok, true);
      },
    ),
  );
  for (const imo of ['9074729', '9319466', '9811000']) assert.equal(checks.checkImo(imo).ok, true, imo);
  assert.equal(checks.checkImo('9074728').ok, false);
});

test('[P10] one wrong digit in a USCC or resident id is seen; shapes are said, not thrown', () => {
  const numbers = [
    ['91440300750451150B', checks.checkUscc],
    ['110101199003070011', checks.checkResidentId],
  ] as const;
  for (const [number, check] of numbers)
    for (let i = 0; i < number.length - 1; i++)
      for (const digit of '0123456789') {
        if (digit === number[i]) continue;
        assert.equal(check(number.slice(0, i) + digit + number.slice(i + 1)).ok, false, `${number} at ${i}: ${digit}`);
      }
  const all = Object.values(checks).filter((f) => typeof f === 'function');
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const check of all) {
        const result = check(text);
        if (!result.ok) assert.ok(result.reason.zh && result.reason.en);
      }
    }),
  );
});

test('[P10] declaration and registration numbers are checked by shape, which is all the rule there is', () => {
  assert.equal(checks.checkDeclarationNumber('520720192579438584').ok, false);
  assert.equal(checks.checkDeclarationNumber('52072019057943858').ok, false);
  assert.equal(checks.checkCustomsRegistration('5003160A01').ok, true);
  assert.equal(checks.checkCustomsRegistration('A003160A01').ok, false);
});
