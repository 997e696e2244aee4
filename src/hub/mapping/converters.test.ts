import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ConverterName, converterOf, converters } from './converters.ts';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const second = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((d) => `${d.toISOString().slice(0, 19)}.000Z`);
/** Values each invertible converter is meant for. */
const domains: Partial<Record<ConverterName, fc.Arbitrary<string>>> = {
  same: fc.string({ minLength: 1 }),
  directionLetter: fc.constantFrom('import', 'export'),
  messageFunction: fc.constantFrom('declare', 'amend', 'withdraw'),
  compactDate: day,
  partnerSecond: second,
  partnerMilli: second,
  declarationType: fc.constantFrom('Z', 'ML', 'CL', 'MU6'),
  declarationOperation: fc.constantFrom('A', 'C', 'G'),
  partnerMinute: second.map((text) => `${text.slice(0, 16)}:00.000Z`),
};

test('[P10] every converter with a way back brings back what it wrote', () => {
  for (const name of Object.keys(converters) as ConverterName[]) {
    const { write, read } = converterOf(name);
    if (!read) continue;
    const domain = domains[name];
    assert.ok(domain, `${name} has a way back but no domain to prove it on`);
    fc.assert(
      fc.property(domain, (value) => assert.equal(read(write([value])), value)),
      { numRuns: 200 },
    );
  }
});

test('[P10] no converter throws, whatever a trader typed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(converters) as ConverterName[])),
      // Also what every object has by nature.
      fc.array(fc.oneof(fc.string(), fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype))), {
        maxLength: 3,
      }),
      (name, values) => {
        assert.equal(typeof converterOf(name).write(values), 'string');
      },
    ),
  );
});

test('[P10] partner times are local time of UTC+8 without a zone', () => {
  assert.equal(converterOf('partnerMinute').write(['2026-11-19T16:30:00.000Z']), '202611200030');
  assert.equal(converterOf('partnerSecond').read?.('20261120003005'), '2026-11-19T16:30:05.000Z');
  assert.equal(converterOf('compactDate').write(['2026-11-20']), '20261120');
  assert.equal(converterOf('massThree').write(['2100.5']), '2100.500');
});
