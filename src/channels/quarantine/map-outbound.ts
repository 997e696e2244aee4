// What goes out to inspection and quarantine: the declaration (报检单), its withdrawal, and the result of an inspection it took part in (P10).
import type { DocumentDefinition, EncodedDocument, FieldMapping, MappedField } from '../../hub/mapping/contract.ts';
import { quarantineCountry, quarantinePackage } from '../../hub/mapping/index.ts';
import type { Condition } from '../../kernel/condition.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { writeXml, type XmlPart } from '../../runtime/codec/xml.ts';

/** The offices and codes that the merged declaration of 2018 marks as obsolete: who fills them in files separately. */
const filesSeparately: Condition = {
  all: [
    { element: 'acceptingOffice', present: true },
    { element: 'traderQuarantineCode', present: true },
  ],
};

/** `Node/Leaf`: leaves of one node; rows of a group repeat it. */
function encode(root: string): (fields: readonly MappedField[]) => EncodedDocument {
  return (fields) => {
    const nodes = new Map<string, XmlPart[]>();
    for (const { target, value, row } of fields) {
      const [node = '', leaf = ''] = target.split('/');
      const key = `${node} ${row ?? ''}`;
      nodes.set(key, [...(nodes.get(key) ?? []), [leaf, value]]);
    }
    const parts = [...nodes].map(([key, leaves]): XmlPart => [key.split(' ', 1)[0] ?? key, leaves]);
    return {
      bytes: encodeText(writeXml([root, parts, { version: '1' }]), 'utf-8'),
      mediaType: 'application/xml',
      charset: 'utf-8',
      fileName: `${root}.xml`,
    };
  };
}

const heading: readonly FieldMapping[] = [
  { target: 'Head/ClientNumber', from: ['dispatch.clientNumber'], always: true },
  { target: 'Head/ShipmentNumber', from: ['dispatch.shipmentNumber'], always: true },
  { target: 'Head/Reference', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
];

export const documents: readonly DocumentDefinition[] = [
  {
    id: 'quarantine.declaration',
    name: { zh: '报检单', en: 'Quarantine declaration' },
    trigger: 'shipment.submitted',
    neededWhen: filesSeparately,
    because: {
      zh: '填有报检机关与报检单位代码，须单独报检',
      en: 'An accepting office and a quarantine code are given: filed separately',
    },
    fields: [
      ...heading,
      { target: 'Head/Operation', from: ['dispatch.operation'], always: true },
      { target: 'Head/Direction', from: ['direction'], convert: 'directionLetter' },
      { target: 'Head/AcceptingOffice', from: ['acceptingOffice'], length: '10' },
      { target: 'Head/InspectionOffice', from: ['inspectionOffice'], length: '10' },
      { target: 'Head/CertificateOffice', from: ['certificateOffice'], length: '10' },
      { target: 'Head/DeclarantCode', from: ['agentQuarantineCode', 'traderQuarantineCode'], length: '10' },
      { target: 'Head/DeclarantName', from: ['agentName'], length: '100' },
      { target: 'Head/ConsigneeCode', from: ['traderQuarantineCode'], length: '10' },
      { target: 'Head/ConsigneeName', from: ['traderName'], length: '100' },
      { target: 'Head/ConsignorName', from: ['consignorName'], length: '100' },
      { target: 'Head/TradeCountry', from: ['tradeCountry'], length: '3', codes: quarantineCountry },
      { target: 'Head/ContractNumber', from: ['contractNumber'], length: '32' },
      { target: 'Head/TransportMode', from: ['transportMode'] },
      { target: 'Head/Conveyance', from: ['conveyanceName', 'voyageNumber'], convert: 'joined' },
      { target: 'Head/BillNumber', from: ['billNumber'], length: '32' },
      { target: 'Head/StoragePlace', from: ['storagePlace'], length: '100' },
      { target: 'Head/Packages', from: ['packageCount'] },
      { target: 'Head/PackageKind', from: ['packageKind'], codes: quarantinePackage },
      { target: 'Head/GrossMass', from: ['grossMassKg'] },
      { target: 'Goods/Line', from: ['lineNumber'], each: 'goods' },
      { target: 'Goods/TariffNumber', from: ['hsCode'], each: 'goods' },
      { target: 'Goods/QuarantineClass', from: ['quarantineCode'], each: 'goods' },
      { target: 'Goods/Name', from: ['quarantineName', 'goodsName'], each: 'goods' },
      { target: 'Goods/Specification', from: ['goodsSpecification'], each: 'goods' },
      { target: 'Goods/Origin', from: ['originCountry'], each: 'goods', codes: quarantineCountry },
      { target: 'Goods/Quantity', from: ['firstQuantity'], each: 'goods' },
      { target: 'Goods/Unit', from: ['firstUnit'], each: 'goods' },
      { target: 'Goods/Maker', from: ['overseasMaker'], each: 'goods' },
      { target: 'Goods/MakerRegistration', from: ['makerRegistration'], each: 'goods' },
      { target: 'Goods/ProducedOn', from: ['producedOn'], each: 'goods' },
      { target: 'Goods/Batch', from: ['batchNumber'], each: 'goods' },
      { target: 'Container/Number', from: ['containerNumber'], each: 'containers' },
      { target: 'Container/Kind', from: ['containerSpec'], each: 'containers' },
      { target: 'Certificate/Kind', from: ['certificateKind'], each: 'certificates' },
    ],
    encode: encode('CiqDeclaration'),
  },
  {
    id: 'quarantine.withdrawal',
    name: { zh: '撤回报检', en: 'Withdrawal of the quarantine declaration' },
    trigger: 'shipment.withdrawn',
    neededWhen: filesSeparately,
    because: { zh: '申报已撤回', en: 'The filing is withdrawn' },
    fields: [...heading, { target: 'Head/Operation', from: ['dispatch.operation'], always: true }],
    encode: encode('CiqWithdrawal'),
  },
  {
    id: 'quarantine.inspection-result',
    name: { zh: '检验检疫查验结果', en: 'Result of the quarantine inspection' },
    trigger: 'inspection.result-recorded',
    neededWhen: { element: 'inspection.authority', equals: 'quarantine' },
    because: { zh: '检验检疫参与了查验', en: 'Quarantine took part in the inspection' },
    fields: [
      ...heading,
      { target: 'Result/Outcome', from: ['inspection.outcome'], always: true },
      { target: 'Result/HandlingCode', from: ['inspection.handlingCode'], always: true },
      { target: 'Result/Findings', from: ['inspection.findings'], always: true },
    ],
    encode: encode('CiqInspectionResult'),
  },
];
