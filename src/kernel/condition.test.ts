import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Condition, type ConditionSource, describe, evaluate } from './condition.ts';

const ids = ['a', 'b', 'rows'];
const text = fc.constantFrom('', '1', '12', 'x');
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ element: fc.constantFrom(...ids), equals: text }),
  fc.record({ element: fc.constantFrom(...ids), in: fc.array(text, { maxLength: 3 }) }),
  fc.record({ element: fc.constantFrom(...ids), startsWith: text }),
  fc.record({ element: fc.constantFrom(...ids), present: fc.boolean() }),
);
const condition = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({ all: fc.array(tie('any'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('any'), { maxLength: 3 }) }),
    fc.record({ not: tie('any') }),
    fc.record({ some: fc.constant('rows'), where: tie('any') }),
  ),
})).any;
const row = fc.record({ a: text, b: text });
const source: fc.Arbitrary<ConditionSource> = fc.record({ a: text, b: text, rows: fc.array(row, { maxLength: 3 }) });

test('[P10] the laws of logic hold for conditions', () => {
  fc.assert(
    fc.property(condition, condition, source, (p, q, s) => {
      const [x, y] = [evaluate(p, s), evaluate(q, s)];
      assert.equal(evaluate({ not: p }, s), !x);
      assert.equal(evaluate({ all: [p, q] }, s), x && y);
      assert.equal(evaluate({ any: [p, q] }, s), x || y);
      assert.equal(evaluate({ not: { all: [p, q] } }, s), evaluate({ any: [{ not: p }, { not: q }] }, s));
    }),
  );
});

test('[P10] an empty “all” is true, an empty “any” is false, “always” is always', () => {
  assert.equal(evaluate({ all: [] }, {}), true);
  assert.equal(evaluate({ any: [] }, {}), false);
  assert.equal(evaluate({ always: true }, {}), true);
});

test('[P10] “some” looks at a row over the whole form', () => {
  const some: Condition = {
    some: 'rows',
    where: {
      all: [
        { element: 'a', equals: '1' },
        { element: 'b', equals: 'x' },
      ],
    },
  };
  assert.equal(evaluate(some, { b: 'x', rows: [{ a: '1' }] }), true);
  assert.equal(evaluate(some, { rows: [{ a: '1' }, { b: 'x' }] }), false);
});

test('[P10] every condition reads as a sentence in both languages', () => {
  fc.assert(
    fc.property(condition, (c) => {
      const { zh, en } = describe(c, (id) => ({ zh: `项${id}`, en: `item ${id}` }));
      assert.ok(!zh.includes('undefined') && !en.includes('undefined'));
    }),
  );
  assert.deepEqual(
    describe({ not: { element: 'a', in: ['1', '2'] } }, () => ({ zh: '运输方式', en: 'transport mode' })),
    { zh: '非（运输方式为 1、2 之一）', en: 'not (transport mode is one of 1, 2)' },
  );
});
