// What goes to Singapore's trade platform: the pre-advice, certificates of releases and how a case stands when it asks (N14). Names are those of
// the WCO data model (classes of its JSON form), which both sides' windows are built on.
import { encodeJson } from '../../hub/mapping/index.ts';
import type { DocumentDefinition, FieldMapping } from '../../hub/mapping/contract.ts';
import type { Condition } from '../../kernel/condition.ts';

const through: Condition = { element: 'corridorMode', present: true };
const ours: Condition = { all: [through, { element: 'credential.flow', equals: 'issued' }] };
const asked: Condition = { element: 'state.channel', equals: 'china-singapore' };

const heading: readonly FieldMapping[] = [
  { target: 'functionalReferenceId', from: ['dispatch.clientNumber'], always: true },
  { target: 'traderAssignedReferenceId', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
  { target: 'issueDateTime', from: ['dispatch.sentAt'], always: true },
];
const functionOf: FieldMapping = {
  target: 'functionCode',
  from: ['dispatch.operation'],
  convert: 'messageFunction',
  always: true,
};
const preAdvice: readonly FieldMapping[] = [
  ...heading,
  functionOf,
  { target: 'corridor', from: ['corridorMode'], required: true },
  { target: 'direction', from: ['direction'] },
  // Singapore looks its own permit up by this; the permit itself does not travel.
  { target: 'additionalDocumentId', from: ['peerPermitNumber'] },
  { target: 'consignor/name', from: ['consignorName'] },
  { target: 'consignee/name', from: ['consigneeName'] },
  { target: 'transportContractDocument/id', from: ['billNumber'] },
  { target: 'arrivalTransportMeans/modeCode', from: ['transportMode'] },
  { target: 'arrivalTransportMeans/id', from: ['conveyanceId'] },
  { target: 'arrivalTransportMeans/journeyId', from: ['voyageNumber'] },
  { target: 'transfer/locationId', from: ['transferPlace'] },
  { target: 'transfer/transportMeansId', from: ['onwardConveyance'] },
  { target: 'transfer/departureDateTime', from: ['onwardDeparture'] },
  { target: 'totalPackageQuantity', from: ['packageCount'] },
  { target: 'totalGrossMassMeasure', from: ['grossMassKg'] },
  { target: 'transportEquipment/id', from: ['containerNumber'], each: 'containers' },
  { target: 'transportEquipment/sealId', from: ['sealNumber'], each: 'containers' },
  { target: 'governmentAgencyGoodsItem/sequenceNumeric', from: ['lineNumber'], each: 'goods' },
  { target: 'governmentAgencyGoodsItem/classificationId', from: ['hsCode'], each: 'goods' },
  { target: 'governmentAgencyGoodsItem/description', from: ['goodsNameForeign', 'goodsName'], each: 'goods' },
];
const certificate: readonly FieldMapping[] = [
  ...heading,
  { target: 'transportContractDocument/id', from: ['billNumber'] },
  { target: 'credentialId', from: ['credential.number'], always: true },
];

export const documents: readonly DocumentDefinition[] = [
  {
    id: 'china-singapore.pre-advice',
    name: { zh: '中新联运预报', en: 'China–Singapore pre-advice' },
    trigger: 'shipment.submitted',
    neededWhen: through,
    because: { zh: '货物经新加坡联运', en: 'The goods go through Singapore' },
    fields: preAdvice,
    encode: encodeJson('preAdvice', 'pre-advice'),
  },
  {
    id: 'china-singapore.pre-advice-withdrawal',
    name: { zh: '撤回中新联运预报', en: 'Withdrawal of the China–Singapore pre-advice' },
    trigger: 'shipment.withdrawn',
    neededWhen: through,
    because: { zh: '申报已撤回', en: 'The filing is withdrawn' },
    fields: [...heading, functionOf],
    encode: encodeJson('preAdvice', 'pre-advice-withdrawal'),
  },
  {
    id: 'china-singapore.certificate',
    name: { zh: '放行证书', en: 'Release certificate' },
    trigger: 'credential.issued',
    neededWhen: through,
    because: { zh: '对方可自行核验放行', en: 'The other side can check the release for itself' },
    fields: [...certificate, { target: 'credential', from: ['credential.token'], always: true }],
    encode: encodeJson('certificateIssued', 'certificate'),
  },
  {
    id: 'china-singapore.certificate-revocation',
    name: { zh: '放行证书失效通知', en: 'Release certificate revoked' },
    trigger: 'credential.revoked',
    neededWhen: ours,
    because: { zh: '放行不再有效', en: 'The release holds no longer' },
    fields: [...certificate, { target: 'reason', from: ['credential.because'] }],
    encode: encodeJson('certificateRevoked', 'certificate-revocation'),
  },
  {
    id: 'china-singapore.state',
    name: { zh: '状态答复', en: 'Answer on the state' },
    trigger: 'state.asked',
    neededWhen: asked,
    because: { zh: '对方查询本票状态', en: 'The other side asked how the case stands' },
    fields: [
      ...heading,
      { target: 'question', from: ['state.question'], always: true },
      { target: 'state', from: ['state.state'], always: true },
      { target: 'progress', from: ['state.progress'], always: true },
      { target: 'version', from: ['state.version'], always: true },
    ],
    encode: encodeJson('stateAnswer', 'state'),
  },
];
