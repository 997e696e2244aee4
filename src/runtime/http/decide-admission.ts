// Who is let in when more is asked than can be done, as pure decisions (exchange R23): how many requests at once, whose turn it is
// when they are all taken, and how much one party may ask for in the long run. Nobody waits in a queue: a no is given at once.

/** Requests at once when nothing is known yet, at the least, and at the most. */
export const LIMITS = { start: 192, least: 32, most: 512 } as const;
/** What a request may take on average while the limit still grows, ms: well below the second that is promised. */
export const TARGET_MS = 400;

export type Load = {
  readonly limit: number;
  /** Requests under way, of everybody. */
  readonly running: number;
  /** Of them, those that were let in when the limit was reached: by their share, or because goods wait. */
  readonly beyond: number;
  /** Parties that have any, the asking one included. */
  readonly parties: number;
};
export type Asking = {
  /** Goods stand still until it is done: a release, an instruction, a gate, a partner's message. */
  readonly urgent: boolean;
  /** Requests of the same party under way. */
  readonly running: number;
};
export type Admission = 'admitted' | 'overloaded' | 'share-used-up';

/**
 * Everybody while there is room. When there is none, a party still gets its equal share and what is urgent goes on; whoever
 * has used up his share while others ask hears so, and where one party alone asks for too much the platform is busy.
 */
export function decideAdmission({ limit, running, beyond, parties }: Load, asking: Asking): Admission {
  if (running < limit) return 'admitted';
  // Counted by themselves: a limit that has just fallen leaves many under way, and they are nobody's fault but the flood's.
  if (asking.urgent && beyond < limit * 2) return 'admitted';
  const share = Math.max(1, Math.floor(limit / parties));
  if (asking.running < share && beyond < limit) return 'admitted';
  return parties > 1 && asking.running >= share ? 'share-used-up' : 'overloaded';
}
/** What was measured in a short while. */
export type Window = {
  /** How long requests took on average, those that are not done yet included, or how late this process was, whichever is more, ms. */
  readonly meanMs: number;
  /** Most requests at once. */
  readonly busiest: number;
};
/**
 * Fewer at once as soon as it takes too long, counted from those there were: of 64 that took twice as long as they may, half. More while they are asked
 * for, sooner where there is much time left; else back to where it rests. So few that it can hardly be they stay as many.
 */
export function nextLimit(limit: number, { meanMs, busiest }: Window, rest: number = LIMITS.start): number {
  if (meanMs > TARGET_MS && busiest <= LIMITS.least) return limit;
  if (meanMs > TARGET_MS)
    return Math.max(LIMITS.least, Math.floor(Math.min(limit, busiest) * Math.max(0.5, TARGET_MS / meanMs)));
  if (busiest >= limit * 0.8) {
    const growth = meanMs < TARGET_MS / 2 ? 0.2 : 0.05;
    return Math.min(LIMITS.most, limit + Math.max(1, Math.ceil(limit * growth)));
  }
  const step = Math.max(1, Math.ceil(limit * 0.1));
  return limit < rest ? Math.min(rest, limit + step) : Math.max(rest, limit - step);
}

/** What was done a second when more was asked than can be done, and when that was last seen, steady ms. */
export type Proven = { readonly perSecond: number; readonly at: number };
const PROVEN_MS = 60_000;
/** Each window a little, because few requests end in one. */
export const prove = (before: Proven | undefined, perSecond: number, at: number): Proven => ({
  perSecond: before ? before.perSecond * 0.7 + perSecond * 0.3 : perSecond,
  at,
});
/** As many at once as were seen to be done in the time they may take: the next flood finds the door as the last one left it. */
export const restAt = (proven: Proven | undefined, now: number): number =>
  proven === undefined || now - proven.at > PROVEN_MS
    ? LIMITS.start
    : Math.min(LIMITS.start, Math.max(LIMITS.least, Math.ceil((proven.perSecond * TARGET_MS) / 1000)));

/** Reactions that far behind are work enough: nothing that makes more of it is taken on. Both must hold. */
export const isFarBehind = (lag: { readonly events: number; readonly seconds: number }): boolean =>
  lag.events >= 20_000 && lag.seconds >= 60;

/** What the ledger has not taken in: how many leaves it has, and how old the oldest event is that waits for a signed head. */
export type Unsealed = { readonly size: number; readonly seconds: number };
/** A head that does not move for so long is not only late: a clock that jumped makes events old at once, and they are sealed at once. */
const STANDS_STILL_MS = 5000;
/** Nothing more is taken on that could not be proven afterwards; X-Road's lesson: late, not at the first hiccup, and until it is made up. */
export const isUnproven = (seconds: number, standingMs: number, mostSeconds: number): boolean =>
  seconds >= mostSeconds && standingMs >= STANDS_STILL_MS;

/** What a party may ask for in the long run: a token for each request, so many a second, so many saved up. */
export type Quota = { readonly perSecond: number; readonly burst: number };
export type Bucket = { readonly tokens: number; readonly at: number };
export const fullBucket = (quota: Quota, at: number): Bucket => ({ tokens: quota.burst, at });
/** The bucket without one token, or how long until there is one, ms. `now` never runs backwards. */
export function takeToken(bucket: Bucket, quota: Quota, now: number): Bucket | { readonly waitMs: number } {
  const tokens = Math.min(quota.burst, bucket.tokens + ((now - bucket.at) / 1000) * quota.perSecond);
  if (tokens >= 1) return { tokens: tokens - 1, at: now };
  return { waitMs: Math.ceil(((1 - tokens) / quota.perSecond) * 1000) };
}
