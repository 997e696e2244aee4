// A valid example made from a schema: what a field says about itself first, else by type and format (P12).
import type { TSchema } from 'typebox';

/** The keywords of JSON Schema that our schemas use. */
export type Schema = {
  readonly title?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly minimum?: number;
  readonly minLength?: number;
};
export const asSchema = (schema: TSchema): Schema => schema as unknown as Schema;

const byFormat: Readonly<Record<string, string>> = {
  uuid: '019a9f2e-7a10-7000-8000-000000000001',
  'date-time': '2026-11-20T02:00:00.000Z',
  date: '2026-11-20',
  binary: '',
};
/** Fields whose name says enough in any module. */
const byName: Readonly<Record<string, string>> = {
  zh: '中文',
  en: 'English',
  number: 'PT2611200000017',
  shipmentNumber: 'PT2611200000017',
  channel: 'customs',
  document: 'customs.goods-declaration',
  kind: 'customs.goods-declaration',
  name: '重庆山城光电有限公司（演示）',
  nameEn: 'Chongqing Shancheng Optoelectronics (demo)',
  uscc: '91500103MA5UTRA017',
  customsRegistration: '5003160A01',
  digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  objectId: 'container:CQPU1000014',
  transportMode: '3',
  billNumber: 'RW2611200001',
  conveyance: '中欧班列 X8084',
  goodsName: '笔记本电脑零件',
  path: 'grossMassKg',
  partnerField: 'GrossWet',
  code: '8473309000',
  fileName: 'DecMessage.xml',
  mediaType: 'application/xml',
  objects: 'container:CQPU1000014',
  objectIds: 'container:CQPU1000014',
  containers: 'CQPU1000014',
  within: 'bill:RW2611200001',
  key: 'CQPU1000014',
  via: 'bill:RW2611200001',
  authorities: 'customs',
  by: '海关（演示）',
  recordedBy: '关员甲',
  officer: '关员甲',
  submittedBy: '陈演示',
  pickupParty: '重庆山城光电有限公司（演示）',
  stationId: 'CKG-TUANJIECUN',
  siteId: 'CKG-TUANJIECUN',
  place: 'CKG-TUANJIECUN',
  bay: '1',
  traderReference: 'CLEAN-2026-001',
  declarationNumber: '801620261160000017',
  partnerNumber: 'I20260000000000017',
  reasonCode: '01',
  legalBasis: '《海关法》第二十八条',
  resolution: '以最新指令为准',
  handlingCode: '11',
  findings: '箱货相符',
  sealNumber: 'CN881',
  rule: 'container-check-digit',
  ruleVersion: '1',
  clause: 'B16 三(一)3(1)',
  documentKind: 'customs.goods-declaration',
  format: 'DEC_RESULT',
  charset: 'utf-8',
  type: 'release.granted',
  account: 'trader',
  roles: 'declarant',
  actions: 'shipment.read',
  prefix: 'pk_1f0c2a9b',
  secret: 'pk_1f0c2a9b_…',
  token: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln',
  reason: '车辆未到',
  state: 'delivered',
  detail: 'HTTP 200',
};
/** The same for texts in both languages. */
const byTextName: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  text: { zh: '海关：放行', en: 'Customs: released' },
  reason: { zh: '核对品名与数量', en: 'Check the description and the quantity' },
  frees: { zh: '查验结果正常后，海关下达放行指令', en: 'Customs releases after a normal inspection result' },
  name: { zh: '报关单', en: 'Customs declaration' },
  documentName: { zh: '报关单', en: 'Customs declaration' },
  channelName: { zh: '海关', en: 'Customs' },
  label: { zh: '毛重（千克）', en: 'Gross mass (kg)' },
  objectLabel: { zh: '集装箱 CQPU1000014', en: 'Container CQPU1000014' },
  siteName: { zh: '团结村查验场', en: 'Tuanjiecun inspection site' },
  message: { zh: '箱号校验位不符', en: 'The check digit of the container number does not fit' },
  remedy: { zh: '请核对箱号', en: 'Check the container number' },
  because: { zh: '进出口货物须向海关申报', en: 'Goods are declared to customs' },
  slotReason: { zh: '最早可用时段', en: 'The earliest free slot' },
  revokedBecause: { zh: '海关再次布控', en: 'Customs holds again' },
  wouldChange: { zh: '海关放行', en: 'A release by customs' },
};

export function exampleOf(schema: Schema, name = ''): unknown {
  if (schema.examples?.length) return schema.examples[0];
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.title === 'Bilingual' && byTextName[name]) return byTextName[name];
  if (schema.anyOf) return schema.anyOf[0] && exampleOf(schema.anyOf[0], name);
  if (schema.properties)
    return Object.fromEntries(Object.entries(schema.properties).map(([key, field]) => [key, exampleOf(field, key)]));
  switch (schema.type) {
    case 'object':
      return {};
    case 'array':
      return schema.items ? [exampleOf(schema.items, name)] : [];
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return byFormat[schema.format ?? ''] ?? byName[name] ?? (name || 'text');
  }
}
