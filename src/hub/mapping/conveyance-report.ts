// One set of conveyance papers for border inspection and maritime (M13; GF18 13): the shared report, the notices those
// authorities answer with, and their simulators. The form is nearest to WCO names and is to be agreed with the partners.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Condition } from '../../kernel/condition.ts';
import { isInstant, readPartnerTime, toPartnerTime } from '../../kernel/instant.ts';
import { type AuthorityId, authorities } from '../../kernel/party.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { simulatedPaper } from '../../runtime/simulator/simulated-paper.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, findNode, parseXml, textAt, writeXml, type XmlPart } from '../../runtime/codec/xml.ts';
import {
  type FollowUp,
  followUps,
  type InstructionKind,
  instructionKinds,
  objectTypes,
  type ObjectType,
  type ReleaseTerm,
  releaseTerms,
} from '../disposition/contract.ts';
import type {
  Channel,
  ChannelProfile,
  DocumentDefinition,
  EncodedDocument,
  FieldMapping,
  InboundBytes,
  InboundFact,
  Interpretation,
  MappedField,
  SimulatorDefinition,
} from './contract.ts';
import { usualProfile } from './usual-profile.ts';

const field = (target: string, from: string, more: Partial<FieldMapping> = {}): FieldMapping => ({
  target,
  from: [from],
  ...more,
});
const ownNumber = field('ClientNumber', 'dispatch.clientNumber', { always: true });
const reference: FieldMapping = {
  target: 'Reference',
  from: ['traderReference', 'dispatch.shipmentNumber'],
  always: true,
};

const reportFields: readonly FieldMapping[] = [
  ownNumber,
  reference,
  field('ShipmentNumber', 'dispatch.shipmentNumber', { always: true }),
  field('Direction', 'direction', { convert: 'directionLetter' }),
  field('BorderTransportMeans/ModeCode', 'transportMode'),
  field('BorderTransportMeans/ID', 'conveyanceId'),
  field('BorderTransportMeans/Name', 'conveyanceName'),
  field('BorderTransportMeans/JourneyID', 'voyageNumber'),
  field('BorderTransportMeans/RegistrationNationality', 'conveyanceFlag'),
  field('CrewQuantity', 'crewCount'),
  field('PassengerQuantity', 'passengerCount'),
  field('EstimatedArrival', 'estimatedArrival', { convert: 'partnerMinute' }),
  field('EstimatedDeparture', 'estimatedDeparture', { convert: 'partnerMinute' }),
  field('LastPort', 'lastPort'),
  field('NextPort', 'nextPort'),
  field('Berth', 'berth'),
  field('TransportContract', 'billNumber'),
  field('Equipment/ID', 'containerNumber', { each: 'containers' }),
  field('Equipment/Seal', 'sealNumber', { each: 'containers' }),
];
const withdrawalFields: readonly FieldMapping[] = [
  ownNumber,
  reference,
  field('Operation', 'dispatch.operation', { always: true }),
  field('ShipmentNumber', 'dispatch.shipmentNumber', { always: true }),
  field('BorderTransportMeans/ID', 'conveyanceId'),
  field('BorderTransportMeans/JourneyID', 'voyageNumber'),
  field('TransportContract', 'billNumber'),
  field('Reason', 'withdrawal.reason'),
];
const dangerousFields: readonly FieldMapping[] = [
  field('DangerousGoods/UNDG', 'unNumber', { each: 'goods' }),
  field('DangerousGoods/Name', 'dangerousName', { each: 'goods' }),
  field('DangerousGoods/PackingGroup', 'dangerousPackClass', { each: 'goods' }),
];
const resultFields: readonly FieldMapping[] = [
  ownNumber,
  reference,
  field('ShipmentNumber', 'dispatch.shipmentNumber', { always: true }),
  field('InspectionNumber', 'inspection.number'),
  field('Instructions', 'inspection.instructionNumbers'),
  field('Objects', 'inspection.objectIds'),
  field('Outcome', 'inspection.outcome', { always: true }),
  field('Handling', 'inspection.handlingCode'),
  field('Findings', 'inspection.findings'),
  field('SealsFound', 'inspection.sealsFound'),
  field('SealsPutOn', 'inspection.sealsPutOn'),
  field('Samples', 'inspection.samplesTaken'),
];

