// What the bonded area system says (formats §2.6, public samples of 2019 and 2020): its gateway's reply, the approval of a bonded list (INV201),
// the draft declaration made of it (INV202), and gate passes (SAS221).
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { readPartnerTime } from '../../kernel/instant.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { findNode, parseXml, textAt, type XmlNode } from '../../runtime/codec/xml.ts';

type Said = { readonly zh: string; readonly en: string; readonly outcome: 'acknowledged' | 'rejected' | 'noted' };
/** manageResult: Y and 1 stand in the samples, the others in public clients. */
const results: Readonly<Record<string, Said>> = {
  Y: { zh: '入库成功', en: 'received', outcome: 'acknowledged' },
  Z: { zh: '入库失败', en: 'not received', outcome: 'rejected' },
  '1': { zh: '通过', en: 'approved', outcome: 'acknowledged' },
  '2': { zh: '转人工', en: 'with an officer', outcome: 'noted' },
  '3': { zh: '退单', en: 'rejected', outcome: 'rejected' },
};
const kinds: Readonly<Record<string, { readonly zh: string; readonly en: string; readonly of: string }>> = {
  INV201: { zh: '核注清单', en: 'Bonded list', of: 'HdeApprResult' },
  INV202: { zh: '核注清单生成报关单草稿', en: 'Draft declaration of the bonded list', of: 'InvApprResult' },
  SAS221: { zh: '核放单', en: 'Gate pass', of: 'HdeApprResult' },
};

export function interpret(bytes: Uint8Array): Interpretation {
  const root = parseXml(bytes);
  const reply = findNode(root, 'CommonResponeMessage');
  return reply ? interpretReply(reply) : interpretResult(root);
}

function interpretReply(reply: XmlNode): Interpretation {
  const number = textAt(reply, 'SeqNo');
  const ours = textAt(reply, 'EtpsPreentNo');
  const flag = textAt(reply, 'DealFlag');
  if (ours === '' || !/^[01]$/.test(flag))
    throw new UnreadableMessage(
      '保税回执缺少企业内部编号或处理标志未知',
      'The reply lacks our number, or its flag is unknown',
    );
  const text = textAt(reply, 'CheckInfo');
  const fact: InboundFact = {
    fact: 'answer',
    about: { clientNumber: ours },
    outcome: flag === '0' ? 'acknowledged' : 'rejected',
    text: { zh: text || '处理完成', en: flag === '0' ? 'Accepted by the gateway' : `Rejected by the gateway: ${text}` },
    // It says no time of its own.
    at: new Date(0).toISOString(),
    ...(number ? { partnerNumber: number } : {}),
  };
  return { format: 'CommonResponeMessage', partnerMessageId: `${ours}/${number}/${flag}`, facts: [fact] };
}

function interpretResult(root: XmlNode): Interpretation {
  const envelope = findNode(root, 'EnvelopInfo');
  const type = textAt(envelope, 'message_type');
  const id = textAt(envelope, 'message_id');
  const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  const result = kind && findNode(root, kind.of);
  const when = textAt(result, 'manageDate') || textAt(result, 'createDate');
  const at = readPartnerTime(when);
  const code = textAt(result, 'manageResult');
  const said = Object.hasOwn(results, code) ? results[code] : undefined;
  const ours = textAt(result, 'etpsPreentNo') || textAt(result, 'invPreentNo');
  const list = textAt(result, 'businessId');
  if (!kind || !at || !said || id === '' || (ours === '' && list === ''))
    throw new UnreadableMessage(
      `保税回执类型、结果或时间不合规定：${type} ${code} ${when}`,
      `Type, result or time of a bonded receipt is not as agreed: ${type} ${code} ${when}`,
    );
  const pass = textAt(findNode(root, 'SasPassportBsc'), 'passportNo');
  const draft = textAt(result, 'entrySeqNo');
  const note = textAt(findNode(root, 'CheckInfo'), 'note') || textAt(result, 'reason') || textAt(result, 'rmk');
  const number = pass || draft || list;
  const tail = note ? `：${note}` : '';
  const fact: InboundFact = {
    fact: 'answer',
    about: { partnerNumber: ours || list },
    outcome: said.outcome,
    text: {
      zh: `${kind.zh} ${number} ${said.zh}${tail}`,
      en: `${kind.en} ${number} ${said.en}${note ? `: ${note}` : ''}`,
    },
    at,
    ...(list ? { partnerNumber: list } : {}),
  };
  return { format: type, partnerMessageId: id, facts: [fact] };
}
