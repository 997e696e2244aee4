// Foreign exchange (N7): data to verify receipts and payments, registration in the directory; JSON, to be agreed with the partner.
import type { Channel } from '../../hub/mapping/contract.ts';
import { interpret } from './map-inbound.ts';
import { documents } from './map-outbound.ts';
import { profile } from './profile.ts';
import { simulator } from './simulator.ts';

export const forex: Channel = {
  id: 'forex',
  promise: 'N7',
  name: { zh: '外汇', en: 'Foreign exchange' },
  profile,
  documents,
  recognises: ({ bytes }) => Buffer.from(bytes.subarray(0, 200)).toString('latin1').includes('"forexMessage"'),
  interpret: ({ bytes }) => interpret(bytes),
  simulator,
};
