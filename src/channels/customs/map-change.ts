// 修撤单 (DecMod, formats §1.8; node names of a public client of the interface): one head, and of an amendment each field that changes with
// its old and new value. The list comes from the same table that writes the declaration.
import type { DocumentDefinition, FieldMapping, MappedField } from '../../hub/mapping/contract.ts';
import { elements } from '../../hub/shipment/index.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { writeXml, type XmlPart } from '../../runtime/codec/xml.ts';
import { declarationFields } from './map-outbound.ts';

const HEAD = 'DecModHead';
const RETRACTION = '3';
const head = (name: string, from: string, more: Partial<FieldMapping> = {}): FieldMapping => ({
  target: `${HEAD}/${name}`,
  from: [from],
  always: true,
  ...more,
});
const headFields: readonly FieldMapping[] = [
  head('DecModSeqNo', 'change.number', { length: '18' }),
  head('DecModType', 'change.kind', { convert: 'changeType' }),
  head('EntryId', 'dispatch.declarationNumber', { length: '18' }),
  head('CustomsCode', 'declarationOffice'),
  head('TradeCode', 'traderCode'),
  head('TradeName', 'traderName'),
  head('AgentCode', 'agentCode'),
  head('AgentName', 'agentName'),
  head('DecModNote', 'change.reason'),
  head('IeFlag', 'direction', { convert: 'directionLetter' }),
  head('EntOpName', 'declarantPerson'),
  head('EntOpTele', 'declarantPhone'),
  head('TradeCreditCode', 'traderUscc'),
  head('AgentCreditCode', 'agentUscc'),
  head('Reference', 'traderReference'),
];
/** What identifies the sending and not the goods is not amended. */
const sent = new Set(['DecSign/ClientSeqNo', 'DecHead/EdiRemark', 'DecHead/EntryId', 'DecHead/SeqNo']);
const amendable = declarationFields.filter((field) => !sent.has(field.target));
const nameOf = new Map(elements.map((e) => [e.id, e.label.zh]));

const keyOf = (f: MappedField) => `${f.target}#${f.row ?? ''}`;
/** Each field that differs, in the order of the declaration; a line that is gone has no new value. */
function changesOf(before: readonly MappedField[], after: readonly MappedField[]): XmlPart[] {
  const old = new Map(before.map((f) => [keyOf(f), f]));
  const fresh = new Map(after.map((f) => [keyOf(f), f]));
  const all = [...fresh.values(), ...[...old.values()].filter((f) => !fresh.has(keyOf(f)))];
  return all.flatMap((field): XmlPart[] => {
    const was = old.get(keyOf(field))?.value ?? '';
    const is = fresh.get(keyOf(field))?.value ?? '';
    if (field.target.startsWith(`${HEAD}/`) || was === is) return [];
    return [
      [
        'DecModList',
        [
          ['No', field.row === undefined ? '0' : String(field.row + 1)],
          ['FieldCode', field.target.split('/').at(-1) ?? ''],
          ['FieldName', nameOf.get(field.from.find((id) => nameOf.has(id)) ?? '') ?? ''],
          ['OldValue', was],
          ['NewValue', is],
        ],
      ],
    ];
  });
}

/** Its own message is not public: the head of the application, with a kind of its own and no list; to be agreed. */
export const changeRetraction: DocumentDefinition = {
  id: 'customs.change-retraction',
  name: { zh: '撤回修撤单申请', en: 'Application asked back' },
  trigger: 'shipment.change-retracted',
  neededWhen: { always: true },
  because: { zh: '海关尚未决定，申请人要求撤回', en: 'Customs has not decided; the applicant asks for it back' },
  fields: headFields.filter((field) => field.target !== `${HEAD}/DecModNote`),
  encode: (fields) => {
    const head = fields.map((f): XmlPart => {
      const name = f.target.slice(HEAD.length + 1);
      return [name, name === 'DecModType' ? RETRACTION : f.value];
    });
    const xml = writeXml(['DecModMessage', [[HEAD, head]], { xmlns: 'http://www.chinaport.gov.cn/dec' }]);
    const bytes = encodeText(xml, 'utf-8');
    return { bytes, mediaType: 'application/xml', charset: 'utf-8', fileName: 'change-retraction.xml' };
  },
};

export const changeApplication: DocumentDefinition = {
  id: 'customs.change-application',
  name: { zh: '修撤单申请', en: 'Application to amend or withdraw' },
  trigger: 'shipment.change-applied',
  neededWhen: { always: true },
  because: {
    zh: '海关已接受申报，修改、撤销须经其同意',
    en: 'Customs has taken the declaration and decides on changes',
  },
  fields: [...headFields, ...amendable],
  encode: (fields, { before, overlay }) => {
    const withdrawal = overlay['change.kind'] === 'withdraw';
    const xml = writeXml([
      'DecModMessage',
      [
        [
          HEAD,
          fields
            .filter((f) => f.target.startsWith(`${HEAD}/`))
            .map((f): XmlPart => [f.target.slice(HEAD.length + 1), f.value]),
        ],
        ['DecModLists', withdrawal ? [] : changesOf(before ?? [], fields)],
      ],
      { xmlns: 'http://www.chinaport.gov.cn/dec' },
    ]);
    const bytes = encodeText(xml, 'utf-8');
    return { bytes, mediaType: 'application/xml', charset: 'utf-8', fileName: 'change-application.xml' };
  },
};
