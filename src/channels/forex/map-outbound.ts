// What goes out to the foreign exchange administration when goods have come in or left: the data by which receipts and payments are verified
// (货物贸易外汇收支; SC 19, 22), with the enterprise; and what an enterprise applies for in the directory (名录登记), which is of no case.
import type { DocumentDefinition, FieldMapping } from '../../hub/mapping/contract.ts';
import { encodeJson } from '../../hub/mapping/index.ts';

const head: readonly FieldMapping[] = [
  { target: 'clientNumber', from: ['dispatch.clientNumber'], always: true },
  { target: 'reference', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
  { target: 'declarationNumber', from: ['dispatch.declarationNumber'], always: true, length: '18' },
  { target: 'uscc', from: ['traderUscc'], always: true, length: '18' },
  { target: 'direction', from: ['direction'], always: true, convert: 'directionLetter', length: '1' },
];

export const documents: readonly DocumentDefinition[] = [
  {
    id: 'forex.trade-data',
    name: { zh: '外汇收支核验数据', en: 'Data to verify receipts and payments' },
    trigger: 'shipment.closed',
    neededWhen: { always: true },
    because: {
      zh: '货物已进出境，收付汇据此核验',
      en: 'The goods have crossed: receipts and payments are verified by them',
    },
    fields: [
      ...head,
      { target: 'enterprise', from: ['traderName'], always: true },
      { target: 'supervisionMode', from: ['supervisionMode'], always: true, length: '4' },
      { target: 'tradeTerms', from: ['tradeTerms'], length: '1' },
      { target: 'contractNumber', from: ['contractNumber'] },
      { target: 'tradingCountry', from: ['tradingCountry'], length: '3' },
      { target: 'crossedAt', from: ['correction.leftAt', 'dispatch.sentAt'], always: true },
      { target: 'amounts/line', from: ['lineNumber'], each: 'goods', always: true },
      { target: 'amounts/currency', from: ['currency'], each: 'goods', always: true, length: '3' },
      { target: 'amounts/amount', from: ['totalPrice'], each: 'goods', always: true },
    ],
    encode: encodeJson('tradeData', 'trade-data'),
  },
  {
    id: 'forex.trade-data-reversal',
    name: { zh: '撤销外汇收支核验数据', en: 'Verification data taken back' },
    trigger: 'shipment.reopened',
    neededWhen: { always: true },
    because: { zh: '货物并未进出境或已退回', en: 'The goods have not crossed after all, or came back' },
    fields: head,
    encode: encodeJson('tradeDataReversal', 'trade-data-reversal'),
  },
  {
    id: 'forex.directory-application',
    name: { zh: '外汇名录申请', en: 'Application for the directory' },
    trigger: 'directory.applied',
    neededWhen: { always: true },
    because: {
      zh: '企业申请名录登记、变更或注销',
      en: 'The enterprise applies to be registered, changed or cancelled in the directory',
    },
    fields: [
      { target: 'clientNumber', from: ['dispatch.clientNumber'], always: true, length: '40' },
      { target: 'number', from: ['application.number'], always: true, length: '40' },
      { target: 'version', from: ['dispatch.version'], always: true },
      { target: 'kind', from: ['application.kind'], always: true },
      { target: 'filedAt', from: ['dispatch.sentAt'], always: true },
      { target: 'reference', from: ['application.reference', 'application.number'], always: true },
      { target: 'uscc', from: ['application.uscc'], always: true, length: '18' },
      { target: 'enterprise', from: ['application.name'], always: true },
      { target: 'enterpriseEn', from: ['application.nameEn'] },
      { target: 'customsCode', from: ['application.customsCode'], length: '10' },
      { target: 'address', from: ['application.address'] },
      { target: 'postcode', from: ['application.postcode'], length: '6' },
      { target: 'legalRepresentative', from: ['application.legalRepresentative'] },
      { target: 'inSpecialZone', from: ['application.inSpecialZone'], length: '1' },
      { target: 'directoryNumber', from: ['application.directoryNumber'] },
      { target: 'changes', from: ['application.changes'] },
      { target: 'reason', from: ['application.reason'] },
      { target: 'contact/name', from: ['application.contactName'], always: true },
      { target: 'contact/phone', from: ['application.contactPhone'], always: true },
      { target: 'contact/email', from: ['application.contactEmail'] },
    ],
    encode: encodeJson('directoryApplication', 'directory-application'),
  },
];
