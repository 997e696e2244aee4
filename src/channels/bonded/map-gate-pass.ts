// The gate pass (核放单, SAS121): one vehicle with the goods of one approved list. Applied for when the list is approved; customs has no change of it,
// so it is taken back (DclTypecd 3) when something else is filed, when the case is withdrawn, and when it comes too late. Codes: see README.
import type {
  DocumentDefinition,
  EncodedDocument,
  FieldMapping,
  MappedField,
  Trigger,
} from '../../hub/mapping/contract.ts';
import { goesUnderAccount } from '../../hub/shipment/index.ts';
import { addDecimals, isDecimal } from '../../kernel/decimal.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Condition } from '../../kernel/condition.ts';
import type { XmlPart } from '../../runtime/codec/xml.ts';
import { leafOf, rowsOf, valueAt, writePackage } from './write-package.ts';

const HEAD = 'PassportHead';
const LINE = 'PassportList';
const ACMP = 'PassportAcmp';
const APPLY = '1';
const VOID = '3';
/** RltTbTypecd, RtlBillTypecd: the pass is made of a bonded list. */
const OF_LIST = '1';
/** BindTypecd: one list, one vehicle. */
const ONE_TO_ONE = '2';
/** In the order of the message. */
const order = [
  'SeqNo',
  'PassportNo',
  'EtpsPreentNo',
  'RltTbTypecd',
  'RltNo',
  'DclTypecd',
  'IoTypecd',
  'PassportTypecd',
  'BindTypecd',
  'MasterCuscd',
  'AreainOriactNo',
  'AreainEtpsSccd',
  'AreainEtpsno',
  'AreainEtpsNm',
  'DclEtpsSccd',
  'DclEtpsno',
  'DclEtpsNm',
  'InputSccd',
  'InputCode',
  'InputName',
  'VehicleNo',
  'VehicleWt',
  'VehicleFrameWt',
  'ContainerNo',
  'ContainerWt',
  'TotalGrossWt',
  'TotalNetWt',
  'TotalWt',
  'DclErConc',
  'DclTime',
];
const head = (name: string, from: string | readonly string[], more: Partial<FieldMapping> = {}): FieldMapping => ({
  target: `${HEAD}/${name}`,
  from: typeof from === 'string' ? [from] : from,
  ...more,
});
const line = (name: string, from: string): FieldMapping => ({ target: `${LINE}/${name}`, from: [from], each: 'goods' });

const heading: readonly FieldMapping[] = [
  head('EtpsPreentNo', 'dispatch.clientNumber', { always: true }),
  head('IoTypecd', 'direction', { convert: 'directionLetter' }),
  head('MasterCuscd', 'declarationOffice'),
  head('AreainEtpsSccd', 'traderUscc'),
  head('AreainEtpsno', 'traderCode'),
  head('AreainEtpsNm', 'traderName'),
  { target: 'OperCusRegCode', from: ['agentCode'] },
  { target: 'Reference', from: ['traderReference'] },
];
const application: readonly FieldMapping[] = [
  ...heading,
  head('RltNo', 'paper.number', { always: true }),
  head('PassportTypecd', 'transportMode', { convert: 'gatePassKind' }),
  head('AreainOriactNo', 'recordNumber', { length: '12' }),
  head('DclEtpsSccd', 'agentUscc'),
  head('DclEtpsno', 'agentCode'),
  head('DclEtpsNm', 'agentName'),
  head('InputSccd', 'keyingUscc'),
  head('InputCode', 'keyingCode'),
  head('InputName', 'keyingName'),
  head('VehicleNo', 'pickupVehicle'),
  head('VehicleWt', 'vehicleTareKg'),
  head('VehicleFrameWt', 'chassisTareKg'),
  head('ContainerNo', 'containerNumber', { each: 'containers' }),
  head('ContainerWt', 'containerTareKg', { each: 'containers' }),
  head('TotalGrossWt', 'grossMassKg'),
  head('TotalNetWt', 'netMassKg'),
  // With the boxes' own weight, which the encoder adds.
  head('TotalWt', ['grossMassKg', 'vehicleTareKg', 'chassisTareKg'], { convert: 'massSum' }),
  head('DclErConc', ['declarantPerson', 'declarantPhone'], { convert: 'joined' }),
  head('DclTime', 'dispatch.sentAt', { convert: 'partnerDate' }),
  line('PassportSeqNo', 'lineNumber'),
  line('RltGdsSeqno', 'lineNumber'),
  line('GdsMtno', 'itemNumber'),
  line('Gdecd', 'hsCode'),
  line('GdsNm', 'goodsName'),
  line('DclUnitcd', 'quantityUnit'),
  line('DclQty', 'quantity'),
];

