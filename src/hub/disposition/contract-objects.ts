// Part of the contract: what is controlled, and what comes of it (P5).

export const objectTypes = [
  'conveyance',
  'bill',
  'container',
  'package',
  'express-parcel',
  'mail',
  'declaration',
  'goods-line',
] as const;
export type ObjectType = (typeof objectTypes)[number];
/** What leaves a station by itself, and what one release is for (P7). */
export const unitTypes: readonly ObjectType[] = ['container', 'package', 'express-parcel', 'mail'];

export const outcomes = [
  'awaiting',
  'inspection-required',
  'held',
  'conditionally-released',
  'released',
  'refused',
] as const;
export type Outcome = (typeof outcomes)[number];
