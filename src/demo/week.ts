// The demo week as data: who files what when, and what happens to it. The reference's prefix scripts the simulators
// (docs/reference/simulator-scripts.md); `acts` are what people at the portal do, so many hours after the filing.
import type { RouteKey } from './demo-form.ts';
import type { GoodsKey } from './goods.ts';

export type Act =
  /** Officers record their parts when the inspection's time has come. */
  | { readonly do: 'inspect'; readonly outcome: 'normal' | 'abnormal' }
  /** The declarant corrects what was rejected. */
  | { readonly do: 'amend'; readonly afterHours: number; readonly reason: string }
  | { readonly do: 'withdraw'; readonly afterHours: number; readonly reason: string }
  /** Typed so far and no further: a draft. */
  | { readonly do: 'leave-draft' };

export type Case = {
  readonly reference: string;
  readonly route: RouteKey;
  readonly goods: GoodsKey;
  readonly trader: 'trader' | 'trader2';
  /** Filed by the broker in the trader's name; otherwise by the trader. */
  readonly byBroker?: boolean;
  /** Before the end of the week. */
  readonly hoursAgo: number;
  readonly act?: Act;
};

const normal: Act = { do: 'inspect', outcome: 'normal' };
const c = (
  reference: string,
  route: RouteKey,
  goods: GoodsKey,
  trader: Case['trader'],
  hoursAgo: number,
  more: Partial<Case> = {},
): Case => ({ reference, route, goods, trader, hoursAgo, ...more });

