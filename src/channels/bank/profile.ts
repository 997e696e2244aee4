// The way to the bank: data only. ISO 20022 is public; which bank, account agreement and transport are to be agreed.
import type { ChannelProfile } from '../../hub/mapping/contract.ts';
import { usualProfile } from '../../hub/mapping/index.ts';

export const profile: ChannelProfile = {
  ...usualProfile,
  simulatorPort: 9111,
  budget: { ...usualProfile.budget, connections: 4, firstByteMs: 12_000, totalMs: 15_000 },
  signatures: { inbound: 'optional', algorithms: ['RS256', 'PS256', 'ES256', 'SM2SM3'] },
  maxBytes: 4 * 1024 * 1024,
  largest: {
    zh: '月结对账单（camt.053）约 4,000 笔；更多时银行分页（MsgPgntn）或分日发送',
    en: 'a statement (camt.053) of some 4,000 entries; with more the bank pages it (MsgPgntn) or sends one a day',
  },
  retryAfterMs: [1000, 5000, 30_000, 300_000, 1_800_000, 7_200_000],
  format: 'to-be-agreed',
};
