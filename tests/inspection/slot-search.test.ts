// The slot search against one that tries everything, on small random yards (P6). Each run prints its seed; SLOT_SEED plays it again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chooseSlots, type SlotWish } from '../../src/hub/inspection/choose-slots.ts';
import { equipment, skills } from '../../src/hub/inspection/contract.ts';
import type { Yard } from '../../src/hub/inspection/yard.ts';
import { rankFound, searchAll } from './exhaustive-search.ts';

const HOUR_MS = 3_600_000;
/** A Wednesday, 10:00 in the yard. */
const NOW = Date.parse('2026-11-25T02:00:00Z');
const at = (hours: number) => new Date(NOW + hours * HOUR_MS).toISOString();
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Small yards of every shape. */
const half = fc.integer({ min: 0, max: 48 }).map((n) => n * 30);
const anyHours = fc
  .tuple(fc.subarray(everyDay, { minLength: 1 }), half, half)
  .map(([weekdays, a, b]) => ({ weekdays, fromMinute: Math.min(a, b), toMinute: Math.max(a, b) }));
/** Often wide, so that bookings and ways decide and not the clock alone. */
const hours = fc.oneof(
  anyHours,
  fc.constantFrom(
    { weekdays: everyDay, fromMinute: 0, toMinute: 1440 },
    { weekdays: everyDay, fromMinute: 480, toMinute: 1200 },
  ),
);
const siteIds = ['S1', 'S2'] as const;
const anySite = (id: string) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant({ zh: id, en: id }),
    slotMinutes: fc.constantFrom(30, 60, 90),
    returnMinutes: fc.constantFrom(0, 45, 120),
    virtualReturn: fc.boolean(),
    bays: fc
      .array(fc.subarray([...equipment]), { minLength: 1, maxLength: 2 })
      .map((all) => all.map((has, n) => ({ id: `B${n}`, equipment: has }))),
    openings: fc.array(
      fc
        .tuple(hours, fc.boolean(), fc.boolean())
        .map(([h, onHolidays, byAppointment]) => ({ ...h, onHolidays, byAppointment })),
      { minLength: 1, maxLength: 3 },
    ),
  });
const anyOfficer = (n: number) =>
  fc.record({
    id: fc.constant(`O${n}`),
    authority: fc.constantFrom('customs' as const, 'maritime' as const),
    name: fc.constant(`O${n}`),
    skills: fc.subarray([...skills]),
    duties: fc.array(
      fc
        .tuple(hours, fc.constantFrom(...siteIds), fc.constantFrom('2026-01-01', '2026-11-27'))
        .map(([h, siteId, validFrom]) => ({ ...h, siteId, validFrom })),
      { minLength: 2, maxLength: 4 },
    ),
  });
const resources = ['bay S1 B0', 'bay S1 B1', 'bay S2 B0', 'officer O0', 'officer O0', 'officer O1', 'officer O2'];
const anyYard: fc.Arbitrary<Yard> = fc.record({
  sites: fc.tuple(anySite('S1'), anySite('S2')).chain((all) => fc.constantFrom([...all], [all[0]])),
  holidays: fc.constantFrom(
    new Map<string, 'off' | 'worked'>(),
    new Map([
      ['2026-11-25', 'off' as const],
      ['2026-11-29', 'worked' as const],
    ]),
  ),
  officers: fc.tuple(anyOfficer(0), anyOfficer(1), anyOfficer(2)).chain((all) => fc.subarray([...all])),
  bookings: fc.array(
    fc
      .tuple(
        fc.constantFrom(...resources),
        fc.constantFrom(...siteIds),
        fc.integer({ min: 0, max: 24 }),
        fc.integer({ min: 1, max: 8 }),
      )
      .map(([resource, siteId, from, length]) => ({
        resource,
        siteId: resource.startsWith('bay') ? (resource.split(' ')[1] ?? '') : siteId,
        from: at(from / 2),
        to: at((from + length) / 2),
      })),
    { maxLength: 12 },
  ),
  travel: fc.constantFrom(
    new Map<string, number>(),
    new Map([
      ['S1 S2', 40],
      ['S2 S1', 75],
    ]),
  ),
});
const anyWish: fc.Arbitrary<SlotWish> = fc
  .record({
    parts: fc.constantFrom(
      [{ authority: 'customs' as const, skills: [] }],
      [{ authority: 'customs' as const, skills: ['manual' as const] }],
      [
        { authority: 'customs' as const, skills: [] },
        { authority: 'maritime' as const, skills: ['sampling' as const] },
      ],
    ),
    equipment: fc.constantFrom([], ['scanner' as const], ['cold' as const]),
    fresh: fc.boolean(),
    mayUseAppointments: fc.boolean(),
    onlyAppointments: fc.boolean(),
    cut: fc.option(fc.integer({ min: 2, max: 90 })),
  })
  .map(({ cut, ...rest }) => ({ now: at(0), ...rest, ...(cut === null ? {} : { cutOff: at(cut) }) }));

test('[P6][M4][M12] on small yards the slot is the one an exhaustive search finds', (t) => {
  const seed = Number(process.env.SLOT_SEED ?? Date.now() % 2_147_483_647);
  t.diagnostic(`SLOT_SEED=${seed}`);
  let slots = 0;
  fc.assert(
    fc.property(anyYard, anyWish, (one, wanted) => {
      const all = searchAll(one, wanted);
      const offers = chooseSlots(one, wanted);
      const rank = (f: (typeof all)[number]) => rankFound(f, wanted, one);
      const best = all.reduce<(typeof all)[number] | undefined>(
        (a, b) =>
          a === undefined ||
          rank(b) < rank(a) ||
          (rank(b) === rank(a) && (b.start < a.start || (b.start === a.start && b.site < a.site)))
            ? b
            : a,
        undefined,
      );
      assert.equal(offers[0]?.startsAt, best && new Date(best.start).toISOString());
      assert.deepEqual(
        [offers[0]?.siteId, offers[0]?.late, offers[0]?.byAppointment],
        [best?.site, best?.late, best?.appointment],
      );
      const keyOf = (s: string, bay: string, start: string, officers: readonly string[]) =>
        `${s} ${bay} ${start} ${officers.join()}`;
      const possible = new Set(all.map((f) => keyOf(f.site, f.bay, new Date(f.start).toISOString(), f.officers)));
      const times = new Set(all.map((f) => `${f.site} ${f.start}`));
      assert.equal(offers.length, Math.min(6, times.size), 'five others where there are so many');
      for (const o of offers)
        assert.ok(
          possible.has(
            keyOf(
              o.siteId,
              o.bay,
              o.startsAt,
              o.officers.map((x) => x.id),
            ),
          ),
        );
      slots += offers.length;
    }),
    { seed, numRuns: Number(process.env.SLOT_CASES ?? 150) },
  );
  assert.ok(slots > 100, `${slots} slots in all yards together`);
});
