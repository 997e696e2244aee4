// Port terminals and zone gates (N10): pick-up plan and release order as COPARN D95B, gate and discharge reports as CODECO
// and COARRI. COREOR is not in D95B; the release order uses COPARN 12 with the token in FTX (to be agreed).
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
import { decodeText } from '../../runtime/codec/charset.ts';
import {
  checkEnvelope,
  parseEdifact,
  partOf,
  type Segment,
  segmentsOf,
  writeEdifact,
} from '../../runtime/codec/edifact.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';

const served: Condition = {
  any: [
    { element: 'stationCode', in: ['CKG-GUOYUAN', 'CKG-CUNTAN', 'CKG-XIYONG'] },
    { all: [{ element: 'stationCode', present: false }, { not: { element: 'transportMode', in: ['3', '5'] } }] },
  ],
};
const base: readonly FieldMapping[] = [
  { target: 'BGM/1004', from: ['dispatch.clientNumber'], always: true },
  { target: 'RFF/ABT', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
  { target: 'RFF/BM', from: ['billNumber'] },
  { target: 'DTM/137', from: ['dispatch.sentAt'], convert: 'partnerMinute' },
];
const pickUp: readonly FieldMapping[] = [
  // 9 original, 5 replace: an amended filing replaces its plan
  { target: 'BGM/1225', from: ['dispatch.operation'], convert: 'messageFunction' },
  { target: 'TDT/8028', from: ['voyageNumber'] },
  { target: 'TDT/8212', from: ['conveyanceName'] },
  { target: 'NAD/CZ', from: ['pickupParty', 'traderName'] },
  { target: 'FTX/VEH', from: ['pickupVehicle'] },
  { target: 'DTM/200', from: ['pickupFrom'], convert: 'partnerMinute' },
  { target: 'EQD/8260', from: ['containerNumber'], each: 'containers' },
  { target: 'EQD/8155', from: ['containerSpec'], each: 'containers', convert: 'isoSizeType' },
  { target: 'SEL/9308', from: ['sealNumber'], each: 'containers' },
  { target: 'MEA/6314', from: ['containerGoodsMassKg'], each: 'containers', convert: 'massThree' },
];
const release: readonly FieldMapping[] = [
  { target: 'RFF/RE', from: ['release.number'], always: true },
  { target: 'FTX/OBJ', from: ['release.objectId'] },
  { target: 'FTX/TOK', from: ['release.token'] },
  { target: 'DTM/36', from: ['release.validUntil'], convert: 'partnerMinute' },
  { target: 'FTX/WHY', from: ['release.because'] },
];

const functionOf: Readonly<Record<string, string>> = {
  'port-terminal.pick-up-plan': '126',
  'port-terminal.pick-up-withdrawal': '126',
  'port-terminal.release-order': '12',
  'port-terminal.release-revocation': '12',
};

function encoder(id: string, messageFunction: string) {
  return (fields: readonly MappedField[]) => {
    const one = (target: string) => fields.find((f) => f.target === target && f.row === undefined)?.value ?? '';
    const row = (target: string, i: number) => fields.find((f) => f.target === target && f.row === i)?.value ?? '';
    const rows = [...new Set(fields.flatMap((f) => (f.row === undefined ? [] : [f.row])))];
    const text = (code: string, value: string): Segment[] =>
      value ? [['FTX', [code], [], [], (value.match(/.{1,512}/gu) ?? []).slice(0, 5)]] : [];
    const body: Segment[] = [
      ['BGM', [functionOf[id] ?? '126'], [one('BGM/1004')], [one('BGM/1225') || messageFunction]],
      ...(one('DTM/137') ? [['DTM', ['137', one('DTM/137'), '203']] as Segment] : []),
      ...(['ABT', 'BM', 'RE'] as const).flatMap((q): Segment[] =>
        one(`RFF/${q}`) ? [['RFF', [q, one(`RFF/${q}`)]]] : [],
      ),
      ...(one('DTM/36') ? [['DTM', ['36', one('DTM/36'), '203']] as Segment] : []),
      ...(one('DTM/200') ? [['DTM', ['200', one('DTM/200'), '203']] as Segment] : []),
      ...text('OBJ', one('FTX/OBJ')),
      ...text('TOK', one('FTX/TOK')),
      ...text('VEH', one('FTX/VEH')),
      ...text('WHY', one('FTX/WHY')),
      ...(one('TDT/8212')
        ? [['TDT', ['20'], [one('TDT/8028')], ['1'], [], [], [], [], ['', '', '', one('TDT/8212')]] as Segment]
        : []),
      ...(one('NAD/CZ') ? [['NAD', ['CZ'], [], [one('NAD/CZ').slice(0, 35)]] as Segment] : []),
      ...rows.flatMap((i): Segment[] => [
        ['EQD', ['CN'], [row('EQD/8260', i)], [row('EQD/8155', i)], [], [], ['5']],
        ...(row('MEA/6314', i) ? [['MEA', ['AAE'], ['G'], ['KGM', row('MEA/6314', i)]] as Segment] : []),
        ...(row('SEL/9308', i) ? [['SEL', [row('SEL/9308', i), 'CA']] as Segment] : []),
      ]),
      ['CNT', ['16', String(rows.length)]],
    ];
    const number = one('BGM/1004').slice(-14) || '1';
    const message: Segment[] = [
      ['UNH', [number], ['COPARN', 'D', '95B', 'UN']],
      ...body,
      ['UNT', [String(body.length + 2)], [number]],
    ];
    const sent = one('DTM/137');
    const interchange: Segment[] = [
      ['UNB', ['UNOY', '3'], ['PORTICO'], ['CKGTERM'], [sent.slice(2, 8), sent.slice(8, 12)], [number]],
      ...message,
      ['UNZ', ['1'], [number]],
    ];
    return {
      bytes: Buffer.from(writeEdifact(interchange), 'utf-8'),
      mediaType: 'application/edifact',
      charset: 'utf-8',
      fileName: `${id}.edi`,
    };
  };
}
const document = (
  id: string,
  name: DocumentDefinition['name'],
  trigger: DocumentDefinition['trigger'],
  fields: readonly FieldMapping[],
  neededWhen: Condition,
  because: DocumentDefinition['because'],
  messageFunction = '9',
): DocumentDefinition => ({ id, name, trigger, neededWhen, because, fields, encode: encoder(id, messageFunction) });

function interpret(bytes: Uint8Array): Interpretation {
  const segments = parseEdifact(decodeText(bytes, 'utf-8'));
  checkEnvelope(segments);
  const header = segmentsOf(segments, 'UNH')[0];
  const type = partOf(header, 1);
  const begin = segmentsOf(segments, 'BGM')[0];
  const kind = partOf(begin, 0);
  const when = segmentsOf(segments, 'DTM').find((s) => ['7', '137', '132', '186'].includes(partOf(s, 0)));
  const at = readPartnerTime(partOf(when, 0, 1));
  if (!['CODECO', 'COARRI'].includes(type) || !at)
    throw new UnreadableMessage(
      `码头通道不支持 ${type}，或缺少时间`,
      `The terminal channel does not support ${type}, or the time is missing`,
    );
  const place = partOf(
    segmentsOf(segments, 'NAD').find((s) => partOf(s, 0) === 'MS'),
    1,
  );
  const containers = segmentsOf(segments, 'EQD').map((s) => partOf(s, 1));
  const releaseNumber = partOf(
    segmentsOf(segments, 'RFF').find((s) => partOf(s, 0) === 'RE'),
    0,
    1,
  );
  const facts: InboundFact[] =
    type === 'CODECO' && kind === '36'
      ? (containers.length > 0 ? containers : ['']).map((container) => ({
          fact: 'gated-out' as const,
          place,
          at,
          ...(container ? { container } : {}),
          ...(releaseNumber ? { releaseNumber } : {}),
        }))
      : [{ fact: 'arrived', place, arrivedAt: at, containers }];
  return { format: `${type} ${kind}`, partnerMessageId: `${partOf(segments[0], 4)}/${partOf(begin, 1)}`, facts };
}

export const portTerminal: Channel = {
  id: 'port-terminal',
  promise: 'N10',
  name: { zh: '港口码头', en: 'Port terminal' },
  station: 'port-terminal',
  profile: {
    transport: 'http-push',
    simulatorPort: 9106,
    path: '/',
    charset: 'utf-8',
    timeoutMs: 10_000,
    maxBytes: 1024 * 1024,
    retryAfterMs: [500, 2000, 10_000, 60_000, 300_000, 1_800_000],
    format: 'published',
  },
  documents: [
    document(
      'port-terminal.pick-up-plan',
      { zh: '提箱计划', en: 'Pick-up plan' },
      'shipment.submitted',
      [...base, ...pickUp],
      { all: [served, { element: 'direction', equals: 'import' }] },
      { zh: '货物从码头提取', en: 'The goods are picked up at the terminal' },
    ),
    document(
      'port-terminal.pick-up-withdrawal',
      { zh: '取消提箱计划', en: 'Cancellation of the pick-up plan' },
      'shipment.withdrawn',
      [...base, ...pickUp],
      { all: [served, { element: 'direction', equals: 'import' }] },
      { zh: '申报已撤回', en: 'The filing is withdrawn' },
      '1',
    ),
    document(
      'port-terminal.release-order',
      { zh: '放行指令（提货单）', en: 'Release order (delivery order)' },
      'release.granted',
      [...base, ...release],
      served,
      { zh: '码头凭一次放行放货', en: 'The terminal acts on the one release' },
    ),
    document(
      'port-terminal.release-revocation',
      { zh: '撤销放行', en: 'Revocation of the release' },
      'release.revoked',
      [...base, ...release],
      served,
      { zh: '放行已撤销，货物不得出场', en: 'The release is revoked; the goods stay' },
      '1',
    ),
  ],
  recognises: ({ bytes }) => /^(UNA.{6}\s*)?UNB/s.test(Buffer.from(bytes.subarray(0, 20)).toString('latin1')),
  interpret: ({ bytes }) => interpret(bytes),
  simulator: {
    name: { zh: '港口码头（模拟）', en: 'Port terminal (simulated)' },
    referenceIn: ({ bytes }) =>
      partOf(
        segmentsOf(parseEdifact(decodeText(bytes, 'utf-8')), 'RFF').find((s) => partOf(s, 0) === 'ABT'),
        0,
        1,
      ),
    react: ({ bytes, kind, scenario }, world) => {
      const segments = parseEdifact(decodeText(bytes, 'utf-8'));
      const number = partOf(
        segmentsOf(segments, 'RFF').find((s) => partOf(s, 0) === 'RE'),
        0,
        1,
      );
      if (kind === 'port-terminal.release-revocation') world.memory.set(number, 'revoked');
      if (kind !== 'port-terminal.release-order' || scenario === 'REHOLD') return { status: 200, later: [] };
      const object = partOf(
        segmentsOf(segments, 'FTX').find((s) => partOf(s, 0) === 'OBJ'),
        3,
      );
      const container = object.startsWith('container:') ? object.slice(10) : '';
      const afterMs = 20_000;
      const at = toPartnerTime(new Date(Date.parse(world.now) + afterMs).toISOString(), 'yyyyMMddHHmm');
      const serial = String(world.next()).padStart(6, '0');
      const body: Segment[] = [
        ['BGM', ['36'], [`GO${serial}`], ['9']],
        ['NAD', ['MS'], ['CKGTERM']],
        ['RFF', ['RE', number]],
        ...(container ? [['EQD', ['CN'], [container], [], [], [], ['5']] as Segment] : []),
        ['DTM', ['7', at, '203']],
        ['CNT', ['16', '1']],
      ];
      const message: Segment[] = [
        ['UNB', ['UNOA', '2'], ['CKGTERM'], ['PORTICO'], [at.slice(2, 8), at.slice(8)], [`I${serial}`]],
        ['UNH', [serial], ['CODECO', 'D', '95B', 'UN']],
        ...body,
        ['UNT', [String(body.length + 2)], [serial]],
        ['UNZ', ['1'], [`I${serial}`]],
      ];
      return {
        status: 200,
        later: [
          {
            afterMs,
            message: {
              bytes: Buffer.from(writeEdifact(message)),
              contentType: 'application/edifact',
              fileName: `CODECO-${serial}.edi`,
            },
          },
        ],
      };
    },
  },
};