/** Targets `Parent/Child` become nested elements; rows become one element each. */
function encodeFields(root: string, fields: readonly MappedField[]): EncodedDocument {
  const parts: XmlPart[] = [];
  const groups = new Map<string, [string, string][]>();
  for (const { target, value, row } of fields) {
    const [parent = '', child] = target.split('/');
    if (child === undefined) parts.push([parent, value]);
    else groups.set(`${parent} ${row ?? ''}`, [...(groups.get(`${parent} ${row ?? ''}`) ?? []), [child, value]]);
  }
  for (const [key, leaves] of groups) parts.push([key.split(' ', 1)[0] ?? key, leaves]);
  return {
    bytes: encodeText(writeXml([root, parts]), 'utf-8'),
    mediaType: 'application/xml',
    charset: 'utf-8',
    fileName: `${root}.xml`,
  };
}

export type ConveyanceAuthority = {
  readonly id: AuthorityId;
  readonly promise: string;
  readonly neededWhen: Condition;
  readonly because: Bilingual;
  readonly simulatorPort: number;
  /** What its simulator bases its notices on, and what it looks for in a box. */
  readonly legalBasis: string;
  readonly looksFor: Bilingual;
  /** Gives a vessel that leaves its clearance, as a certificate; says whether bytes are one. */
  readonly clears?: (certificate: Buffer) => boolean;
  readonly dangerousGoods: boolean /** Joins customs in the JOINT scenario for this shipment. */;
  readonly inspectsJointly: (mode: string) => boolean;
};

export function conveyanceAuthorityChannel(of: ConveyanceAuthority): Channel {
  const name = authorities[of.id];
  const profile: ChannelProfile = {
    ...usualProfile,
    simulatorPort: of.simulatorPort,
    budget: { ...usualProfile.budget, requestBytes: 1024 * 1024 },
    maxBytes: 1024 * 1024,
    largest: {
      zh: '一艘船的指令与回执，附有名单的也在其内',
      en: 'instructions and answers about one vessel, with lists of its persons',
    },
    retryAfterMs: [1000, 5000, 30_000, 300_000, 1_800_000],
    format: 'to-be-agreed',
  };
  const documents: DocumentDefinition[] = [
    {
      id: `${of.id}.conveyance-report`,
      name: { zh: `${name.zh}运输工具申报`, en: `Conveyance report to ${name.en}` },
      trigger: 'shipment.submitted',
      neededWhen: of.neededWhen,
      because: of.because,
      fields: of.dangerousGoods ? [...reportFields, ...dangerousFields] : reportFields,
      encode: (fields) => encodeFields('ConveyanceReport', fields),
    },
    {
      id: `${of.id}.conveyance-report-withdrawal`,
      name: { zh: `撤回${name.zh}运输工具申报`, en: `Withdrawal of the conveyance report to ${name.en}` },
      trigger: 'shipment.withdrawn',
      neededWhen: of.neededWhen,
      because: { zh: '申报已撤回', en: 'The filing is withdrawn' },
      fields: withdrawalFields,
      encode: (fields) => encodeFields('ConveyanceReport', fields),
    },
    {
      id: `${of.id}.inspection-result`,
      name: { zh: '查验结果', en: 'Inspection result' },
      trigger: 'inspection.result-recorded',
      neededWhen: { element: 'inspection.authority', equals: of.id },
      because: { zh: '查验结果回传', en: 'The result goes back' },
      fields: resultFields,
      encode: (fields) => encodeFields('InspectionResult', fields),
    },
  ];
  return {
    id: of.id,
    promise: of.promise,
    name,
    authority: of.id,
    profile,
    documents,
    recognises: (message) => recognisesNotice(message, of.id),
    interpret: (message) => interpretNotice(message, of),
    simulator: simulatorOf(of),
  };
}

function recognisesNotice(message: InboundBytes, authority: string): boolean {
  const head = Buffer.from(message.bytes.subarray(0, 2000)).toString('utf-8');
  return head.includes('<AuthorityNotice') && head.includes(`<Authority>${authority}</Authority>`);
}

