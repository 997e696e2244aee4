// The bonded list (保税核注清单, INV101): goods that enter or leave a special customs area under an account. Country and currency are the customs'
// own numbers, as in the public sample (142 for China), so both are translated. Its gate pass stands beside it.
import type { DocumentDefinition, EncodedDocument, FieldMapping, MappedField } from '../../hub/mapping/contract.ts';
import { numericCountry, numericCurrency } from '../../hub/mapping/index.ts';
import { goesUnderAccount } from '../../hub/shipment/index.ts';
import type { XmlPart } from '../../runtime/codec/xml.ts';
import { gatePassDocuments } from './map-gate-pass.ts';
import { leafOf, rowsOf, valueAt, writePackage } from './write-package.ts';

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
  // Of the list that stands: what is changed or deleted has customs' numbers.
  head('SeqNo', 'zone.listCentre'),
  head('EtpsInnerInvtNo', 'dispatch.clientNumber', { always: true }),
  head('BondInvtNo', 'zone.list'),
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
  return writePackage({
    type: 'INV101',
    number: valueAt(mapped, `${HEAD}/EtpsInnerInvtNo`),
    reference: valueAt(mapped, 'Reference'),
    body: [
      'InvtMessage',
      [
        [HEAD, mapped.filter((f) => f.target.startsWith(`${HEAD}/`)).map(leafOf)],
        ...rowsOf(mapped, LINE).map((row): XmlPart => [LINE, row.map(leafOf)]),
        ['SysId', 'Z7'],
      ],
    ],
  });
}

const reference: FieldMapping = { target: 'Reference', from: ['traderReference'] };
export const documents: readonly DocumentDefinition[] = [
  // First of all: while its gate pass stands, customs neither changes nor deletes a list.
  ...gatePassDocuments,
  {
    id: 'bonded.list',
    name: { zh: '保税核注清单', en: 'Bonded list' },
    trigger: 'shipment.submitted',
    neededWhen: goesUnderAccount,
    because: { zh: '账册下货物进出特殊监管区域', en: 'Goods under an account enter or leave a special customs area' },
    fields: [...fields, reference],
    encode,
  },
  {
    id: 'bonded.list-withdrawal',
    name: { zh: '核注清单删除', en: 'Deletion of the bonded list' },
    trigger: 'shipment.withdrawn',
    neededWhen: goesUnderAccount,
    because: { zh: '本票已撤回', en: 'The case is withdrawn' },
    fields: [...heading, reference],
    encode,
  },
];
