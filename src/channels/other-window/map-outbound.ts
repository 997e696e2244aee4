// What goes to another single window: our filing as a WCO declaration, and to a window that filed with us what became of it (P10, X11).
import type { DocumentDefinition, EncodedDocument, FieldMapping, MappedField } from '../../hub/mapping/contract.ts';
import type { Condition } from '../../kernel/condition.ts';
import { CREDENTIAL_TYPE } from '../../kernel/credential.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { writeXml } from '../../runtime/codec/xml.ts';
import { toTree } from './message-tree.ts';
import { ASKED, CREDENTIAL, DECLARATION, RESPONSE } from './profile.ts';

const answersPeer: Condition = { element: 'peerReference', present: true };
const tellsPeer: Condition = { all: [{ element: 'peerWindow', present: true }, { not: answersPeer }] };

/** A certificate (compact JWS) travels as the binary object that it is, with its media type. */
const asBinary = (field: MappedField): MappedField[] =>
  field.target === CREDENTIAL
    ? [
        { ...field, value: Buffer.from(field.value).toString('base64') },
        { ...field, target: `${CREDENTIAL}/@mimeCode`, value: `application/${CREDENTIAL_TYPE}` },
      ]
    : [field];

const encode =
  (root: string, namespace: string, constants: readonly (readonly [target: string, value: string])[] = []) =>
  (fields: readonly MappedField[]): EncodedDocument => {
    const fixed = constants.map(([target, value]): MappedField => ({ target, value, from: [] }));
    const text = writeXml(toTree(root, namespace, [...fixed, ...fields.flatMap(asBinary)]));
    return {
      bytes: encodeText(text, 'utf-8'),
      mediaType: 'application/xml',
      charset: 'utf-8',
      fileName: `${root.toLowerCase()}.xml`,
    };
  };

