// Public security (N4): persons and vehicles of interest are compared by keyed digest; what is sought comes back as a hold order.
import type { Channel } from '../../hub/mapping/contract.ts';
import { interpret } from './map-inbound.ts';
import { documents } from './map-outbound.ts';
import { profile } from './profile.ts';
import { simulator } from './simulator.ts';

export const publicSecurity: Channel = {
  id: 'public-security',
  promise: 'N4',
  name: { zh: '公安', en: 'Public security' },
  authority: 'public-security',
  profile,
  documents,
  recognises: ({ bytes }) => Buffer.from(bytes.subarray(0, 200)).toString('latin1').includes('"screeningAnswer"'),
  interpret: ({ bytes }) => interpret(bytes),
  simulator,
};
