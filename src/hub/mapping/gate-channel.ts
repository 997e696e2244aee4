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
  /** Vehicles pass it with a gate pass of customs (核放单), which it is told of. */
  readonly byGatePass?: true;
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

const pass: readonly FieldMapping[] = [
  { target: 'gatePass', from: ['paper.number'], always: true },
  { target: 'bondedList', from: ['zone.list'] },
  { target: 'vehicle', from: ['pickupVehicle'] },
  { target: 'vehicleTareKg', from: ['vehicleTareKg'] },
  { target: 'grossMassKg', from: ['grossMassKg'] },
];
const passTold = (say: string, outdated: boolean): Condition => ({
  all: [
    { element: 'paper.paper', equals: 'gate-pass' },
    { element: 'paper.say', equals: say },
    ...(outdated ? [] : [{ element: 'paper.outdated', present: false } as const]),
  ],
});

function documentsOf({ id, stations, byMode, because, announces, byGatePass }: Gate): DocumentDefinition[] {
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
    also?: Condition,
  ): DocumentDefinition => ({
    id: `${id}.${kind}`,
    name,
    trigger,
    neededWhen: also ? { all: [neededWhen, also] } : neededWhen,
    because: why,
    fields: [...head, ...fields],
    encode: encodeJson(root, kind),
  });
  const filed = [...goods, ...announces, ...boxes];
  const withdrawn = { zh: '申报已撤回', en: 'The filing is withdrawn' };
  const acts = { zh: '卡口凭一次放行放货', en: 'The gate acts on the one release' };
  const revoked = { zh: '放行已撤销', en: 'The release is revoked' };
  const granted = { zh: '海关已通过核放单', en: 'Customs has granted the gate pass' };
  const ended = { zh: '核放单已作废', en: 'The gate pass is taken back' };
  const passes = [
    document(
      'gate-pass',
      { zh: '核放单通知', en: 'Notice of the gate pass' },
      'shipment.zone-paper-told',
      'gatePass',
      [...pass, ...boxes],
      granted,
      passTold('granted', false),
    ),
    document(
      'gate-pass-withdrawal',
      { zh: '核放单作废通知', en: 'Notice that the gate pass is taken back' },
      'shipment.zone-paper-told',
      'gatePassCancellation',
      pass.slice(0, 1),
      ended,
      passTold('ended', true),
    ),
  ];
  return [
    ...(byGatePass ? passes : []),
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
