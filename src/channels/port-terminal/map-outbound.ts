// What goes out to the port terminal: which form element becomes which field, and how it is written (P10).
import type { Condition } from '../../kernel/condition.ts';
import type { DocumentDefinition, FieldMapping, MappedField } from '../../hub/mapping/contract.ts';
import { type Segment, writeEdifact } from '../../runtime/codec/edifact.ts';

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
  { target: 'FTX/DRV', from: ['pickupDriver'] },
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

const virtualReturn: readonly FieldMapping[] = [
  { target: 'RFF/INS', from: ['inspection.number'], always: true },
  { target: 'FTX/OBJ', from: ['inspection.objectIds'] },
  { target: 'DTM/36', from: ['inspection.cutOff'], convert: 'partnerMinute' },
];

const functionOf: Readonly<Record<string, string>> = {
  'port-terminal.pick-up-plan': '126',
  'port-terminal.pick-up-withdrawal': '126',
  'port-terminal.virtual-return': '12',
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
      ...(['ABT', 'BM', 'RE', 'INS'] as const).flatMap((q): Segment[] =>
        one(`RFF/${q}`) ? [['RFF', [q, one(`RFF/${q}`)]]] : [],
      ),
      ...(one('DTM/36') ? [['DTM', ['36', one('DTM/36'), '203']] as Segment] : []),
      ...(one('DTM/200') ? [['DTM', ['200', one('DTM/200'), '203']] as Segment] : []),
      ...text('OBJ', one('FTX/OBJ')),
      ...text('TOK', one('FTX/TOK')),
      ...text('VEH', one('FTX/VEH')),
      ...text('DRV', one('FTX/DRV')),
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

export const documents: readonly DocumentDefinition[] = [
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
  document(
    'port-terminal.virtual-return',
    { zh: '虚拟归位通知', en: 'Virtual return' },
    'inspection.virtually-returned',
    [...base, ...virtualReturn],
    served,
    {
      zh: '查验已通过，箱子可从查验场直接装船',
      en: 'The inspection is passed; the box may load from the inspection yard',
    },
  ),
];
