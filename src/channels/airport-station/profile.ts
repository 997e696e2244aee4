// The way to the air cargo station: data only.
import type { ChannelProfile } from '../../hub/mapping/contract.ts';
import { usualProfile } from '../../hub/mapping/index.ts';

export const profile: ChannelProfile = {
  ...usualProfile,
  maxBytes: 1024 * 1024,
  largest: {
    zh: '一个航班的舱单（XFFM）约 1,000 票运单；ONE Record 通知和 FSU 每条数 KB',
    en: 'a flight manifest (XFFM) of some 1,000 waybills; notices of ONE Record and FSU are a few KB each',
  },
  simulatorPort: 9108,
  retryAfterMs: [500, 2000, 10_000, 60_000, 300_000, 1_800_000],
  format: 'to-be-agreed',
};
