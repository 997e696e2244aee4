// The way to the municipal approval office: data only.
import type { ChannelProfile } from '../../hub/mapping/contract.ts';
import { usualProfile } from '../../hub/mapping/index.ts';

export const profile: ChannelProfile = {
  ...usualProfile,
  simulatorPort: 9121,
  shows: 'soap',
  budget: { ...usualProfile.budget, connections: 4, requestBytes: 512 * 1024 },
  // A decision brings its papers along.
  maxBytes: 4 * 1024 * 1024,
  retryAfterMs: [1000, 5000, 30_000, 300_000, 1_800_000],
  format: 'to-be-agreed',
};
