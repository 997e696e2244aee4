// What goes out to public security: digests of the numbers of persons and plates, by the key of the month, and nothing by which anybody
// who does not know a number already could learn it (N4; 个人信息保护法 6). The tables mark these fields; the mapping engine digests them.
import type { DocumentDefinition, FieldMapping } from '../../hub/mapping/contract.ts';
import { encodeJson } from '../../hub/mapping/index.ts';
import type { Condition } from '../../kernel/condition.ts';
import { DIGEST_ALGORITHM } from './profile.ts';

const byRoad: Condition = { element: 'transportMode', equals: '4' };
const screened: Condition = {
  any: [
    { element: 'persons', present: true },
    { all: [byRoad, { element: 'conveyanceId', present: true }] },
    { all: [byRoad, { element: 'pickupVehicle', present: true }] },
  ],
};
const heading: readonly FieldMapping[] = [
  { target: 'clientNumber', from: ['dispatch.clientNumber'], always: true },
  { target: 'reference', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
  { target: 'operation', from: ['dispatch.operation'], always: true },
];
const encode = encodeJson('screening', 'screening', { algorithm: DIGEST_ALGORITHM });

export const documents: readonly DocumentDefinition[] = [
  {
    id: 'public-security.screening',
    name: { zh: '人员车辆核查', en: 'Screening of persons and vehicles' },
    trigger: 'shipment.submitted',
    neededWhen: screened,
    because: {
      zh: '申报列有随行人员或公路车辆；只发送摘要',
      en: 'The filing names persons or a road vehicle; only digests are sent',
    },
    fields: [
      ...heading,
      { target: 'keyId', from: ['dispatch.digestKey'], always: true },
      { target: 'station', from: ['stationCode'] },
      { target: 'persons/role', from: ['personRole'], each: 'persons' },
      {
        target: 'persons/digest',
        from: ['personDocumentKind', 'personDocumentNumber'],
        each: 'persons',
        convert: 'personNumber',
        digest: true,
      },
      { target: 'vehicle/digest', from: ['pickupVehicle'], convert: 'plateNumber', digest: true },
      {
        target: 'conveyance/digest',
        from: ['conveyanceId'],
        when: byRoad,
        convert: 'plateNumber',
        digest: true,
      },
    ],
    encode,
  },
  {
    id: 'public-security.screening-withdrawal',
    name: { zh: '撤回人员车辆核查', en: 'Withdrawal of the screening' },
    trigger: 'shipment.withdrawn',
    neededWhen: screened,
    because: { zh: '申报已撤回，对方应删除摘要', en: 'The filing is withdrawn; the digests are to be deleted' },
    fields: heading,
    encode,
  },
];
