// What the statistics refuse.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  STATISTICS_NOT_OWN: {
    kind: 'forbidden',
    message: {
      zh: '“{party}”的统计不属于贵单位',
      en: 'The figures of "{party}" are not your organisation’s',
    },
    remedy: {
      zh: '不填 party 即为本单位；全平台请查看按月的公共统计',
      en: 'Leave party out for your own; for the whole platform see the monthly figures',
    },
  },
  STATISTICS_PERIOD_UNFIT: {
    kind: 'unprocessable',
    message: {
      zh: '统计期 {from} 至 {to} 无效：结束不早于开始，至多 {most} 天',
      en: 'The period {from} to {to} does not do: it ends no sooner than it begins and has {most} days at the most',
    },
    remedy: { zh: '请缩短统计期，或按月查询', en: 'Ask for a shorter period' },
  },
});
