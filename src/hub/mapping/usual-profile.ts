// The way to a partner that asks for nothing of its own: small documents, an answer in ten seconds, given up after five minutes, in order for each
// shipment. A channel's profile names what is different with it. No partner here publishes hours of maintenance, so none is made up.
import type { ChannelProfile } from './contract.ts';

export const usualProfile = {
  transport: 'http-push',
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
  largest: {
    zh: '逐票的回执、指令和通知，每条数 KB',
    en: 'answers, instructions and notices about one case, a few KB each',
  },
  retryAfterMs: [1000, 5000, 30_000, 300_000],
  orderKey: 'shipment',
  maintenance: [],
  tells: 'operator',
} as const satisfies Omit<ChannelProfile, 'simulatorPort' | 'format'>;
