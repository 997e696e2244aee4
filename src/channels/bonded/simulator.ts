// The far end of the bonded area system for demo and tests: takes INV101 and SAS121, answers as its gateway and as customs do.
import { plusMs, toPartnerTime } from '../../kernel/instant.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { findNode, parseXml, textAt, writeXml, type XmlNode, type XmlPart } from '../../runtime/codec/xml.ts';
import type { SimulatorDefinition, SimulatorReaction, SimulatorWorld } from '../../hub/mapping/contract.ts';

type Later = SimulatorReaction['later'][number];
const send = (afterMs: number, root: XmlPart, fileName: string): Later => ({
  afterMs,
  message: { bytes: encodeText(writeXml(root, 'GB18030'), 'gb18030'), contentType: 'application/xml', fileName },
});
/** Where everything goes well, the vehicle passes the gate with its pass. */
const passes: ReadonlySet<string> = new Set(['CLEAN', 'DUPLICATE', 'DISORDER', 'SLOW']);

const reply = (centre: string, ours: string): Later =>
  send(
    300,
    [
      'CommonResponeMessage',
      [
        ['SeqNo', centre],
        ['EtpsPreentNo', ours],
        ['CheckInfo', 'OK'],
        ['DealFlag', '0'],
      ],
    ],
    `Successed_${ours}.xml`,
  );

type Result = {
  readonly type: 'INV201' | 'SAS221' | 'SAS223';
  readonly serial: string;
  readonly centre: string;
  readonly number: string;
  /** 1 of a filing, 3 of its voiding. */
  readonly about: string;
};
function result(
  world: SimulatorWorld,
  of: Result,
  afterMs: number,
  code: string,
  more: readonly XmlPart[] = [],
): Later {
  const { type, serial, centre, number, about } = of;
  const time = toPartnerTime(plusMs(world.now, afterMs), 'yyyy-MM-ddTHH:mm:ss').replace('T', ' ');
  const head: XmlPart[] = [
    ['etpsPreentNo', centre],
    ['businessId', number],
    ['typecd', about],
    ['manageResult', code],
    ['manageDate', time],
  ];
  return send(
    afterMs,
    [
      'Package',
      [
        [
          'EnvelopInfo',
          [
            ['version', '1.0'],
            ['message_id', `CUS0000E010000${serial}${type}${code}`],
            ['message_type', type],
          ],
        ],
        ['DataInfo', [['BussinessData', [[type, [['HdeApprResult', head], ...more]]]]]],
      ],
    ],
    `${number}_${code}.${type.slice(0, 3)}.xml`,
  );
}

function listed(head: XmlNode | undefined, world: SimulatorWorld): SimulatorReaction {
  const ours = textAt(head, 'EtpsInnerInvtNo');
  if (textAt(head, 'DclTypecd') === '3') return { status: 200, later: [] };
  const serial = String(world.next()).padStart(9, '0');
  const year = toPartnerTime(world.now, 'yyyyMMdd').slice(0, 4);
  const centre = textAt(head, 'SeqNo') || `${year}00000${serial}`;
  const office = textAt(head, 'DclPlcCuscd').padStart(4, '0');
  const number =
    textAt(head, 'BondInvtNo') || `QD${office}${year.slice(2)}${textAt(head, 'ImpexpMarkcd') || 'I'}${serial}`;
  const of = { type: 'INV201', serial, centre, number, about: '1' } as const;
  return { status: 200, later: [reply(centre, ours), result(world, of, 1000, 'Y'), result(world, of, 2500, '1')] };
}

function passed(
  head: XmlNode | undefined,
  { scenario, reference }: { readonly scenario: string; readonly reference: string },
  world: SimulatorWorld,
): SimulatorReaction {
  const ours = textAt(head, 'EtpsPreentNo');
  const serial = String(world.next()).padStart(9, '0');
  const day = toPartnerTime(world.now, 'yyyyMMdd');
  const about = textAt(head, 'DclTypecd');
  const centre = textAt(head, 'SeqNo') || `${day.slice(0, 4)}00000${serial}`;
  const office = textAt(head, 'MasterCuscd').padStart(4, '0');
  const number =
    textAt(head, 'PassportNo') ||
    `Z${office}${textAt(head, 'IoTypecd') || 'I'}${day.slice(2)}${serial.padStart(12, '0')}`;
  const bsc = (stucd: string): XmlPart => [
    'SasPassportBsc',
    [
      ['passportNo', number],
      ['sasPassportPreentNo', centre],
      ['dclTypecd', about],
      ['vehicleNo', textAt(head, 'VehicleNo')],
      ['rltTbTypecd', textAt(head, 'RltTbTypecd')],
      ['rltNo', textAt(head, 'RltNo')],
      ['stucd', stucd],
    ],
  ];
  const approval = { type: 'SAS221', serial, centre, number, about } as const;
  if (about === '3')
    return { status: 200, later: [reply(centre, ours), result(world, approval, 1500, '1', [bsc('6')])] };
  // Under ZONE the first pass of a case is refused.
  if (scenario === 'ZONE' && !world.memory.has(`pass ${reference}`)) {
    world.memory.set(`pass ${reference}`, 'refused');
    const note: XmlPart = ['CheckInfo', [['note', '车辆自重与备案不符']]];
    return { status: 200, later: [reply(centre, ours), result(world, { ...approval, number: '' }, 1500, '3', [note])] };
  }
  const granted = [reply(centre, ours), result(world, approval, 1500, '1', [bsc('1')])];
  const used = result(world, { ...approval, type: 'SAS223', about: '' }, 9000, '1', [bsc('2')]);
  return { status: 200, later: passes.has(scenario) ? [...granted, used] : granted };
}

export const simulator: SimulatorDefinition = {
  name: { zh: '金关二期（模拟）', en: 'Bonded area system (simulated)' },
  referenceIn: ({ bytes }) => textAt(findNode(parseXml(bytes), 'Package'), 'Reference') || undefined,
  react: ({ bytes, scenario }, world) => {
    const root = parseXml(bytes);
    const pass = findNode(root, 'PassportHead');
    const reference = textAt(findNode(root, 'Package'), 'Reference');
    return pass ? passed(pass, { scenario, reference }, world) : listed(findNode(root, 'InvtHeadType'), world);
  },
};
