import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import type { StoredEvent } from '../../runtime/context.ts';
import { findFilterFaults } from './check-filter.ts';
import { type EventFilter, eventNames } from './contract.ts';
import { factsOf } from './event-facts.ts';
import { type EventFacts, matches, matchesAny } from './match-event.ts';
import { Filter } from './replies.ts';
import { eventTypes, tellEvent } from './tell-event.ts';

/** Field of a filter → field of the facts it asks. */
const asks: Readonly<Record<keyof EventFilter, (facts: EventFacts) => readonly string[]>> = {
  types: (f) => [f.type],
  tones: (f) => [f.tone],
  numbers: (f) => f.numbers,
  bills: (f) => f.bills,
  containers: (f) => f.containers,
  directions: (f) => f.directions,
  modes: (f) => f.modes,
  places: (f) => f.places,
  authorities: (f) => f.authorities,
  outcomes: (f) => f.outcomes,
};
const fields = Object.keys(asks) as (keyof EventFilter)[];
// Few values, so that what is asked for and what there is meet often.
const value = fc.constantFrom('A1', 'B2', 'C3', 'D4');
const values = fc.uniqueArray(value, { maxLength: 3 });
const facts: fc.Arbitrary<EventFacts> = fc.record({
  type: value,
  tone: value,
  outcomes: values,
  authorities: values,
  places: values,
  numbers: values,
  bills: values,
  containers: values,
  directions: values,
  modes: values,
});
const filter = fc.record(Object.fromEntries(fields.map((field) => [field, values])), {
  requiredKeys: [],
}) as fc.Arbitrary<EventFilter>;

test('[M2] a filter fits where every field that asks something finds one of its values', () => {
  fc.assert(
    fc.property(filter, facts, (wanted, about) => {
      const expected = fields.every((field) => {
        const asked: readonly string[] = wanted[field] ?? [];
        return asked.length === 0 || asked.some((one) => asks[field](about).includes(one));
      });
      assert.equal(matches(wanted, about), expected);
    }),
    { numRuns: 2000 },
  );
});

test('[M2] a value more never loses an event, a field more never wins one, several filters win what any wins', () => {
  fc.assert(
    fc.property(filter, filter, facts, fc.constantFrom(...fields), value, (one, other, about, field, more) => {
      const wider = { ...one, [field]: [...(one[field] ?? []), more] } as EventFilter;
      if ((one[field]?.length ?? 0) > 0 && matches(one, about)) assert.ok(matches(wider, about));
      const both = { ...other, ...one };
      if (matches({ ...both }, about) && !fields.some((f) => f in one && f in other))
        assert.ok(matches(one, about) && matches(other, about));
      assert.equal(matchesAny([one, other], about), matches(one, about) || matches(other, about));
    }),
    { numRuns: 1000 },
  );
  assert.ok(matchesAny([], {} as EventFacts), 'no filter asks nothing');
});

test('[M2] numbers fit however they are typed: case and blanks make no difference', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z]{4}[0-9]{7}$/), fc.nat(10), (number, at) => {
      const typed = `${number.slice(0, at)} ${number.slice(at).toLowerCase()}`;
      const about = { type: 't', tone: 'bad', outcomes: [], authorities: [], places: [], bills: [], directions: [] };
      const facts: EventFacts = { ...about, modes: [], numbers: [number], containers: [number] };
      assert.ok(matches({ containers: [typed], numbers: [typed] }, facts));
      assert.ok(!matches({ containers: [`${typed}0`] }, facts));
    }),
  );
});

test('[M2] what a filter may ask is read from the event and from its case', () => {
  const told = (type: string, payload: object) => {
    const event: StoredEvent = {
      position: 1,
      id: '1',
      type,
      subject: 's',
      payload: { shipmentId: 's', ...payload },
      occurredAt: '2026-11-26T00:00:00Z',
      actor: { kind: 'system', id: 'portico', name: 'Portico' },
    };
    const entry = tellEvent(event, false);
    assert.ok(entry, type);
    return factsOf(event, entry, {
      number: 'PT1',
      direction: 'import',
      transportMode: '3',
      billNumber: 'rw 1',
      containers: ['CQPU1000014'],
      places: ['CKG-TUANJIECUN', '8010'],
    });
  };
  const instruction = { authority: 'customs', kind: 'hold', reason: { zh: '布控', en: 'hold' } };
  const held = told('instruction.received', { instruction });
  assert.deepEqual(held.outcomes, ['hold']);
  assert.deepEqual(held.authorities, ['customs']);
  assert.equal(held.tone, 'bad');
  assert.deepEqual(held.bills, ['RW1']);
  assert.deepEqual(held.numbers, ['PT1', 'RW1', 'CQPU1000014']);
  assert.deepEqual([held.directions, held.modes], [['import'], ['3']]);
  const planned = told('inspection.planned', { number: 'J1', authorities: ['customs', 'maritime'], site: {} });
  assert.deepEqual(planned.authorities, ['customs', 'maritime']);
  assert.ok(planned.numbers.includes('J1'));
  assert.deepEqual(
    told('inspection.result-recorded', { authority: 'maritime', result: { outcome: 'abnormal' } }).outcomes,
    ['abnormal'],
  );
  assert.ok(told('release.granted', { number: 'R1', stationId: 'CKG-GUOYUAN' }).places.includes('CKG-GUOYUAN'));
  assert.deepEqual(told('document.answered', { outcome: 'rejected', channel: 'customs', text: {} }).outcomes, [
    'rejected',
  ]);
  // A station's channel is no authority.
  assert.deepEqual(told('document.answered', { outcome: 'noted', channel: 'railway-yard', text: {} }).authorities, []);
});

test('[M2][P12] an unknown word in a filter is refused by its schema, a mistyped container by a finding with its place', () => {
  const check = new Ajv({ strict: false }).compile(Filter);
  assert.ok(check({ types: ['release.granted'], tones: ['bad'], modes: ['3'], containers: ['CQPU1000014'] }));
  for (const wrong of [
    { types: ['release.done'] },
    { tones: ['red'] },
    { authorities: ['police'] },
    { directions: ['transit'] },
    { colour: ['red'] },
    { numbers: [''] },
    { numbers: ['a\nb'] },
    { places: Array.from({ length: 51 }, () => 'X') },
  ])
    assert.ok(!check(wrong), JSON.stringify(wrong));
  assert.deepEqual(findFilterFaults({ containers: ['cqpu 1000014'] }), []);
  const [finding] = findFilterFaults({ containers: ['CQPU1000014', 'CQPU1000015'] }, 'filters[2]');
  assert.equal(finding?.path, 'filters[2].containers[1]');
  assert.equal(finding?.value, 'CQPU1000015');
  assert.ok(eventTypes.includes('release.granted'));
});

test('[M2] every type that can be told has a name for people, and nothing else does', () => {
  assert.deepEqual(Object.keys(eventNames).sort(), [...eventTypes].sort());
});
