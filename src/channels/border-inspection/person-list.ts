// Crew and passenger lists as PAXLST D.02B, the form IATA and WCO agreed on (N3): UNOA in syntax 4, names in Latin letters as the travel
// document has them. The Chinese names go with the vessel papers. Codes of documents other than passport and identity card: to be agreed. A later
// version says only who came, went or changed, where the list before was taken (`list-changes.ts`).
import type { DocumentDefinition, FieldMapping, MappedField } from '../../hub/mapping/contract.ts';
import { interchangeReference } from '../../hub/mapping/index.ts';
import type { Condition } from '../../kernel/condition.ts';
import { encodeEdifact, fitTo } from '../../runtime/codec/edifact-charset.ts';
import { writeEnvelope } from '../../runtime/codec/edifact-envelope.ts';
import { type Segment, writeEdifact } from '../../runtime/codec/edifact.ts';
import { changesOf } from './list-changes.ts';

/** UN/LOCODE of the port that this window serves. */
const HERE = 'CNCKG';
const documentCodes: Readonly<Record<string, string>> = { PP: 'P', ID: 'I', SB: 'C' };
const OTHER_DOCUMENT = 'F';
/** 8067 (recommendation 19): 1 maritime, 2 rail, 4 air. */
const modes: Readonly<Record<string, string>> = { '2': '1', '3': '2', '5': '4' };

type Kind = {
  readonly role: 'crew' | 'passenger';
  readonly name: string;
  readonly person: string;
  readonly count: string;
};
const crewList: Kind = { role: 'crew', name: '250', person: 'FM', count: '41' };
const passengerList: Kind = { role: 'passenger', name: '745', person: 'FL', count: '42' };

