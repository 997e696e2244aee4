// Railway yards (N10): WLJK_* messages of the yard interface (formats §3.2): release order out (TREL, REL_MODE 06), import
// tally and export arrival in. The gate-out notice WLJK_GOUT is ours, to be agreed.
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
import { encodeText } from '../../runtime/codec/charset.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, findNode, parseXml, textAt, writeXml, type XmlPart } from '../../runtime/codec/xml.ts';

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

function interpret(bytes: Uint8Array): Interpretation {
  const root = findNode(parseXml(bytes), 'MESSAGE');
  const type = textAt(root, 'MESSAGE_HEAD/MESSAGE_TYPE');
  const id = textAt(root, 'MESSAGE_HEAD/MESSAGE_ID');
  const list = root?.children.find((c) => c.name === 'MESSAGE_LIST');
  if (!list || !id) throw new UnreadableMessage('不是铁路场站报文', 'It is not a rail yard message');
  const at = readPartnerTime(textAt(list, 'ACTUALDATETIME')) ?? readPartnerTime(textAt(list, 'COMPLETEDDATETIME'));
  const place = textAt(list, 'UNLOADING_PLACE');
  const bills = childrenOf(list, 'RAILWAY_BILLINFO');
  const created = textAt(root, 'MESSAGE_HEAD/MESSAGE_CREATE_TIME');
  if (!at) throw new UnreadableMessage('铁路场站报文缺少时间', 'The rail yard message has no time');
  const said = (facts: InboundFact[]): Interpretation => ({
    format: type,
    partnerMessageId: `${id}/${type}/${created}`,
    facts,
  });
  if (type === 'WLJK_IRTA' || type === 'WLJK_ERRA')
    return said(
      bills.map((b) => ({
        fact: 'arrived',
        place,
        arrivedAt: at,
        bill: textAt(b, 'BILL_NO'),
        containers: [textAt(b, 'CONTA_NO')].filter(Boolean),
      })),
    );
  if (type === 'WLJK_GOUT')
    return said(
      bills.map((b) => ({
        fact: 'gated-out',
        place,
        at,
        ...(textAt(b, 'CONTA_NO') ? { container: textAt(b, 'CONTA_NO') } : {}),
        ...(textAt(b, 'REL_NO') ? { releaseNumber: textAt(b, 'REL_NO') } : {}),
      })),
    );
  throw new UnreadableMessage(`暂不支持铁路报文 ${type}`, `Rail message ${type} is not supported here`);
}

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

export const railwayYard: Channel = {
  id: 'railway-yard',
  promise: 'N10',
  name: { zh: '铁路场站', en: 'Railway yard' },
  station: 'railway-yard',
  profile: {
    transport: 'http-push',
    simulatorPort: 9107,
    path: '/',
    charset: 'utf-8',
    timeoutMs: 10_000,
    maxBytes: 1024 * 1024,
    retryAfterMs: [500, 2000, 10_000, 60_000, 300_000, 1_800_000],
    format: 'published',
  },
  documents: [
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
  ],
  recognises: ({ bytes }) => Buffer.from(bytes.subarray(0, 1500)).toString('latin1').includes('<MESSAGE_TYPE>WLJK_'),
  interpret: ({ bytes }) => interpret(bytes),
  simulator: {
    name: { zh: '铁路场站（模拟）', en: 'Railway yard (simulated)' },
    referenceIn: ({ bytes }) => textAt(parseXml(bytes), 'MESSAGE_LIST/REFERENCE'),
    react: ({ bytes, kind, scenario }, world) => {
      const list = parseXml(bytes).children.find((c) => c.name === 'MESSAGE_LIST');
      if (kind !== 'railway-yard.release-order' || scenario === 'REHOLD') return { status: 200, later: [] };
      const object = textAt(list, 'REL_OBJECT');
      const afterMs = 20_000;
      const at = new Date(Date.parse(world.now) + afterMs).toISOString();
      const notice = writeXml([
        'MESSAGE',
        [
          [
            'MESSAGE_HEAD',
            [
              ['MESSAGE_ID', `YARD${world.next()}${textAt(list, 'REL_NO')}`],
              ['FUNCTION_CODE', '2'],
              ['MESSAGE_TYPE', 'WLJK_GOUT'],
              ['MESSAGE_CREATE_TIME', toPartnerTime(at, 'yyyyMMddHHmmssSSS')],
              ['SENDER', 'YARD'],
              ['RECEIVER', 'PORTICO'],
              ['VERSION', '1.0'],
            ],
          ],
          [
            'MESSAGE_LIST',
            [
              ['UNLOADING_PLACE', 'CKG-TUANJIECUN'],
              ['ACTUALDATETIME', toPartnerTime(at, 'yyyy-MM-dd HH:mm:ss')],
              [
                'RAILWAY_BILLINFO',
                [
                  ['BILL_NO', textAt(list, 'BILL_NO')],
                  ['CONTA_NO', object.startsWith('container:') ? object.slice(10) : ''],
                  ['REL_NO', textAt(list, 'REL_NO')],
                ],
              ],
            ],
          ],
        ],
      ]);
      return {
        status: 200,
        later: [
          {
            afterMs,
            message: {
              bytes: Buffer.from(notice),
              contentType: 'application/xml',
              fileName: `WLJK_GOUT_${world.next()}.xml`,
            },
          },
        ],
      };
    },
  },
};
