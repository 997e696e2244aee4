// The far end of a gate for demo and tests: speaks only the wire, and only EPCIS 2.0 (N10).
import type { Bilingual } from '../../kernel/bilingual.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { plusMs } from '../../kernel/instant.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import { movementsOf } from '../../runtime/simulator/movements.ts';
import type { SimulatorDefinition } from './contract.ts';
import { BILL, BOX, RELEASE, STATION } from './read-gate-events.ts';

type SimulatedGate = {
  readonly id: string;
  readonly name: Bilingual;
  readonly stations: readonly [string, ...string[]];
};
type Sent = {
  readonly reference?: string;
  readonly shipmentNumber?: string;
  readonly station?: string;
  readonly bill?: string;
  readonly releaseNumber?: string;
  readonly object?: string;
  readonly boxes?: readonly { readonly number: string }[];
};
const sentBody = (bytes: Uint8Array): Sent =>
  Object.values(JSON.parse(decodeText(bytes, 'utf-8')) as Record<string, Sent>)[0] ?? {};
const stepOf: Readonly<Record<string, string>> = {
  arrived: 'arriving',
  'gate-in': 'entering_exiting',
  loaded: 'loading',
  'gate-out': 'departing',
};
/** An arrival under `RETURN`: said, taken back, said again. */
const arrivals = [
  { afterMs: 400, says: 'arrived' },
  { afterMs: 20_400, says: 'arrived back' },
  { afterMs: 40_400, says: 'arrived' },
];

export function simulateGate({ id, name, stations }: SimulatedGate): SimulatorDefinition {
  return {
    name: { zh: `${name.zh}（模拟）`, en: `${name.en} (simulated)` },
    referenceIn: ({ bytes }) => sentBody(bytes).reference,
    react: ({ bytes, kind, scenario }, world) => {
      const sent = sentBody(bytes);
      const { station = stations[0], bill, releaseNumber, object = '' } = sent;
      const boxes = object.startsWith('container:') ? [object.slice(10)] : (sent.boxes ?? []).map((one) => one.number);
      const papers = [
        ...(bill ? [{ type: 'bol', bizTransaction: `${BILL}${bill}` }] : []),
        ...(releaseNumber ? [{ type: 'urn:portico:btt:release', bizTransaction: `${RELEASE}${releaseNumber}` }] : []),
      ];
      // What is taken back is the same event once more, with the word that it did not occur.
      const said = new Map<string, object>();
      const message = ({ afterMs, says }: { readonly afterMs: number; readonly says: string }) => {
        const [movement = '', back] = says.split(' ');
        const at = plusMs(world.now, afterMs);
        const serial = world.next();
        const step = stepOf[movement] ?? '';
        const fresh = {
          type: 'ObjectEvent',
          eventID: `ni:///sha-256;${sha256Hex(`${sent.shipmentNumber ?? ''} ${releaseNumber ?? ''} ${step} ${serial}`)}?ver=CBV2.0`,
          eventTime: at,
          eventTimeZoneOffset: '+08:00',
          action: 'OBSERVE',
          bizStep: step,
          disposition: step === 'departing' ? 'in_transit' : 'in_progress',
          readPoint: { id: `${STATION}${station}:${movement}` },
          bizLocation: { id: `${STATION}${station}` },
          epcList: boxes.map((number) => `${BOX}${number}`),
          bizTransactionList: papers,
        };
        const event = back
          ? { ...(said.get(step) ?? fresh), errorDeclaration: { declarationTime: at, reason: 'did_not_occur' } }
          : fresh;
        said.set(step, event);
        const text = JSON.stringify({
          '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
          type: 'EPCISDocument',
          schemaVersion: '2.0',
          creationDate: at,
          epcisBody: { eventList: [event] },
        });
        return {
          afterMs,
          message: { bytes: Buffer.from(text), contentType: 'application/ld+json', fileName: `${id}-${serial}.jsonld` },
        };
      };
      if (kind === `${id}.passage-plan`) {
        const known = papers.length > 0 || boxes.length > 0;
        return { status: 200, later: known ? arrivals.slice(0, scenario === 'RETURN' ? 3 : 1).map(message) : [] };
      }
      if (kind !== `${id}.release-order`) return { status: 200, later: [] };
      return { status: 200, later: movementsOf(scenario).map(message) };
    },
  };
}
