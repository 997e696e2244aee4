// What customs says of manifests (舱单, formats §3.1): receipts of what we sent (function 11) and instructions (MT9999 指令通知) on a voyage,
// its bills or boxes, whoever's goods they are. The body of an instruction is not public: it names its objects as the manifests do, with the
// response codes of the published table; to be agreed.
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import type { InstructionKind, ObjectType } from '../../hub/disposition/contract.ts';
import { readPartnerTime } from '../../kernel/instant.ts';
import { fieldIn } from './field-in.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, findNode, textAt, type XmlNode } from '../../runtime/codec/xml.ts';

type Said = { readonly zh: string; readonly en: string };
const receipts: Readonly<Record<string, Said & { readonly outcome: 'acknowledged' | 'rejected' | 'noted' }>> = {
  '01': { zh: '接受申报', en: 'accepted', outcome: 'acknowledged' },
  '02': { zh: '待人工审核', en: 'to be looked at by an officer', outcome: 'noted' },
  '03': { zh: '退单', en: 'rejected', outcome: 'rejected' },
};
/** Of the message that is answered, by the first digit of its code; a road confirmation (MT44xx) is no loading manifest. */
const answered: Readonly<Record<string, Said>> = {
  3: { zh: '运抵报告', en: 'Arrival report' },
  4: { zh: '装载舱单', en: 'Loading manifest' },
  5: { zh: '理货报告', en: 'Tally report' },
};
const anyManifest: Said = { zh: '舱单', en: 'Manifest' };
const instructions: Readonly<Record<string, Said & { readonly kind: InstructionKind }>> = {
  '11': { zh: '舱单放行', en: 'Released on the manifest', kind: 'release' },
  '12': { zh: '拒装：不得装载', en: 'Not to be loaded', kind: 'hold' },
  '13': { zh: '禁卸：不得卸下', en: 'Not to be discharged', kind: 'hold' },
};

export const isCustomsManifest = (head: string): boolean =>
  /[<:](MFTMessage|Manifest)[\s>]/.test(head) && (head.includes('>MT9999<') || /FunctionCode>\s?11\s?</.test(head));

export function interpretManifest(manifest: XmlNode): Interpretation {
  const id = textAt(manifest, 'Head/MessageID');
  const type = textAt(manifest, 'Head/MessageType');
  const sent = textAt(manifest, 'Head/SendTime');
  const at = readPartnerTime(sent);
  const response = findNode(manifest, 'Response');
  const code = textAt(response, 'ResponseTypeCode');
  const note = textAt(response, 'Text');
  const isInstruction = type === 'MT9999';
  const table: Readonly<Record<string, Said>> = isInstruction ? instructions : receipts;
  const said = Object.hasOwn(table, code) ? table[code] : undefined;
  const what = isInstruction ? undefined : (answered[/^MT([35]|4(?=[12]))/.exec(type)?.[1] ?? ''] ?? anyManifest);
  const words = said && what ? { zh: `${what.zh}${said.zh}`, en: `${what.en} ${said.en}` } : said;
  if (!id || !at || !words)
    throw new UnreadableMessage(
      `舱单回执或指令缺少编号、时间，或代码未知：${type} ${code} ${sent}`,
      `The manifest receipt or instruction lacks number or time, or its code is unknown: ${type} ${code} ${sent}`,
    );
  const text = { zh: note ? `${words.zh}：${note}` : words.zh, en: note ? `${words.en}: ${note}` : words.en };
  const facts = [isInstruction ? instruction(manifest, id, at, code, text) : receipt(response, code, at, text)];
  return { format: isInstruction ? type : `${type} 11`, partnerMessageId: id, facts };
}

function receipt(response: XmlNode | undefined, code: string, at: string, text: Said): InboundFact {
  const clientNumber = textAt(response, 'DocumentID');
  if (clientNumber === '')
    throw new UnreadableMessage('舱单回执缺少原报文编号', 'The manifest receipt does not name the message it answers');
  const { outcome } = receipts[code] ?? { outcome: 'noted' as const };
  return { fact: 'answer', about: { clientNumber }, outcome, text, at, ...fieldIn(text.zh) };
}

function instruction(manifest: XmlNode, id: string, at: string, code: string, reason: Said): InboundFact {
  const { kind } = instructions[code] ?? { kind: 'hold' as const };
  const number = textAt(findNode(manifest, 'Response'), 'ID') || id;
  return {
    fact: 'instruction',
    authority: 'customs',
    kind,
    number,
    sequence: Math.floor(Date.parse(at) / 1000) * 100,
    reasonCode: code,
    reason,
    legalBasis: '海关总署公告 2010 年第 70 号',
    issuedAt: at,
    about: { objects: objectsIn(manifest) },
  };
}

/** The smallest that is named: boxes, else bills, else the voyage. */
function objectsIn(manifest: XmlNode): { type: ObjectType; key: string }[] {
  const declaration = findNode(manifest, 'Declaration');
  const consignments = childrenOf(declaration, 'Consignment');
  const boxes = [
    ...childrenOf(declaration, 'TransportEquipment'),
    ...consignments.flatMap((c) => childrenOf(c, 'TransportEquipment')),
  ]
    .map((e) => textAt(e, 'EquipmentIdentification/ID'))
    .filter(Boolean);
  if (boxes.length > 0) return boxes.map((key) => ({ type: 'container', key }));
  const bills = consignments.map((c) => textAt(c, 'TransportContractDocument/ID')).filter(Boolean);
  if (bills.length > 0) return bills.map((key) => ({ type: 'bill', key }));
  const means = findNode(manifest, 'BorderTransportMeans');
  const key = [textAt(means, 'ID').replace(/^UN(?=\d{7}$)/, '') || textAt(means, 'Name'), textAt(means, 'JourneyID')]
    .filter(Boolean)
    .join('/');
  if (key === '') throw new UnreadableMessage('舱单指令没有指明对象', 'The manifest instruction names no object');
  return [{ type: 'conveyance', key }];
}
