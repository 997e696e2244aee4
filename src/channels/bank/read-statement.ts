// The bank's statement camt.053: every booked entry, and of a batch every transaction, as one line (对账文件).
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import type { StatementLine } from '../../hub/payment/contract.ts';
import { addDecimals, compareDecimals } from '../../kernel/decimal.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, textAt, type XmlNode } from '../../runtime/codec/xml.ts';
import { amountAt, dayOf, mustTime } from './read-iso.ts';

export function interpretStatement(message: XmlNode): Interpretation {
  const messageId = textAt(message, 'GrpHdr/MsgId');
  const facts = childrenOf(message, 'Stmt').map((statement): InboundFact => {
    const number = textAt(statement, 'Id');
    if (number === '') throw new UnreadableMessage('对账单缺少编号', 'The statement lacks its id');
    return {
      fact: 'statement-made',
      number,
      account: textAt(statement, 'Acct/Id/Othr/Id') || textAt(statement, 'Acct/Id/IBAN'),
      madeAt: mustTime(textAt(statement, 'CreDtTm')),
      lines: childrenOf(statement, 'Ntry').filter(isBooked).flatMap(linesOf),
    };
  });
  if (messageId === '' || facts.length === 0)
    throw new UnreadableMessage('对账文件不完整', 'The statement file is incomplete');
  return { format: 'camt.053', partnerMessageId: messageId, facts };
}

/** Pending entries come again once they are booked. */
const isBooked = (entry: XmlNode): boolean => ['BOOK', ''].includes(textAt(entry, 'Sts/Cd') || textAt(entry, 'Sts'));

function linesOf(entry: XmlNode, place: number): StatementLine[] {
  const money = amountAt(entry, 'Amt');
  const bookedOn = dayOf(textAt(entry, 'BookgDt/Dt') || textAt(entry, 'BookgDt/DtTm'));
  const direction = textAt(entry, 'CdtDbtInd');
  if (!money || !bookedOn || !['CRDT', 'DBIT'].includes(direction))
    throw new UnreadableMessage('对账明细缺少金额、借贷方向或日期', 'A statement entry lacks amount, direction or day');
  // A reversal goes the other way.
  const credit = (direction === 'CRDT') !== (textAt(entry, 'RvslInd') === 'true');
  const reference = textAt(entry, 'NtryRef') || textAt(entry, 'AcctSvcrRef') || String(place + 1);
  // An entry may have several groups of details (camt.053.001.08, NtryDtls 0..n), each with transactions of its own.
  const transactions = childrenOf(entry, 'NtryDtls').flatMap((details) => childrenOf(details, 'TxDtls'));
  const line = (at: string, sum: { amount: string; currency: string }, details?: XmlNode): StatementLine => {
    const endToEndId = textAt(details, 'Refs/EndToEndId');
    return {
      reference: at,
      credit,
      bookedOn,
      ...sum,
      ...(endToEndId && endToEndId !== 'NOTPROVIDED' ? { endToEndId } : {}),
    };
  };
  if (transactions.length <= 1) return [line(reference, money, transactions[0])];
  const parts = transactions.map((one) => amountAt(one, 'Amt') ?? amountAt(one, 'AmtDtls/TxAmt/Amt'));
  const sums = parts.filter((sum) => sum !== undefined);
  // A batch whose parts are not told, or do not make up the entry, is one line that nobody can match.
  if (sums.length < parts.length || compareDecimals(addDecimals(sums.map((s) => s.amount)), money.amount) !== 0)
    return [line(reference, money)];
  return transactions.map((one, n) => line(`${reference}/${n + 1}`, sums[n] ?? money, one));
}
