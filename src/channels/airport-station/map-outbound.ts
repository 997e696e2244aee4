// What goes out to the air cargo station: which form element becomes which field, and how it is written (P10).
import type { Condition } from '../../kernel/condition.ts';
import type { DocumentDefinition, FieldMapping, MappedField } from '../../hub/mapping/contract.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { waybills } from './write-waybill.ts';

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
  { target: 'driver', from: ['pickupDriver'] },
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

export const documents: readonly DocumentDefinition[] = [
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
  ...waybills,
];
