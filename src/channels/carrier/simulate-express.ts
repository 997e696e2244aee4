// An express company for demo and tests (N11): which parcels its waybill has, and where one of them was seen, as EPCIS 2.0.
import type { SimulatorReaction, SimulatorWorld } from '../../hub/mapping/contract.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { plusMs } from '../../kernel/instant.ts';
import { PARCEL, WAYBILL } from './read-express.ts';

type Later = SimulatorReaction['later'];

export function trackParcels(bill: string, parcels: readonly string[], world: SimulatorWorld): Later {
  const numbers = parcels.map((number) => `${PARCEL}${number}`);
  const message = (afterMs: number, step: string, event: object): Later[number] => {
    const serial = world.next();
    const at = plusMs(world.now, afterMs);
    const text = JSON.stringify({
      '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
      type: 'EPCISDocument',
      schemaVersion: '2.0',
      creationDate: at,
      epcisBody: {
        eventList: [
          {
            ...event,
            eventID: `ni:///sha-256;${sha256Hex(`${bill} ${step} ${serial}`)}?ver=CBV2.0`,
            eventTime: at,
            eventTimeZoneOffset: '+08:00',
            bizStep: step,
            bizLocation: { id: 'urn:unlocode:CNCKG' },
          },
        ],
      },
    });
    const fileName = `express-${serial}.jsonld`;
    return { afterMs, message: { bytes: Buffer.from(text), contentType: 'application/ld+json', fileName } };
  };
  const papers = [{ type: 'bol', bizTransaction: `${WAYBILL}${bill}` }];
  const seen = { type: 'ObjectEvent', action: 'OBSERVE', bizTransactionList: papers };
  return [
    message(600, 'packing', {
      type: 'AggregationEvent',
      action: 'ADD',
      parentID: `${WAYBILL}${bill}`,
      childEPCs: numbers,
    }),
    message(900, 'accepting', { ...seen, epcList: numbers }),
    message(1500, 'departing', { ...seen, epcList: numbers.slice(0, 1) }),
  ];
}
