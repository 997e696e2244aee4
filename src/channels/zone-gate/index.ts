// The gate of the special customs zone (N10): goods of an account pass it with the one release; passages come as EPCIS 2.0. The bonded papers
// themselves go to the bonded area system; the gate hears the number of the pass that vehicles come with.
import { gateChannel } from '../../hub/mapping/index.ts';

export const zoneGate = gateChannel({
  id: 'zone-gate',
  name: { zh: '特殊区域卡口', en: 'Special zone gate' },
  stations: ['CKG-XIYONG'],
  byMode: { not: { element: 'transportMode', in: ['2', '3', '4', '5', '6'] } },
  because: { zh: '货物经特殊区域卡口进出', en: 'The goods pass the gate of the special zone' },
  simulatorPort: 9134,
  announces: [{ target: 'account', from: ['recordNumber'] }],
  byGatePass: true,
});
