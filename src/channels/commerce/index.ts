// Commerce (N8): licences and quotas as they are issued, and the networked licence check at declaration; JSON, to be agreed with the partner.
import type { Channel } from '../../hub/mapping/contract.ts';
import { interpret } from './map-inbound.ts';
import { documents } from './map-outbound.ts';
import { profile } from './profile.ts';
import { simulator } from './simulator.ts';

export const commerce: Channel = {
  id: 'commerce',
  promise: 'N8',
  name: { zh: '商务', en: 'Commerce' },
  authority: 'commerce',
  profile,
  documents,
  recognises: ({ bytes }) => /"licence(Verdict|Notice)"/.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1')),
  interpret: ({ bytes }) => interpret(bytes),
  simulator,
};
