// Municipal online approval (N13): applications out, decisions and their papers in; JSON, to be agreed with the partner.
import type { Channel } from '../../hub/mapping/contract.ts';
import { interpret } from './map-inbound.ts';
import { documents } from './map-outbound.ts';
import { profile } from './profile.ts';
import { simulator } from './simulator.ts';

export const municipalApproval: Channel = {
  id: 'municipal-approval',
  promise: 'N13',
  name: { zh: '网上行政审批', en: 'Municipal online approval' },
  profile,
  documents,
  recognises: ({ bytes }) => Buffer.from(bytes.subarray(0, 200)).toString('latin1').includes('"approvalDecision"'),
  interpret: ({ bytes }) => interpret(bytes),
  simulator,
};
