// Wire shapes of the inbox (M2): notices of one person, with what he may see of them at the moment of asking.
import type { EventFilter, TimelineEntry } from '../notices/contract.ts';

export type InboxItem = TimelineEntry & {
  /** The case's own number, for people. */
  readonly number?: string;
  readonly read: boolean;
};
export type InboxSummary = {
  readonly unread: number;
  /** True where there are more than are counted. */
  readonly more: boolean;
  /** Events up to this position have landed: who has heard of a later one asks again. */
  readonly upTo: number;
};
export type InboxFilters = {
  readonly filters: readonly EventFilter[];
  /** True while the person has said nothing and his role decides. */
  readonly byRole: boolean;
};
