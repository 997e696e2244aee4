// What the railway yard says, read into facts (P3).
import { readPartnerTime } from '../../kernel/instant.ts';
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, findNode, parseXml, textAt } from '../../runtime/codec/xml.ts';

export function interpret(bytes: Uint8Array): Interpretation {
  const root = findNode(parseXml(bytes), 'MESSAGE');
  const type = textAt(root, 'MESSAGE_HEAD/MESSAGE_TYPE');
  const id = textAt(root, 'MESSAGE_HEAD/MESSAGE_ID');
  const list = root?.children.find((c) => c.name === 'MESSAGE_LIST');
  if (!list || !id) throw new UnreadableMessage('不是铁路场站报文', 'It is not a rail yard message');
  const at = readPartnerTime(textAt(list, 'ACTUALDATETIME')) ?? readPartnerTime(textAt(list, 'COMPLETEDDATETIME'));
  const place = textAt(list, 'UNLOADING_PLACE');
  const bills = childrenOf(list, 'RAILWAY_BILLINFO');
  const created = textAt(root, 'MESSAGE_HEAD/MESSAGE_CREATE_TIME');
  if (!at) throw new UnreadableMessage('铁路场站报文缺少时间', 'The rail yard message has no time');
  const said = (facts: InboundFact[]): Interpretation => ({
    format: type,
    partnerMessageId: `${id}/${type}/${created}`,
    facts,
  });
  if (type === 'WLJK_IRTA' || type === 'WLJK_ERRA')
    return said(
      bills.map((b) => ({
        fact: 'arrived',
        place,
        arrivedAt: at,
        bill: textAt(b, 'BILL_NO'),
        containers: [textAt(b, 'CONTA_NO')].filter(Boolean),
      })),
    );
  if (type === 'WLJK_GOUT')
    return said(
      bills.map((b) => ({
        fact: 'gated-out',
        place,
        at,
        ...(textAt(b, 'CONTA_NO') ? { container: textAt(b, 'CONTA_NO') } : {}),
        ...(textAt(b, 'REL_NO') ? { releaseNumber: textAt(b, 'REL_NO') } : {}),
      })),
    );
  throw new UnreadableMessage(`暂不支持铁路报文 ${type}`, `Rail message ${type} is not supported here`);
}