function interpretNotice(message: InboundBytes, { id: authority, clears }: ConveyanceAuthority): Interpretation {
  const notice = findNode(parseXml(message.bytes), 'AuthorityNotice');
  if (!notice) throw new UnreadableMessage('不是主管部门通知报文', 'It is not an authority notice');
  const text = (path: string) => textAt(notice, path);
  const issuedAt = readPartnerTime(text('IssuedAt'));
  if (!issuedAt || !text('Number') || text('Authority') !== authority)
    throw new UnreadableMessage(
      '通知缺少编号、时间或部门不符',
      'The notice lacks number or time, or is another authority’s',
    );
  const about = text('ClientNumber') ? { clientNumber: text('ClientNumber') } : {};
  const reason = { zh: text('Reason') || '通知', en: text('ReasonEn') || text('Reason') || 'notice' };
  const kind = text('Kind');
  const facts: InboundFact[] = [];
  if (kind === 'receipt')
    facts.push({
      fact: 'answer',
      about,
      outcome: 'acknowledged',
      text: reason,
      partnerNumber: text('Number'),
      at: issuedAt,
    });
  else if (kind === 'clearance' && clears) {
    const number = text('Number');
    facts.push({ fact: 'answer', about, outcome: 'acknowledged', text: reason, partnerNumber: number, at: issuedAt });
    const content = text('Certificate');
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(content) || !clears(Buffer.from(content, 'base64')))
      throw new UnreadableMessage('出口岸许可证不是可识别的文件', 'The port clearance is no file of a known kind');
    const name = { zh: '国际航行船舶出口岸许可证', en: 'Port clearance' };
    facts.push({ fact: 'file', about: { ...about }, name, fileName: `${number.replace(/[^\w-]/g, '')}.pdf`, content });
  } else if (isKind(kind)) {
    const objects = childrenOf(notice, 'Object').flatMap((o) =>
      isObjectType(textAt(o, 'Type')) ? [{ type: textAt(o, 'Type') as ObjectType, key: textAt(o, 'Key') }] : [],
    );
    const whole = text('Whole');
    facts.push({
      fact: 'instruction',
      authority,
      kind,
      number: text('Number'),
      sequence: Number(text('Sequence')) || 0,
      reason,
      issuedAt,
      about: { ...about, objects, ...(isObjectType(whole) ? { whole } : {}) },
      ...(text('LegalBasis') ? { legalBasis: text('LegalBasis') } : {}),
      ...(isTerm(text('Term')) ? { term: text('Term') as ReleaseTerm } : {}),
      ...(isFollowUp(text('FollowUp')) ? { followUp: text('FollowUp') as FollowUp } : {}),
      ...(isInstant(text('ValidUntil')) ? { validUntil: text('ValidUntil') } : {}),
      ...(kind === 'inspect' ? { requirements: requirementsOf(text('InspectionKind'), text('Place')) } : {}),
    });
  } else throw new UnreadableMessage(`通知类型未知：${kind}`, `Unknown kind of notice: ${kind}`);
  return { format: 'AuthorityNotice', partnerMessageId: `${text('Number')}/${text('Sequence')}/${kind}`, facts };
}
/** A boarding order: officers go on board where she lies. */
const requirementsOf = (kind: string, place: string) => ({
  inspectionKind: kind === 'boarding' ? ('boarding' as const) : ('manual' as const),
  ...(place ? { place } : {}),
});
const isKind = (text: string): text is InstructionKind => (instructionKinds as readonly string[]).includes(text);
const isTerm = (text: string): text is ReleaseTerm => (releaseTerms as readonly string[]).includes(text);
const isFollowUp = (text: string): text is FollowUp => (followUps as readonly string[]).includes(text);
const isObjectType = (text: string): text is ObjectType => (objectTypes as readonly string[]).includes(text);

