// Air cargo stations (N10): status messages in as Cargo-IMP FSU (RCF arrived, DLV delivered); the release order goes out as
// JSON, to be agreed with the station.
import type { Channel } from '../../hub/mapping/contract.ts';
import { interpret } from './map-inbound.ts';
import { documents } from './map-outbound.ts';
import { profile } from './profile.ts';
import { simulator } from './simulator.ts';

export const airportStation: Channel = {
  id: 'airport-station',
  promise: 'N10',
  name: { zh: '机场货站', en: 'Air cargo station' },
  station: 'airport-station',
  profile,
  documents,
  recognises: ({ bytes }) => /^FSU\/\d+/.test(Buffer.from(bytes.subarray(0, 10)).toString('latin1')),
  interpret: ({ bytes }) => interpret(bytes),
  simulator,
};
