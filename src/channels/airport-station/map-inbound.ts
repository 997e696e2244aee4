// What the air cargo station says, read into facts (P3).
import { readPartnerTime } from '../../kernel/instant.ts';
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';

/** `FSU/14`, then the waybill line, then status lines `DLV/20NOV1930/CKG/T10K200` with an optional `OSI/` remark. */
export function interpret(bytes: Uint8Array): Interpretation {
  const lines = decodeText(bytes, 'utf-8')
    .split(/\r?\n/)
    .map((l) => l.trim())
    .filter(Boolean);
  const [kind = '', waybill = '', ...rest] = lines;
  const bill = /^(\d{3}-\d{8})/.exec(waybill)?.[1];
  const stamp = rest.find((l) => l.startsWith('OSI/AT '))?.slice(7) ?? '';
  const number = rest.find((l) => l.startsWith('OSI/REL '))?.slice(8);
  const at = readPartnerTime(stamp);
  const status = rest.find((l) => /^(RCF|DLV|ARR)\//.test(l))?.slice(0, 3);
  if (!/^FSU\/\d+$/.test(kind) || !bill || !status || !at)
    throw new UnreadableMessage('FSU 报文缺少运单、状态或时间', 'The FSU message lacks waybill, status or time');
  const facts: InboundFact[] =
    status === 'DLV'
      ? [{ fact: 'gated-out', place: 'CKG-JIANGBEI', at, bill, ...(number ? { releaseNumber: number } : {}) }]
      : [{ fact: 'arrived', place: 'CKG-JIANGBEI', arrivedAt: at, bill, containers: [] }];
  return { format: `${kind} ${status}`, partnerMessageId: `${bill}/${status}/${stamp}/${number ?? ''}`, facts };
}