const head: readonly FieldMapping[] = [
  { target: 'BGM/1004', from: ['dispatch.clientNumber'], always: true },
  { target: 'BGM/1225', from: ['dispatch.operation'], convert: 'messageFunction' },
  { target: 'RFF/TN', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
  { target: 'UNB/at', from: ['dispatch.sentAt'], convert: 'partnerMinute' },
  { target: 'NAD/MS', from: ['vesselAgent', 'agentName'] },
  { target: 'TDT/8067', from: ['transportMode'] },
  { target: 'TDT/8028', from: ['voyageNumber'] },
  { target: 'TDT/8213', from: ['conveyanceId'] },
  { target: 'TDT/8212', from: ['conveyanceName'] },
  { target: 'TDT/direction', from: ['direction'], convert: 'directionLetter' },
  { target: 'LOC/last', from: ['lastPort'] },
  { target: 'LOC/next', from: ['nextPort'] },
  { target: 'DTM/189', from: ['estimatedDeparture'], convert: 'partnerMinute' },
  { target: 'DTM/232', from: ['estimatedArrival'], convert: 'partnerMinute' },
];
function personFields({ role }: Kind): FieldMapping[] {
  const when: Condition = { element: 'personRole', equals: role };
  const one = (target: string, from: string, more: Partial<FieldMapping> = {}): FieldMapping => ({
    target,
    from: [from],
    each: 'persons',
    when,
    ...more,
  });
  return [
    one('NAD/family', 'personFamilyName'),
    one('NAD/given', 'personGivenName'),
    one('ATT/9019', 'personSex'),
    one('DTM/329', 'personBirthDate', { convert: 'compactDate' }),
    one('LOC/178', 'personEmbarked'),
    one('LOC/179', 'personDisembarks'),
    one('LOC/180', 'personBirthPlace'),
    one('EMP/9004', 'personRank'),
    one('NAT/3293', 'personNationality'),
    one('DOC/1001', 'personDocumentKind'),
    one('DOC/1004', 'personDocumentNumber'),
    one('DTM/36', 'personDocumentUntil', { convert: 'compactDate' }),
    one('LOC/91', 'personDocumentCountry'),
  ];
}

const byOther = ['PAXLST', 'D', '02B', 'UN'] as const;
const byAir = [...byOther, 'IATA'] as const;

type Read = (target: string, row?: number) => string;
const when = (qualifier: string, value: string, format?: string): Segment[] =>
  value ? [['DTM', [qualifier, value, ...(format ? [format] : [])]]] : [];
const place = (qualifier: string, value: string): Segment[] =>
  value ? [['LOC', [qualifier], [value.slice(0, 25)]]] : [];

function personSegments({ person, role }: Kind, read: Read, row: number): Segment[] {
  const one = (target: string) => read(target, row);
  const kind = documentCodes[one('DOC/1001')] ?? OTHER_DOCUMENT;
  const document = one('DOC/1004').slice(0, 35);
  return [
    ['NAD', [person], [], [], [one('NAD/family').slice(0, 35), one('NAD/given').slice(0, 35)]],
    ...(one('ATT/9019') ? [['ATT', ['2'], [], [one('ATT/9019').slice(0, 3)]] as Segment] : []),
    ...when('329', one('DTM/329').slice(2, 8)),
    ...place('178', one('LOC/178')),
    ...place('179', one('LOC/179')),
    ...(one('LOC/180') ? [['LOC', ['180'], ['', '', '', one('LOC/180').slice(0, 17)]] as Segment] : []),
    ...(role === 'crew' && one('EMP/9004')
      ? [['EMP', ['1'], ['', '', '', one('EMP/9004').slice(0, 35)]] as Segment]
      : []),
    ...(one('NAT/3293') ? [['NAT', ['2'], [one('NAT/3293').slice(0, 3)]] as Segment] : []),
    ...(document
      ? [
          ['DOC', [kind, '110', '111'], [document]] as Segment,
          ...when('36', one('DTM/36').slice(2, 8)),
          ...place('91', one('LOC/91')),
        ]
      : []),
  ];
}

const readerOf = (fields: readonly MappedField[]): Read => {
  const values = new Map(fields.map((f) => [`${f.target} ${f.row ?? ''}`, f.value]));
  return (target, row) => fitTo('UNOA', values.get(`${target} ${row ?? ''}`) ?? '');
};
/** `of`: its function (1225), and whom it names. */
function bodyOf(
  kind: Kind,
  read: Read,
  of: { readonly function: string; readonly rows: readonly number[]; readonly person: Read },
): Segment[] {
  const [last, next] = [read('LOC/last'), read('LOC/next')];
  const leaves = read('TDT/direction') === 'E';
  const mode = modes[read('TDT/8067')] ?? '';
  const id = read('TDT/8213').slice(0, 9);
  return [
    ['BGM', [kind.name], [read('BGM/1004')], [of.function]],
    ['RFF', ['TN', read('RFF/TN').slice(0, 35)]],
    ['NAD', ['MS'], [], [], [read('NAD/MS').trim().slice(0, 35) || 'PORTICO']],
    [
      'TDT',
      ['20'],
      [read('TDT/8028').slice(0, 17)],
      [mode],
      [],
      [],
      [],
      [],
      [id, '', '', read('TDT/8212').slice(0, 35)],
    ],
    ...place('125', leaves ? HERE : last),
    ...(leaves || last ? when('189', read('DTM/189').slice(2, 12), '201') : []),
    ...place('87', leaves ? next : HERE),
    ...(!leaves || next ? when('232', read('DTM/232').slice(2, 12), '201') : []),
    ...of.rows.flatMap((row) => personSegments(kind, of.person, row)),
    ['CNT', [kind.count, String(of.rows.length)]],
  ];
}

function encode(kind: Kind, fields: readonly MappedField[], before: readonly MappedField[] | undefined) {
  const read = readerOf(fields);
  const whole = [...new Set(fields.flatMap((f) => (f.row === undefined ? [] : [f.row])))];
  const changes = before && changesOf(before, fields);
  const bodies = changes
    ? changes.map((one) => bodyOf(kind, read, { ...one, person: readerOf(one.of === 'before' ? before : fields) }))
    : [bodyOf(kind, read, { function: read('BGM/1225') || '9', rows: whole, person: read })];
  const type = modes[read('TDT/8067')] === '4' ? byAir : byOther;
  const number = interchangeReference(read('BGM/1004'));
  const interchange = writeEnvelope(
    {
      syntax: 'UNOA',
      version: '4',
      sender: 'PORTICO',
      recipient: 'CN-NIA',
      at: read('UNB/at') || '000000000000',
      reference: number,
      asksAcknowledgement: true,
    },
    bodies.map((body, i) => ({ reference: bodies.length === 1 ? number : String(i + 1), type, body })),
  );
  return {
    bytes: encodeEdifact(writeEdifact(interchange, '4'), 'UNOA'),
    mediaType: 'application/edifact',
    charset: 'us-ascii',
    fileName: `${kind.role}-list.edi`,
  };
}

/** A name is what makes a list: the number alone goes to the public security as a digest. */
const neededFor = ({ role }: Kind): Condition => ({
  all: [
    { element: 'transportMode', in: ['2', '3', '5'] },
    {
      some: 'persons',
      where: {
        all: [
          { element: 'personRole', equals: role },
          { element: 'personFamilyName', present: true },
        ],
      },
    },
  ],
});
const list = (
  kind: Kind,
  name: DocumentDefinition['name'],
  because: DocumentDefinition['because'],
): DocumentDefinition => ({
  id: `border-inspection.${kind.role}-list`,
  name,
  trigger: 'shipment.submitted',
  neededWhen: neededFor(kind),
  because,
  fields: [...head, ...personFields(kind)],
  comparesWithTaken: true,
  encode: (fields, { before }) => encode(kind, fields, before),
});

export const personLists: readonly DocumentDefinition[] = [
  list(
    crewList,
    { zh: '船员（乘务员）名单', en: 'Crew list' },
    { zh: '船员名单须报边检', en: 'The crew is reported to border inspection' },
  ),
  list(
    passengerList,
    { zh: '旅客名单', en: 'Passenger list' },
    { zh: '旅客名单须报边检', en: 'Passengers are reported to border inspection' },
  ),
];
