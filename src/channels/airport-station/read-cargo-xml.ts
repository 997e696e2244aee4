// Cargo-XML messages (IATA; XFWB, XFHL, XFFM, XFSU) read into facts (N10): the same that Cargo-IMP says, with names. Elements that are not named
// here are left alone, prefixes and namespaces may be any or missing; the bytes are kept as they came.
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { fromPartnerTime } from '../../kernel/instant.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, parseXml, textAt, type XmlNode } from '../../runtime/codec/xml.ts';
import { cargoXml, type CargoXmlKind } from './cargo-xml.ts';
import { factOfStatus, isStatus, PLACE } from './statuses.ts';

const AIRPORT = 'CKG';
const HEADER = 'MessageHeaderDocument';
type Consignment = { readonly bill: string; readonly packages?: string; readonly grossMassKg?: string };
const wrong = (kind: string, zh: string, en: string) =>
  new UnreadableMessage(`${kind} 报文${zh}`, `The ${kind} message ${en}`);

export function readCargoXml(bytes: Uint8Array): Interpretation {
  const root = parseXml(bytes);
  const kind = (Object.keys(cargoXml) as CargoXmlKind[]).find((one) => cargoXml[one].root === root.name);
  if (!kind) throw wrong('Cargo-XML', `不认识：${root.name}`, `is not known: ${root.name}`);
  const id = textAt(root, `${HEADER}/ID`);
  const issued = textAt(root, `${HEADER}/IssueDateTime`);
  if (id === '' || !timeOf(issued)) throw wrong(kind, '缺少编号或时间', 'lacks number or time');
  const back = isTakenBack(kind, textAt(root, `${HEADER}/PurposeCode`));
  const { facts, about } = kind === 'XFSU' ? readStatus(root, back) : readManifest(kind, root);
  // Senders write the same ID again for another message of one waybill (public samples): the rest of the name tells them apart.
  const name = [kind, id, textAt(root, `${HEADER}/ConversationID`), issued, about, back ? 'DEL' : ''];
  const format = `${kind}${kind === 'XFSU' ? ` ${about.split('/', 1)[0]}` : ''}${back ? ' Deletion' : ''}`;
  return { format, partnerMessageId: name.filter(Boolean).join('/').slice(0, 200), facts };
}

/** What is taken back is said by a status alone: a manifest or waybill that is deleted leaves nothing to compare. */
function isTakenBack(kind: CargoXmlKind, purpose: string): boolean {
  if (['', 'Creation', 'Update'].includes(purpose)) return false;
  if (purpose === 'Deletion' && kind === 'XFSU') return true;
  throw wrong(kind, `的 PurposeCode 不予读取：${purpose}`, `has a PurposeCode that is not read: ${purpose}`);
}

/** xs:dateTime: with a zone, or local. */
function timeOf(text: string): string | undefined {
  const [, local = '', zone = ''] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  const at = fromPartnerTime(local, 'yyyy-MM-ddTHH:mm:ss');
  if (!at || zone === '') return at;
  const instant = Date.parse(`${local}${zone}`);
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
}
/** `112-12345675`; some write it without the hyphen. */
const waybillIn = (text: string): string | undefined => {
  const [, prefix, serial] = /^(\d{3})-?(\d{8})$/.exec(text) ?? [];
  return prefix && serial ? `${prefix}-${serial}` : undefined;
};
const documentOf = (consignment: XmlNode | undefined): string => textAt(consignment, 'TransportContractDocument/ID');

type Read = { readonly facts: readonly InboundFact[]; readonly about: string };

/** `MasterConsignment` with its `ReportedStatus`, each with code and, for each part of the goods it is of, where and when. */
function readStatus(root: XmlNode, reversed: boolean): Read {
  const [master] = childrenOf(root, 'MasterConsignment');
  const bill = waybillIn(documentOf(master));
  const said = childrenOf(master, 'ReportedStatus');
  if (!bill || said.length === 0) throw wrong('XFSU', '缺少运单号或状态', 'lacks waybill or status');
  const known = said.filter((status) => isStatus(textAt(status, 'ReasonCode')));
  if (known.length === 0) {
    const codes = said.map((status) => textAt(status, 'ReasonCode')).join();
    throw wrong('XFSU', `的状态代码未知：${codes}`, `has a status code that is not known: ${codes}`);
  }
  const told = known.map((status) => {
    const code = textAt(status, 'ReasonCode');
    const parts = childrenOf(status, 'AssociatedStatusConsignment');
    const when =
      parts.map((part) => textAt(part, 'SpecifiedEvent/OccurrenceDateTime')).find((text) => text !== '') ?? '';
    const at = timeOf(when);
    if (!at) throw wrong('XFSU', `的状态 ${code} 没有时间：${when}`, `has no time for status ${code}: ${when}`);
    const releaseNumber = parts.map(releaseIn).find((number) => number !== '') ?? '';
    const fact = factOfStatus(code, { bill, at, reversed, ...(releaseNumber ? { releaseNumber } : {}) });
    return { fact, about: `${code}/${when}/${releaseNumber}` };
  });
  return { facts: told.map(({ fact }) => fact), about: told.map(({ about }) => about).join('/') };
}
/** `HandlingOSIInstructions` carry `REL number`, as `OSI/REL` does in Cargo-IMP: to be agreed. */
const releaseIn = (part: XmlNode): string =>
  childrenOf(part, 'HandlingOSIInstructions')
    .map((osi) => /^REL (\S+)$/.exec(textAt(osi, 'Description'))?.[1] ?? '')
    .find((number) => number !== '') ?? '';

