// The yard as the search sees it: sites, bays, hours, holidays, officers with rosters, ways, and what is taken already (P6, M4). Data only.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { Equipment, Skill } from './contract.ts';

export type Bay = { readonly id: string; readonly equipment: readonly Equipment[] };
/** Minutes of the partner's day; days 1 Monday … 7 Sunday. */
export type Hours = { readonly weekdays: readonly number[]; readonly fromMinute: number; readonly toMinute: number };
export type Opening = Hours & { readonly onHolidays: boolean; readonly byAppointment: boolean };
export type Site = {
  readonly id: string;
  readonly name: Bilingual;
  readonly slotMinutes: number;
  /** From the bay back to where a box is loaded from; nothing where it may load without (虚拟归位). */
  readonly returnMinutes: number;
  readonly virtualReturn: boolean;
  readonly bays: readonly Bay[];
  readonly openings: readonly Opening[];
};
export type Duty = Hours & { readonly siteId: string; readonly validFrom: string; readonly validTo?: string };
export type Officer = {
  readonly id: string;
  readonly authority: AuthorityId;
  readonly name: string;
  readonly skills: readonly Skill[];
  readonly duties: readonly Duty[];
};
/** `resource`: `bay SITE BAY` or `officer ID`. */
export type Booking = {
  readonly resource: string;
  readonly siteId: string;
  readonly from: string;
  readonly to: string;
};
export type Yard = {
  readonly sites: readonly Site[];
  /** Day → a weekend day that is worked, or a holiday. */
  readonly holidays: ReadonlyMap<string, 'worked' | 'off'>;
  readonly officers: readonly Officer[];
  readonly bookings: readonly Booking[];
  /** Minutes by `FROM TO`; a pair that is missing takes none. */
  readonly travel: ReadonlyMap<string, number>;
};

export const bayResource = (siteId: string, bay: string): string => `bay ${siteId} ${bay}`;
export const officerResource = (id: string): string => `officer ${id}`;
