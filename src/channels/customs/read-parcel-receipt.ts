// Receipts of the e-commerce messages (CEB712 of the inbound detail list, CEB508 of the arrival list; formats §2): each return is a word on one
// document of ours, which it names by our own number.
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';
import { readPartnerTime } from '../../kernel/instant.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, findNode, textAt, type XmlNode } from '../../runtime/codec/xml.ts';

type Outcome = Extract<InboundFact, { fact: 'answer' }>['outcome'];
const returns = { CEB712Message: 'DeliveryReturn', CEB508Message: 'ArrivalReturn' } as const;
const statuses: ReadonlyMap<string, Bilingual & { readonly outcome: Outcome }> = new Map([
  ['1', { zh: '电子口岸已暂存', en: 'kept by the e-port', outcome: 'noted' }],
  ['2', { zh: '电子口岸申报中', en: 'under way at the e-port', outcome: 'noted' }],
  ['3', { zh: '发送海关成功', en: 'sent to customs', outcome: 'noted' }],
  ['4', { zh: '发送海关失败', en: 'could not be sent to customs', outcome: 'rejected' }],
  ['100', { zh: '海关退单', en: 'rejected by customs', outcome: 'rejected' }],
  ['120', { zh: '海关入库', en: 'received by customs', outcome: 'acknowledged' }],
  ['399', { zh: '海关审结', en: 'settled by customs', outcome: 'acknowledged' }],
]);

export function interpretParcelReceipt(root: XmlNode): Interpretation | undefined {
  for (const [name, item] of Object.entries(returns)) {
    const message = findNode(root, name);
    if (message) return readReceipt(message, name, item);
  }
  return undefined;
}

function readReceipt(message: XmlNode, format: string, item: string): Interpretation {
  const guid = message.attributes.get('guid') ?? '';
  const facts = childrenOf(message, item).map(readReturn);
  if (guid === '' || facts.length === 0)
    throw new UnreadableMessage(
      `${format} 缺少 guid 或回执内容`,
      `${format} has no guid or no receipt in it (${item})`,
    );
  return { format, partnerMessageId: guid, facts };
}

function readReturn(said: XmlNode): InboundFact {
  const [status, copNo, preNo, time, info] = ['returnStatus', 'copNo', 'preNo', 'returnTime', 'returnInfo'].map(
    (name) => textAt(said, name),
  ) as [string, string, string, string, string];
  const at = readPartnerTime(time);
  // Numbers below zero are errors of processing, whatever they are.
  const words = /^-\d+$/.test(status)
    ? { zh: `处理异常 ${status}`, en: `error of processing ${status}`, outcome: 'rejected' as const }
    : statuses.get(status);
  if (!at || !words || (copNo === '' && preNo === ''))
    throw new UnreadableMessage(
      `回执缺少编号、时间，或状态未知：${status} ${time}`,
      `The receipt lacks number or time, or its status is unknown: ${status} ${time}`,
    );
  return {
    fact: 'answer',
    about: copNo ? { clientNumber: copNo } : { partnerNumber: preNo },
    outcome: words.outcome,
    text: { zh: info ? `${words.zh}：${info}` : words.zh, en: info ? `${words.en}: ${info}` : words.en },
    at,
    ...(preNo ? { partnerNumber: preNo } : {}),
  };
}
