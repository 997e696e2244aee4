// Wire shapes of the statistics (P8; B16 三(一)4(1)): how many cases stand where, and how long they took.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { ShipmentProgress } from '../shipment/contract.ts';

/**
 * `clearance`: from the first filing to the last release that stands; `leaving`: from there to the last gate-out; `dwell`: from the arrival to the last
 * gate-out; `answer`: from the first filing to an authority's first word on the case.
 */
export const stages = ['clearance', 'leaving', 'dwell', 'answer'] as const;
export type Stage = (typeof stages)[number];
export type Span = {
  readonly stage: Stage;
  readonly cases: number;
  readonly meanSeconds: number;
  /** How many took at most so long (seconds); without `upTo`: longer than every bound. */
  readonly buckets: readonly { readonly upTo?: number; readonly cases: number }[];
  /** The bound that half of them kept within; absent: half took longer than every bound. */
  readonly halfWithin?: number;
};
export type StateCount = { readonly state: ShipmentProgress; readonly cases: number };
export type CaseStatistics = {
  /** Whose cases are counted: the whole platform, a far end, or one's own organisation. */
  readonly of: { readonly kind: 'platform' | 'party' | 'organisation'; readonly name: Bilingual };
  /** Partner's days, both included; the day a case was first filed. */
  readonly from: string;
  readonly to: string;
  readonly by: 'day' | 'month';
  readonly cases: number;
  readonly states: readonly StateCount[];
  readonly periods: readonly {
    readonly period: string;
    readonly cases: number;
    readonly states: readonly StateCount[];
  }[];
  readonly spans: readonly Span[];
  /** How soon each authority said its first word on these cases. */
  readonly answers: readonly { readonly authority: AuthorityId; readonly name: Bilingual; readonly span: Span }[];
  /** By customs office of the declaration; not where one office is asked for. */
  readonly offices: readonly {
    readonly office: string;
    readonly name: Bilingual;
    readonly cases: number;
    readonly clearance: Span;
  }[];
  /** Events up to this position are counted. */
  readonly upTo: number;
  readonly simulated: boolean;
};
/** The whole platform in one month; a figure that too few cases or owners stand behind is not told. */
export type PlatformStatistics = {
  readonly month: string;
  readonly leastCases: number;
  readonly leastOwners: number;
  readonly rows: readonly {
    readonly direction: 'import' | 'export';
    readonly transportMode: string;
    readonly cases?: number;
    readonly clearance?: Span;
  }[];
  readonly simulated: boolean;
};
