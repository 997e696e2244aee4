// What goes out to commerce: which form element becomes which field, and how it is written (P10).
import type { DocumentDefinition, EncodedDocument, MappedField } from '../../hub/mapping/contract.ts';
import type { Condition } from '../../kernel/condition.ts';
import { encodeText } from '../../runtime/codec/charset.ts';

const namesLicences: Condition = {
  any: [
    { element: 'licences', present: true },
    { element: 'goodsLicences', present: true },
  ],
};

function encodeCheck(fields: readonly MappedField[]): EncodedDocument {
  const body: Record<string, unknown> = {};
  for (const { target, value, row } of fields) {
    const [name = '', part] = target.split('/');
    if (part === undefined) body[name] = value;
    else {
      const rows = (body[name] ??= []) as Record<string, string>[];
      (rows[row ?? 0] ??= {})[part] = value;
    }
  }
  return {
    bytes: encodeText(JSON.stringify({ licenceCheck: body }, null, 1), 'utf-8'),
    mediaType: 'application/json',
    charset: 'utf-8',
    fileName: 'licence-check.json',
  };
}

export const documents: readonly DocumentDefinition[] = [
  {
    id: 'commerce.licence-check',
    name: { zh: '许可证联网核查', en: 'Licence check' },
    trigger: 'shipment.submitted',
    neededWhen: namesLicences,
    because: { zh: '申报中列有许可证件', en: 'The filing names licences' },
    fields: [
      { target: 'clientNumber', from: ['dispatch.clientNumber'], always: true },
      { target: 'reference', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
      { target: 'traderUscc', from: ['traderUscc'] },
      { target: 'direction', from: ['direction'] },
      { target: 'licences/kind', from: ['licenceKind'], each: 'licences' },
      { target: 'licences/number', from: ['licenceCertificate'], each: 'licences' },
      { target: 'writeOffs/line', from: ['licenceLine'], each: 'goodsLicences' },
      { target: 'writeOffs/kind', from: ['licenceTypeCode'], each: 'goodsLicences' },
      { target: 'writeOffs/number', from: ['goodsLicenceNumber'], each: 'goodsLicences' },
      { target: 'writeOffs/quantity', from: ['licenceQuantity'], each: 'goodsLicences' },
    ],
    encode: encodeCheck,
  },
  {
    id: 'commerce.licence-check-withdrawal',
    name: { zh: '撤回许可证核查', en: 'Withdrawal of the licence check' },
    trigger: 'shipment.withdrawn',
    neededWhen: namesLicences,
    because: { zh: '申报已撤回，许可证可另行使用', en: 'The filing is withdrawn; the licences are free again' },
    fields: [
      { target: 'clientNumber', from: ['dispatch.clientNumber'], always: true },
      { target: 'reference', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
      { target: 'operation', from: ['dispatch.operation'], always: true },
      { target: 'licences/kind', from: ['licenceKind'], each: 'licences' },
      { target: 'licences/number', from: ['licenceCertificate'], each: 'licences' },
    ],
    encode: encodeCheck,
  },
];
