// The goods declaration (DecMessage v3.1): the table mirrors the message, element by element in its order (formats §1).
// Exports swap OriginCountry and DestinationCountry (formats §1.5, a trap of the real interface).
import type { EncodedDocument, FieldMapping, MappedField } from '../../hub/mapping/contract.ts';
import { declarationCodes } from '../../hub/mapping/index.ts';
import { elements } from '../../hub/shipment/index.ts';
import type { Condition } from '../../kernel/condition.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { writeXml, type XmlPart } from '../../runtime/codec/xml.ts';
import { headOrder, lineOrder, nodes, signOrder } from './message-tree.ts';
import { NAMESPACE } from './profile.ts';

const byDec = new Map(elements.flatMap((e) => (e.references.dec ? [[e.references.dec, e] as const] : [])));
const converters: Readonly<Record<string, FieldMapping['convert']>> = {
  direction: 'directionLetter',
  borderDate: 'compactDate',
  departureDate: 'compactDate',
  dischargeDate: 'compactDate',
  printDate: 'compactDate',
};
/** What only the sending knows, before what an imported declaration said. */
const dispatched: Readonly<Record<string, string>> = {
  clientNumber: 'dispatch.clientNumber',
  traderReference: 'dispatch.reference',
};
const isExport: Condition = { element: 'direction', equals: 'export' };

function fieldsOf(node: string, order: readonly string[], each?: string): FieldMapping[] {
  return order.flatMap((name): FieldMapping[] => {
    const element = byDec.get(`${node}/${name}`);
    if (!element) return [];
    const base = {
      target: `${node}/${name}`,
      always: true,
      ...(each ? { each } : {}),
      ...(element.length ? { length: element.length } : {}),
      ...(element.codeList && declarationCodes[element.codeList] ? { codes: declarationCodes[element.codeList] } : {}),
    };
    if (name === 'Type') return [{ ...base, from: [element.id, 'declarationStep'], convert: 'declarationType' }];
    if (name === 'OperType')
      return [{ ...base, from: [element.id, 'dispatch.operation'], convert: 'declarationOperation' }];
    if (name === 'OriginCountry') return swapped(base, 'originCountry', 'destinationCountry');
    if (name === 'DestinationCountry') return swapped(base, 'destinationCountry', 'originCountry');
    const convert = converters[element.id];
    const own = dispatched[element.id];
    // Our own client number wins over the one of an imported message; a reference the trader typed wins over the case's number.
    const from = own ? (element.id === 'clientNumber' ? [own, element.id] : [element.id, own]) : [element.id];
    return [{ ...base, from, ...(convert ? { convert } : {}) }];
  });
}
const swapped = (base: Omit<FieldMapping, 'from'>, onImport: string, onExport: string): FieldMapping[] => [
  { ...base, from: [onImport], when: { not: isExport } },
  { ...base, from: [onExport], when: isExport },
];

export const declarationFields: readonly FieldMapping[] = [
  ...fieldsOf('DecHead', headOrder),
  ...fieldsOf('DecList', lineOrder, 'goods'),
  ...fieldsOf('DecSign', signOrder),
  ...nodes.flatMap((n) => fieldsOf(n.item, n.order, n.group)),
];

type Values = ReadonlyMap<string, readonly (readonly XmlPart[])[]>;

/** Fields of one node, per row, as XML leaves in the table's order. */
function leavesByNode(fields: readonly MappedField[]): Values {
  const result = new Map<string, XmlPart[][]>();
  for (const field of fields) {
    const [node = '', name = ''] = field.target.split('/');
    const rows = result.get(node) ?? [];
    (rows[field.row ?? 0] ??= []).push([name, field.value]);
    result.set(node, rows);
  }
  return result;
}

export function encodeDeclaration(fields: readonly MappedField[]): EncodedDocument {
  const values = leavesByNode(fields);
  const single = (node: string): XmlPart => [node, values.get(node)?.[0] ?? []];
  const limits = values.get('DecGoodsLimit') ?? [];
  const lines = (values.get('DecList') ?? []).map((leaves): XmlPart => ['DecList', withLimits(leaves, limits)]);
  const groupPart = (item: string, wrapper?: string): XmlPart[] => {
    const items = (values.get(item) ?? []).map((leaves): XmlPart => [item, leaves]);
    return wrapper ? [[wrapper, items]] : items;
  };
  const parts: XmlPart[] = [
    single('DecHead'),
    ['DecLists', lines],
    ...groupPart('LicenseDocu', 'DecLicenseDocus'),
    ...groupPart('Container', 'DecContainers'),
    single('DecSign'),
    single('DecFreeTxt'),
    ...groupPart('DecRequestCert', 'DecRequestCerts'),
    ...groupPart('DecOtherPack', 'DecOtherPacks'),
    ...groupPart('DecCopLimit', 'DecCopLimits'),
    ...groupPart('DecUser', 'DecUsers'),
    ...groupPart('DecCopPromise', 'DecCopPromises'),
    ...groupPart('EdocRealation'),
    ...(values.get('DecTpAccess')?.[0]?.some(([, v]) => v !== '') ? [single('DecTpAccess')] : []),
  ];
  const xml = writeXml(['DecMessage', parts, { version: '3.1', xmlns: NAMESPACE }]);
  const client = fields.find((f) => f.target === 'DecSign/ClientSeqNo')?.value || 'DecMessage';
  return { bytes: encodeText(xml, 'utf-8'), mediaType: 'application/xml', charset: 'utf-8', fileName: `${client}.xml` };
}

/** Product licences stand inside the line they are for, where the interface has them. */
function withLimits(leaves: readonly XmlPart[], limits: readonly (readonly XmlPart[])[]): XmlPart[] {
  const number = leaves.find(([name]) => name === 'GNo')?.[1];
  const own = limits
    .filter((l) => l.find(([name]) => name === 'GoodsNo')?.[1] === number)
    .map((l): XmlPart => ['DecGoodsLimit', l]);
  const at = leaves.findIndex(([name]) => name === 'MnufctrRegNo');
  const part: XmlPart = ['DecGoodsLimits', own];
  return at < 0 ? [...leaves, part] : [...leaves.slice(0, at), part, ...leaves.slice(at)];
}
