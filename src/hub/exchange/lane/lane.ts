// What the owner of a channel's lane knows, what can happen to it, and what it then wants done. No input or output here: the same
// words drive the real worker (`run-lane.ts`) and the seeded simulation (`tests/simulation`).
import type { Breaker } from '../decide-breaker.ts';

/** A delivery as the lane sees it. */
export type Entry = {
  readonly deliveryId: string;
  /** Where it stands in the log of events: the order of the lane. */
  readonly position: number;
  /** Its number among the deliveries, by which a drain is bounded. */
  readonly seq: number;
  /** By the profile's order key, usually the shipment: entries of one key go one after the other, in order. */
  readonly key: string;
  /** Attempts so far, and how many of them were before the last replay. */
  readonly attempts: number;
  readonly attemptsBeforeReplay: number;
  /** Wall time in ms when it may be tried again; absent: now. */
  readonly dueAt?: number;
};

export type Outcome = 'delivered' | 'refused' | 'unreachable';
/** How one attempt ended, as it will be recorded. */
export type Ended = {
  readonly entry: Entry;
  readonly outcome: Outcome;
  readonly state: 'delivered' | 'dead' | 'queued';
  /** Number of this attempt. */
  readonly attempt: number;
  readonly dueAt?: number;
  /** What came with it could not be recorded, so it counts as not reached and is asked for again. */
  readonly spoiled?: true;
};
/** An entry the cursor may pass although it has not ended. */
export type Held = {
  readonly entry: Entry;
  /** Steady time in ms at which it is due at the latest: a wall clock set back never prolongs a wait. */
  readonly dueBySteady?: number;
};

/** One transaction's worth of progress. */
export type Flush = {
  readonly epoch: number;
  readonly ends: readonly Ended[];
  /** Entries the cursor now passes that have not ended. */
  readonly hold: readonly Entry[];
  /** Held ones that end with this. */
  readonly unhold: readonly string[];
  readonly cursor: number;
  /** Where it changed: what was recorded and what is to be. */
  readonly breaker?: { readonly was: Breaker; readonly is: Breaker };
};

export type Lane = {
  /** Token of the lease and the steady time until which it is surely ours. Absent: somebody else's, or nobody's. */
  readonly lease?: { readonly epoch: number; readonly until: number; readonly renewAt: number };
  /** Asked for the lease; the answer is under way. */
  readonly leasing: boolean;
  readonly leaseTryAt: number;
  /** As it is recorded. */
  readonly cursor: number;
  readonly readTo: number;
  readonly reading: boolean;
  /** Steady time when the reading under way, and the last one that was answered, was asked for. */
  readonly askedAt: number;
  readonly readAt: number;
  /** Something may have been added or changed since the last reading began. */
  readonly stale: boolean;
  /** There is more than has been read: it is read by halves of the window, not by places that come free. */
  readonly behind: boolean;
  /** Read and not yet sent, in order. */
  readonly window: readonly Entry[];
  readonly flying: ReadonlyMap<string, Entry>;
  readonly held: ReadonlyMap<string, Held>;
  /** Ended, not yet recorded. */
  readonly ended: readonly Ended[];
  readonly flushing?: Flush;
  /** Flushes one by one this many times: one of the last batch could not be recorded. */
  readonly singly: number;
  readonly flushTryAt: number;
  readonly sendTryAt: number;
  readonly breaker: Breaker;
  readonly recordedBreaker: Breaker;
  /** Most under way at once for a partner who has just come back: grows with each that arrives. Absent: all that his profile allows. */
  readonly pace?: number;
  /** Entries with a higher `seq` stay where they are: the channel is paused (0) or drained. Absent: everything goes. */
  readonly sendUpTo?: number;
  readonly stopping: boolean;
};

export type LaneEvent =
  | {
      readonly type: 'leased';
      readonly epoch: number;
      readonly cursor: number;
      /** Steady time when it was asked for: what the lease is counted from. */
      readonly askedAt: number;
      readonly held: readonly Entry[];
      readonly breaker: Breaker;
    }
  | { readonly type: 'not-leased' }
  | {
      readonly type: 'read';
      readonly epoch: number;
      /** Open entries after `readTo`, in order; those that have ended are left out. */
      readonly entries: readonly Entry[];
      /** The last position looked at; absent when there was none. */
      readonly last?: number;
      /** There is, or may be, more than was asked for. */
      readonly more: boolean;
      readonly sendUpTo?: number;
    }
  | { readonly type: 'not-read'; readonly epoch: number }
  /** Those that ended in the same turn of the loop: fifty of a batch are one decision. `reached`: to be tried again, and the partner is there all the same. */
  | {
      readonly type: 'attempted';
      readonly epoch: number;
      readonly ends: readonly {
        readonly deliveryId: string;
        readonly outcome: Outcome;
        readonly reached?: boolean;
      }[];
    }
  /** Nothing went out: what is to be sent could not be read. */
  | { readonly type: 'not-sent'; readonly epoch: number; readonly deliveryIds: readonly string[] }
  | { readonly type: 'flushed'; readonly epoch: number; readonly askedAt: number }
  /** `fenced`: somebody else owns the lane. `away`: no database. `unrecordable`: something in it cannot be written. */
  | { readonly type: 'not-flushed'; readonly epoch: number; readonly why: 'fenced' | 'away' | 'unrecordable' }
  | { readonly type: 'woken' }
  | { readonly type: 'stop' };

export type LaneEffect =
  | { readonly do: 'lease' }
  | { readonly do: 'read'; readonly epoch: number; readonly after: number; readonly limit: number }
  | { readonly do: 'send'; readonly entry: Entry; readonly epoch: number }
  | { readonly do: 'flush'; readonly flush: Flush }
  | { readonly do: 'release'; readonly epoch: number };

export type LaneRules = {
  readonly concurrent: number;
  readonly windowLimit: number;
  readonly leaseMs: number;
  /** What one attempt may take. */
  readonly timeoutMs: number;
  readonly retryAfterMs: readonly number[];
};
/** What the outside gives to a decision: two clocks and chance. */
export type Moment = {
  /** Never runs backwards, of this process only. */
  readonly steady: number;
  /** Wall clock, ms since the epoch. */
  readonly wall: number;
  /** From 0 to 1. */
  readonly random: () => number;
};
