// The road gate (N10): lorries that carry goods in and out of the road port act on the one release; passages come as EPCIS 2.0.
import { gateChannel } from '../../hub/mapping/index.ts';

export const roadGate = gateChannel({
  id: 'road-gate',
  name: { zh: '公路卡口', en: 'Road gate' },
  stations: ['CKG-NANPENG'],
  byMode: { element: 'transportMode', equals: '4' },
  because: { zh: '货物经公路卡口进出', en: 'The goods pass the road gate' },
  simulatorPort: 9132,
  shows: 'mqtt',
  announces: [{ target: 'journey', from: ['voyageNumber'] }],
});
