// The way to public security: data only.
import type { ChannelProfile } from '../../hub/mapping/contract.ts';
import { usualProfile } from '../../hub/mapping/index.ts';

export const profile: ChannelProfile = {
  ...usualProfile,
  simulatorPort: 9122,
  budget: { ...usualProfile.budget, connections: 4, requestBytes: 1024 * 1024 },
  retryAfterMs: [1000, 5000, 30_000, 300_000, 1_800_000],
  format: 'to-be-agreed',
};

/** As it is named in the message; made in `src/runtime/keyed-digest.ts`. */
export const DIGEST_ALGORITHM = 'HMAC-SM3';
