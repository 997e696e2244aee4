// The way to carriers: data only.
import type { ChannelProfile } from '../../hub/mapping/contract.ts';
import { usualProfile } from '../../hub/mapping/index.ts';

export const profile: ChannelProfile = {
  ...usualProfile,
  simulatorPort: 9105,
  budget: { ...usualProfile.budget, requestBytes: 4 * 1024 * 1024 },
  maxBytes: 4 * 1024 * 1024,
  largest: {
    zh: '整船舱单（MT1101、MT2101）约 3,000 票提单；更多时承运人分报文申报',
    en: 'a vessel’s manifest (MT1101, MT2101) of some 3,000 bills; with more the carrier files several',
  },
  format: 'published',
};
