// The dangerous goods notification as IFTDGN D.98B (N5; SOLAS VII, IMDG Code): one consignment, one GID for each dangerous goods line, with the boxes it
// is in. Chinese names stand as they are (UNOY).
import type { DocumentDefinition, FieldMapping, MappedField } from '../../hub/mapping/contract.ts';
import { interchangeReference } from '../../hub/mapping/index.ts';
import type { Condition } from '../../kernel/condition.ts';
import { writeEnvelope } from '../../runtime/codec/edifact-envelope.ts';
import { type Segment, writeEdifact } from '../../runtime/codec/edifact.ts';

const hazardous: Condition = { element: 'unNumber', present: true };
const line = (target: string, from: string, more: Partial<FieldMapping> = {}): FieldMapping => ({
  target,
  from: [from],
  each: 'goods',
  when: hazardous,
  ...more,
});
const fields: readonly FieldMapping[] = [
  { target: 'BGM/1004', from: ['dispatch.clientNumber'], always: true },
  { target: 'BGM/1225', from: ['dispatch.operation'], convert: 'messageFunction' },
  { target: 'DTM/137', from: ['dispatch.sentAt'], convert: 'partnerMinute' },
  { target: 'RFF/ABO', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
  { target: 'HAN/direction', from: ['direction'], convert: 'directionLetter' },
  { target: 'TDT/8028', from: ['voyageNumber'] },
  { target: 'TDT/8213', from: ['conveyanceId'] },
  { target: 'TDT/8212', from: ['conveyanceName'] },
  { target: 'LOC/last', from: ['lastPort'] },
  { target: 'LOC/next', from: ['nextPort'] },
  { target: 'DTM/132', from: ['estimatedArrival'], convert: 'partnerMinute' },
  { target: 'DTM/133', from: ['estimatedDeparture'], convert: 'partnerMinute' },
  { target: 'NAD/DT', from: ['vesselAgent', 'agentName'] },
  { target: 'CNI/1004', from: ['billNumber'] },
  { target: 'GID/1496', from: ['lineNumber'], each: 'goods', when: hazardous },
  line('DGS/7124', 'unNumber'),
  line('DGS/8351', 'hazardClass'),
  line('DGS/7106', 'flashPointC'),
  line('DGS/8339', 'dangerousPackClass'),
  line('DGS/8364', 'emergencySchedule'),
  line('FTX/AAD', 'dangerousName'),
  line('FTX/AAC', 'marinePollutant'),
  { target: 'SGP/8260', from: ['containerNumber'], each: 'containers' },
  { target: 'SGP/goods', from: ['containerGoods'], each: 'containers' },
];

/** 7106 has three digits; a minus does not count. */
const flashPoint = (celsius: number): string => {
  const rounded = Math.round(celsius);
  return `${rounded < 0 ? '-' : ''}${String(Math.abs(rounded)).padStart(3, '0')}`;
};
/** 8339: great, medium, minor danger. */
const packingGroups: Readonly<Record<string, string>> = { I: '1', II: '2', III: '3', '1': '1', '2': '2', '3': '3' };
type Read = (target: string, each?: string, row?: number) => string;
const when = (qualifier: string, value: string): Segment[] => (value ? [['DTM', [qualifier, value, '203']]] : []);
const place = (qualifier: string, value: string): Segment[] =>
  value ? [['LOC', [qualifier], [value.slice(0, 25), '139', '6']]] : [];
const text = (code: string, value: string): Segment[] =>
  value ? [['FTX', [code], [], [], (value.match(/.{1,70}/gu) ?? []).slice(0, 5)]] : [];

function goodsSegments(
  read: Read,
  row: number,
  boxes: readonly { readonly box: string; readonly lines: string }[],
): Segment[] {
  const one = (target: string) => read(target, 'goods', row);
  const number = one('GID/1496').slice(0, 5) || String(row + 1);
  const flash = /^-?\d{1,2}(\.\d+)?$/.test(one('DGS/7106')) ? flashPoint(Number(one('DGS/7106'))) : '';
  const held = boxes.filter(({ lines }) => lines.split(/[,，;]/).includes(one('GID/1496')));
  return [
    ['GID', [number]],
    [
      'DGS',
      ['IMD'],
      [one('DGS/8351').slice(0, 7) || '-'],
      [one('DGS/7124').slice(-4)],
      flash ? [flash, 'CEL'] : [],
      [packingGroups[one('DGS/8339')] ?? ''],
      [one('DGS/8364').slice(0, 6)],
    ],
    ...text('AAD', one('FTX/AAD')),
    ...(one('FTX/AAC') === '1' ? text('AAC', 'MARINE POLLUTANT') : []),
    ...held.map(({ box }): Segment => ['SGP', [box.slice(0, 17)]]),
  ];
}

function encode(id: string, mapped: readonly MappedField[]) {
  const values = new Map(mapped.map((f) => [`${f.target} ${f.each ?? ''} ${f.row ?? ''}`, f.value]));
  const read: Read = (target, each, row) => values.get(`${target} ${each ?? ''} ${row ?? ''}`) ?? '';
  const rowsOf = (group: string) => [
    ...new Set(mapped.flatMap((f) => (f.each === group && f.row !== undefined ? [f.row] : []))),
  ];
  const leaves = read('HAN/direction') === 'E';
  const boxes = rowsOf('containers').map((row) => ({
    box: read('SGP/8260', 'containers', row),
    lines: read('SGP/goods', 'containers', row),
  }));
  const body: Segment[] = [
    ['BGM', ['890'], [read('BGM/1004')], [read('BGM/1225') || '9']],
    ...when('137', read('DTM/137')),
    ['HAN', [leaves ? 'LOA' : 'DIS']],
    ['RFF', ['ABO', read('RFF/ABO').slice(0, 35)]],
    [
      'TDT',
      ['20'],
      [read('TDT/8028').slice(0, 17)],
      ['1'],
      [],
      [],
      [],
      [],
      [read('TDT/8213').slice(0, 9), '146', '11', read('TDT/8212').slice(0, 35)],
    ],
    ...when('132', read('DTM/132')),
    ...when('133', read('DTM/133')),
    ...place('9', leaves ? '' : read('LOC/last')),
    ...place('11', leaves ? read('LOC/next') : ''),
    ['NAD', ['DT'], [], [], [read('NAD/DT').slice(0, 35) || '-']],
    ['CNI', ['1'], [read('CNI/1004').slice(0, 35)]],
    ...rowsOf('goods').flatMap((row) => goodsSegments(read, row, boxes)),
  ];
  const number = interchangeReference(read('BGM/1004'));
  const interchange = writeEnvelope(
    {
      syntax: 'UNOY',
      sender: 'PORTICO',
      recipient: 'CN-MSA',
      at: read('DTM/137') || '000000000000',
      reference: number,
      asksAcknowledgement: true,
    },
    [{ reference: number, type: ['IFTDGN', 'D', '98B', 'UN'], body }],
  );
  return {
    bytes: Buffer.from(writeEdifact(interchange), 'utf-8'),
    mediaType: 'application/edifact',
    charset: 'utf-8',
    fileName: `${id}.edi`,
  };
}

const carried: Condition = {
  all: [
    { element: 'transportMode', equals: '2' },
    { some: 'goods', where: hazardous },
  ],
};
const notification = (
  id: string,
  trigger: DocumentDefinition['trigger'],
  name: DocumentDefinition['name'],
  because: DocumentDefinition['because'],
): DocumentDefinition => ({
  id,
  name,
  trigger,
  neededWhen: carried,
  because,
  fields,
  encode: (mapped) => encode(id, mapped),
});

export const dangerousGoods: readonly DocumentDefinition[] = [
  notification(
    'maritime.dangerous-goods',
    'shipment.submitted',
    { zh: '危险货物申报', en: 'Dangerous goods notification' },
    { zh: '水路危险货物须向海事申报', en: 'Dangerous goods by water are notified to maritime safety' },
  ),
  notification(
    'maritime.dangerous-goods-withdrawal',
    'shipment.withdrawn',
    { zh: '撤回危险货物申报', en: 'Withdrawal of the dangerous goods notification' },
    { zh: '申报已撤回', en: 'The filing is withdrawn' },
  ),
];
