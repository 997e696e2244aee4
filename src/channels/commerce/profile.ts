// The way to commerce: data only.
import type { ChannelProfile } from '../../hub/mapping/contract.ts';

export const profile: ChannelProfile = {
  transport: 'http-push',
  simulatorPort: 9104,
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
  retryAfterMs: [1000, 5000, 30_000, 300_000],
  format: 'to-be-agreed',
};
