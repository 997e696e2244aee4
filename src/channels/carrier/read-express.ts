// What an express company says of its parcels (N11), read from EPCIS 2.0 (GS1; ISO/IEC 19987) in JSON-LD, as the gates speak it: `ObjectEvent`s of
// parcels by the steps of CBV 2.0, and `AggregationEvent`s that say which parcels a waybill has. It moves nothing: the centre's word does.
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { parseJson } from '../../runtime/codec/json.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { isNode, type Node, textAt } from './json-node.ts';

/** A parcel by the number on its label, and the waybill it goes on. */
export const PARCEL = 'urn:portico:parcel:';
export const WAYBILL = 'urn:portico:bill:';
/** Where a gate says that it stands: such a document is a station's and no carrier's. */
const STATION = 'urn:portico:station:';

const steps: ReadonlyMap<string, Bilingual> = new Map([
  ['accepting', { zh: '已收寄', en: 'accepted' }],
  ['packing', { zh: '已装袋', en: 'packed' }],
  ['shipping', { zh: '已发出', en: 'shipped' }],
  ['departing', { zh: '已离开', en: 'departed' }],
  ['transporting', { zh: '运输中', en: 'under way' }],
  ['arriving', { zh: '已到达', en: 'arrived' }],
  ['unloading', { zh: '已卸下', en: 'unloaded' }],
  ['holding', { zh: '暂存', en: 'kept' }],
  ['receiving', { zh: '已签收', en: 'received by the consignee' }],
]);
const MOST = 1000;
const wrong = (zh: string, en: string) => new UnreadableMessage(`快件 EPCIS：${zh}`, `Express EPCIS: ${en}`);
const lastPart = (term: string): string =>
  term.slice(Math.max(...['#', ':', '/', '-'].map((c) => term.lastIndexOf(c))) + 1);
const named = (prefix: string, found: unknown): string[] =>
  (Array.isArray(found) ? found : [])
    .filter((one): one is string => typeof one === 'string' && one.startsWith(prefix))
    .map((one) => one.slice(prefix.length));

export const isExpress = (head: string): boolean =>
  head.includes('"EPCISDocument"') && head.includes(`"${PARCEL}`) && !head.includes(`"${STATION}`);

export function readExpress(root: Node): Interpretation {
  const body = root.epcisBody;
  const events = isNode(body) && Array.isArray(body.eventList) ? body.eventList.filter(isNode) : [];
  if (events.length === 0) throw wrong('没有事件', 'it has no event');
  const read = events.map(readEvent);
  return {
    format: `EPCIS express ${[...new Set(read.map(({ kind }) => kind))].sort().join()}`.slice(0, 100),
    partnerMessageId: `EPCIS/${sha256Hex(read.map(({ id }) => id).join())}`,
    facts: read.map(({ fact }) => fact),
  };
}

function readEvent(event: Node): { readonly id: string; readonly kind: string; readonly fact: InboundFact } {
  const [id, type, step] = [
    textAt(event, 'eventID'),
    lastPart(textAt(event, 'type')),
    lastPart(textAt(event, 'bizStep')),
  ];
  const groups = type === 'AggregationEvent';
  const parcels = named(PARCEL, groups ? event.childEPCs : event.epcList);
  const papers = Array.isArray(event.bizTransactionList) ? event.bizTransactionList.filter(isNode) : [];
  const bills = groups ? [textAt(event, 'parentID')] : papers.map((one) => textAt(one, 'bizTransaction'));
  const [bill] = named(WAYBILL, bills);
  if (id === '' || (!groups && type !== 'ObjectEvent'))
    throw wrong('不是带编号的包裹事件', 'it is no numbered event of parcels');
  const error = event.errorDeclaration;
  const back = error !== undefined;
  if (back && (!isNode(error) || lastPart(textAt(error, 'reason')) !== 'did_not_occur'))
    throw wrong('更正声明的原因未知', 'the reason of the error declaration is unknown');
  if (parcels.length === 0 || parcels.length > MOST)
    throw wrong(`包裹应为 1 至 ${MOST} 件`, `it names no parcel, or more than ${MOST}`);
  const words = groups
    ? bill && { zh: `运单 ${bill} 含包裹 ${parcels.length} 件`, en: `waybill ${bill} has ${parcels.length} parcels` }
    : steps.get(step);
  if (!words) throw wrong(`作业步骤未知：${step}`, `unknown business step: ${step}`);
  const time = textAt(event, 'eventTime');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(time) || Number.isNaN(Date.parse(time)))
    throw wrong(`时间不正确：${time}`, `the time is wrong: ${time}`);
  const fact: InboundFact = {
    fact: 'tracked',
    ...(bill ? { bill } : {}),
    containers: [],
    parcels,
    place: textAt(event, 'bizLocation', 'id').replace(/^urn:[a-z]+:/, ''),
    at: new Date(time).toISOString(),
    certainty: 'actual',
    text: back ? { zh: `撤销“${words.zh}”`, en: `taken back: ${words.en}` } : words,
  };
  const kind = groups ? 'aggregation' : step;
  return { id: back ? `${id} did_not_occur` : id, kind: back ? `${kind} did_not_occur` : kind, fact };
}

/** What is of an express company, once it is known to be JSON. */
export const expressIn = (bytes: Uint8Array): Node | undefined => {
  const root = parseJson(bytes);
  return isNode(root) && textAt(root, 'type') === 'EPCISDocument' ? root : undefined;
};
