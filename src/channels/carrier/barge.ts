// Boxes given to a feeder barge (N11): UN/EDIFACT IFTMIN D.95B, the message that barge operators of the Rhine take transport orders by (IFTMIN-BICS
// is a subset of it). No operator on the Yangtze publishes one, so this is the nearest open standard, to be agreed.
import type { DocumentDefinition, EncodedDocument, FieldMapping, MappedField } from '../../hub/mapping/contract.ts';
import { interchangeReference } from '../../hub/mapping/index.ts';
import { writeEnvelope } from '../../runtime/codec/edifact-envelope.ts';
import { type Segment, writeEdifact } from '../../runtime/codec/edifact.ts';
import { lookUp } from './mapped-fields.ts';

/** Who we are, and who the operator is, in UNB. */
export const BARGE = 'BARGE';
/** 1001: forwarding instructions; 1225: original, cancellation. */
const [INSTRUCTIONS, ORIGINAL, CANCELLATION] = ['610', '9', '1'] as const;
/** 8051: before the main carriage; 8067 (UN Rec. 19): inland water. */
const [BEFORE_MAIN, INLAND_WATER] = ['10', '8'] as const;

const head: readonly FieldMapping[] = [
  { target: 'BGM/1004', from: ['carriage.reference'], always: true, length: '35', required: true },
  { target: 'UNB/0020', from: ['dispatch.clientNumber'], always: true },
  { target: 'DTM/137', from: ['dispatch.sentAt'], convert: 'partnerMinute', always: true },
  { target: 'RFF/CU', from: ['traderReference', 'dispatch.shipmentNumber'], always: true, length: '35' },
  { target: 'LOC/9', from: ['carriage.fromPort'], length: '25' },
  { target: 'LOC/9/3222', from: ['carriage.fromTerminal'], length: '70' },
  { target: 'LOC/11', from: ['carriage.toPort'], length: '25' },
  { target: 'LOC/11/3222', from: ['carriage.toTerminal'], length: '70' },
  { target: 'DTM/200', from: ['carriage.readyOn'] },
  { target: 'DTM/63', from: ['carriage.by'] },
  { target: 'NAD/CZ', from: ['carriage.shipper'], length: '35' },
  { target: 'EQD/8260', from: ['carriage.box'], each: 'carriage.boxes', length: '17' },
  { target: 'EQD/8155', from: ['carriage.isoCode'], each: 'carriage.boxes', length: '10' },
  { target: 'MEA/6314', from: ['carriage.massKg'], each: 'carriage.boxes' },
  { target: 'SEL/9308', from: ['carriage.seal'], each: 'carriage.boxes' },
];

export const bargeOrders: readonly DocumentDefinition[] = [
  {
    id: 'carrier.barge-order',
    name: { zh: '驳船运输委托', en: 'Barge order' },
    trigger: 'carriage.barge-ordered',
    neededWhen: { always: true },
    because: { zh: '发货人或其货代委托驳船运输', en: 'The shipper or his forwarder has boxes carried by barge' },
    fields: head,
    encode: (fields) => encode('barge-order', ORIGINAL, fields),
  },
  {
    id: 'carrier.barge-cancellation',
    name: { zh: '取消驳船委托', en: 'Cancellation of a barge order' },
    trigger: 'carriage.barge-cancellation-asked',
    neededWhen: { always: true },
    because: { zh: '发货人或其货代取消驳船委托', en: 'The shipper or his forwarder asks the boxes back' },
    fields: [...head, { target: 'FTX/AAI', from: ['carriage.reason'] }],
    encode: (fields) => encode('barge-cancellation', CANCELLATION, fields),
  },
];

function encode(name: string, messageFunction: string, fields: readonly MappedField[]): EncodedDocument {
  const { one, column, cell } = lookUp(fields);
  const boxes = column('EQD/8260');
  const day = (qualifier: string): Segment[] =>
    one(`DTM/${qualifier}`)
      ? [['DTM', [qualifier, one(`DTM/${qualifier}`).replaceAll('-', '').slice(0, 8), '102']]]
      : [];
  const place = (qualifier: string): Segment => [
    'LOC',
    [qualifier],
    [one(`LOC/${qualifier}`).slice(0, 25) || '-', '139', '6'],
    ['', '', '', one(`LOC/${qualifier}/3222`).slice(0, 70)],
  ];
  const reason = one('FTX/AAI').match(/.{1,70}/gu) ?? [];
  const body: Segment[] = [
    ['BGM', [INSTRUCTIONS], [one('BGM/1004').slice(0, 35)], [messageFunction]],
    ['DTM', ['137', one('DTM/137'), '203']],
    ...(reason.length > 0 ? [['FTX', ['AAI'], [], [], reason.slice(0, 5)] as Segment] : []),
    ['CNT', ['16', String(boxes.length)]],
    ['RFF', ['CU', one('RFF/CU').slice(0, 35)]],
    ['TDT', [BEFORE_MAIN], [], [INLAND_WATER]],
    place('9'),
    ...day('200'),
    place('11'),
    ...day('63'),
    ['NAD', ['CZ'], [], [one('NAD/CZ').slice(0, 35) || '-']],
    ...boxes.flatMap(({ value, row }): Segment[] => {
      const [mass, seal] = [cell('MEA/6314', row), cell('SEL/9308', row)];
      return [
        ['EQD', ['CN'], [value.slice(0, 17)], [cell('EQD/8155', row).slice(0, 10)], [], [], ['5']],
        ...(mass ? [['MEA', ['AAE'], ['G'], ['KGM', mass]] as Segment] : []),
        // A seal's number has ten characters in the directory; a longer one is left out, never cut to another.
        ...(seal && seal.length <= 10 ? [['SEL', [seal], ['SH']] as Segment] : []),
      ];
    }),
  ];
  const reference = interchangeReference(one('UNB/0020'));
  const interchange = writeEnvelope(
    { syntax: 'UNOY', sender: 'PORTICO', recipient: BARGE, at: one('DTM/137') || '000000000000', reference },
    [{ reference, type: ['IFTMIN', 'D', '95B', 'UN'], body }],
  );
  return {
    bytes: Buffer.from(writeEdifact(interchange), 'utf-8'),
    mediaType: 'application/edifact',
    charset: 'utf-8',
    fileName: `${name}.edi`,
  };
}
