// Air cargo stations (N10): status messages in as Cargo-IMP FSU (RCF arrived, DLV delivered); the release order goes out as
// JSON, to be agreed with the station.
import type { Condition } from '../../kernel/condition.ts';
import { readPartnerTime, toPartnerTime } from '../../kernel/instant.ts';
import type {
  Channel,
  DocumentDefinition,
  FieldMapping,
  InboundFact,
  Interpretation,
  MappedField,
} from '../../hub/mapping/contract.ts';
import { decodeText, encodeText } from '../../runtime/codec/charset.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';

const served: Condition = {
  any: [
    { element: 'stationCode', equals: 'CKG-JIANGBEI' },
    {
      all: [
        { element: 'stationCode', present: false },
        { element: 'transportMode', equals: '5' },
      ],
    },
  ],
};
const head: readonly FieldMapping[] = [
  { target: 'messageNumber', from: ['dispatch.clientNumber'], always: true },
  { target: 'reference', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
  { target: 'airWaybill', from: ['billNumber'], always: true },
];
const plan: readonly FieldMapping[] = [
  { target: 'flight', from: ['voyageNumber'] },
  { target: 'pieces', from: ['packageCount'] },
  { target: 'grossMassKg', from: ['grossMassKg'] },
  { target: 'pickUpParty', from: ['pickupParty', 'traderName'] },
  { target: 'vehicle', from: ['pickupVehicle'] },
  { target: 'plannedAt', from: ['pickupFrom'], convert: 'partnerSecond' },
  { target: 'perishable', from: ['freshGoods'] },
];
const release: readonly FieldMapping[] = [
  { target: 'releaseNumber', from: ['release.number'], always: true },
  { target: 'object', from: ['release.objectId'] },
  { target: 'token', from: ['release.token'] },
  { target: 'validUntil', from: ['release.validUntil'], convert: 'partnerSecond' },
  { target: 'because', from: ['release.because'] },
];

const encoder = (kind: string) => (fields: readonly MappedField[]) => ({
  bytes: encodeText(
    JSON.stringify({ [kind]: Object.fromEntries(fields.map((f) => [f.target, f.value])) }, null, 1),
    'utf-8',
  ),
  mediaType: 'application/json',
  charset: 'utf-8',
  fileName: `${kind}.json`,
});
const document = (
  id: string,
  name: DocumentDefinition['name'],
  trigger: DocumentDefinition['trigger'],
  fields: readonly FieldMapping[],
  because: DocumentDefinition['because'],
  kind: string,
  neededWhen: Condition = served,
): DocumentDefinition => ({
  id,
  name,
  trigger,
  neededWhen,
  because,
  fields: [...head, ...fields],
  encode: encoder(kind),
});

/** `FSU/14`, then the waybill line, then status lines `DLV/20NOV1930/CKG/T10K200` with an optional `OSI/` remark. */
function interpret(bytes: Uint8Array): Interpretation {
  const lines = decodeText(bytes, 'utf-8')
    .split(/\r?\n/)
    .map((l) => l.trim())
    .filter(Boolean);
  const [kind = '', waybill = '', ...rest] = lines;
  const bill = /^(\d{3}-\d{8})/.exec(waybill)?.[1];
  const stamp = rest.find((l) => l.startsWith('OSI/AT '))?.slice(7) ?? '';
  const number = rest.find((l) => l.startsWith('OSI/REL '))?.slice(8);
  const at = readPartnerTime(stamp);
  const status = rest.find((l) => /^(RCF|DLV|ARR)\//.test(l))?.slice(0, 3);
  if (!/^FSU\/\d+$/.test(kind) || !bill || !status || !at)
    throw new UnreadableMessage('FSU 报文缺少运单、状态或时间', 'The FSU message lacks waybill, status or time');
  const facts: InboundFact[] =
    status === 'DLV'
      ? [{ fact: 'gated-out', place: 'CKG-JIANGBEI', at, bill, ...(number ? { releaseNumber: number } : {}) }]
      : [{ fact: 'arrived', place: 'CKG-JIANGBEI', arrivedAt: at, bill, containers: [] }];
  return { format: `${kind} ${status}`, partnerMessageId: `${bill}/${status}/${stamp}/${number ?? ''}`, facts };
}

const sentBody = (bytes: Uint8Array): Record<string, string> =>
  Object.values(JSON.parse(decodeText(bytes, 'utf-8')) as Record<string, Record<string, string>>)[0] ?? {};

export const airportStation: Channel = {
  id: 'airport-station',
  promise: 'N10',
  name: { zh: '机场货站', en: 'Air cargo station' },
  station: 'airport-station',
  profile: {
    transport: 'http-push',
    simulatorPort: 9108,
    path: '/',
    charset: 'utf-8',
    timeoutMs: 10_000,
    maxBytes: 256 * 1024,
    retryAfterMs: [500, 2000, 10_000, 60_000, 300_000, 1_800_000],
    format: 'to-be-agreed',
  },
  documents: [
    document(
      'airport-station.pick-up-plan',
      { zh: '提货计划', en: 'Pick-up plan' },
      'shipment.submitted',
      plan,
      { zh: '货物从机场货站提取', en: 'The goods are picked up at the air cargo station' },
      'pickUpPlan',
      {
        all: [served, { element: 'direction', equals: 'import' }],
      },
    ),
    document(
      'airport-station.pick-up-withdrawal',
      { zh: '取消提货计划', en: 'Cancellation of the pick-up plan' },
      'shipment.withdrawn',
      plan,
      { zh: '申报已撤回', en: 'The filing is withdrawn' },
      'pickUpCancellation',
      {
        all: [served, { element: 'direction', equals: 'import' }],
      },
    ),
    document(
      'airport-station.release-order',
      { zh: '放行指令', en: 'Release order' },
      'release.granted',
      release,
      { zh: '货站凭一次放行放货', en: 'The station acts on the one release' },
      'releaseOrder',
    ),
    document(
      'airport-station.release-revocation',
      { zh: '撤销放行', en: 'Revocation of the release' },
      'release.revoked',
      release,
      { zh: '放行已撤销', en: 'The release is revoked' },
      'releaseRevocation',
    ),
  ],
  recognises: ({ bytes }) => /^FSU\/\d+/.test(Buffer.from(bytes.subarray(0, 10)).toString('latin1')),
  interpret: ({ bytes }) => interpret(bytes),
  simulator: {
    name: { zh: '机场货站（模拟）', en: 'Air cargo station (simulated)' },
    referenceIn: ({ bytes }) => sentBody(bytes).reference,
    react: ({ bytes, kind, scenario }, world) => {
      if (kind !== 'airport-station.release-order' || scenario === 'REHOLD') return { status: 200, later: [] };
      const body = sentBody(bytes);
      const afterMs = 20_000;
      const at = toPartnerTime(new Date(Date.parse(world.now) + afterMs).toISOString(), 'yyyyMMddHHmmss');
      const text = `FSU/14\n${body.airWaybill}XXXCKG/T1K1\nDLV/${at.slice(6, 8)}/CKG/T1K1\nOSI/AT ${at}\nOSI/REL ${body.releaseNumber}\n`;
      return {
        status: 200,
        later: [
          {
            afterMs,
            message: { bytes: Buffer.from(text), contentType: 'text/plain', fileName: `FSU-${world.next()}.txt` },
          },
        ],
      };
    },
  },
};
