// What somebody is told whose entry was changed by another meanwhile (P6).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesSince, revisionOfEntry } from './rules-revision.ts';

const site = {
  name: { zh: '果园港', en: 'Guoyuan' },
  slotMinutes: 60,
  bays: [
    { id: 'A1', equipment: ['scanner'] },
    { id: 'A2', equipment: [] },
  ],
  openings: [{ weekdays: [1, 2], fromMinute: 480, toMinute: 1200, onHolidays: true, byAppointment: false }],
};

test('[P6] who saves what he saw is not stopped, whatever he changes', () => {
  assert.deepEqual(changesSince(site, { ...site, slotMinutes: 30 }, revisionOfEntry(site)), []);
  assert.deepEqual(changesSince(undefined, site, undefined), [], 'a new one');
});

test('[P6] what was changed meanwhile is named, field by field, with the revision that stands', () => {
  const theirs = { ...site, bays: site.bays.slice(0, 1) };
  const [head, ...fields] = changesSince(theirs, { ...site, slotMinutes: 30 }, revisionOfEntry(site));
  assert.deepEqual(
    [head?.path, head?.value, head?.proposal],
    ['revision', revisionOfEntry(site), revisionOfEntry(theirs)],
  );
  assert.deepEqual(
    fields.map((f) => [f.path, f.message.en]),
    [
      ['bays', 'is (scanner) A1; yours (scanner) A1; A2'],
      ['slotMinutes', 'is 60; yours 30'],
    ],
  );
});

test('[P6] one that another entered first, and one that is gone, are changes too', () => {
  const [entered, ...same] = changesSince(site, site, undefined);
  assert.equal(entered?.proposal, revisionOfEntry(site));
  assert.deepEqual(same, [], 'the same content differs in nothing');
  const [gone, ...fields] = changesSince(undefined, site, revisionOfEntry(site));
  assert.equal(gone?.proposal, undefined);
  assert.match(gone?.message.en ?? '', /no longer/);
  assert.match(fields.find((f) => f.path === 'openings')?.message.en ?? '', /yours 1,2 08:00–20:00 onHolidays/);
});
