// Railway yards (N10): WLJK_* messages of the yard interface (formats §3.2): release order out (TREL, REL_MODE 06), import
// tally and export arrival in. The gate-out notice WLJK_GOUT is ours, to be agreed.
import type { Channel } from '../../hub/mapping/contract.ts';
import { interpret } from './map-inbound.ts';
import { documents } from './map-outbound.ts';
import { profile } from './profile.ts';
import { simulator } from './simulator.ts';

export const railwayYard: Channel = {
  id: 'railway-yard',
  promise: 'N10',
  name: { zh: '铁路场站', en: 'Railway yard' },
  station: 'railway-yard',
  profile,
  documents,
  recognises: ({ bytes }) => Buffer.from(bytes.subarray(0, 1500)).toString('latin1').includes('<MESSAGE_TYPE>WLJK_'),
  interpret: ({ bytes }) => interpret(bytes),
  simulator,
};
