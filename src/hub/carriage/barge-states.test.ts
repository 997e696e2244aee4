// How a barge order stands, whatever order its operator's words come in (N11).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { joinSteps, placesOf, stateOfOrder } from './barge-states.ts';
import { type BargeStep, bargeSteps } from './contract.ts';

const boxes = ['YXEU4000010', 'CQPU1000014'];
const step = (kind: BargeStep['step'], hour: number, place: string, of: readonly string[] = boxes): BargeStep => ({
  step: kind,
  boxes: of,
  place,
  at: `2026-11-2${hour < 24 ? 6 : 7}T${String(hour % 24).padStart(2, '0')}:00:00.000Z`,
});
const journey = [
  step('booked', 1, 'CNCKG', []),
  step('loaded', 2, 'CNCKG'),
  step('departed', 3, 'CNCKG', []),
  step('arrived', 30, 'CNSHA', []),
  step('discharged', 31, 'CNSHA'),
];

test('[N11] taken on, loaded, under way, there: each word moves the order on, and each box with its vessel', () => {
  const states = journey.map((_, i) => stateOfOrder(boxes, 'CNSHA', journey.slice(0, i + 1)));
  assert.deepEqual(states, ['booked', 'under-way', 'under-way', 'under-way', 'delivered']);
  assert.deepEqual(
    placesOf(boxes, journey.slice(0, 4)).map((one) => `${one.step} ${one.place}`),
    ['arrived CNSHA', 'arrived CNSHA'],
  );
  assert.equal(stateOfOrder(boxes, 'CNSHA', []), 'ordered');
});
test('[N11] a box left behind keeps the order under way, and one discharged elsewhere is not there', () => {
  const [booked, , left] = journey;
  const [first = '', second = ''] = boxes;
  const one = [
    booked,
    step('loaded', 2, 'CNCKG', [first]),
    left,
    step('discharged', 31, 'CNSHA', [first]),
  ] as BargeStep[];
  assert.equal(stateOfOrder(boxes, 'CNSHA', one), 'under-way');
  assert.equal(placesOf([second], one)[0]?.step, undefined);
  assert.equal(stateOfOrder(boxes, 'CNSHA', [...journey.slice(0, 3), step('discharged', 20, 'CNWUH')]), 'under-way');
});
test('[N11] order and repetition of words change nothing', () => {
  const any = fc.record({
    step: fc.constantFrom(...bargeSteps),
    boxes: fc.subarray(boxes),
    place: fc.constantFrom('CNCKG', 'CNSHA'),
    at: fc.constantFrom('2026-11-26T01:00:00.000Z', '2026-11-26T02:00:00.000Z'),
  }) as fc.Arbitrary<BargeStep>;
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), (steps) => {
      const back = [...steps].reverse();
      assert.deepEqual(joinSteps(joinSteps([], back), steps), joinSteps([], steps));
      assert.equal(stateOfOrder(boxes, 'CNSHA', back), stateOfOrder(boxes, 'CNSHA', joinSteps([], steps)));
    }),
  );
});
