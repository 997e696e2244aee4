// The bonded list (保税核注清单, INV101): goods that enter or leave a special customs area under an account. Country and currency are the customs'
// own numbers, as in the public sample (142 for China), so both are translated.
import type { DocumentDefinition, EncodedDocument, FieldMapping, MappedField } from '../../hub/mapping/contract.ts';
import { numericCountry, numericCurrency } from '../../hub/mapping/index.ts';
import type { Condition } from '../../kernel/condition.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { writeXml, type XmlPart } from '../../runtime/codec/xml.ts';

const HEAD = 'InvtHeadType';
const LINE = 'InvtListType';
const head = (name: string, from: string, more: Partial<FieldMapping> = {}): FieldMapping => ({
  target: `${HEAD}/${name}`,
  from: [from],
  ...more,
});
const line = (name: string, from: string, more: Partial<FieldMapping> = {}): FieldMapping => ({
  target: `${LINE}/${name}`,
  from: [from],
  each: 'goods',
  ...more,
});
const heading: readonly FieldMapping[] = [
  head('EtpsInnerInvtNo', 'dispatch.clientNumber', { always: true }),
  head('DclTypecd', 'dispatch.operation', { convert: 'bondedOperation', always: true }),
  head('PutrecNo', 'recordNumber', { length: '12', always: true }),
];
const fields: readonly FieldMapping[] = [
  ...heading,
  head('BizopEtpsSccd', 'traderUscc'),
  head('BizopEtpsno', 'traderCode'),
  head('BizopEtpsNm', 'traderName'),
  head('RvsngdEtpsSccd', 'ownerUscc'),
  head('RcvgdEtpsno', 'ownerCode'),
  head('RcvgdEtpsNm', 'ownerName'),
  head('DclEtpsSccd', 'agentUscc'),
  head('DclEtpsno', 'agentCode'),
  head('DclEtpsNm', 'agentName'),
  head('ImpexpPortcd', 'borderOffice'),
  head('DclPlcCuscd', 'declarationOffice'),
  head('ImpexpMarkcd', 'direction', { convert: 'directionLetter' }),
  head('SupvModecd', 'supervisionMode'),
  head('TrspModecd', 'transportMode'),
  head('StshipTrsarvNatcd', 'tradeCountry', { codes: numericCountry }),
  line('GdsSeqno', 'lineNumber'),
  line('PutrecSeqno', 'recordItem'),
  line('Gdecd', 'hsCode'),
  line('GdsNm', 'goodsName'),
  line('GdsSpcfModelDesc', 'specification'),
  line('DclUnitcd', 'quantityUnit'),
  line('DclQty', 'quantity'),
  line('LawfUnitcd', 'firstUnit'),
  line('LawfQty', 'firstQuantity'),
  line('SecdLawfUnitcd', 'secondUnit'),
  line('SecdLawfQty', 'secondQuantity'),
  line('DclUprcAmt', 'unitPrice'),
  line('DclTotalAmt', 'totalPrice'),
  line('DclCurrcd', 'currency', { codes: numericCurrency }),
  line('Natcd', 'originCountry', { codes: numericCountry }),
  line('LvyrlfModecd', 'dutyMode'),
];

function encode(mapped: readonly MappedField[]): EncodedDocument {
  const leaf = (f: MappedField): XmlPart => [f.target.split('/').at(-1) ?? '', f.value];
  const rows: XmlPart[][] = [];
  for (const f of mapped.filter((one) => one.each === 'goods')) (rows[f.row ?? 0] ??= []).push(leaf(f));
  const number = mapped.find((f) => f.target === `${HEAD}/EtpsInnerInvtNo`)?.value ?? '';
  const reference = mapped.find((f) => f.target === 'Reference')?.value ?? '';
  const xml = writeXml(
    [
      'Package',
      [
        [
          'EnvelopInfo',
          [
            ['version', '1.0'],
            ['message_id', number],
            ['file_name', `${number}.INV`],
            ['message_type', 'INV101'],
          ],
        ],
        [
          'DataInfo',
          [
            [
              'BussinessData',
              [
                [
                  'InvtMessage',
                  [
                    [HEAD, mapped.filter((f) => f.target.startsWith(`${HEAD}/`)).map(leaf)],
                    ...rows.filter(Boolean).map((row): XmlPart => [LINE, row]),
                    ['SysId', 'Z7'],
                  ],
                ],
              ],
            ],
          ],
        ],
        ['Reference', reference],
      ],
    ],
    'GB18030',
  );
  return {
    bytes: encodeText(xml, 'gb18030'),
    mediaType: 'application/xml',
    charset: 'gb18030',
    fileName: `${number}.INV.xml`,
  };
}

/** Modes of special customs areas and bonded places, under an account (账册). */
const inArea: Condition = {
  all: [
    { element: 'recordNumber', present: true },
    {
      element: 'supervisionMode',
      in: ['1210', '1233', '1234', '1239', '5000', '5010', '5014', '5015', '5034', '5100', '5300'],
    },
  ],
};
const reference: FieldMapping = { target: 'Reference', from: ['traderReference'] };
export const documents: readonly DocumentDefinition[] = [
  {
    id: 'bonded.list',
    name: { zh: '保税核注清单', en: 'Bonded list' },
    trigger: 'shipment.submitted',
    neededWhen: inArea,
    because: { zh: '账册下货物进出特殊监管区域', en: 'Goods under an account enter or leave a special customs area' },
    fields: [...fields, reference],
    encode,
  },
  {
    id: 'bonded.list-withdrawal',
    name: { zh: '核注清单删除', en: 'Deletion of the bonded list' },
    trigger: 'shipment.withdrawn',
    neededWhen: inArea,
    because: { zh: '本票已撤回', en: 'The case is withdrawn' },
    fields: [...heading, reference],
    encode,
  },
];
