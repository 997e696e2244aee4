// Air cargo stations (N10): Cargo-IMP (FSU, FWB, FHL, FFM), Cargo-XML (XFSU, XFWB, XFHL, XFFM) and ONE Record notifications in; the waybill of an
// export goes out as Cargo-XML, plan and release order as JSON, to be agreed with the station.
import type { Channel } from '../../hub/mapping/contract.ts';
import { isCargoXml } from './cargo-xml.ts';
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
  recognises: ({ bytes }) => {
    const head = Buffer.from(bytes.subarray(0, 1000)).toString('utf-8');
    if (head.replace('\uFEFF', '').trimStart().startsWith('{')) return head.includes('onerecord.iata.org/ns/api');
    if (isCargoXml(head)) return true;
    return /^(FSU|FWB|FHL|FFM)\/\d+/.test(head);
  },
  interpret: ({ bytes }) => interpret(bytes),
  simulator,
};
