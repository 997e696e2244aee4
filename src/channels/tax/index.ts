// Tax (N6): export refund data after the goods have left, states of tax payments; JSON, to be agreed with the partner.
import type { Channel } from '../../hub/mapping/contract.ts';
import { interpret } from './map-inbound.ts';
import { documents } from './map-outbound.ts';
import { profile } from './profile.ts';
import { simulator } from './simulator.ts';

export const tax: Channel = {
  id: 'tax',
  promise: 'N6',
  name: { zh: '税务', en: 'Tax' },
  profile,
  documents,
  recognises: ({ bytes }) =>
    /"(refundState|paymentState)"/.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1')),
  interpret: ({ bytes }) => interpret(bytes),
  simulator,
};
