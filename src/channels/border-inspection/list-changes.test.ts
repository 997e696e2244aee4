// A list that says only what is different: whoever puts the messages on the list before has the list now, and whoever cannot be sure gets it whole.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MappedField } from '../../hub/mapping/contract.ts';
import { mapDocument } from '../../hub/mapping/index.ts';
import type { Form } from '../../hub/shipment/contract.ts';
import { decodeEdifact } from '../../runtime/codec/edifact-charset.ts';
import { readEnvelope } from '../../runtime/codec/edifact-envelope.ts';
import { parseEdifact, partOf, type Segment } from '../../runtime/codec/edifact.ts';
import { changesOf } from './list-changes.ts';
import { personLists } from './person-list.ts';

type Member = { readonly number: string; readonly rank: string };
const [crewList] = personLists;
assert.ok(crewList);
const formOf = (members: readonly Member[], more: Form = {}): Form => ({
  transportMode: '2',
  direction: 'import',
  voyageNumber: '26E',
  traderReference: 'CLEAN-1',
  ...more,
  persons: members.map(({ number, rank }) => ({
    personRole: 'crew',
    personFamilyName: 'WANG',
    personGivenName: 'LEI',
    personDocumentKind: 'SB',
    personDocumentNumber: number,
    personRank: rank,
  })),
});
const overlayOf = (version: number) => ({
  'dispatch.clientNumber': `I2611260000001000${version}`,
  'dispatch.operation': version > 1 ? 'amend' : 'declare',
  'dispatch.sentAt': `2026-11-26T0${version}:00:00.000Z`,
});
const fieldsOf = (form: Form, version: number): MappedField[] => mapDocument(crewList.fields, form, overlayOf(version));
const written = (before: Form | undefined, now: Form) => {
  const { bytes } = crewList.encode(fieldsOf(now, 2), {
    form: now,
    overlay: overlayOf(2),
    ...(before ? { before: fieldsOf(before, 1) } : {}),
  });
  return readEnvelope(parseEdifact(decodeEdifact(bytes))).messages;
};
/** Document and rank of each person that a message names, and its function. */
function told(segments: readonly Segment[]) {
  const people: Member[] = [];
  let rank = '';
  for (const segment of segments) {
    if (segment[0] === 'NAD') rank = '';
    if (segment[0] === 'EMP') rank = partOf(segment, 1, 3);
    if (segment[0] === 'DOC') people.push({ number: partOf(segment, 1), rank });
  }
  const at = (tag: string) => segments.find((one) => one[0] === tag);
  return { function: partOf(at('BGM'), 2), count: partOf(at('CNT'), 0, 1), people };
}
/** As a border inspection keeps it. */
function apply(list: ReadonlyMap<string, Member>, messages: ReturnType<typeof written>): Map<string, Member> {
  let after = new Map(list);
  for (const { segments } of messages) {
    const { function: code, people } = told(segments);
    if (code === '5') after = new Map();
    for (const person of people) {
      if (code !== '5') assert.equal(after.has(person.number), code !== '2', `${code} of ${person.number}`);
      if (code === '3') after.delete(person.number);
      else after.set(person.number, person);
    }
  }
  return after;
}
const byNumber = (members: readonly Member[]) => new Map(members.map((one) => [one.number, one]));

test('[N3] the messages put on the list before give the list now, and name nobody who stayed as he was', () => {
  const members = fc.uniqueArray(
    fc.record(
      {
        number: fc.constantFrom('S1', 'S2', 'S3', 'S4', 'S5', 'S6'),
        rank: fc.constantFrom('MASTER', 'MATE', 'COOK'),
      },
      { noNullPrototype: true },
    ),
    { selector: (one) => one.number, minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(members, members, (before, now) => {
      const messages = written(formOf(before), formOf(now));
      const after = apply(byNumber(before), messages);
      const sorted = (list: ReadonlyMap<string, Member>) => [...list].sort();
      assert.deepEqual(sorted(after), sorted(byNumber(now)));
      const named = messages.map(({ segments }) => told(segments));
      for (const one of named) assert.equal(one.count, String(one.people.length));
      if (named[0]?.function === '5') return assert.equal(messages.length, 1);
      const had = byNumber(before);
      for (const one of named)
        for (const { number, rank } of one.people)
          assert.ok(one.function === '3' || had.get(number)?.rank !== rank, `${number} stayed`);
      assert.equal(new Set(messages.map((one) => one.reference)).size, messages.length);
      return undefined;
    }),
  );
});

test('[N3] the whole list goes where nothing was taken before, the journey is another, nothing changed, or two persons cannot be told apart', () => {
  const [one, two, three] = ['S1', 'S2', 'S3'].map((number) => ({ number, rank: 'MATE' })) as [Member, Member, Member];
  const functions = (before: Form | undefined, now: Form) =>
    written(before, now).map(({ segments }) => told(segments).function);
  assert.deepEqual(functions(formOf([one, two]), formOf([one, three])), ['3', '2']);
  assert.deepEqual(functions(formOf([one, two]), formOf([one, { ...two, rank: 'COOK' }])), ['4']);
  assert.deepEqual(functions(undefined, formOf([one, three])), ['5']);
  assert.deepEqual(functions(formOf([one, two]), formOf([one, three], { voyageNumber: '27E' })), ['5']);
  assert.deepEqual(functions(formOf([one, two]), formOf([one, two])), ['5']);
  assert.deepEqual(functions(formOf([one, two]), formOf([three])), ['5'], 'nobody stayed');
  const nameless = formOf([{ ...one, number: '' }, { ...two, number: '' }, three]);
  assert.equal(changesOf(fieldsOf(nameless, 1), fieldsOf(formOf([three]), 2)), undefined);
});
