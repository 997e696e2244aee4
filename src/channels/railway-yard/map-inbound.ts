// What the railway yard says, read into facts (P3, N10): arrivals, gate-in, loading, gate-out, and each of them taken back.
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { readPartnerTime } from '../../kernel/instant.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, findNode, parseXml, textAt, type XmlNode } from '../../runtime/codec/xml.ts';

type Kind = { readonly says: 'arrived' | 'gate-in' | 'loaded' | 'gate-out'; readonly reversed?: true };
/**
 * Types of the yard interface (formats §3.2): the last letter is A for what happened and D for what is taken back. Tally, export arrival and loading
 * are public; gate-in and gate-out (`GIN`, `GOU`, `GOUT`) follow their form and are to be agreed.
 */
const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['WLJK_IRTA', { says: 'arrived' }],
  ['WLJK_IRTD', { says: 'arrived', reversed: true }],
  ['WLJK_ERTA', { says: 'arrived' }],
  ['WLJK_ERTD', { says: 'arrived', reversed: true }],
  ['WLJK_ERRA', { says: 'arrived' }],
  ['WLJK_ERRD', { says: 'arrived', reversed: true }],
  ['WLJK_TLA', { says: 'loaded' }],
  ['WLJK_TLD', { says: 'loaded', reversed: true }],
  ['WLJK_GINA', { says: 'gate-in' }],
  ['WLJK_GIND', { says: 'gate-in', reversed: true }],
  ['WLJK_GOUT', { says: 'gate-out' }],
  ['WLJK_GOUD', { says: 'gate-out', reversed: true }],
]);

export function interpret(bytes: Uint8Array): Interpretation {
  const root = findNode(parseXml(bytes), 'MESSAGE');
  const type = textAt(root, 'MESSAGE_HEAD/MESSAGE_TYPE');
  const id = textAt(root, 'MESSAGE_HEAD/MESSAGE_ID');
  const list = root?.children.find((c) => c.name === 'MESSAGE_LIST');
  if (!list || !id) throw new UnreadableMessage('不是铁路场站报文', 'It is not a rail yard message');
  const at = readPartnerTime(textAt(list, 'ACTUALDATETIME')) ?? readPartnerTime(textAt(list, 'COMPLETEDDATETIME'));
  if (!at) throw new UnreadableMessage('铁路场站报文缺少时间', 'The rail yard message has no time');
  const kind = kinds.get(type);
  if (!kind) throw new UnreadableMessage(`暂不支持铁路报文 ${type}`, `Rail message ${type} is not supported here`);
  const said = { place: textAt(list, 'UNLOADING_PLACE'), at };
  return {
    format: type,
    partnerMessageId: `${id}/${type}/${textAt(root, 'MESSAGE_HEAD/MESSAGE_CREATE_TIME')}`,
    facts: childrenOf(list, 'RAILWAY_BILLINFO').map((bill) => factOf(kind, bill, said)),
  };
}

function factOf(
  { says, reversed }: Kind,
  line: XmlNode,
  { place, at }: { readonly place: string; readonly at: string },
): InboundFact {
  const [bill, container, releaseNumber] = ['BILL_NO', 'CONTA_NO', 'REL_NO'].map((name) => textAt(line, name));
  const back = reversed ? { reversed } : {};
  if (says === 'arrived')
    return {
      fact: 'arrived',
      place,
      arrivedAt: at,
      bill: bill ?? '',
      containers: container ? [container] : [],
      ...back,
    };
  const goods = {
    place,
    at,
    ...(container ? { container } : bill ? { bill } : {}),
    ...(releaseNumber ? { releaseNumber } : {}),
    ...back,
  };
  return says === 'gate-out' ? { fact: 'gated-out', ...goods } : { fact: 'moved', movement: says, ...goods };
}