const heading: readonly FieldMapping[] = [
  { target: 'FunctionCode', from: ['dispatch.operation'], convert: 'messageFunction', always: true },
  { target: 'FunctionalReferenceID', from: ['dispatch.clientNumber'], always: true },
  { target: 'TraderAssignedReferenceID', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
  { target: 'IssueDateTime/DateTimeString', from: ['dispatch.sentAt'], convert: 'partnerSecond', always: true },
];
const item = 'GoodsShipment/GovernmentAgencyGoodsItem';
/** Our number of the case, the same in every version: by it the other window's case is asked for. */
const CASE = 'GoodsShipment/UCR/ID';
const consignment = 'GoodsShipment/Consignment';

/** Read back by the window that gets it: every row whose converter has a way back. */
export const declarationFields: readonly FieldMapping[] = [
  ...heading,
  { target: 'TypeCode', from: ['direction'], always: true },
  { target: 'ExaminationOffice/ID', from: ['peerWindow'], always: true },
  { target: 'TotalPackageQuantity', from: ['packageCount'] },
  { target: 'TotalGrossMassMeasure', from: ['grossMassKg'] },
  { target: 'BorderTransportMeans/ModeCode', from: ['transportMode'], always: true },
  { target: 'BorderTransportMeans/ID', from: ['conveyanceId'] },
  { target: 'BorderTransportMeans/Name', from: ['conveyanceName'] },
  { target: 'BorderTransportMeans/JourneyID', from: ['voyageNumber'] },
  { target: 'GoodsShipment/Trader/ID', from: ['traderUscc'] },
  { target: 'GoodsShipment/Trader/Name', from: ['traderName'] },
  { target: 'GoodsShipment/Consignee/ID', from: ['consigneeCode'] },
  { target: 'GoodsShipment/Consignee/Name', from: ['consigneeName'] },
  { target: 'GoodsShipment/Consignor/ID', from: ['consignorCode'] },
  { target: 'GoodsShipment/Consignor/Name', from: ['consignorName'] },
  { target: CASE, from: ['dispatch.shipmentNumber'], always: true },
  { target: 'GoodsShipment/UCR/TraderAssignedReferenceID', from: ['contractNumber'] },
  { target: `${consignment}/TransportContractDocument/ID`, from: ['billNumber'] },
  { target: `${consignment}/TransportEquipment/ID`, from: ['containerNumber'], each: 'containers' },
  { target: `${consignment}/TransportEquipment/Seal/ID`, from: ['sealNumber'], each: 'containers' },
  { target: `${item}/SequenceNumeric`, from: ['lineNumber'], each: 'goods' },
  { target: `${item}/Commodity/Description`, from: ['goodsName'], each: 'goods' },
  { target: `${item}/Commodity/Classification/ID`, from: ['hsCode'], each: 'goods' },
  { target: `${item}/Commodity/GoodsMeasure/TariffQuantity`, from: ['quantity'], each: 'goods' },
  { target: `${item}/Commodity/GoodsMeasure/TariffQuantity/@unitCode`, from: ['quantityUnit'], each: 'goods' },
  { target: `${item}/Commodity/InvoiceLine/ItemChargeAmount`, from: ['totalPrice'], each: 'goods' },
  { target: `${item}/Commodity/InvoiceLine/ItemChargeAmount/@currencyID`, from: ['currency'], each: 'goods' },
  { target: `${item}/Origin/CountryCode`, from: ['originCountry'], each: 'goods' },
];

/** What either window says of a case that both have: by the other's own number, where it began the case, and by ours. */
const between: readonly FieldMapping[] = [
  { target: 'FunctionalReferenceID', from: ['dispatch.clientNumber'], always: true },
  { target: 'TraderAssignedReferenceID', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
  { target: 'IssueDateTime/DateTimeString', from: ['dispatch.sentAt'], convert: 'partnerSecond', always: true },
  { target: 'Declaration/FunctionalReferenceID', from: ['peerReference'] },
  { target: 'Declaration/ID', from: ['dispatch.shipmentNumber'], always: true },
];
const certificate: readonly FieldMapping[] = [
  ...between,
  { target: 'AdditionalDocument/ID', from: ['credential.number'], always: true },
  { target: 'AdditionalDocument/Submitter/ID', from: ['dispatch.issuer'], always: true },
];
const bothTell: Condition = { any: [{ element: 'peerWindow', present: true }, answersPeer] };

const response: readonly FieldMapping[] = [
  { target: 'FunctionalReferenceID', from: ['dispatch.clientNumber'], always: true },
  { target: 'TraderAssignedReferenceID', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
  { target: 'IssueDateTime/DateTimeString', from: ['dispatch.sentAt'], convert: 'partnerSecond', always: true },
  { target: 'Declaration/FunctionalReferenceID', from: ['peerReference'], always: true },
  { target: 'Declaration/ID', from: ['dispatch.shipmentNumber'], always: true },
];

export const documents: readonly DocumentDefinition[] = [
  {
    id: 'other-window.declaration',
    name: { zh: '向对方单一窗口申报', en: 'Declaration to another window' },
    trigger: 'shipment.submitted',
    neededWhen: tellsPeer,
    because: { zh: '填有对方单一窗口', en: 'Another single window is named' },
    fields: declarationFields,
    encode: encode('Declaration', DECLARATION),
  },
  {
    id: 'other-window.withdrawal',
    name: { zh: '撤回向对方单一窗口的申报', en: 'Withdrawal at another window' },
    trigger: 'shipment.withdrawn',
    neededWhen: tellsPeer,
    because: { zh: '申报已撤回', en: 'The filing is withdrawn' },
    fields: heading,
    encode: encode('Declaration', DECLARATION),
  },
  {
    id: 'other-window.registered',
    name: { zh: '告知对方单一窗口：已申报', en: 'To the other window: filed here' },
    trigger: 'shipment.submitted',
    neededWhen: answersPeer,
    because: { zh: '该票由对方单一窗口传来', en: 'The case came from another window' },
    fields: response,
    encode: encode('Response', RESPONSE, [['FunctionCode', '01']]),
  },
  {
    id: 'other-window.released',
    name: { zh: '告知对方单一窗口：已放行', en: 'To the other window: released here' },
    trigger: 'release.granted',
    neededWhen: answersPeer,
    because: { zh: '该票由对方单一窗口传来', en: 'The case came from another window' },
    fields: [...response, { target: 'AdditionalInformation/StatementDescription', from: ['release.objectId'] }],
    encode: encode('Response', RESPONSE, [['FunctionCode', '09']]),
  },
  {
    id: 'other-window.certificate',
    name: { zh: '放行证书（对方单一窗口）', en: 'Release certificate for the other window' },
    trigger: 'credential.issued',
    neededWhen: bothTell,
    because: { zh: '对方可自行核验放行', en: 'The other side can check the release for itself' },
    fields: [...certificate, { target: CREDENTIAL, from: ['credential.token'], always: true }],
    encode: encode('Response', RESPONSE, [['FunctionCode', '44']]),
  },
  {
    id: 'other-window.certificate-revocation',
    name: { zh: '放行证书失效通知（对方单一窗口）', en: 'Release certificate revoked, to the other window' },
    trigger: 'credential.revoked',
    neededWhen: { all: [bothTell, { element: 'credential.flow', equals: 'issued' }] },
    because: { zh: '放行不再有效', en: 'The release holds no longer' },
    fields: [...certificate, { target: 'AdditionalInformation/StatementDescription', from: ['credential.because'] }],
    encode: encode('Response', RESPONSE, [['FunctionCode', '45']]),
  },
  {
    id: 'other-window.state-query',
    name: { zh: '查询对方单一窗口状态', en: 'Question to the other window how its case stands' },
    trigger: 'shipment.closed',
    neededWhen: bothTell,
    because: { zh: '本方货物已离开，查询对方进展', en: 'Our goods have left; how far is the other side' },
    fields: [
      { target: 'FunctionalReferenceID', from: ['dispatch.clientNumber'], always: true },
      { target: 'TraderAssignedReferenceID', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
      { target: 'IssueDateTime/DateTimeString', from: ['dispatch.sentAt'], convert: 'partnerSecond', always: true },
      // The other window's own number where it began the case, else ours, which it has from the declaration.
      { target: ASKED, from: ['peerReference', 'dispatch.shipmentNumber'], always: true },
    ],
    encode: encode('Declaration', DECLARATION, [['FunctionCode', '13']]),
  },
  {
    id: 'other-window.state',
    name: { zh: '答复对方单一窗口：状态', en: 'To the other window: how the case stands' },
    trigger: 'state.asked',
    neededWhen: { element: 'state.channel', equals: 'other-window' },
    because: { zh: '对方查询本票状态', en: 'The other side asked how the case stands' },
    fields: [
      { target: 'FunctionalReferenceID', from: ['dispatch.clientNumber'], always: true },
      { target: 'TraderAssignedReferenceID', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
      { target: 'IssueDateTime/DateTimeString', from: ['dispatch.sentAt'], convert: 'partnerSecond', always: true },
      { target: 'Declaration/FunctionalReferenceID', from: ['state.question'], always: true },
      { target: 'Declaration/ID', from: ['dispatch.shipmentNumber'], always: true },
      { target: 'Status/NameCode', from: ['state.state'], always: true },
      { target: 'Status/Progress', from: ['state.progress'], always: true },
      { target: 'Declaration/VersionID', from: ['state.version'], always: true },
    ],
    encode: encode('Response', RESPONSE, [['FunctionCode', '11']]),
  },
];
