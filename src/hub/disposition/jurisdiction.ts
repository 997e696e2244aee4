// Who must speak for which object, and by when, as dated rule data (P5, M3); the port office can change it without code.
// The notices leave the list of authorities per object to practice; this is our reading, each row with its clause.
import type { Condition } from '../../kernel/condition.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { ObjectType } from './contract.ts';
import type { DatedRule } from './dated-rule.ts';

export type JurisdictionRule = DatedRule & {
  /** Absent in what the version before has stored. */
  readonly kind?: 'jurisdiction';
  readonly object: ObjectType;
  readonly when: Condition;
  readonly authority: AuthorityId;
  /** Published time limit for speaking, minutes. */
  readonly limitMinutes: number;
};

const international: Condition = { element: 'transportMode', in: ['2', '3', '5'] };
const base = { version: '2026-11', validFrom: '2026-01-01' } as const;

export const jurisdiction: readonly JurisdictionRule[] = [
  {
    ...base,
    id: 'customs-speaks-for-declarations',
    clause: 'B16 三(一)3(1)',
    object: 'declaration',
    when: { always: true },
    authority: 'customs',
    limitMinutes: 24 * 60,
  },
  {
    ...base,
    id: 'customs-speaks-for-express-parcels',
    clause: 'B16 三(一)3(2)',
    object: 'express-parcel',
    when: { always: true },
    authority: 'customs',
    limitMinutes: 8 * 60,
  },
  {
    ...base,
    id: 'customs-speaks-for-mail',
    clause: 'B16 三(一)3(2)',
    object: 'mail',
    when: { always: true },
    authority: 'customs',
    limitMinutes: 8 * 60,
  },
  {
    ...base,
    id: 'border-inspection-speaks-for-conveyances',
    clause: 'B16 三(一)3(1); 三(二) 边检',
    object: 'conveyance',
    when: international,
    authority: 'border-inspection',
    limitMinutes: 4 * 60,
  },
  {
    ...base,
    id: 'maritime-speaks-for-vessels',
    clause: 'B16 三(一)3(1); 三(二) 海事',
    object: 'conveyance',
    when: { element: 'transportMode', equals: '2' },
    authority: 'maritime',
    limitMinutes: 4 * 60,
  },
  {
    ...base,
    id: 'maritime-speaks-for-dangerous-goods-by-water',
    clause: 'B16 三(二) 海事',
    object: 'goods-line',
    when: {
      all: [
        { element: 'transportMode', equals: '2' },
        { element: 'dangerous', equals: 'true' },
      ],
    },
    authority: 'maritime',
    limitMinutes: 24 * 60,
  },
  {
    ...base,
    id: 'commerce-speaks-where-a-licence-is-named',
    clause: 'B16 三(三)4; CQ18 3',
    object: 'declaration',
    when: { element: 'licensed', equals: 'true' },
    authority: 'commerce',
    limitMinutes: 8 * 60,
  },
];
