// What an entry of the yard has to say to be taken, pure (P6, M4).
import type { Finding } from '../../../kernel/finding.ts';
import type { OfficerBody, SiteBody } from '../contract.ts';

type Hours = { readonly fromMinute: number; readonly toMinute: number };
const fault = (path: string, value: string, rule: string, zh: string, en: string, how: Finding['remedy']): Finding => ({
  path,
  value,
  rule,
  ruleVersion: '1',
  severity: 'error',
  message: { zh, en },
  remedy: how,
});
const hours = (path: string, { fromMinute, toMinute }: Hours): Finding[] =>
  fromMinute < toMinute
    ? []
    : [
        fault(
          `${path}.toMinute`,
          String(toMinute),
          'hours-run-forward',
          '结束时刻须晚于开始时刻',
          'The end is not after the beginning',
          {
            zh: '跨过零点的时段请分作两段：至 1440 分、自 0 分',
            en: 'Hours over midnight are two: to minute 1440, and from minute 0',
          },
        ),
      ];
const twice = (path: string, keys: readonly string[]): Finding[] =>
  keys.flatMap((key, i) =>
    keys.indexOf(key) === i
      ? []
      : [
          fault(`${path}[${i}]`, key, 'once', `${key} 重复`, `${key} stands here twice`, {
            zh: '请删去一个',
            en: 'Take one away',
          }),
        ],
  );

export const faultsOfSite = (site: SiteBody): Finding[] => [
  ...twice(
    'bays',
    site.bays.map((bay) => bay.id),
  ),
  ...site.openings.flatMap((one, i) => hours(`openings[${i}]`, one)),
  ...twice(
    'openings',
    site.openings.map((one) => `${one.byAppointment} ${one.fromMinute}`),
  ),
];

export const faultsOfOfficer = (officer: OfficerBody, siteIds: readonly string[]): Finding[] => [
  ...officer.duties.flatMap((duty, i) => [
    ...hours(`duties[${i}]`, duty),
    ...(siteIds.includes(duty.siteId)
      ? []
      : [
          fault(
            `duties[${i}].siteId`,
            duty.siteId,
            'site-is-known',
            `没有查验场 ${duty.siteId}`,
            `There is no yard ${duty.siteId}`,
            { zh: `查验场：${siteIds.join('、')}`, en: `Yards: ${siteIds.join(', ')}` },
          ),
        ]),
    ...(duty.validTo !== undefined && duty.validTo <= duty.validFrom
      ? [
          fault(
            `duties[${i}].validTo`,
            duty.validTo,
            'period-runs-forward',
            '截止日（不含）须晚于起始日',
            'The last day (excluded) is not after the first',
            { zh: '请更正日期', en: 'Correct the days' },
          ),
        ]
      : []),
  ]),
  ...twice(
    'duties',
    officer.duties.map((duty) => `${duty.siteId} ${duty.fromMinute} ${duty.validFrom}`),
  ),
];
