// Parcels of e-commerce (跨境电商) that have come to the post and express centre, told customs in its own messages (CEB; formats §2): imports by the
// inbound detail list (入库明细单 CEB711), exports by the arrival list (运抵单 CEB507). Elements and their order are those of the definitions of
// 2022-05; one document a message, of all parcels of the case.
import type { DocumentDefinition, FieldMapping, MappedField } from '../../hub/mapping/contract.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Condition } from '../../kernel/condition.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { writeXml, type XmlPart } from '../../runtime/codec/xml.ts';

const NAMESPACE = 'http://www.chinaport.gov.cn/ceb';
const field = (target: string, from: readonly string[], more: Partial<FieldMapping> = {}): FieldMapping => ({
  target,
  from,
  ...more,
});

const head = [
  field('appTime', ['dispatch.sentAt'], { convert: 'partnerSecond' }),
  field('customsCode', ['declarationOffice']),
  field('copNo', ['dispatch.clientNumber']),
  field('operatorCode', ['parcelOperator']),
  field('operatorName', ['parcelOperatorName']),
  field('ieFlag', ['direction'], { convert: 'directionLetter' }),
  field('trafMode', ['transportMode']),
] as const;
const carriedBy = [field('logisticsCode', ['expressCode']), field('logisticsName', ['expressName'])] as const;
const rest = [
  field('note', ['traderReference']),
  field('List/logisticsNo', ['pieceNumber'], { each: 'pieces', convert: 'plainNumber' }),
  field('BaseTransfer/dxpId', ['parcelOperatorDxp']),
] as const;

type Message = {
  readonly root: string;
  readonly document: 'Delivery' | 'Arrival';
  readonly fields: readonly FieldMapping[];
  /** What the definition lets be absent. */
  readonly optional: readonly string[];
};
const inboundList: Message = {
  root: 'CEB711Message',
  document: 'Delivery',
  fields: [
    ...head,
    field('trafNo', ['conveyanceId', 'conveyanceName']),
    field('voyageNo', ['voyageNumber']),
    field('billNo', ['billNumber']),
    ...carriedBy,
    field('unloadLocation', ['yardCode', 'arrival.place']),
    ...rest,
  ],
  optional: ['unloadLocation', 'note'],
};
const arrivalList: Message = {
  root: 'CEB507Message',
  document: 'Arrival',
  fields: [...head, field('billNo', ['billNumber']), field('domesticTrafNo', ['pickupVehicle']), ...carriedBy, ...rest],
  optional: ['billNo', 'note'],
};

/** Upper case and 36 characters, as both definitions want it; the same document always has the same (RFC 9562 §5.8). */
const guidOf = (text: string): string => {
  const hex = sha256Hex(text).toUpperCase();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-A${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
const REPORTED = '2';

const encoder =
  ({ root, document, fields, optional }: Message, appType: '1' | '3'): DocumentDefinition['encode'] =>
  (mapped) => {
    const one = (target: string) => mapped.find((f) => f.target === target)?.value ?? '';
    const numbers = mapped.filter((f) => f.target === 'List/logisticsNo').map((f: MappedField) => f.value);
    const tag = (name: string): string => `ceb:${name}`;
    const leaf = (name: string, value: string): XmlPart => [tag(name), value];
    const guid = guidOf(one('copNo'));
    const written = fields
      .filter(({ target }) => !target.includes('/') && target !== 'note')
      .filter(({ target }) => one(target) !== '' || !optional.includes(target))
      .map(({ target }) => leaf(target, one(target)));
    const [appTime, ...others] = written;
    const parts: XmlPart[] = [
      leaf('guid', guidOf(`${one('copNo')}/${document}`)),
      leaf('appType', appType),
      ...(appTime ? [appTime] : []),
      leaf('appStatus', REPORTED),
      ...others,
      // Of a message that was not split.
      ...(document === 'Arrival' ? [leaf('msgCount', '1'), leaf('msgSeqNo', '1')] : []),
      ...(one('note') ? [leaf('note', one('note'))] : []),
    ];
    const list = numbers.map(
      (number, i): XmlPart => [tag(`${document}List`), [leaf('gnum', String(i + 1)), leaf('logisticsNo', number)]],
    );
    const transfer = [
      leaf('copCode', one('operatorCode')),
      leaf('copName', one('operatorName')),
      leaf('dxpMode', 'DXP'),
      leaf('dxpId', one('BaseTransfer/dxpId')),
    ];
    const xml = writeXml([
      tag(root),
      [
        [tag(document), [[tag(`${document}Head`), parts], ...list]],
        [tag('BaseTransfer'), transfer],
      ],
      { 'xmlns:ceb': NAMESPACE, guid, version: '1.0' },
    ]);
    const fileName = `${root}_${guid}.xml`;
    return { bytes: encodeText(xml, 'utf-8'), mediaType: 'application/xml', charset: 'utf-8', fileName };
  };

/** A message that names boxes is of them: parcels in boxes are told with what opens the box, which nothing here does. */
const ofParcels = (direction: string, { fields, optional }: Message, back: boolean): Condition => ({
  all: [
    { element: 'supervisionMode', equals: '9610' },
    // What the definition would refuse is not written; the form asks for all of it where it has an operator (`shipment/required.ts`).
    ...fields.flatMap(({ target, from, each }): Condition[] => {
      const typed = from.filter((id) => !id.includes('.'));
      if (typed.length === 0 || optional.includes(target)) return [];
      return [
        each
          ? { element: each, present: true }
          : typed.length === 1
            ? { element: typed[0] ?? '', present: true }
            : { any: typed.map((element) => ({ element, present: true })) },
      ];
    }),
    { element: 'direction', equals: direction },
    { element: 'arrival.station', equals: 'post-express' },
    { element: 'arrival.containers', present: false },
    { element: 'arrival.reversed', present: back },
  ],
});
const arrived: Bilingual = {
  zh: '跨境电商包裹运抵监管场所（CEB 2022-05）',
  en: 'Parcels of e-commerce have come into the supervised place (CEB 2022-05)',
};
const takenBack: Bilingual = { zh: '场站撤销其报告', en: 'The station takes back what it said' };

function reportOf(id: string, name: Bilingual, direction: string, message: Message): DocumentDefinition[] {
  const common = {
    trigger: 'shipment.cargo-arrived',
    fields: message.fields,
    standsAlone: true,
    sealed: true,
  } as const;
  return [
    {
      ...common,
      id: `customs.${id}`,
      name,
      neededWhen: ofParcels(direction, message, false),
      because: arrived,
      encode: encoder(message, '1'),
    },
    {
      ...common,
      id: `customs.${id}-deletion`,
      name: { zh: `${name.zh}删除`, en: `Deletion of the ${name.en.toLowerCase()}` },
      neededWhen: ofParcels(direction, message, true),
      because: takenBack,
      deletes: `customs.${id}`,
      encode: encoder(message, '3'),
    },
  ];
}
export const parcelReports: readonly DocumentDefinition[] = [
  ...reportOf('parcel-intake', { zh: '入库明细单', en: 'Inbound detail list of parcels' }, 'import', inboundList),
  ...reportOf('parcel-arrival', { zh: '运抵单', en: 'Arrival list of parcels' }, 'export', arrivalList),
];
