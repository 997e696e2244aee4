// One set of vessel papers (M13; GF18 13): the seven forms of the FAL Convention as mapping tables, from which the papers of customs, border
// inspection and maritime safety are all written; each gets the forms that concern it. The XML is nearest to WCO names, to be agreed.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Condition } from '../../kernel/condition.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { writeXml, type XmlPart } from '../../runtime/codec/xml.ts';
import type { DocumentDefinition, EncodedDocument, FieldMapping, MappedField } from './contract.ts';

const head = (target: string, from: string, more: Partial<FieldMapping> = {}): FieldMapping => ({
  target,
  from: [from],
  ...more,
});
const rows =
  (group: string, parent: string, when?: Condition) =>
  (child: string, from: string, more: Partial<FieldMapping> = {}): FieldMapping => ({
    target: `${parent}/${child}`,
    from: [from],
    each: group,
    ...(when ? { when } : {}),
    ...more,
  });

const general: readonly FieldMapping[] = [
  head('GeneralDeclaration/Direction', 'direction', { convert: 'directionLetter' }),
  head('GeneralDeclaration/ShipName', 'conveyanceName'),
  head('GeneralDeclaration/ShipKind', 'vesselKind'),
  head('GeneralDeclaration/ImoNumber', 'conveyanceId'),
  head('GeneralDeclaration/CallSign', 'callSign'),
  head('GeneralDeclaration/Mmsi', 'mmsiNumber'),
  head('GeneralDeclaration/Voyage', 'voyageNumber'),
  head('GeneralDeclaration/Flag', 'conveyanceFlag'),
  head('GeneralDeclaration/Master', 'masterName'),
  head('GeneralDeclaration/Agent', 'vesselAgent'),
  head('GeneralDeclaration/RegistryPort', 'registryPort'),
  head('GeneralDeclaration/RegistryNumber', 'registryNumber'),
  head('GeneralDeclaration/RegistryDate', 'registryDate', { convert: 'compactDate' }),
  head('GeneralDeclaration/GrossTonnage', 'grossTonnage'),
  head('GeneralDeclaration/NetTonnage', 'netTonnage'),
  head('GeneralDeclaration/DraughtFore', 'draughtForeM'),
  head('GeneralDeclaration/DraughtAft', 'draughtAftM'),
  head('GeneralDeclaration/Arrival', 'estimatedArrival', { convert: 'partnerMinute' }),
  head('GeneralDeclaration/Departure', 'estimatedDeparture', { convert: 'partnerMinute' }),
  head('GeneralDeclaration/LastPort', 'lastPort'),
  head('GeneralDeclaration/NextPort', 'nextPort'),
  head('GeneralDeclaration/Berth', 'berth'),
  head('GeneralDeclaration/Purpose', 'callPurpose'),
  head('GeneralDeclaration/VoyageBrief', 'voyageBrief'),
  head('GeneralDeclaration/Crew', 'crewCount'),
  head('GeneralDeclaration/Passengers', 'passengerCount'),
  head('GeneralDeclaration/Remarks', 'vesselRemarks'),
];
const call = rows('portCalls', 'PortOfCall');
const calls = [
  call('Port', 'callPort'),
  call('Arrived', 'callArrival', { convert: 'partnerMinute' }),
  call('Left', 'callDeparture', { convert: 'partnerMinute' }),
];
const line = rows('goods', 'CargoLine');
const box = rows('containers', 'CargoContainer');
const cargo = [
  head('CargoDeclaration/Bill', 'billNumber'),
  head('CargoDeclaration/Marks', 'shippingMarks'),
  head('CargoDeclaration/Packages', 'packageCount'),
  head('CargoDeclaration/GrossMass', 'grossMassKg'),
  line('Number', 'lineNumber'),
  line('Description', 'goodsName'),
  box('Number', 'containerNumber'),
  box('Seal', 'sealNumber'),
];
const store = rows('stores', 'Store');
const stores = [
  store('Article', 'storeName'),
  store('Quantity', 'storeQuantity'),
  store('Unit', 'storeUnit'),
  store('Place', 'storePlace'),
];
const effect = rows('effects', 'Effects');
const effects = [
  effect('Owner', 'effectsOwner'),
  effect('Article', 'effectsName'),
  effect('Quantity', 'effectsQuantity'),
];
const people = (parent: string, role: string): FieldMapping[] => {
  const one = rows('persons', parent, { element: 'personRole', equals: role });
  return [
    one('FamilyName', 'personFamilyName'),
    one('GivenName', 'personGivenName'),
    // The Chinese profile: authorities here know a person by this name.
    one('NameZh', 'personNameZh'),
    one('Sex', 'personSex'),
    one('BirthDate', 'personBirthDate', { convert: 'compactDate' }),
    one('BirthPlace', 'personBirthPlace'),
    one('Nationality', 'personNationality'),
    one('Rank', 'personRank'),
    one('DocumentKind', 'personDocumentKind'),
    one('DocumentNumber', 'personDocumentNumber'),
    one('DocumentCountry', 'personDocumentCountry'),
    one('DocumentUntil', 'personDocumentUntil', { convert: 'compactDate' }),
    one('Embarked', 'personEmbarked'),
    one('Disembarks', 'personDisembarks'),
  ];
};
const danger = rows('goods', 'DangerousGoods', { element: 'unNumber', present: true });
const dangerous = [
  danger('UnNumber', 'unNumber'),
  danger('Name', 'dangerousName'),
  danger('Class', 'hazardClass'),
  danger('PackingGroup', 'dangerousPackClass'),
  danger('FlashPoint', 'flashPointC'),
  danger('Ems', 'emergencySchedule'),
  danger('MarinePollutant', 'marinePollutant'),
];

