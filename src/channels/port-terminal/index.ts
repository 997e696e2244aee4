// Port terminals and zone gates (N10): pick-up plan and release order as COPARN D95B, gate and discharge reports as CODECO
// and COARRI. COREOR is not in D95B; the release order uses COPARN 12 with the token in FTX (to be agreed).
import type { Channel } from '../../hub/mapping/contract.ts';
import { interpret } from './map-inbound.ts';
import { documents } from './map-outbound.ts';
import { profile } from './profile.ts';
import { simulator } from './simulator.ts';

export const portTerminal: Channel = {
  id: 'port-terminal',
  promise: 'N10',
  name: { zh: '港口码头', en: 'Port terminal' },
  station: 'port-terminal',
  profile,
  documents,
  recognises: ({ bytes }) => /^(UNA.{6}\s*)?UNB/s.test(Buffer.from(bytes.subarray(0, 20)).toString('latin1')),
  interpret: ({ bytes }) => interpret(bytes),
  simulator,
};
