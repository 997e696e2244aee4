// The way to another single window: data only.
import type { ChannelProfile } from '../../hub/mapping/contract.ts';
import { usualProfile } from '../../hub/mapping/index.ts';

export const profile: ChannelProfile = {
  ...usualProfile,
  simulatorPort: 9124,
  budget: { ...usualProfile.budget, connections: 4, requestBytes: 4 * 1024 * 1024 },
  maxBytes: 4 * 1024 * 1024,
  largest: {
    zh: '对方申报，及回应所附证书（base64）',
    en: 'their declaration, and a response with its certificates (base64)',
  },
  retryAfterMs: [1000, 5000, 30_000, 300_000, 1_800_000],
  format: 'published',
};

/** WCO data model: declaration and response, as windows that publish their interface write them. */
export const DECLARATION = 'urn:wco:datamodel:WCO:DEC-DMS:2';
export const RESPONSE = 'urn:wco:datamodel:WCO:RES-DMS:2';

/** Where a certificate lies in a response, and the number that a question is about. */
export const CREDENTIAL = 'AdditionalDocument/AttachmentBinaryObject';
export const ASKED = 'PreviousDocument/ID';
