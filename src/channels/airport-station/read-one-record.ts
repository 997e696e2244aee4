// IATA ONE Record: a notification (API ontology) of a logistics event (cargo ontology) in JSON-LD, with the event in it (N10). Terms are read by
// their last part, so that any prefix or the full address will do. Where only the event's address is given, it would have to be fetched: set aside.
import type { Interpretation } from '../../hub/mapping/contract.ts';
import { parseJson } from '../../runtime/codec/json.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { factOfStatus, isStatus } from './statuses.ts';

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const lastPart = (term: string): string => term.slice(Math.max(term.lastIndexOf('#'), term.lastIndexOf(':')) + 1);

function at(node: Node, term: string): unknown {
  const key = Object.keys(node).find((name) => lastPart(name) === term);
  const value = key === undefined ? undefined : node[key];
  return Array.isArray(value) ? value[0] : value;
}
/** A literal, typed or not, or the last part of what is named. */
function textAt(node: Node, term: string): string {
  const value = at(node, term);
  if (typeof value === 'string') return value;
  if (!isNode(value)) return '';
  const said = value['@value'] ?? (typeof value['@id'] === 'string' ? lastPart(value['@id']) : undefined);
  return typeof said === 'string' ? said : textAt(value, 'code');
}
const isOf = (node: Node, type: string): boolean =>
  [node['@type']].flat().some((name) => typeof name === 'string' && lastPart(name) === type);
const wrong = (zh: string, en: string) => new UnreadableMessage(`ONE Record：${zh}`, `ONE Record: ${en}`);

export function readOneRecord(bytes: Uint8Array): Interpretation {
  const root = parseJson(bytes);
  if (!isNode(root) || !isOf(root, 'Notification')) throw wrong('不是通知', 'it is no notification');
  const id = root['@id'];
  if (textAt(root, 'hasEventType') !== 'LOGISTICS_EVENT_RECEIVED')
    throw wrong('只读取物流事件的通知', 'only notifications of logistics events are read');
  const event = at(root, 'hasLogisticsEvent');
  if (!isNode(event) || !isOf(event, 'LogisticsEvent'))
    throw wrong('通知中没有物流事件', 'the notification has no logistics event in it');
  const status = textAt(event, 'eventCode');
  const when = textAt(event, 'eventDate');
  const waybill = at(event, 'eventFor');
  const [prefix, number] = isNode(waybill)
    ? [textAt(waybill, 'waybillPrefix'), textAt(waybill, 'waybillNumber')]
    : ['', ''];
  if (!/^\d{3}$/.test(prefix) || !/^\d{8}$/.test(number)) throw wrong('没有运单号', 'it names no waybill');
  if (!isStatus(status)) throw wrong(`事件代码未知：${status}`, `unknown event code: ${status}`);
  if (textAt(event, 'eventTimeType') !== 'ACTUAL') throw wrong('事件不是实际发生的', 'the event has not happened');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(when) || Number.isNaN(Date.parse(when)) || typeof id !== 'string' || id === '')
    throw wrong('没有编号或时间', 'it has no id or time');
  const releaseNumber = textAt(event, 'releaseNumber');
  const fact = factOfStatus(status, {
    bill: `${prefix}-${number}`,
    at: new Date(when).toISOString(),
    reversed: false,
    ...(releaseNumber ? { releaseNumber } : {}),
  });
  return { format: `ONE Record ${status}`, partnerMessageId: id.slice(0, 200), facts: [fact] };
}
