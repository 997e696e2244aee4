// Inspection and quarantine (N2): its own declaration and its own clearance certificate, as before customs took it over in 2018. Nothing
// outside this folder but its line in the registry knows of it.
import type { Channel } from '../../hub/mapping/contract.ts';
import { interpret } from './map-inbound.ts';
import { documents } from './map-outbound.ts';
import { profile } from './profile.ts';
import { simulator } from './simulator.ts';

export const quarantine: Channel = {
  id: 'quarantine',
  promise: 'N2',
  name: { zh: '检验检疫', en: 'Inspection and quarantine' },
  authority: 'quarantine',
  // 先报检、后报关: no release without the clearance certificate (进出口商品检验法实施条例 16).
  mustSpeak: { clause: 'B16 三(二) 检验检疫', limitMinutes: 24 * 60 },
  profile,
  documents,
  recognises: ({ bytes }) => Buffer.from(bytes.subarray(0, 400)).toString('latin1').includes('<CiqReceipt'),
  interpret: ({ bytes }) => interpret(bytes),
  simulator,
};
