// The way to the municipal approval office: data only.
import type { ChannelProfile } from '../../hub/mapping/contract.ts';
import { usualProfile } from '../../hub/mapping/index.ts';

export const profile: ChannelProfile = {
  ...usualProfile,
  simulatorPort: 9121,
  shows: 'soap',
  budget: { ...usualProfile.budget, connections: 4, requestBytes: 512 * 1024 },
  maxBytes: 4 * 1024 * 1024,
  largest: {
    zh: '批复及所附文书（base64）',
    en: 'a decision with its papers (base64)',
  },
  retryAfterMs: [1000, 5000, 30_000, 300_000, 1_800_000],
  format: 'to-be-agreed',
};
