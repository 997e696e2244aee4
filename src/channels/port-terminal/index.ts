// Port terminals and zone gates (N10): boxes and pick-ups announced as COPARN D.95B, released as COREOR D.00B with the token in FTX (to be
// agreed); moves come back as CODECO and COARRI, bay plans as BAPLIE, and the flat files of Chinese ports.
import type { Channel } from '../../hub/mapping/contract.ts';
import { acknowledgesEdifact } from '../../hub/mapping/index.ts';
import { interpret, recognises } from './map-inbound.ts';
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
  recognises,
  interpret,
  acknowledges: acknowledgesEdifact('port-terminal'),
  simulator,
};
