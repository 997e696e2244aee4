// The way to the railway yard: data only.
import type { ChannelProfile } from '../../hub/mapping/contract.ts';
import { usualProfile } from '../../hub/mapping/index.ts';

export const profile: ChannelProfile = {
  ...usualProfile,
  simulatorPort: 9107,
  shows: 'sftp',
  budget: { ...usualProfile.budget, requestBytes: 1024 * 1024 },
  maxBytes: 1024 * 1024,
  largest: {
    zh: '整列理货报告：一列数十箱，每箱不足 1 KB',
    en: 'the tally of a train: some dozens of boxes, less than 1 KB each',
  },
  retryAfterMs: [500, 2000, 10_000, 60_000, 300_000, 1_800_000],
  format: 'published',
};
