// A gate that acts on the one release and says what passes (N10): road gate, post and express, special zone gate are one family. Orders go out as
// JSON; passages come in as EPCIS 2.0, the open standard of what was seen where. No format of such gates is public: to be agreed with each.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Condition } from '../../kernel/condition.ts';
import type { StationKind } from '../../kernel/party.ts';
import type { Channel, DocumentDefinition, FieldMapping, InboundBytes } from './contract.ts';
import { encodeJson } from './json-document.ts';
import { readGateEvents, STATION } from './read-gate-events.ts';
import { simulateGate } from './simulate-gate.ts';
import { usualProfile } from './usual-profile.ts';

export type Gate = {
  readonly id: StationKind;
  readonly name: Bilingual;
  /** Codes of the stations it serves; the first is where its simulator stands. */
  readonly stations: readonly [string, ...string[]];
  /** Forms that name no station go there by their mode. */
  readonly byMode: Condition;
  readonly because: Bilingual;
  readonly simulatorPort: number;
  readonly shows?: Channel['profile']['shows'];
  /** What its announcement has beside vehicle, goods and boxes. */
  readonly announces: readonly FieldMapping[];
};

const head: readonly FieldMapping[] = [
  { target: 'messageNumber', from: ['dispatch.clientNumber'], always: true },
  { target: 'reference', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
  { target: 'shipmentNumber', from: ['dispatch.shipmentNumber'], always: true },
  { target: 'station', from: ['stationCode'] },
  { target: 'bill', from: ['billNumber'] },
];
const goods: readonly FieldMapping[] = [
  { target: 'direction', from: ['direction'] },
  { target: 'vehicle', from: ['pickupVehicle', 'conveyanceId'] },
  { target: 'driver', from: ['pickupDriver'] },
  { target: 'party', from: ['pickupParty', 'traderName'] },
  { target: 'plannedAt', from: ['pickupFrom'], convert: 'partnerSecond' },
  { target: 'packages', from: ['packageCount'] },
  { target: 'grossMassKg', from: ['grossMassKg'] },
];
const boxes: readonly FieldMapping[] = [
  { target: 'boxes/number', from: ['containerNumber'], each: 'containers' },
  { target: 'boxes/seal', from: ['sealNumber'], each: 'containers' },
  { target: 'pieces/number', from: ['pieceNumber'], each: 'pieces' },
  { target: 'pieces/box', from: ['pieceContainer'], each: 'pieces' },
];
const release: readonly FieldMapping[] = [
  { target: 'releaseNumber', from: ['release.number'], always: true },
  { target: 'object', from: ['release.objectId'] },
  { target: 'token', from: ['release.token'] },
  { target: 'validUntil', from: ['release.validUntil'], convert: 'partnerSecond' },
  { target: 'because', from: ['release.because'] },
];

function documentsOf({ id, stations, byMode, because, announces }: Gate): DocumentDefinition[] {
  const neededWhen: Condition = {
    any: [{ element: 'stationCode', in: [...stations] }, { all: [{ element: 'stationCode', present: false }, byMode] }],
  };
  const document = (
    kind: string,
    name: Bilingual,
    trigger: DocumentDefinition['trigger'],
    root: string,
    fields: readonly FieldMapping[],
    why: Bilingual,
  ): DocumentDefinition => ({
    id: `${id}.${kind}`,
    name,
    trigger,
    neededWhen,
    because: why,
    fields: [...head, ...fields],
    encode: encodeJson(root, kind),
  });
  const filed = [...goods, ...announces, ...boxes];
  const withdrawn = { zh: '申报已撤回', en: 'The filing is withdrawn' };
  const acts = { zh: '卡口凭一次放行放货', en: 'The gate acts on the one release' };
  const revoked = { zh: '放行已撤销', en: 'The release is revoked' };
  return [
    document(
      'passage-plan',
      { zh: '过卡预报', en: 'Passage plan' },
      'shipment.submitted',
      'passagePlan',
      filed,
      because,
    ),
    document(
      'passage-withdrawal',
      { zh: '取消过卡预报', en: 'Cancellation of the passage plan' },
      'shipment.withdrawn',
      'passageCancellation',
      [],
      withdrawn,
    ),
    document(
      'release-order',
      { zh: '放行指令', en: 'Release order' },
      'release.granted',
      'releaseOrder',
      release,
      acts,
    ),
    document(
      'release-revocation',
      { zh: '撤销放行', en: 'Revocation of the release' },
      'release.revoked',
      'releaseRevocation',
      release,
      revoked,
    ),
  ];
}

/** EPCIS, and of one of its own places: which gate speaks is said by where it happened. */
function speaksOf({ bytes }: InboundBytes, stations: readonly string[]): boolean {
  const text = Buffer.from(bytes.subarray(0, 4000)).toString('utf-8').replace('\uFEFF', '').trimStart();
  return (
    text.startsWith('{') &&
    text.includes('"EPCISDocument"') &&
    stations.some((one) => text.includes(`"${STATION}${one}"`))
  );
}

export function gateChannel(gate: Gate): Channel {
  const { id, name, stations, simulatorPort, shows } = gate;
  return {
    id,
    promise: 'N10',
    name,
    station: id,
    profile: {
      ...usualProfile,
      simulatorPort,
      ...(shows ? { shows } : {}),
      retryAfterMs: [500, 2000, 10_000, 60_000, 300_000, 1_800_000],
      format: 'to-be-agreed',
    },
    documents: documentsOf(gate),
    recognises: (message) => speaksOf(message, stations),
    interpret: ({ bytes }) => readGateEvents(bytes, stations),
    simulator: simulateGate(gate),
  };
}
