// Customs (N1): what the channel is, as data. DecMessage v3.1 is public; the inspection result form is to be agreed.
import type { ChannelProfile } from '../../hub/mapping/contract.ts';
import { usualProfile } from '../../hub/mapping/index.ts';

export const profile: ChannelProfile = {
  ...usualProfile,
  simulatorPort: 9101,
  budget: { ...usualProfile.budget, requestBytes: 4 * 1024 * 1024, firstByteMs: 12_000, totalMs: 15_000 },
  // As the e-commerce messages are signed (formats §2.4): RSA with SHA-1 until the SM2 devices are everywhere.
  signatures: { inbound: 'optional', algorithms: ['RS256', 'PS256', 'ES256', 'SM2SM3', 'RS1'] },
  maxBytes: 4 * 1024 * 1024,
  largest: {
    zh: '回执、税单与查验通知；附有文书的也在其内',
    en: 'receipts, tax bills and notices of checks, with the papers that come along',
  },
  retryAfterMs: [1000, 5000, 30_000, 300_000, 1_800_000, 7_200_000],
  format: 'published',
};
export const NAMESPACE = 'http://www.chinaport.gov.cn/dec';
