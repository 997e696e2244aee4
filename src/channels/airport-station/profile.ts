// The way to the air cargo station: data only.
import type { ChannelProfile } from '../../hub/mapping/contract.ts';

export const profile: ChannelProfile = {
  transport: 'http-push',
  simulatorPort: 9108,
  path: '/',
  charset: 'utf-8',
  budget: {
    connections: 8,
    requestBytes: 256 * 1024,
    answerBytes: 256 * 1024,
    connectMs: 3000,
    firstByteMs: 8000,
    totalMs: 10_000,
  },
  maxBytes: 256 * 1024,
  retryAfterMs: [500, 2000, 10_000, 60_000, 300_000, 1_800_000],
  format: 'to-be-agreed',
};
