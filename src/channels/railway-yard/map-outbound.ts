// What goes out to the railway yard: which form element becomes which field, and how it is written (P10).
import type { Condition } from '../../kernel/condition.ts';
import type { DocumentDefinition, FieldMapping, MappedField } from '../../hub/mapping/contract.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { writeXml, type XmlPart } from '../../runtime/codec/xml.ts';

const served: Condition = {
  any: [
    { element: 'stationCode', equals: 'CKG-TUANJIECUN' },
    {
      all: [
        { element: 'stationCode', present: false },
        { element: 'transportMode', equals: '3' },
      ],
    },
  ],
};
const head: readonly FieldMapping[] = [
  { target: 'MESSAGE_ID', from: ['dispatch.clientNumber'], always: true },
  { target: 'REFERENCE', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
  { target: 'BILL_NO', from: ['billNumber'], always: true },
  { target: 'DECL_PORT', from: ['declarationOffice'], always: true },
];
const plan: readonly FieldMapping[] = [
  { target: 'CARRIAGE_NO', from: ['conveyanceId'] },
  { target: 'PICKUP_PARTY', from: ['pickupParty', 'traderName'] },
  { target: 'PICKUP_VEHICLE', from: ['pickupVehicle'] },
  { target: 'PICKUP_DRIVER', from: ['pickupDriver'] },
  { target: 'PICKUP_TIME', from: ['pickupFrom'], convert: 'partnerSecond' },
  { target: 'PACK_NO', from: ['packageCount'] },
  { target: 'GROSS_WT', from: ['grossMassKg'] },
  { target: 'CONTA_NO', from: ['containerNumber'], each: 'containers' },
  { target: 'SEALID', from: ['sealNumber'], each: 'containers' },
];
const release: readonly FieldMapping[] = [
  { target: 'REL_NO', from: ['release.number'], always: true },
  { target: 'REL_OBJECT', from: ['release.objectId'] },
  { target: 'REL_TOKEN', from: ['release.token'] },
  { target: 'REL_VALID', from: ['release.validUntil'], convert: 'partnerSecond' },
  { target: 'NOTES', from: ['release.because'] },
];

const encoder = (type: string, mode: string) => (fields: readonly MappedField[]) => {
  const one = (target: string) => fields.find((f) => f.target === target)?.value ?? '';
  const list: XmlPart[] = [
    ...fields.filter((f) => f.target !== 'MESSAGE_ID' && f.row === undefined).map((f): XmlPart => [f.target, f.value]),
    ...(mode ? [['REL_MODE', mode] as XmlPart] : []),
  ];
  const rows = [...new Set(fields.flatMap((f) => (f.row === undefined ? [] : [f.row])))].map(
    (i): XmlPart => ['RAILWAY_BILLINFO', fields.filter((f) => f.row === i).map((f) => [f.target, f.value] as const)],
  );
  const xml = writeXml([
    'MESSAGE',
    [
      [
        'MESSAGE_HEAD',
        [
          ['MESSAGE_ID', one('MESSAGE_ID')],
          ['FUNCTION_CODE', '2'],
          ['MESSAGE_TYPE', type],
          ['SENDER', 'PORTICO'],
          ['RECEIVER', one('DECL_PORT')],
          ['VERSION', '1.0'],
        ],
      ],
      ['MESSAGE_LIST', [...list, ...rows]],
    ],
  ]);
  return { bytes: encodeText(xml, 'utf-8'), mediaType: 'application/xml', charset: 'utf-8', fileName: `${type}.xml` };
};

const document = (
  id: string,
  name: DocumentDefinition['name'],
  trigger: DocumentDefinition['trigger'],
  fields: readonly FieldMapping[],
  because: DocumentDefinition['because'],
  type: string,
  mode = '',
  neededWhen: Condition = served,
): DocumentDefinition => ({
  id,
  name,
  trigger,
  neededWhen,
  because,
  fields: [...head, ...fields],
  encode: encoder(type, mode),
});

export const documents: readonly DocumentDefinition[] = [
  document(
    'railway-yard.pick-up-plan',
    { zh: '提箱计划', en: 'Pick-up plan' },
    'shipment.submitted',
    plan,
    { zh: '货物从铁路场站提取', en: 'The goods are picked up at the yard' },
    'WLJK_PLAN',
    '',
    {
      all: [served, { element: 'direction', equals: 'import' }],
    },
  ),
  document(
    'railway-yard.pick-up-withdrawal',
    { zh: '取消提箱计划', en: 'Cancellation of the pick-up plan' },
    'shipment.withdrawn',
    plan,
    { zh: '申报已撤回', en: 'The filing is withdrawn' },
    'WLJK_PLAN',
    '01',
    {
      all: [served, { element: 'direction', equals: 'import' }],
    },
  ),
  document(
    'railway-yard.release-order',
    { zh: '放行指令', en: 'Release order' },
    'release.granted',
    release,
    { zh: '场站凭一次放行放货', en: 'The yard acts on the one release' },
    'WLJK_TREL',
    '06',
  ),
  document(
    'railway-yard.release-revocation',
    { zh: '撤销放行', en: 'Revocation of the release' },
    'release.revoked',
    release,
    { zh: '放行已撤销', en: 'The release is revoked' },
    'WLJK_TREL',
    '01',
  ),
];
