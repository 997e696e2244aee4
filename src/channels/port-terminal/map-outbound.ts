// What goes out to the port terminal: which form element becomes which field, and how it is written (P10).
import type { Condition } from '../../kernel/condition.ts';
import type { DocumentDefinition, FieldMapping } from '../../hub/mapping/contract.ts';
import { type Order, writeOrder } from './write-order.ts';

const served: Condition = {
  any: [
    { element: 'stationCode', in: ['CKG-GUOYUAN', 'CKG-CUNTAN'] },
    {
      all: [
        { element: 'stationCode', present: false },
        { element: 'transportMode', equals: '2' },
      ],
    },
  ],
};
const base: readonly FieldMapping[] = [
  { target: 'BGM/1004', from: ['dispatch.clientNumber'], always: true },
  { target: 'RFF/ABT', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
  { target: 'RFF/BM', from: ['billNumber'] },
  { target: 'DTM/137', from: ['dispatch.sentAt'], convert: 'partnerMinute' },
];
const pickUp: readonly FieldMapping[] = [
  // 9 original, 5 replace: an amended filing replaces its plan
  { target: 'BGM/1225', from: ['dispatch.operation'], convert: 'messageFunction' },
  { target: 'TDT/8028', from: ['voyageNumber'] },
  { target: 'TDT/8212', from: ['conveyanceName'] },
  { target: 'NAD/CZ', from: ['pickupParty', 'traderName'] },
  { target: 'FTX/VEH', from: ['pickupVehicle'] },
  { target: 'FTX/DRV', from: ['pickupDriver'] },
  { target: 'DTM/200', from: ['pickupFrom'], convert: 'partnerMinute' },
  { target: 'EQD/8260', from: ['containerNumber'], each: 'containers' },
  { target: 'EQD/8155', from: ['containerSpec'], each: 'containers', convert: 'isoSizeType' },
  { target: 'SEL/9308', from: ['sealNumber'], each: 'containers' },
  { target: 'MEA/6314', from: ['containerGoodsMassKg'], each: 'containers', convert: 'massThree' },
];
/** UN/LOCODE of the next port, where what is loaded here is discharged. */
const ports: readonly FieldMapping[] = [{ target: 'LOC/11', from: ['nextPort'] }];
const release: readonly FieldMapping[] = [
  { target: 'RFF/RE', from: ['release.number'], always: true },
  { target: 'FTX/OBJ', from: ['release.objectId'] },
  { target: 'FTX/TOK', from: ['release.token'] },
  { target: 'DTM/36', from: ['release.validUntil'], convert: 'partnerMinute' },
  { target: 'FTX/WHY', from: ['release.because'] },
];

const virtualReturn: readonly FieldMapping[] = [
  { target: 'RFF/INS', from: ['inspection.number'], always: true },
  { target: 'FTX/OBJ', from: ['inspection.objectIds'] },
  { target: 'DTM/36', from: ['inspection.cutOff'], convert: 'partnerMinute' },
];

const document = (
  id: string,
  name: DocumentDefinition['name'],
  trigger: DocumentDefinition['trigger'],
  fields: readonly FieldMapping[],
  neededWhen: Condition,
  because: DocumentDefinition['because'],
  order: Order,
): DocumentDefinition => ({ id, name, trigger, neededWhen, because, fields, encode: writeOrder(id, order) });

/** BGM 1001: 126 equipment order, 12 release of equipment (COPARN); 129 delivery order (COREOR). */
const pickUpOrder = { message: 'COPARN', name: '126', messageFunction: '9', equipment: '3' } as const;
const announcementOrder = { ...pickUpOrder, equipment: '2' } as const;
const releaseOrder = { message: 'COREOR', name: '129', messageFunction: '9', equipment: '3' } as const;
const returnOrder = { ...announcementOrder, name: '12' } as const;
const cancelled = { messageFunction: '1' } as const;
const imported: Condition = { all: [served, { element: 'direction', equals: 'import' }] };
const exported: Condition = {
  all: [served, { element: 'direction', equals: 'export' }, { element: 'containers', present: true }],
};

export const documents: readonly DocumentDefinition[] = [
  document(
    'port-terminal.pick-up-plan',
    { zh: '提箱计划', en: 'Pick-up plan' },
    'shipment.submitted',
    [...base, ...pickUp],
    imported,
    { zh: '货物从码头提取', en: 'The goods are picked up at the terminal' },
    pickUpOrder,
  ),
  document(
    'port-terminal.pick-up-withdrawal',
    { zh: '取消提箱计划', en: 'Cancellation of the pick-up plan' },
    'shipment.withdrawn',
    [...base, ...pickUp],
    imported,
    { zh: '申报已撤回', en: 'The filing is withdrawn' },
    { ...pickUpOrder, ...cancelled },
  ),
  document(
    'port-terminal.announcement',
    { zh: '进场箱预报', en: 'Announcement of boxes' },
    'shipment.submitted',
    [...base, ...pickUp, ...ports],
    exported,
    { zh: '码头按预报接收出口箱', en: 'The terminal takes in what is announced' },
    announcementOrder,
  ),
  document(
    'port-terminal.announcement-withdrawal',
    { zh: '取消进场箱预报', en: 'Cancellation of the announcement' },
    'shipment.withdrawn',
    [...base, ...pickUp, ...ports],
    exported,
    { zh: '申报已撤回', en: 'The filing is withdrawn' },
    { ...announcementOrder, ...cancelled },
  ),
  document(
    'port-terminal.release-order',
    { zh: '放行指令（提货单）', en: 'Release order (delivery order)' },
    'release.granted',
    [...base, ...release],
    served,
    { zh: '码头凭一次放行放货', en: 'The terminal acts on the one release' },
    releaseOrder,
  ),
  document(
    'port-terminal.release-revocation',
    { zh: '撤销放行', en: 'Revocation of the release' },
    'release.revoked',
    [...base, ...release],
    served,
    { zh: '放行已撤销，货物不得出场', en: 'The release is revoked; the goods stay' },
    { ...releaseOrder, ...cancelled },
  ),
  document(
    'port-terminal.virtual-return',
    { zh: '虚拟归位通知', en: 'Virtual return' },
    'inspection.virtually-returned',
    [...base, ...virtualReturn],
    served,
    {
      zh: '查验已通过，箱子可从查验场直接装船',
      en: 'The inspection is passed; the box may load from the inspection yard',
    },
    returnOrder,
  ),
];
