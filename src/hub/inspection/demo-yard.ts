// The inspection officers of the demonstration, with skills and rosters: invented, never made in production mode (P6).
import type { AuthorityId } from '../../kernel/party.ts';
import type { Context } from '../../runtime/context.ts';
import type { Skill } from './contract.ts';
import { countOfficers, insertOfficer } from './store-yard.ts';

const GUOYUAN = 'GUOYUAN-INSP';
const RAIL = 'TUANJIECUN-INSP';
const AIRPORT = 'JIANGBEI-INSP';
const ZONE = 'XIYONG-INSP';
const ROAD = 'NANPENG-INSP';
const POST = 'POST-INSP';
const all: readonly Skill[] = ['manual', 'scan', 'sampling', 'document', 'boarding'];
/** By day 8–20, by night 20–8, or whenever they are called. */
const shifts = {
  day: [[480, 1200]],
  night: [
    [0, 480],
    [1200, 1440],
  ],
  always: [[0, 1440]],
} as const;

const officers: readonly (readonly [
  authority: AuthorityId,
  name: string,
  skills: readonly Skill[],
  sites: readonly string[],
  shift: keyof typeof shifts,
])[] = [
  ['customs', '关员甲', all, [GUOYUAN], 'always'],
  ['customs', '关员子', ['manual', 'scan', 'document'], [GUOYUAN], 'day'],
  ['customs', '关员丑', ['manual', 'sampling', 'document'], [GUOYUAN], 'day'],
  ['customs', '关员寅', all, [GUOYUAN], 'night'],
  ['customs', '关员卯', all, [RAIL], 'always'],
  ['customs', '关员辰', ['manual', 'document'], [RAIL, ZONE], 'day'],
  ['customs', '关员巳', all, [AIRPORT], 'always'],
  ['customs', '关员午', ['manual', 'scan', 'document'], [AIRPORT], 'always'],
  ['customs', '关员未', all, [ZONE], 'day'],
  ['customs', '关员申', all, [ROAD], 'day'],
  ['customs', '关员酉', all, [POST], 'always'],
  ['border-inspection', '警官乙', all, [GUOYUAN, RAIL], 'always'],
  ['border-inspection', '警官申', all, [RAIL], 'always'],
  ['border-inspection', '警官酉', all, [AIRPORT], 'always'],
  ['border-inspection', '警官戌', all, [ZONE], 'day'],
  ['maritime', '海事丙', all, [GUOYUAN], 'always'],
  ['maritime', '海事亥', all, [GUOYUAN], 'day'],
  ['quarantine', '检疫寅', all, [GUOYUAN, RAIL, AIRPORT, ZONE], 'always'],
  ['commerce', '商务丁', all, [GUOYUAN, RAIL, AIRPORT, ZONE], 'day'],
];

/** Once; long before the demonstration's week. */
export async function seedDemoYard(context: Context): Promise<void> {
  if ((await countOfficers(context)) > 0) return;
  for (const [authority, name, skills, sites, shift] of officers) {
    const id = context.newId();
    await insertOfficer(
      context,
      { id, authority, name: `${name}（演示）`, skills },
      sites.flatMap((siteId) =>
        shifts[shift].map(([fromMinute, toMinute]) => ({
          siteId,
          weekdays: [1, 2, 3, 4, 5, 6, 7],
          fromMinute,
          toMinute,
          validFrom: '2020-01-01',
        })),
      ),
    );
  }
}
