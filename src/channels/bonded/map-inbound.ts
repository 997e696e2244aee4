// What the bonded area system says (formats §2.6, public samples of 2019 to 2024): its gateway's reply, the approval of a bonded list (INV201), the draft
// declaration made of it (INV202), and of gate passes the approval (SAS221), change (SAS222), passing of the gate (SAS223) and handling there (SAS224).
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import type { ZonePaper } from '../../hub/shipment/contract.ts';
import { readPartnerTime } from '../../kernel/instant.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { findNode, parseXml, textAt, type XmlNode } from '../../runtime/codec/xml.ts';

type Said = { readonly zh: string; readonly en: string; readonly outcome: 'acknowledged' | 'rejected' | 'noted' };
type Results = Readonly<Record<string, Said>>;
/** manageResult: Y, 1 and 3 stand in samples, the others in public clients. */
const approvals: Results = {
  Y: { zh: '入库成功', en: 'received', outcome: 'acknowledged' },
  Z: { zh: '入库失败', en: 'not received', outcome: 'rejected' },
  '1': { zh: '通过', en: 'approved', outcome: 'acknowledged' },
  '2': { zh: '转人工', en: 'with an officer', outcome: 'noted' },
  '3': { zh: '退单', en: 'rejected', outcome: 'rejected' },
};
/** At the gate: none of it is about the filing. */
const passings: Results = {
  '1': { zh: '已过卡', en: 'passed the gate', outcome: 'noted' },
  '2': { zh: '未过卡', en: 'did not pass the gate', outcome: 'noted' },
};
const handlings: Results = {
  '2': { zh: '卡口拒绝过卡', en: 'was refused at the gate', outcome: 'noted' },
  '3': { zh: '卡口放行', en: 'was let through at the gate', outcome: 'noted' },
};
type Kind = {
  readonly zh: string;
  readonly en: string;
  readonly of: string;
  readonly results: Results;
  readonly paper?: ZonePaper['paper'];
};
const pass = { zh: '核放单', en: 'Gate pass', of: 'HdeApprResult', paper: 'gate-pass' } as const;
const kinds: Readonly<Record<string, Kind>> = {
  INV201: { zh: '核注清单', en: 'Bonded list', of: 'HdeApprResult', results: approvals, paper: 'bonded-list' },
  INV202: {
    zh: '核注清单生成报关单草稿',
    en: 'Draft declaration of the bonded list',
    of: 'InvApprResult',
    results: approvals,
  },
  SAS221: { ...pass, results: approvals },
  SAS222: { ...pass, zh: '核放单变更', en: 'Change of gate pass', results: approvals },
  SAS223: { ...pass, results: passings },
  SAS224: { ...pass, results: handlings },
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
  if (ours === '' || !/^-?\d{1,4}$/.test(flag))
    throw new UnreadableMessage(
      '保税回执缺少企业内部编号或处理标志未知',
      'The reply lacks our number, or its flag is unknown',
    );
  const text = textAt(reply, 'CheckInfo').replace(/\s+/g, ' ');
  const fact: InboundFact = {
    fact: 'answer',
    about: { clientNumber: ours },
    // Everything but 0 is a failure of the import; a public sample has -1.
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
  const said = kind && Object.hasOwn(kind.results, code) ? kind.results[code] : undefined;
  const ours = textAt(result, 'etpsPreentNo') || textAt(result, 'invPreentNo');
  const business = textAt(result, 'businessId');
  if (!kind || !at || !said || id === '' || (ours === '' && business === ''))
    throw new UnreadableMessage(
      `保税回执类型、结果或时间不合规定：${type} ${code} ${when}`,
      `Type, result or time of a bonded receipt is not as agreed: ${type} ${code} ${when}`,
    );
  const bsc = findNode(root, 'SasPassportBsc');
  const given = textAt(bsc, 'passportNo') || business;
  const number = textAt(result, 'entrySeqNo') || given || ours;
  const note = textAt(findNode(root, 'CheckInfo'), 'note') || textAt(result, 'reason') || textAt(result, 'rmk');
  const voids = textAt(result, 'typecd') === '3';
  const zonePaper = paperOf(kind, type, code, { bsc, number: given, voids, centreNumber: ours });
  const fact: InboundFact = {
    fact: 'answer',
    about: { partnerNumber: ours || business },
    outcome: said.outcome,
    text: {
      zh: `${kind.zh} ${number} ${voids ? '作废' : ''}${said.zh}${note ? `：${note}` : ''}`,
      en: `${kind.en} ${number} ${voids ? 'taking back ' : ''}${said.en}${note ? `: ${note}` : ''}`,
    },
    at,
    ...(given ? { partnerNumber: given } : {}),
    ...(zonePaper ? { zonePaper } : {}),
  };
  return { format: type, partnerMessageId: id, facts: [fact] };
}

type About = {
  readonly bsc: XmlNode | undefined;
  readonly number: string;
  readonly voids: boolean;
  readonly centreNumber: string;
};
/** What the answer makes of the list or the pass. At places with two gates `stucd` 3 is the first of them only. */
function paperOf(
  { paper }: Kind,
  type: string,
  code: string,
  { bsc, number, voids, centreNumber }: About,
): ZonePaper | undefined {
  if (!paper || code !== '1' || number === '' || type === 'SAS222') return undefined;
  if (type === 'SAS223' && textAt(bsc, 'stucd') === '3') return undefined;
  const say = type === 'SAS223' ? 'passed' : voids ? 'ended' : 'granted';
  return { paper, say, number, ...(centreNumber ? { centreNumber } : {}) };
}
