// How long cases took, in bounds people think in; a mean from exact sums beside them (P8). Pure.
import type { Span, Stage } from './contract.ts';

const HOUR = 3600;
/** Seconds; a case falls into the first bound it kept within. Cells in the database are counted by index: only add at the end. */
export const bounds = [0.25, 0.5, 1, 2, 4, 8, 12, 24, 48, 72, 168, 336].map((hours) => hours * HOUR);
/** The index of the bound kept within; `bounds.length`: none. */
export function bucketOf(seconds: number): number {
  const index = bounds.findIndex((bound) => seconds <= bound);
  return index < 0 ? bounds.length : index;
}

export type Counted = { readonly bucket: number; readonly cases: number; readonly seconds: number };

export function spanOf(stage: Stage, counted: readonly Counted[]): Span {
  const cases = counted.reduce((sum, one) => sum + one.cases, 0);
  const seconds = counted.reduce((sum, one) => sum + one.seconds, 0);
  const casesIn = (bucket: number) => counted.reduce((sum, one) => sum + (one.bucket === bucket ? one.cases : 0), 0);
  const buckets = Array.from({ length: bounds.length + 1 }, (_, index) => ({
    ...(bounds[index] === undefined ? {} : { upTo: bounds[index] }),
    cases: casesIn(index),
  }));
  let within = 0;
  const half = buckets.find((one) => {
    within += one.cases;
    return within * 2 >= cases;
  });
  return {
    stage,
    cases,
    meanSeconds: cases === 0 ? 0 : Math.round(seconds / cases),
    buckets,
    ...(cases > 0 && half?.upTo !== undefined ? { halfWithin: half.upTo } : {}),
  };
}
