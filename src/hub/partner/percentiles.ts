// Latencies in buckets that grow by a fourth of a doubling: a percentile is right to within 19 %, whatever the number of attempts. Pure.
export const bucketOf = (ms: number): number => (ms <= 1 ? 0 : Math.min(80, Math.ceil(Math.log2(ms) * 4)));
/** The upper end of a bucket. */
export const msOfBucket = (bucket: number): number => Math.round(2 ** (bucket / 4));

export type Count = { readonly bucket: number; readonly attempts: number };
/** The upper end of the bucket in which the share (0–1) of all is reached; undefined for none. */
export function percentile(counts: readonly Count[], share: number): number | undefined {
  const sum = counts.reduce((n, one) => n + one.attempts, 0);
  if (sum === 0) return undefined;
  let passed = 0;
  for (const { bucket, attempts } of [...counts].sort((a, b) => a.bucket - b.bucket)) {
    passed += attempts;
    if (passed >= sum * share) return msOfBucket(bucket);
  }
  return undefined;
}
