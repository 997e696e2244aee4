// The way to the port terminal: data only.
import type { ChannelProfile } from '../../hub/mapping/contract.ts';
import { usualProfile } from '../../hub/mapping/index.ts';

export const profile: ChannelProfile = {
  ...usualProfile,
  simulatorPort: 9106,
  budget: { ...usualProfile.budget, requestBytes: 1024 * 1024 },
  // A bay plan of a large vessel.
  maxBytes: 4 * 1024 * 1024,
  retryAfterMs: [500, 2000, 10_000, 60_000, 300_000, 1_800_000],
  format: 'published',
};
