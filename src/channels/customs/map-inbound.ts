// What customs says: the import reply of the gateway, and status receipts, which repeat and come out of order (formats §1.6, 1.7).
import type { InboundBytes, InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { readPartnerTime } from '../../kernel/instant.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { findNode, parseXml, textAt, type XmlNode } from '../../runtime/codec/xml.ts';
import { fieldIn } from './field-in.ts';
import { letterOf } from './codes.ts';
import { interpretChangeResult } from './read-change-result.ts';
import { interpretCheckNotice } from './read-check-notice.ts';
import { interpretManifest, isCustomsManifest } from './read-manifest.ts';
import { interpretParcelReceipt } from './read-parcel-receipt.ts';
import { interpretTaxBill } from './read-tax-bill.ts';

export function recognises(message: InboundBytes): boolean {
  const head = Buffer.from(message.bytes.subarray(0, 600)).toString('latin1');
  if (isCustomsManifest(Buffer.from(message.bytes.subarray(0, 1000)).toString('latin1'))) return true;
  return /[<:](DecMessage|DecImportResponse|DEC_RESULT|TAX_BILL|DecModResult|CheckNotice|CEB712Message|CEB508Message)[\s>]/.test(
    head,
  );
}

export function interpret(message: InboundBytes): Interpretation {
  const root = parseXml(message.bytes);
  const reply = findNode(root, 'DecImportResponse');
  if (reply) return interpretReply(reply, message);
  const result = findNode(root, 'DEC_RESULT');
  if (result) return interpretResult(result);
  const bill = findNode(root, 'TAX_BILL');
  if (bill) return interpretTaxBill(bill);
  const change = findNode(root, 'DecModResult');
  if (change) return interpretChangeResult(change);
  const notice = findNode(root, 'CheckNotice');
  if (notice) return interpretCheckNotice(notice);
  const manifest = findNode(root, 'Manifest');
  if (manifest) return interpretManifest(manifest);
  const receipt = interpretParcelReceipt(root);
  if (receipt) return receipt;
  throw new UnreadableMessage(
    `海关通道不认识报文 ${root.name}`,
    `The customs channel does not know the message ${root.name}`,
  );
}

function interpretReply(reply: XmlNode, message: InboundBytes): Interpretation {
  const ok = textAt(reply, 'ResponseCode') === '0';
  const text = textAt(reply, 'ErrorMessage') || (ok ? '导入成功' : '导入失败');
  const seqNo = textAt(reply, 'SeqNo');
  const at = readPartnerTime(/_(\d{17})/.exec(message.fileName ?? '')?.[1] ?? '') ?? new Date(0).toISOString();
  const fact: InboundFact = {
    fact: 'answer',
    about: { clientNumber: textAt(reply, 'ClientSeqNo') },
    outcome: ok ? 'acknowledged' : 'rejected',
    text: { zh: text, en: ok ? 'Accepted by the gateway' : `Rejected by the gateway: ${text}` },
    at,
    ...(seqNo ? { partnerNumber: seqNo } : {}),
    ...fieldIn(text),
  };
  return {
    format: 'DecImportResponse',
    partnerMessageId: message.fileName || sha256Hex(message.bytes).slice(0, 32),
    facts: [fact],
  };
}

const TO_THE_SECOND = /\d{2}:\d{2}:\d{2}$|^\d{14}/;

function interpretResult(result: XmlNode): Interpretation {
  const channel = textAt(result, 'CHANNEL');
  const letter = letterOf(channel);
  const noticed = textAt(result, 'NOTICE_DATE');
  const at = readPartnerTime(noticed);
  const number = textAt(result, 'CUS_CIQ_NO');
  const entry = textAt(result, 'ENTRY_ID');
  if (!letter || !at || (!number && !entry))
    throw new UnreadableMessage(
      `状态回执缺少编号、时间或通道代码未知：${channel} ${noticed}`,
      `The status receipt lacks number or time, or its channel letter is unknown: ${channel} ${noticed}`,
    );
  const note = textAt(result, 'NOTE');
  const numbers = { ...(number ? { partnerNumber: number } : {}), ...(entry ? { declarationNumber: entry } : {}) };
  const about = { ...numbers, ...(TO_THE_SECOND.test(noticed) ? { saidAt: at } : {}) };
  const text = { zh: note ? `${letter.zh}：${note}` : letter.zh, en: note ? `${letter.en}: ${note}` : letter.en };
  const facts: InboundFact[] = [
    {
      fact: 'answer',
      about,
      outcome: letter.outcome,
      text,
      at,
      ...numbers,
      ...(letter.outcome === 'rejected' ? fieldIn(note) : {}),
      ...(letter.ruling ? { ruling: { say: letter.ruling } } : {}),
    },
  ];
  if (letter.instruction) {
    facts.push({
      fact: 'instruction',
      authority: 'customs',
      kind: letter.instruction,
      number: entry || number,
      sequence: Math.floor(Date.parse(at) / 1000) * 100 + letter.rank,
      reasonCode: channel,
      reason: text,
      ...(letter.term ? { term: letter.term } : {}),
      issuedAt: at,
      // A release speaks for the declaration and all in it; an inspection is of the boxes (or the lot).
      about:
        letter.instruction === 'inspect'
          ? { ...about, objects: [], whole: 'container' }
          : { ...about, objects: [], whole: 'declaration' },
      ...(letter.instruction === 'inspect'
        ? { legalBasis: '《海关法》第二十八条', requirements: { inspectionKind: 'manual' as const } }
        : {}),
    });
  }
  return { format: 'DEC_RESULT', partnerMessageId: `${number || entry}/${channel}/${noticed}`, facts };
}