const encode =
  (operation: typeof APPLY | typeof VOID) =>
  (mapped: readonly MappedField[]): EncodedDocument => {
    const inHead = (name: string) => mapped.filter((f) => f.target === `${HEAD}/${name}` && f.value !== '');
    const tares = inHead('ContainerWt')
      .map((f) => f.value)
      .filter(isDecimal);
    const total = valueAt(mapped, `${HEAD}/TotalWt`);
    const applies = operation === APPLY;
    const written: Readonly<Record<string, string>> = {
      DclTypecd: operation,
      ...(applies ? { RltTbTypecd: OF_LIST, BindTypecd: ONE_TO_ONE } : {}),
      ...(tares.length > 0 ? { ContainerWt: addDecimals(tares) } : {}),
      ...(total === '' ? {} : { TotalWt: addDecimals([total, ...tares]) }),
    };
    const textOf = (name: string): string =>
      written[name] ??
      inHead(name)
        .map((f) => f.value)
        .join(',');
    const list = valueAt(mapped, `${HEAD}/RltNo`);
    const acmp: XmlPart = [
      ACMP,
      [
        ['RtlBillTypecd', OF_LIST],
        ['RtlBillNo', list],
      ],
    ];
    return writePackage({
      type: 'SAS121',
      number: valueAt(mapped, `${HEAD}/EtpsPreentNo`),
      reference: valueAt(mapped, 'Reference'),
      body: [
        'PassPortMessage',
        [
          ['OperCusRegCode', valueAt(mapped, 'OperCusRegCode')],
          [HEAD, order.filter((name) => textOf(name) !== '').map((name): XmlPart => [name, textOf(name)])],
          ...rowsOf(mapped, LINE).map((row): XmlPart => [LINE, row.map(leafOf)]),
          ...(applies ? [acmp] : []),
        ],
      ],
    });
  };

const isPaper = (paper: string): Condition => ({
  all: [
    { element: 'paper.paper', equals: paper },
    { element: 'paper.say', equals: 'granted' },
  ],
});
/** `numbers`: overlay keys of the pass that is taken back and of its 预录入统一编号. */
const takenBack = (
  id: string,
  trigger: Trigger,
  neededWhen: Condition,
  because: Bilingual,
  numbers: readonly [string, string],
): DocumentDefinition => ({
  id,
  name: { zh: '核放单作废', en: 'Gate pass taken back' },
  trigger,
  neededWhen: { all: [goesUnderAccount, neededWhen] },
  because,
  fields: [head('SeqNo', numbers[1]), head('PassportNo', numbers[0], { always: true }), ...heading],
  encode: encode(VOID),
});

const recalled: Condition = { element: 'zone.pass', present: true };
export const gatePassDocuments: readonly DocumentDefinition[] = [
  {
    id: 'bonded.gate-pass',
    name: { zh: '核放单申请', en: 'Application for a gate pass' },
    trigger: 'shipment.zone-paper-told',
    neededWhen: {
      all: [
        goesUnderAccount,
        { element: 'pickupVehicle', present: true },
        isPaper('bonded-list'),
        { element: 'paper.outdated', present: false },
        { element: 'zone.used', present: false },
      ],
    },
    because: {
      zh: '核注清单已通过，车辆凭核放单过卡',
      en: 'The list is approved; the vehicle passes the gate with it',
    },
    fields: application,
    encode: encode(APPLY),
  },
  takenBack(
    'bonded.gate-pass-recall',
    'shipment.submitted',
    recalled,
    { zh: '申报已修改，原核放单不再适用', en: 'Something else is filed; the pass was for what was filed before' },
    ['zone.pass', 'zone.passCentre'],
  ),
  takenBack(
    'bonded.gate-pass-withdrawal',
    'shipment.withdrawn',
    recalled,
    { zh: '本票已撤回', en: 'The case is withdrawn' },
    ['zone.pass', 'zone.passCentre'],
  ),
  takenBack(
    'bonded.gate-pass-return',
    'shipment.zone-paper-told',
    { all: [isPaper('gate-pass'), { element: 'paper.outdated', present: true }] },
    { zh: '核放单通过时申报已修改或撤回', en: 'Granted when the filing had been amended or withdrawn' },
    ['paper.number', 'paper.centreNumber'],
  ),
];
