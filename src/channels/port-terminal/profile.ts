// The way to the port terminal: data only.
import type { ChannelProfile } from '../../hub/mapping/contract.ts';
import { usualProfile } from '../../hub/mapping/index.ts';

export const profile: ChannelProfile = {
  ...usualProfile,
  simulatorPort: 9106,
  budget: { ...usualProfile.budget, requestBytes: 1024 * 1024 },
  maxBytes: 4 * 1024 * 1024,
  largest: {
    zh: '整船船图（BAPLIE）：每箱九段时约 11,000 箱，平台文件约 13,000 箱；更多时按贝位分报文',
    en: 'a vessel’s bay plan (BAPLIE): some 11,000 boxes of nine segments each, 13,000 as a flat file; a larger one comes by bays',
  },
  retryAfterMs: [500, 2000, 10_000, 60_000, 300_000, 1_800_000],
  format: 'published',
};
