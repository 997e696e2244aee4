import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseSlots, officersFor, type SlotWish, slotByKey, slotKey } from './choose-slots.ts';
import type { Officer, Site, Yard } from './yard.ts';

const HOUR_MS = 3_600_000;
/** A Wednesday, 10:00 in the yard. */
const NOW = Date.parse('2026-11-25T02:00:00Z');
const at = (hours: number) => new Date(NOW + hours * HOUR_MS).toISOString();
const everyDay = [1, 2, 3, 4, 5, 6, 7];

const site = (more: Partial<Site> = {}): Site => ({
  id: 'S1',
  name: { zh: '查验场', en: 'Yard' },
  slotMinutes: 60,
  returnMinutes: 120,
  virtualReturn: false,
  bays: [{ id: 'B1', equipment: [] }],
  openings: [{ weekdays: everyDay, fromMinute: 480, toMinute: 1080, onHolidays: false, byAppointment: false }],
  ...more,
});
const officer = (id: string, more: Partial<Officer> = {}): Officer => ({
  id,
  authority: 'customs',
  name: id,
  skills: ['manual'],
  duties: [{ siteId: 'S1', weekdays: everyDay, fromMinute: 0, toMinute: 1440, validFrom: '2026-01-01' }],
  ...more,
});
const yard = (more: Partial<Yard> = {}): Yard => ({
  sites: [site()],
  holidays: new Map(),
  officers: [],
  bookings: [],
  travel: new Map(),
  ...more,
});
const wish = (more: Partial<SlotWish> = {}): SlotWish => ({
  now: at(0),
  parts: [{ authority: 'customs', skills: [] }],
  equipment: [],
  fresh: false,
  mayUseAppointments: true,
  ...more,
});
const night = { weekdays: everyDay, fromMinute: 0, toMinute: 1440, onHolidays: true, byAppointment: true };
const withNights = site({ openings: [...site().openings, night] });

test('[P6] the earliest slot gives an hour to come, says what bound it, and five others follow', () => {
  const offers = chooseSlots(yard(), wish());
  assert.deepEqual(
    offers.map((o) => o.startsAt),
    [1, 2, 3, 4, 5, 6].map(at),
  );
  assert.equal(offers[0]?.reason.en, 'The earliest free bay and time');
  const taken = [{ resource: 'bay S1 B1', siteId: 'S1', from: at(1), to: at(2) }];
  const [next] = chooseSlots(yard({ bookings: taken }), wish());
  assert.equal(next?.startsAt, at(2));
  assert.match(next?.reason.zh ?? '', /此前台位已占满/);
});

test('[P6] an officer of each authority with the skill, on duty, free, and able to come from the other yard', () => {
  const parts = [
    { authority: 'customs' as const, skills: ['sampling' as const] },
    { authority: 'maritime' as const, skills: [] },
  ];
  const sampler = officer('O1', { skills: ['sampling'] });
  const seaman = officer('O2', {
    authority: 'maritime',
    duties: [{ siteId: 'S1', weekdays: everyDay, fromMinute: 780, toMinute: 1080, validFrom: '2026-01-01' }],
  });
  const both = yard({ officers: [sampler, officer('O3'), seaman] });
  const [slot] = chooseSlots(both, wish({ parts }));
  assert.equal(slot?.startsAt, at(3), 'maritime begins at 13:00');
  assert.deepEqual(
    slot?.officers.map((o) => o.id),
    ['O1', 'O2'],
  );
  assert.match(slot?.reason.zh ?? '', /此前海事没有可派的查验人员/);
  const busy = { resource: 'officer O1', siteId: 'S2', from: at(1), to: at(3) };
  const travel = new Map([['S2 S1', 61]]);
  const [later] = chooseSlots({ ...both, bookings: [busy], travel }, wish({ parts }));
  assert.equal(later?.startsAt, at(5), '61 minutes on the way');
  assert.match(later?.reason.zh ?? '', /此前海关人员从另一查验场赶不到/);
  assert.deepEqual(chooseSlots({ ...both, officers: [officer('O3'), seaman] }, wish({ parts })), [], 'nobody can');
  assert.equal(chooseSlots(yard({ officers: [seaman] }), wish())[0]?.startsAt, at(1), 'customs has entered no roster');
});

test('[P6] a scanner only where it is asked for, and then one that is there', () => {
  const two = site({
    bays: [
      { id: 'H', equipment: ['scanner'] },
      { id: 'P', equipment: [] },
    ],
  });
  assert.equal(chooseSlots(yard({ sites: [two] }), wish())[0]?.bay, 'P');
  assert.equal(chooseSlots(yard({ sites: [two] }), wish({ equipment: ['scanner'] }))[0]?.bay, 'H');
  assert.deepEqual(chooseSlots(yard(), wish({ equipment: ['scanner'] })), []);
});