function readManifest(kind: CargoXmlKind, root: XmlNode): Read {
  const { conveyance, consignments } = kind === 'XFFM' ? flightOf(root) : waybillOf(kind, root);
  if (consignments.length === 0) throw wrong(kind, '没有运单', 'names no waybill');
  const bills = consignments.map((one) => ({ ...one, containers: [] }));
  return {
    facts: [{ fact: 'manifested', conveyance: conveyance || PLACE, bills }],
    about: `${conveyance}/${consignments.map(({ bill }) => bill).join()}`,
  };
}

/** XFWB: the number in `BusinessHeaderDocument`, the flights it is booked on. XFHL: the master, then the houses that are parts of it. */
function waybillOf(kind: CargoXmlKind, root: XmlNode): { conveyance: string; consignments: Consignment[] } {
  const [master] = childrenOf(root, 'MasterConsignment');
  const bill = waybillIn(kind === 'XFWB' ? textAt(root, 'BusinessHeaderDocument/ID') : documentOf(master));
  if (!bill || !master) throw wrong(kind, '缺少主运单号', 'lacks the number of the master waybill');
  const houses = childrenOf(master, 'IncludedHouseConsignment');
  if (kind === 'XFHL' && houses.length === 0) throw wrong(kind, '没有分运单', 'names no house waybill');
  const own = counted(bill, master);
  const parts = houses.flatMap((house) => (documentOf(house) ? [counted(documentOf(house), house)] : []));
  return {
    conveyance: textAt(master, 'SpecifiedLogisticsTransportMovement/ID'),
    consignments: [own, ...(kind === 'XFHL' ? parts : [])],
  };
}

/** All of a flight that leaves here; of one that comes, what is unloaded here and not on the way. */
function flightOf(root: XmlNode): { conveyance: string; consignments: Consignment[] } {
  const [movement] = childrenOf(root, 'LogisticsTransportMovement');
  const conveyance = textAt(movement, 'ID');
  if (conveyance === '') throw wrong('XFFM', '没有航班号', 'names no flight');
  const leavesHere = textAt(movement, 'DepartureEvent/OccurrenceDepartureLocation/ID') === AIRPORT;
  const consignments = childrenOf(root, 'ArrivalEvent')
    .filter((event) => leavesHere || [AIRPORT, ''].includes(textAt(event, 'OccurrenceArrivalLocation/ID')))
    .flatMap((event) => childrenOf(event, 'AssociatedTransportCargo'))
    .flatMap((cargo) => childrenOf(cargo, 'IncludedMasterConsignment'))
    .flatMap((consignment) => {
      const bill = waybillIn(documentOf(consignment));
      return bill ? [counted(bill, consignment)] : [];
    });
  return { conveyance, consignments };
}

/** Pieces and mass of the whole; of a part (split description other than T) they are no count of the waybill. Pounds are left alone. */
function counted(bill: string, node: XmlNode): Consignment {
  if (!['', 'T'].includes(textAt(node, 'TransportSplitDescription'))) return { bill };
  const packages = textAt(node, 'TotalPieceQuantity');
  const mass = ['IncludedTareGrossWeightMeasure', 'TotalGrossWeightMeasure', 'GrossWeightMeasure']
    .flatMap((name) => childrenOf(node, name))
    .find((measure) => measure.attributes.get('unitCode') === 'KGM')
    ?.text.trim();
  return {
    bill,
    ...(/^\d{1,6}$/.test(packages) ? { packages } : {}),
    ...(mass && /^\d{1,9}(\.\d{1,3})?$/.test(mass) ? { grossMassKg: mass } : {}),
  };
}