const berth = (text: string): XmlPart[] => (text ? [['Place', text]] : []);
function simulatorOf(of: ConveyanceAuthority): SimulatorDefinition {
  const name = authorities[of.id];
  return {
    name: { zh: `${name.zh}（模拟）`, en: `${name.en} (simulated)` },
    referenceIn: ({ bytes }) => textAt(parseXml(bytes), 'Reference'),
    react: ({ bytes, kind, scenario }, world) => {
      const root = parseXml(bytes);
      const shipment = textAt(root, 'ShipmentNumber');
      const notice = (
        afterMs: number,
        what: { kind: string; zh: string; en: string; whole?: string; number?: string; more?: readonly XmlPart[] },
      ) => {
        const serial = world.next();
        const parts: XmlPart[] = [
          ['Authority', of.id],
          ['ClientNumber', client],
          ['Kind', what.kind],
          ['Number', what.number ?? `${of.id.toUpperCase()}-${shipment}-${serial}`],
          ['Sequence', String(Math.floor(Date.parse(world.now) / 1000) * 100 + (serial % 100))],
          ['Reason', what.zh],
          ['ReasonEn', what.en],
          ['LegalBasis', of.legalBasis],
          ['IssuedAt', toPartnerTime(new Date(Date.parse(world.now) + afterMs).toISOString(), 'yyyyMMddHHmmss')],
          ...(what.whole ? [['Whole', what.whole] as const] : []),
          ...(what.more ?? []),
        ];
        return {
          afterMs,
          message: {
            bytes: Buffer.from(writeXml(['AuthorityNotice', parts])),
            contentType: 'application/xml',
            fileName: `${of.id}-${serial}.xml`,
          },
        };
      };
      // Results are answered about the report, which is the paper this authority knows the case by.
      const client = kind.endsWith('inspection-result')
        ? (world.memory.get(shipment) ?? '')
        : textAt(root, 'ClientNumber');
      if (kind.endsWith('inspection-result')) {
        const normal = textAt(root, 'Outcome') === 'normal';
        return {
          status: 200,
          later: [
            notice(
              1500,
              normal
                ? { kind: 'release', zh: '查验正常，放行', en: 'Normal, released', whole: 'container' }
                : { kind: 'hold', zh: '查验异常', en: 'Abnormal', whole: 'container' },
            ),
          ],
        };
      }
      if (kind.endsWith('vessel-papers')) {
        const leaves = textAt(root, 'GeneralDeclaration/Direction') === 'E';
        if (!of.clears || !leaves)
          return {
            status: 200,
            later: [notice(300, { kind: 'receipt', zh: '已收到船舶单证', en: 'Vessel papers received' })],
          };
        const paper = simulatedPaper(`Port clearance ${textAt(root, 'GeneralDeclaration/ShipName')}`).toString(
          'base64',
        );
        const certificate: XmlPart = ['Certificate', paper];
        const granted = { kind: 'clearance', zh: '准予出口岸', en: 'Cleared to leave the port', more: [certificate] };
        return { status: 200, later: [notice(1800, granted)] };
      }
      // A notification that was refused keeps the goods until it is mended.
      const refused = scenario === 'DGNO' && !world.memory.has(shipment);
      world.memory.set(shipment, client);
      const mode = textAt(root, 'BorderTransportMeans/ModeCode');
      const dangerous = childrenOf(root, 'DangerousGoods').length > 0;
      const receipt = notice(200, { kind: 'receipt', zh: '已收到运输工具申报', en: 'Conveyance report received' });
      const cleared = notice(1500, {
        kind: 'release',
        zh: '运输工具准予进出',
        en: 'Conveyance cleared',
        whole: 'conveyance',
      });
      const onGoods = refused
        ? { kind: 'hold', zh: '危险货物申报未被受理', en: 'The dangerous goods notification is not accepted' }
        : { kind: 'release', zh: '危险货物准予作业', en: 'Dangerous goods cleared' };
      const cargo = dangerous ? [notice(1700, { ...onGoods, whole: 'goods-line' })] : [];
      if (scenario === 'JOINT' && of.inspectsJointly(mode))
        return {
          status: 200,
          later: [receipt, cleared, ...cargo, notice(2500, { kind: 'inspect', ...of.looksFor, whole: 'container' })],
        };
      if (scenario === 'BOARD' && of.id === 'border-inspection') {
        const number = `${of.id.toUpperCase()}-${shipment}-BOARD`;
        const order: XmlPart[] = [['InspectionKind', 'boarding'], ...berth(textAt(root, 'Berth'))];
        const boarded = { zh: '登临检查完毕，准予进出', en: 'Boarded, nothing found: cleared' };
        return {
          status: 200,
          later: [
            receipt,
            ...cargo,
            notice(1500, {
              kind: 'inspect',
              zh: '登临检查',
              en: 'To be boarded',
              whole: 'conveyance',
              number,
              more: order,
            }),
            notice(12_000, { kind: 'release', ...boarded, whole: 'conveyance', number }),
          ],
        };
      }
      if (scenario === 'HOLD' && of.id === 'border-inspection') {
        const number = `${of.id.toUpperCase()}-${shipment}-HOLD`;
        return {
          status: 200,
          later: [
            receipt,
            cleared,
            ...cargo,
            notice(1800, { kind: 'hold', zh: '人员核查', en: 'Persons being checked', whole: 'conveyance', number }),
            notice(15_000, {
              kind: 'release',
              zh: '核查完毕，准予进出',
              en: 'Checked and cleared',
              whole: 'conveyance',
            }),
          ],
        };
      }
      return { status: 200, later: [receipt, cleared, ...cargo] };
    },
  };
}
