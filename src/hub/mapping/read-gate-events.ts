// What a gate says, read from EPCIS 2.0 (GS1; ISO/IEC 19987) in JSON-LD into facts (P3, N10): who was seen where and when, by the steps of its
// core vocabulary (CBV 2.0). An event that did not occur is taken back by its own error declaration, as the standard has it.
import { sha256Hex } from '../../kernel/digest.ts';
import { parseJson } from '../../runtime/codec/json.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import type { InboundFact, Interpretation } from './contract.ts';

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const listAt = (node: Node, name: string): readonly unknown[] => {
  const value = node[name];
  return Array.isArray(value) ? value : [];
};
const textAt = (node: Node, name: string): string => {
  const value = node[name];
  return typeof value === 'string' ? value : '';
};
/** Terms of the vocabulary come bare, with a prefix, or as a whole address. */
const lastPart = (term: string): string =>
  term.slice(Math.max(...['#', ':', '/', '-'].map((c) => term.lastIndexOf(c))) + 1);
const wrong = (zh: string, en: string) => new UnreadableMessage(`EPCIS：${zh}`, `EPCIS: ${en}`);

/** Where an event happened: our station's code after this name. */
export const STATION = 'urn:portico:station:';
/** What a release is called among the papers of an event. */
export const RELEASE = 'urn:portico:release:';
/** A bill of lading, note or item number, of CBV's type `bol`. */
export const BILL = 'urn:portico:bill:';
/** A container by its BIC code (EPC Tag Data Standard). */
export const BOX = 'urn:epc:id:bic:';

const steps: ReadonlyMap<string, 'arrived' | 'gate-in' | 'loaded' | 'gate-out'> = new Map([
  ['arriving', 'arrived'],
  ['entering_exiting', 'gate-in'],
  ['loading', 'loaded'],
  ['departing', 'gate-out'],
]);

export function readGateEvents(bytes: Uint8Array, stations: readonly string[]): Interpretation {
  const root = parseJson(bytes);
  if (!isNode(root) || textAt(root, 'type') !== 'EPCISDocument')
    throw wrong('不是 EPCIS 文件', 'it is no EPCIS document');
  const body = root.epcisBody;
  const events = isNode(body) ? listAt(body, 'eventList') : [];
  if (events.length === 0) throw wrong('没有事件', 'it has no event');
  const read = events.map((event) => {
    if (!isNode(event)) throw wrong('事件不正确', 'an event is wrong');
    return readEvent(event, stations);
  });
  const format = [...new Set(read.map(({ step, back }) => `${step}${back ? ' did_not_occur' : ''}`))].join();
  return {
    format: `EPCIS ${format}`.slice(0, 100),
    partnerMessageId: `EPCIS/${sha256Hex(read.map(({ id, back }) => `${id} ${String(back)}`).join())}`,
    facts: read.map(({ fact }) => fact),
  };
}

type Read = { readonly id: string; readonly step: string; readonly back: boolean; readonly fact: InboundFact };

function readEvent(event: Node, stations: readonly string[]): Read {
  const id = textAt(event, 'eventID');
  const [type, action, step] = ['type', 'action', 'bizStep'].map((name) => lastPart(textAt(event, name)));
  if (id === '' || type !== 'ObjectEvent' || action !== 'OBSERVE')
    throw wrong('不是带编号的物件观察事件', 'it is no numbered event of an object observed');
  const says = steps.get(step ?? '');
  if (!says) throw wrong(`作业步骤未知：${step}`, `unknown business step: ${step}`);
  const place = isNode(event.bizLocation) ? textAt(event.bizLocation, 'id') : '';
  const station = place.startsWith(STATION) ? place.slice(STATION.length) : '';
  if (!stations.includes(station))
    throw wrong(`地点不是本场站：${place}`, `the place is none of this station: ${place}`);
  const error = event.errorDeclaration;
  const back = error !== undefined;
  if (back && (!isNode(error) || lastPart(textAt(error, 'reason')) !== 'did_not_occur'))
    throw wrong('更正声明的原因未知', 'the reason of the error declaration is unknown');
  // What is taken back keeps the time it had; when it was taken back is when that is so.
  const at = timeOf(isNode(error) ? textAt(error, 'declarationTime') : textAt(event, 'eventTime'));
  return { id, step: step ?? '', back, fact: factOf(says, { station, at, back, ...goodsOf(event) }) };
}

function timeOf(text: string): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(Date.parse(text)))
    throw wrong(`时间不正确：${text}`, `the time is wrong: ${text}`);
  return new Date(text).toISOString();
}

type Goods = { readonly containers: readonly string[]; readonly bill: string; readonly releaseNumber: string };
function goodsOf(event: Node): Goods {
  const after = (name: string, texts: readonly string[]) =>
    texts.filter((text) => text.startsWith(name)).map((text) => text.slice(name.length));
  const things = listAt(event, 'epcList').filter((one) => typeof one === 'string');
  const papers = listAt(event, 'bizTransactionList').map((one) => (isNode(one) ? textAt(one, 'bizTransaction') : ''));
  const goods = { containers: after(BOX, things), bill: after(BILL, papers)[0] ?? '' };
  const [releaseNumber = ''] = after(RELEASE, papers);
  if (goods.containers.length === 0 && goods.bill === '' && releaseNumber === '')
    throw wrong('没有箱号、单号或放行编号', 'it names no box, bill or release');
  return { ...goods, releaseNumber };
}

function factOf(
  says: 'arrived' | 'gate-in' | 'loaded' | 'gate-out',
  { station: place, at, back, containers, bill, releaseNumber }: Goods & { station: string; at: string; back: boolean },
): InboundFact {
  const reversed = back ? ({ reversed: true } as const) : {};
  if (says === 'arrived')
    return { fact: 'arrived', place, arrivedAt: at, ...(bill ? { bill } : {}), containers, ...reversed };
  if (containers.length > 1 && releaseNumber === '') throw wrong('一个事件只能有一个箱', 'one event is of one box');
  const [container] = containers;
  const goods = {
    place,
    at,
    ...(container ? { container } : bill ? { bill } : {}),
    ...(releaseNumber ? { releaseNumber } : {}),
    ...reversed,
  };
  return says === 'gate-out' ? { fact: 'gated-out', ...goods } : { fact: 'moved', movement: says, ...goods };
}
