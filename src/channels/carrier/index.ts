// Carriers (N11): manifests (MT2101) and arrivals (MT3101, also in their signed wrapper) come in; a manifest reference goes out.
import type { Channel } from '../../hub/mapping/contract.ts';
import { interpret } from './map-inbound.ts';
import { documents } from './map-outbound.ts';
import { profile } from './profile.ts';
import { simulator } from './simulator.ts';

export const carrier: Channel = {
  id: 'carrier',
  promise: 'N11',
  name: { zh: '运输公司', en: 'Carrier' },
  profile,
  documents,
  recognises: ({ bytes }) => /<(MFTMessage|Manifest)[\s>]/.test(Buffer.from(bytes.subarray(0, 400)).toString('latin1')),
  interpret: ({ bytes }) => interpret(bytes),
  simulator,
};
