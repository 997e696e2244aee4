// Whether an event is one that somebody asked for: one pure matcher for webhook, e-mail, inbox, live stream and pull (M2).
import type { EventFilter } from './contract.ts';

/** What filters may ask about an event and its case. Numbers and places are in upper case. */
export type EventFacts = {
  readonly type: string;
  readonly tone: string;
  readonly outcomes: readonly string[];
  readonly authorities: readonly string[];
  readonly places: readonly string[];
  readonly numbers: readonly string[];
  readonly bills: readonly string[];
  readonly containers: readonly string[];
  readonly directions: readonly string[];
  readonly modes: readonly string[];
};

/** How people type a number and how partners write it: case and blanks make no difference. */
export const plainNumber = (text: string): string => text.replace(/\s+/g, '').toUpperCase();

const fits = (wanted: readonly string[] | undefined, has: readonly string[]): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.some((value) => has.includes(value));
const fitsNumber = (wanted: readonly string[] | undefined, has: readonly string[]): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.some((value) => has.includes(plainNumber(value)));

export const matches = (filter: EventFilter, facts: EventFacts): boolean =>
  fits(filter.types, [facts.type]) &&
  fits(filter.tones, [facts.tone]) &&
  fits(filter.outcomes, facts.outcomes) &&
  fits(filter.authorities, facts.authorities) &&
  fits(filter.directions, facts.directions) &&
  fits(filter.modes, facts.modes) &&
  fitsNumber(filter.places, facts.places) &&
  fitsNumber(filter.numbers, facts.numbers) &&
  fitsNumber(filter.bills, facts.bills) &&
  fitsNumber(filter.containers, facts.containers);

/** Several filters: one of them is enough; none at all lets everything through. */
export const matchesAny = (filters: readonly EventFilter[], facts: EventFacts): boolean =>
  filters.length === 0 || filters.some((filter) => matches(filter, facts));