/** FAL 1 to 7. */
const falForms = {
  general: [...general, ...calls],
  cargo,
  stores,
  effects,
  crew: people('CrewMember', 'crew'),
  passengers: people('Passenger', 'passenger'),
  dangerous,
} as const satisfies Record<string, readonly FieldMapping[]>;
export type FalForm = keyof typeof falForms;

/** Whoever carries goods types no papers of the vessel; whoever brings the vessel in types them once, master and all. */
const hasVesselPapers: Condition = {
  all: [
    { element: 'transportMode', equals: '2' },
    { element: 'masterName', present: true },
  ],
};

export function vesselPapers(of: {
  readonly channel: string;
  readonly name: Bilingual;
  readonly because: Bilingual;
  readonly forms: readonly FalForm[];
  /** What the authority calls the message. */
  readonly messageType: string;
}): DocumentDefinition {
  return {
    id: `${of.channel}.vessel-papers`,
    name: of.name,
    trigger: 'shipment.submitted',
    neededWhen: hasVesselPapers,
    because: of.because,
    fields: [
      head('ClientNumber', 'dispatch.clientNumber', { always: true }),
      { target: 'Reference', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
      head('ShipmentNumber', 'dispatch.shipmentNumber', { always: true }),
      head('FunctionCode', 'dispatch.operation', { convert: 'messageFunction' }),
      head('SendTime', 'dispatch.sentAt', { convert: 'partnerSecond' }),
      ...of.forms.flatMap((form) => falForms[form]),
    ],
    encode: (fields) => encodePapers(of.messageType, fields),
  };
}

/** `Parent/Child` nests; rows of a group are one element each, in the order of the form. */
function encodePapers(messageType: string, fields: readonly MappedField[]): EncodedDocument {
  const parts: XmlPart[] = [['MessageType', messageType]];
  const nested = new Map<string, [string, string][]>();
  for (const { target, value, row } of fields) {
    const [parent = '', child] = target.split('/');
    if (child === undefined) {
      parts.push([parent, value]);
      continue;
    }
    const key = `${parent} ${row ?? ''}`;
    let leaves = nested.get(key);
    if (!leaves) {
      leaves = [];
      nested.set(key, leaves);
      parts.push([parent, leaves]);
    }
    leaves.push([child, value]);
  }
  return {
    bytes: encodeText(writeXml(['VesselPapers', parts]), 'utf-8'),
    mediaType: 'application/xml',
    charset: 'utf-8',
    fileName: 'vessel-papers.xml',
  };
}
