// The way to carriers: data only.
import type { ChannelProfile } from '../../hub/mapping/contract.ts';
import { usualProfile } from '../../hub/mapping/index.ts';

export const profile: ChannelProfile = {
  ...usualProfile,
  simulatorPort: 9105,
  budget: { ...usualProfile.budget, requestBytes: 4 * 1024 * 1024 },
  maxBytes: 4 * 1024 * 1024,
  format: 'published',
};
