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
};

export function exampleOf(schema: Schema, name = ''): unknown {
  if (schema.examples?.length) return schema.examples[0];
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
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
