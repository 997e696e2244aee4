// The tax bill (税单) of customs: one message for a declaration, one BILL for each kind of tax; OPER D takes a bill back. The general-trade tax
// bill is not public: names follow DEC_RESULT and CEB816, to be agreed. Unknown elements are left in the bytes.
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import type { TaxKind } from '../../hub/payment/contract.ts';
import { addDecimals, fitsLength } from '../../kernel/decimal.ts';
import { isDay, partnerDay, readPartnerTime } from '../../kernel/instant.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, findNode, textAt, type XmlNode } from '../../runtime/codec/xml.ts';

/** 税费种类 as they stand in the number of a bill after the declaration's (…-A01, …-L02). */
const kinds: Readonly<Record<string, TaxKind>> = {
  A: 'import-duty',
  B: 'export-duty',
  C: 'anti-dumping',
  L: 'import-vat',
  Y: 'consumption-tax',
  Z: 'late-payment',
};

export function interpretTaxBill(message: XmlNode): Interpretation {
  const number = textAt(message, 'CUS_CIQ_NO');
  const entry = textAt(message, 'ENTRY_ID');
  const at = readPartnerTime(textAt(message, 'NOTICE_DATE'));
  const bills = childrenOf(findNode(message, 'BILLS'), 'BILL').map((bill) => readBill(bill, entry));
  if (!at || !entry || bills.length === 0)
    throw new UnreadableMessage(
      '税单缺少报关单号、时间或税单明细',
      'The tax bill lacks the declaration, its time or any bill',
    );
  const about = { ...(number ? { partnerNumber: number } : {}), declarationNumber: entry };
  const sum = addDecimals(bills.filter((b) => !b.cancelled).map((b) => b.amount));
  const facts: InboundFact[] = [
    {
      fact: 'answer',
      about,
      outcome: 'noted',
      text: bills.some((b) => !b.cancelled)
        ? {
            zh: `海关出具税单 ${bills.length} 份，合计 ${sum} 元`,
            en: `Customs issued ${bills.length} tax bills, CNY ${sum}`,
          }
        : { zh: `海关作废税单 ${bills.length} 份`, en: `Customs cancelled ${bills.length} tax bills` },
      at,
      ...about,
    },
    ...bills.map(
      ({ cancelled, ...bill }): InboundFact => ({
        fact: 'tax-billed',
        about,
        cancelled,
        bill: { ...bill, declarationNumber: entry, issuedAt: at },
      }),
    ),
  ];
  const named = bills.map((b) => `${b.number}${b.cancelled ? 'D' : 'A'}`).join(',');
  return { format: 'TAX_BILL', partnerMessageId: `${entry}/${named}/${at}`, facts };
}

function readBill(bill: XmlNode, entry: string) {
  const number = textAt(bill, 'TAX_ID');
  const amount = textAt(bill, 'AMOUNT');
  const currency = textAt(bill, 'CURR') || 'CNY';
  if (
    number === '' ||
    number.length > 32 ||
    !number.startsWith(entry) ||
    !fitsLength(amount, '19,2') ||
    amount.startsWith('-')
  )
    throw new UnreadableMessage(
      `税单号或金额不合规定：${number} ${amount}`,
      `The number or amount of a tax bill is not as agreed: ${number} ${amount}`,
    );
  if (!/^[A-Z]{3}$/.test(currency))
    throw new UnreadableMessage(`币制不是三位字母：${currency}`, `The currency is not three letters: ${currency}`);
  const limit = textAt(bill, 'LIMIT_DATE');
  const due = isDay(limit) ? limit : readPartnerTime(limit);
  const guarantee = textAt(bill, 'GUARANTEE_NO');
  // 汇总征税: paid together for the month, the goods go under the enterprise's general guarantee meanwhile (Type CL).
  const summary = textAt(bill, 'LEVY') === 'CL';
  return {
    number,
    kind: kinds[textAt(bill, 'TAX_TYPE')] ?? ('other' as const),
    payee: textAt(bill, 'PAYEE'),
    payeeAccount: textAt(bill, 'PAYEE_ACCOUNT'),
    currency,
    amount,
    cancelled: textAt(bill, 'OPER') === 'D',
    ...(due ? { dueOn: isDay(due) ? due : partnerDay(due) } : {}),
    ...(guarantee ? { guaranteeNumber: guarantee } : {}),
    ...(summary ? { summary } : {}),
  };
}
