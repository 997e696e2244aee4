// Orders to the terminal as EDIFACT: COPARN (D.95B) announces a box or a pick-up, COREOR (D.00B) orders the release. The segments stand in the
// order of the message's own table; lengths are the directory's, so that what is sent can be read by any terminal's system (N10).
import type { MappedField } from '../../hub/mapping/contract.ts';
import { interchangeReference } from '../../hub/mapping/index.ts';
import { type MessageToSend, writeEnvelope } from '../../runtime/codec/edifact-envelope.ts';
import { type Segment, writeEdifact } from '../../runtime/codec/edifact.ts';

export type Order = {
  readonly message: 'COPARN' | 'COREOR';
  /** BGM 1001. */
  readonly name: string;
  /** BGM 1225 where the document does not say: 9 original, 1 cancellation. */
  readonly messageFunction: '9' | '1';
  /** EQD 8249: 2 export, 3 import. */
  readonly equipment: '2' | '3';
};
const versions = { COPARN: ['COPARN', 'D', '95B', 'UN'], COREOR: ['COREOR', 'D', '00B', 'UN', 'SMDG20'] } as const;

type Read = (target: string, row?: number) => string;
/** A segment of free text has five lines of 70 characters; longer ones go on in the next. */
function freeText(code: string, value: string, segments: number): Segment[] {
  const lines = value.match(/.{1,70}/gu) ?? [];
  return Array.from(
    { length: Math.min(segments, Math.ceil(lines.length / 5)) },
    (_, i): Segment => ['FTX', [code], [], [], lines.slice(i * 5, i * 5 + 5)],
  );
}
const when = (qualifier: string, value: string): Segment[] => (value ? [['DTM', [qualifier, value, '203']]] : []);
const reference = (qualifier: string, value: string): Segment[] =>
  value ? [['RFF', [qualifier, value.slice(0, 35)]]] : [];
const place = (qualifier: string, value: string): Segment[] =>
  value ? [['LOC', [qualifier], [value.slice(0, 25), '139', '6']]] : [];

const texts = (one: Read): Segment[] => [
  ...freeText('OBJ', one('FTX/OBJ'), 1),
  // A token that is cut would be worth nothing; it is as long as it is.
  ...freeText('TOK', one('FTX/TOK'), 4),
  ...freeText('VEH', one('FTX/VEH'), 1),
  ...freeText('DRV', one('FTX/DRV'), 1),
  ...freeText('WHY', one('FTX/WHY'), 1),
];
const references = (one: Read): Segment[] =>
  ['ABT', 'BM', 'RE', 'INS'].flatMap((qualifier) => reference(qualifier, one(`RFF/${qualifier}`)));
function transport(one: Read, asked: boolean): Segment[] {
  const name = one('TDT/8212').slice(0, 35);
  if (!asked && !name && !one('TDT/8028')) return [];
  return [['TDT', ['20'], [one('TDT/8028').slice(0, 17)], ['1'], [], [], [], [], ['', '', '', name]]];
}
const times = (one: Read): Segment[] => [
  ...when('137', one('DTM/137')),
  ...when('36', one('DTM/36')),
  ...when('200', one('DTM/200')),
];

/** A box that a list names: `container:CQPU1000014,container:…`. */
export const boxesIn = (objects: string): string[] =>
  [...objects.matchAll(/(?:^|,)container:([^,]{1,17})/g)].map((found) => found[1] ?? '');

function equipment(fields: readonly MappedField[], one: Read, order: Order): Segment[] {
  const rows = [...new Set(fields.flatMap((f) => (f.row === undefined ? [] : [f.row])))];
  const open = (box: string, kind: string): Segment => [
    'EQD',
    ['CN'],
    [box.slice(0, 17)],
    [kind],
    [],
    [order.equipment],
    ['5'],
  ];
  const listed = rows.flatMap((i): Segment[] => {
    const [mass, seal] = [one('MEA/6314', i), one('SEL/9308', i)];
    // A seal's number has ten characters in the directory; a longer one is a reference, never a shorter number.
    const long = seal.length > 10;
    return [
      open(one('EQD/8260', i), one('EQD/8155', i)),
      ...(long ? reference('SN', seal) : []),
      ...(mass ? [['MEA', ['AAE'], ['G'], ['KGM', mass]] as Segment] : []),
      ...(seal && !long ? [['SEL', [seal], ['CA']] as Segment] : []),
    ];
  });
  if (listed.length > 0) return listed;
  const named = boxesIn(one('FTX/OBJ'));
  // The group is mandatory: where no box is named, what is ordered is the whole bill.
  return named.length > 0 ? named.map((box) => open(box, '')) : [open('', '')];
}

function bodyOf(order: Order, fields: readonly MappedField[], one: Read): Segment[] {
  const begin: Segment = ['BGM', [order.name], [one('BGM/1004')], [one('BGM/1225') || order.messageFunction]];
  const party: Segment = ['NAD', ['CZ'], [], [one('NAD/CZ').slice(0, 35) || '-']];
  const boxes = equipment(fields, one, order);
  const count: Segment = ['CNT', ['16', String(boxes.filter((s) => s[0] === 'EQD').length)]];
  const ports = place('11', one('LOC/11'));
  // D.00B has the times at the head, D.95B within transport or party.
  if (order.message === 'COREOR')
    return [
      begin,
      ...times(one),
      ...texts(one),
      ...references(one),
      ...transport(one, true),
      ...ports,
      party,
      ...boxes,
      count,
    ];
  const transported = transport(one, ports.length > 0);
  return transported.length > 0
    ? [begin, ...texts(one), ...references(one), ...transported, ...ports, ...times(one), party, ...boxes, count]
    : [begin, ...texts(one), ...references(one), party, ...times(one), ...boxes, count];
}

export function writeOrder(id: string, order: Order) {
  return (fields: readonly MappedField[]) => {
    const values = new Map(fields.map((f) => [`${f.target} ${f.row ?? ''}`, f.value]));
    const one: Read = (target, row) => values.get(`${target} ${row ?? ''}`) ?? '';
    const number = interchangeReference(one('BGM/1004'));
    const message: MessageToSend = {
      reference: number,
      type: versions[order.message],
      body: bodyOf(order, fields, one),
    };
    const interchange = writeEnvelope(
      {
        syntax: 'UNOY',
        sender: 'PORTICO',
        recipient: 'CKGTERM',
        at: one('DTM/137') || '000000000000',
        reference: number,
        asksAcknowledgement: true,
      },
      [message],
    );
    return {
      bytes: Buffer.from(writeEdifact(interchange), 'utf-8'),
      mediaType: 'application/edifact',
      charset: 'utf-8',
      fileName: `${id}.edi`,
    };
  };
}