test('[M4][M12] the night by appointment only to make the cut-off, and never for who is marked dishonest', () => {
  const sites = [withNights];
  const evening = wish({ now: at(8), cutOff: at(12) });
  const [saved] = chooseSlots(yard({ sites }), evening);
  assert.deepEqual([saved?.startsAt, saved?.byAppointment, saved?.late], [at(9), true, false]);
  assert.match(saved?.reason.zh ?? '', /预约非工作时间，赶上 11-25 22:00 截关/);
  const [barred] = chooseSlots(yard({ sites }), { ...evening, mayUseAppointments: false });
  assert.deepEqual([barred?.startsAt, barred?.byAppointment, barred?.late], [at(22), false, true]);
  assert.match(barred?.reason.en ?? '', /cannot be made any more/);
  const [calm] = chooseSlots(yard({ sites }), wish({ now: at(8), cutOff: at(40) }));
  assert.deepEqual([calm?.startsAt, calm?.byAppointment], [at(22), false], 'the morning will do');
  const [asked] = chooseSlots(yard({ sites }), wish({ now: at(8), onlyAppointments: true }));
  assert.deepEqual([asked?.startsAt, asked?.byAppointment], [at(9), true]);
});

test('[M12] the way back to the stack counts before the cut-off, unless the box need not make it', () => {
  const cutOff = at(3);
  assert.equal(chooseSlots(yard(), wish({ cutOff }))[0]?.late, true);
  assert.equal(chooseSlots(yard({ sites: [site({ virtualReturn: true })] }), wish({ cutOff }))[0]?.late, false);
});

test('[M3] fresh goods begin within half an hour and end within two, by appointment where the yard is closed', () => {
  const half = site({ slotMinutes: 30 });
  const [slot] = chooseSlots(yard({ sites: [half] }), wish({ fresh: true }));
  assert.equal(slot?.startsAt, at(0.5));
  const [atNight] = chooseSlots(yard({ sites: [withNights] }), wish({ now: at(10), fresh: true }));
  assert.deepEqual([atNight?.startsAt, atNight?.byAppointment], [at(11), true]);
});

test('[M4] a holiday is closed but for appointments; a weekend day that is worked is a Monday', () => {
  const weekdays = [1, 2, 3, 4, 5];
  const office = site({
    openings: [{ weekdays, fromMinute: 480, toMinute: 1080, onHolidays: false, byAppointment: false }],
  });
  const holidays = new Map([
    ['2026-11-25', 'off'],
    ['2026-11-26', 'off'],
    ['2026-11-27', 'off'],
    ['2026-11-28', 'worked'],
  ] as const);
  const [slot] = chooseSlots(yard({ sites: [office], holidays }), wish());
  assert.equal(slot?.startsAt, at(70), 'Saturday the 28th, 8:00');
});

test('[P6] a slot that is named is judged by itself: unknown, closed, taken, or with its officers', () => {
  const nightly = yard({ sites: [withNights], officers: [officer('O1')] });
  const named = (hours: number, more: Partial<SlotWish> = {}) =>
    slotByKey(nightly, wish(more), slotKey('S1', 'B1', at(hours)));
  const fine = named(2);
  assert.ok(!('kind' in fine) && fine.officers[0]?.id === 'O1');
  assert.deepEqual(named(0.5), { kind: 'unknown' });
  assert.deepEqual(named(0), { kind: 'unknown' }, 'the lead time');
  assert.deepEqual(named(12, { mayUseAppointments: false }), { kind: 'closed' });
  assert.deepEqual(slotByKey(nightly, wish(), 'x'), { kind: 'unknown' });
  const taken = [{ resource: 'bay S1 B1', siteId: 'S1', from: at(1.5), to: at(2.5) }];
  assert.deepEqual(slotByKey({ ...nightly, bookings: taken }, wish(), slotKey('S1', 'B1', at(2))), { kind: 'bay' });
});

test('[P6] an authority that joins a slot about to begin gets whoever can still come; who comes already stays', () => {
  const parts = [
    { authority: 'customs' as const, skills: [] },
    { authority: 'maritime' as const, skills: ['sampling' as const] },
  ];
  const slot = { siteId: 'S1', startsAt: at(0.5), endsAt: at(1.5) };
  const seaman = officer('O2', { authority: 'maritime', skills: ['sampling'] });
  const coming = [{ id: 'O1', authority: 'customs' as const, name: 'O1' }];
  const officers = [officer('O1'), officer('O3'), seaman];
  const named = (more: Partial<Yard> = {}) =>
    officersFor(yard({ officers, ...more }), wish({ parts }), slot, coming).map((one) => one.id);
  assert.deepEqual(named(), ['O1', 'O2']);
  const busy = { resource: 'officer O2', siteId: 'S2', from: at(1), to: at(2) };
  assert.deepEqual(named({ bookings: [busy] }), ['O1'], 'busy elsewhere: nobody comes for maritime');
  assert.deepEqual(
    named({ officers: [officer('O1'), { ...seaman, skills: [] }] }),
    ['O1'],
    'who cannot sample does not come',
  );
});
