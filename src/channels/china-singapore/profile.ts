// The way to Singapore's trade platform: data only.
import type { ChannelProfile } from '../../hub/mapping/contract.ts';
import { usualProfile } from '../../hub/mapping/index.ts';

export const profile: ChannelProfile = {
  ...usualProfile,
  simulatorPort: 9131,
  retryAfterMs: [1000, 5000, 30_000, 300_000, 1_800_000],
  format: 'to-be-agreed',
};
