// What the bank says: ISO 20022 pain.002 (status), pacs.004 (return), camt.053 (statement), and as JSON the state of a guarantee or letter of
// credit. Unknown elements are left in the bytes, unknown namespaces and missing ones are taken.
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { type PaymentStatus, paymentStatuses } from '../../hub/payment/contract.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, findNode, parseXml, textAt, type XmlNode } from '../../runtime/codec/xml.ts';
import { reasonText, statusText } from './codes.ts';
import { amountAt, looksLikeJson, mustTime } from './read-iso.ts';
import { interpretStatement } from './read-statement.ts';
import { interpretUndertaking } from './read-undertaking.ts';

export function interpret(bytes: Uint8Array): Interpretation {
  if (looksLikeJson(bytes)) return interpretUndertaking(bytes);
  const root = parseXml(bytes);
  const status = findNode(root, 'CstmrPmtStsRpt');
  if (status) return interpretStatus(status);
  const back = findNode(root, 'PmtRtr');
  if (back) return interpretReturn(back);
  const statements = findNode(root, 'BkToCstmrStmt');
  if (statements) return interpretStatement(statements);
  throw new UnreadableMessage(
    `银行通道不认识报文 ${root.name}`,
    `The bank channel does not know the message ${root.name}`,
  );
}
function interpretStatus(report: XmlNode): Interpretation {
  const messageId = textAt(report, 'GrpHdr/MsgId');
  const at = mustTime(textAt(report, 'GrpHdr/CreDtTm'));
  const group = report.children.find((c) => c.name === 'OrgnlGrpInfAndSts');
  const clientNumber = textAt(group, 'OrgnlMsgId');
  if (messageId === '' || clientNumber === '')
    throw new UnreadableMessage(
      '状态报告缺少报文号或原报文号',
      'The status report lacks its id or the id of the order',
    );
  const about = { clientNumber };
  const payments = childrenOf(report, 'OrgnlPmtInfAndSts');
  const said = payments.flatMap((payment) => {
    const transactions = childrenOf(payment, 'TxInfAndSts');
    return transactions.length > 0
      ? transactions.map((t) => statusOf(t, 'TxSts', textAt(t, 'OrgnlEndToEndId') || textAt(payment, 'OrgnlPmtInfId')))
      : [statusOf(payment, 'PmtInfSts', textAt(payment, 'OrgnlPmtInfId'))];
  });
  const whole = said.length === 0 && group ? [statusOf(group, 'GrpSts', '')] : said;
  const facts = whole.flatMap(({ code, endToEndId, reasonCode, text, ordered }): InboundFact[] => {
    const outcome = code === 'RJCT' ? 'rejected' : code === 'ACSC' || code === 'ACCP' ? 'acknowledged' : 'noted';
    const answer: InboundFact = {
      fact: 'answer',
      about,
      outcome,
      text,
      at,
      ...(endToEndId ? { partnerNumber: endToEndId } : {}),
    };
    // A status that is not of the list is told and kept, and decides nothing.
    if (!isStatus(code)) return [answer];
    return [
      answer,
      {
        fact: 'payment-said',
        about,
        ...(endToEndId ? { endToEndId } : {}),
        word: { say: 'status', status: code, text, at, ...(reasonCode ? { reasonCode } : {}), ...ordered },
      },
    ];
  });
  if (facts.length === 0) throw new UnreadableMessage('状态报告没有任何状态', 'The status report says no status');
  return { format: 'pain.002', partnerMessageId: messageId, facts };
}
const isStatus = (code: string): code is PaymentStatus => (paymentStatuses as readonly string[]).includes(code);

function statusOf(node: XmlNode, name: string, endToEndId: string) {
  const code = textAt(node, name);
  const reason = node.children.find((c) => c.name === 'StsRsnInf');
  const reasonCode = textAt(reason, 'Rsn/Cd') || textAt(reason, 'Rsn/Prtry');
  return {
    code,
    endToEndId: endToEndId === 'NOTPROVIDED' ? '' : endToEndId,
    reasonCode,
    text: reasonCode || code === 'RJCT' ? reasonText(reasonCode, textAt(reason, 'AddtlInf')) : statusText(code),
    ordered: amountAt(node, 'OrgnlTxRef/Amt/InstdAmt') ?? {},
  };
}

/**
 * pacs.004 is a bank's word to a bank; a customer is told of it in the same form here, because it alone names the original end-to-end id and
 * the amount that comes back (camt.029 only answers a wish, pain.007 takes back direct debits).
 */
function interpretReturn(message: XmlNode): Interpretation {
  const messageId = textAt(message, 'GrpHdr/MsgId');
  const at = mustTime(textAt(message, 'GrpHdr/CreDtTm'));
  const facts = childrenOf(message, 'TxInf').map((transaction): InboundFact => {
    const returnId = textAt(transaction, 'RtrId') || messageId;
    const endToEndId = textAt(transaction, 'OrgnlEndToEndId');
    const money = amountAt(transaction, 'RtrdIntrBkSttlmAmt');
    if (!money || endToEndId === '')
      throw new UnreadableMessage(
        '退款缺少原端到端编号或金额',
        'The return lacks the original end-to-end id or its amount',
      );
    const reason = transaction.children.find((c) => c.name === 'RtrRsnInf');
    const reasonCode = textAt(reason, 'Rsn/Cd') || textAt(reason, 'Rsn/Prtry');
    const text = reasonText(reasonCode, textAt(reason, 'AddtlInf'));
    return {
      fact: 'payment-said',
      endToEndId,
      word: { say: 'return', returnId, ...money, text, at, ...(reasonCode ? { reasonCode } : {}) },
    };
  });
  if (messageId === '' || facts.length === 0) throw new UnreadableMessage('退款报文不完整', 'The return is incomplete');
  return { format: 'pacs.004', partnerMessageId: messageId, facts };
}
