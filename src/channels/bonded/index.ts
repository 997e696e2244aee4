// Bonded areas (N1, 金关二期): the bonded list 核注清单 and its gate pass 核放单 out (INV101, SAS121), their approvals and the passing of the gate in
// (INV201, INV202, SAS221 to SAS224), in GB18030.
import type { Channel } from '../../hub/mapping/contract.ts';
import { interpret } from './map-inbound.ts';
import { documents } from './map-outbound.ts';
import { profile } from './profile.ts';
import { simulator } from './simulator.ts';

export const bonded: Channel = {
  id: 'bonded',
  promise: 'N1',
  name: { zh: '金关二期（保税）', en: 'Bonded area system' },
  profile,
  documents,
  recognises: ({ bytes }) =>
    /<(EnvelopInfo|CommonResponeMessage)[\s>]/.test(Buffer.from(bytes.subarray(0, 600)).toString('latin1')),
  interpret: ({ bytes }) => interpret(bytes),
  simulator,
};
