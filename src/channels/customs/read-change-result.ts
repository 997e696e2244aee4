// What customs says of an application to amend or withdraw (修撤单回执). The receipt is not public: names follow DecMod and DEC_RESULT, to be
// agreed. A withdrawal that is agreed to comes as CHANNEL A or D of the declaration as well, in either order.
import type { Ruling } from '../../hub/shipment/contract.ts';
import type { Interpretation } from '../../hub/mapping/contract.ts';
import { readPartnerTime } from '../../kernel/instant.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { textAt, type XmlNode } from '../../runtime/codec/xml.ts';

type Said = { readonly say: Ruling['say']; readonly zh: string; readonly en: string };
/** 3 is ours: no public list has a word for an application that its applicant took back. */
const results: Readonly<Record<string, Said>> = {
  '1': { say: 'change-approved', zh: '海关同意', en: 'Customs agrees' },
  '2': { say: 'change-refused', zh: '海关不予同意', en: 'Customs does not agree' },
  '3': { say: 'change-taken-back', zh: '申请已撤回', en: 'The application is taken back' },
};

export function interpretChangeResult(message: XmlNode): Interpretation {
  const change = textAt(message, 'DecModSeqNo');
  const entry = textAt(message, 'EntryId');
  const code = textAt(message, 'Result');
  const noticed = textAt(message, 'NoticeDate');
  const at = readPartnerTime(noticed);
  const result = Object.hasOwn(results, code) ? results[code] : undefined;
  if (!result || !at || change === '' || entry === '')
    throw new UnreadableMessage(
      `修撤单回执缺少编号、报关单号、时间或结果未知：${code} ${noticed}`,
      `The receipt of an application lacks number, declaration or time, or its result is unknown: ${code} ${noticed}`,
    );
  const note = textAt(message, 'Note');
  const text = { zh: note ? `${result.zh}：${note}` : result.zh, en: note ? `${result.en}: ${note}` : result.en };
  return {
    format: 'DecModResult',
    partnerMessageId: `${change}/${code}/${noticed}`,
    facts: [
      {
        fact: 'answer',
        about: { declarationNumber: entry },
        // What is filed stays as it is where customs does not agree: the filing itself is not rejected.
        outcome: result.say === 'change-approved' ? 'acknowledged' : 'noted',
        text,
        at,
        ruling: { say: result.say, change },
      },
    ],
  };
}