export const week: readonly Case[] = [
  // a block train from Duisburg, six days ago
  c('CLEAN-YXO-101', 'rail-import', 'laptopParts', 'trader', 166),
  c('CLEAN-YXO-102', 'rail-import', 'autoParts', 'trader2', 165.4),
  c('INSPECT-YXO-103', 'rail-import', 'wine', 'trader2', 165, { act: normal, byBroker: true }),
  c('CLEAN-YXO-104', 'rail-import', 'cosmetics', 'trader', 164.2, { byBroker: true }),
  c('CLEAN-CV-105', 'air-import', 'chips', 'trader', 161),
  c('CLEAN-GY-106', 'barge-export', 'motorcycles', 'trader2', 158),
  c('DUPLICATE-GY-107', 'barge-export', 'autoParts', 'trader2', 157.2),
  c('REFUSE-GY-108', 'barge-export', 'monitors', 'trader', 156, {
    act: { do: 'amend', afterHours: 2.5, reason: '毛重按舱单更正' },
  }),
  // five days ago
  c('CLEAN-CA-201', 'air-export', 'laptops', 'trader', 143),
  c('CLEAN-CA-202', 'air-export', 'chips', 'trader', 142.6),
  c('JOINT-CV-203', 'air-import', 'ultrasound', 'trader', 140, { act: normal }),
  c('CLEAN-GY-204', 'barge-import', 'pulp', 'trader2', 138, { byBroker: true }),
  c('DISORDER-GY-205', 'barge-import', 'aluminium', 'trader2', 136.5),
  c('HOLD-YXO-206', 'rail-import', 'autoParts', 'trader2', 134),
  c('CLEAN-YXO-207', 'rail-export', 'laptops', 'trader', 133),
  c('CLEAN-YXO-208', 'rail-export', 'motorcycles', 'trader2', 132.3),
  // four days ago
  c('CLEAN-YXO-301', 'rail-export', 'monitors', 'trader', 119),
  c('INSPECT-YXO-302', 'rail-export', 'cars', 'trader2', 118, { act: normal }),
  c('CLEAN-CV-303', 'air-import', 'cherries', 'trader2', 116.5, { byBroker: true }),
  c('INSPECT-CV-304', 'air-import', 'cherries', 'trader2', 116, { act: normal, byBroker: true }),
  c('DOWN-GY-305', 'barge-import', 'beef', 'trader2', 113, { byBroker: true }),
  c('JOINT-GY-306', 'barge-export', 'batteries', 'trader', 111, { act: normal }),
  c('CLEAN-CA-307', 'air-export', 'laptopParts', 'trader', 109),
  c('FORBID-CV-308', 'air-import', 'cosmetics', 'trader2', 108),
  // three days ago
  c('CLEAN-YXO-401', 'rail-import', 'laptopParts', 'trader', 95),
  c('CLEAN-YXO-402', 'rail-import', 'wine', 'trader2', 94.5, { byBroker: true }),
  c('GARBAGE-YXO-403', 'rail-import', 'autoParts', 'trader2', 93),
  c('CLEAN-GY-404', 'barge-export', 'laptops', 'trader', 90),
  c('CLEAN-CV-405', 'air-import', 'chips', 'trader', 88),
  c('LICENCE-GY-408', 'barge-export', 'motorcycles', 'trader2', 87, {
    act: { do: 'amend', afterHours: 3, reason: '出口许可证号按正本更正' },
  }),
  c('CLEAN-GY-406', 'barge-import', 'pulp', 'trader2', 86, {
    act: { do: 'withdraw', afterHours: 0.05, reason: '品名有误，撤回重报' },
  }),
  c('REHOLD-YXO-407', 'rail-export', 'batteries', 'trader', 85, { act: normal }),
  // two days ago
  c('CLEAN-YXO-501', 'rail-export', 'laptops', 'trader', 71),
  c('CLEAN-YXO-502', 'rail-export', 'autoParts', 'trader2', 70.4),
  c('JOINT-CV-503', 'air-import', 'chips', 'trader', 68, { act: normal }),
  c('INSPECT-GY-504', 'barge-import', 'aluminium', 'trader2', 66, { act: { do: 'inspect', outcome: 'abnormal' } }),
  c('SILENT-GY-505', 'barge-import', 'wine', 'trader2', 65, { byBroker: true }),
  c('REFUSE-CA-506', 'air-export', 'monitors', 'trader', 63, {
    act: { do: 'amend', afterHours: 4, reason: '毛重按舱单更正' },
  }),
  // yesterday
  c('CLEAN-YXO-601', 'rail-import', 'laptopParts', 'trader', 47),
  c('CLEAN-YXO-602', 'rail-import', 'cosmetics', 'trader', 46.3, { byBroker: true }),
  c('CLEAN-CV-603', 'air-import', 'chips', 'trader', 44),
  c('CLEAN-GY-604', 'barge-export', 'motorcycles', 'trader2', 42),
  c('INSPECT-YXO-605', 'rail-import', 'wine', 'trader2', 40, { act: normal, byBroker: true }),
  c('CLEAN-GY-606', 'barge-export', 'cars', 'trader2', 30),
  c('DESK-CV-607', 'air-import', 'ultrasound', 'trader', 28, { act: normal }),
  // today, and still open
  c('CLEAN-YXO-701', 'rail-import', 'autoParts', 'trader2', 20),
  c('CLEAN-CA-702', 'air-export', 'laptops', 'trader', 17),
  c('REFUSE-GY-703', 'barge-export', 'motorcycles', 'trader2', 9),
  c('JOINT-CV-704', 'air-import', 'ultrasound', 'trader', 1.2),
  c('INSPECT-YXO-705', 'rail-import', 'laptopParts', 'trader', 0.9),
  c('HOLD-CV-706', 'air-import', 'cosmetics', 'trader', 0.7),
  c('CLEAN-GY-707', 'barge-import', 'beef', 'trader2', 0.75, { byBroker: true }),
  c('LICENCE-GY-712', 'barge-import', 'beef', 'trader2', 1.1),
  c('CLEAN-YXO-708', 'rail-export', 'monitors', 'trader', 0.2),
  c('CLEAN-CA-709', 'air-export', 'chips', 'trader', 2, { act: { do: 'leave-draft' } }),
  c('CLEAN-GY-710', 'barge-export', 'cars', 'trader2', 1.6, { act: { do: 'leave-draft' } }),
  c('CLEAN-YXO-711', 'rail-import', 'wine', 'trader2', 0.5, { act: { do: 'leave-draft' }, byBroker: true }),
];
