// What goes out to commerce: which form element becomes which field, and how it is written (P10).
import type { DocumentDefinition } from '../../hub/mapping/contract.ts';
import { encodeJson } from '../../hub/mapping/index.ts';
import type { Condition } from '../../kernel/condition.ts';

const namesLicences: Condition = {
  any: [
    { element: 'licences', present: true },
    { element: 'goodsLicences', present: true },
  ],
};

const encodeCheck = encodeJson('licenceCheck', 'licence-check');

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
      { target: 'writeOffs/unit', from: ['licenceUnit'], each: 'goodsLicences' },
      // Where no write-off is stated the lines are what the licence is used for.
      { target: 'goods/code', from: ['hsCode'], each: 'goods' },
      { target: 'goods/quantity', from: ['quantity'], each: 'goods' },
      { target: 'goods/unit', from: ['quantityUnit'], each: 'goods' },
      { target: 'goods/value', from: ['totalPrice'], each: 'goods' },
      { target: 'goods/currency', from: ['currency'], each: 'goods' },
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
