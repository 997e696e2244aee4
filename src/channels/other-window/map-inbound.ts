// What another single window says, read into facts (N15): its response to our declaration, a declaration of its own to begin a case here
// with, certificates. What is not known of a message is left alone; a response may come without a namespace.
import { recogniseFile } from '../../hub/documents/index.ts';
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { readableParts, unmapDocument } from '../../hub/mapping/index.ts';
import type { Form } from '../../hub/shipment/contract.ts';
import { readCredential } from '../../kernel/credential.ts';
import { readPartnerTime } from '../../kernel/instant.ts';
import { parseNamed } from '../../runtime/codec/json.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { ASKED, CREDENTIAL } from './profile.ts';
import { childrenOf, findNode, parseXml, textAt, type XmlNode } from '../../runtime/codec/xml.ts';
import { declarationFields } from './map-outbound.ts';
import { countOf, textOf } from './message-tree.ts';

type Step = { readonly outcome: 'acknowledged' | 'rejected' | 'noted'; readonly zh: string; readonly en: string };
/** Function codes of a response (11A), as published interfaces use them. */
const steps: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['01', { outcome: 'acknowledged', zh: '对方已受理', en: 'Accepted by the other window' }],
  ['02', { outcome: 'noted', zh: '对方已收到', en: 'Received by the other window' }],
  ['03', { outcome: 'rejected', zh: '对方退回', en: 'Rejected by the other window' }],
  ['05', { outcome: 'noted', zh: '对方查验', en: 'Under control at the other side' }],
  ['06', { outcome: 'noted', zh: '对方要求补充单证', en: 'More documents wanted at the other side' }],
  ['09', { outcome: 'noted', zh: '对方已放行', en: 'Released at the other side' }],
  ['11', { outcome: 'noted', zh: '对方答复状态', en: 'How the case stands at the other side' }],
  ['10', { outcome: 'noted', zh: '对方已撤销', en: 'Cancelled at the other side' }],
]);

export function interpret(bytes: Uint8Array): Interpretation {
  // Another Portico says with its receipt that it has the message; what becomes of it follows.
  if (bytes[0] === 0x7b) return readReceipt(bytes);
  const root = parseXml(bytes);
  const response = findNode(root, 'Response');
  if (response) return readResponse(response);
  const declaration = findNode(root, 'Declaration');
  if (declaration) return readDeclaration(declaration);
  throw new UnreadableMessage('既不是申报也不是回应', 'It is neither a declaration nor a response');
}

function readReceipt(bytes: Uint8Array): Interpretation {
  const { receiptId } = parseNamed(Buffer.from(`{"receipt":${Buffer.from(bytes).toString('utf-8')}}`), 'receipt');
  if (typeof receiptId !== 'string' || receiptId === '')
    throw new UnreadableMessage('回执没有编号', 'The receipt has no id');
  return { format: 'Portico receipt', partnerMessageId: receiptId.slice(0, 100), facts: [] };
}

function readResponse(response: XmlNode): Interpretation {
  const text = (path: string) => textAt(response, path);
  const [id, ours, code] = [
    text('FunctionalReferenceID'),
    text('Declaration/FunctionalReferenceID'),
    text('FunctionCode'),
  ];
  // With or without the offset; the data model's 304 has one.
  const at = readPartnerTime(text('IssueDateTime/DateTimeString').replace(/[+-]\d{2}:?(\d{2})?$|Z$/, ''));
  if (code === '44' || code === '45') return readCertificate(response, code);
  const step = steps.get(code.padStart(2, '0'));
  if (!id || !ours || !at) throw new UnreadableMessage('回应缺少编号或时间', 'The response lacks its number or time');
  if (!step) throw new UnreadableMessage(`回应功能码未知：${code}`, `Unknown function code of a response: ${code}`);
  const about = { clientNumber: ours };
  const note =
    text('AdditionalInformation/StatementDescription') ||
    [text('Status/NameCode'), text('Status/Progress')].filter(Boolean).join(' · ');
  const field = text('Error/Pointer/TagID');
  const row = text('Error/Pointer/SequenceNumeric');
  const number = text('Declaration/ID');
  const answer: InboundFact = {
    fact: 'answer',
    about,
    outcome: step.outcome,
    text: note ? { zh: `${step.zh}：${note}`, en: `${step.en}: ${note}` } : { zh: step.zh, en: step.en },
    at,
    ...(number ? { partnerNumber: number } : {}),
    ...(field ? { partnerField: field } : {}),
    ...(/^[1-9]\d{0,4}$/.test(row) ? { row: Number(row) - 1 } : {}),
  };
  const files = childrenOf(response, 'AdditionalDocument').map((paper): InboundFact => {
    const content = textAt(paper, 'AttachmentBinaryObject').replace(/\s/g, '');
    const fileName = textAt(paper, 'ID') || 'certificate';
    const type = recogniseFile(Buffer.from(content, 'base64'));
    if (!type)
      throw new UnreadableMessage(
        `证书 ${fileName} 不是 PDF、OFD、JPEG、PNG 或 TIFF`,
        `The certificate ${fileName} is no PDF, OFD, JPEG, PNG or TIFF`,
      );
    const name = textAt(paper, 'Name') || '证书';
    return { fact: 'file', about, name: { zh: name, en: name }, fileName: `${fileName}.${type.extension}`, content };
  });
  return { format: `WCO Response ${code}`, partnerMessageId: id, facts: [answer, ...files] };
}

/** Two windows of one case: each names it by the other's number where it has that, else by its own, which the other was told. */
function readCertificate(response: XmlNode, code: string): Interpretation {
  const text = (path: string) => textAt(response, path);
  const [id, number, issuer] = [
    text('FunctionalReferenceID'),
    text('AdditionalDocument/ID'),
    text('AdditionalDocument/Submitter/ID'),
  ];
  const [ours, theirs] = [text('Declaration/FunctionalReferenceID'), text('Declaration/ID')];
  if (!id || !number || !issuer || !(ours || theirs))
    throw new UnreadableMessage(
      '证书报文缺少编号、签发方或所指单证',
      'The message of a certificate lacks its number, issuer or case',
    );
  const about = ours ? { clientNumber: ours } : { partnerNumber: theirs };
  const read = { format: `WCO Response ${code}`, partnerMessageId: id };
  if (code === '45') {
    const because = text('AdditionalInformation/StatementDescription').slice(0, 300);
    const said = because ? { zh: because, en: because } : { zh: '签发方撤销', en: 'Revoked by its issuer' };
    return { ...read, facts: [{ fact: 'credential-revoked', about, issuer, number, because: said }] };
  }
  const token = Buffer.from(text(CREDENTIAL).replace(/\s/g, ''), 'base64').toString('latin1');
  if (!readCredential(token))
    throw new UnreadableMessage(
      '不是可核验证书（W3C VC 2.0，JWS）',
      'It is no verifiable credential (W3C VC 2.0, JWS)',
    );
  return { ...read, facts: [{ fact: 'credential', about, token }] };
}

const groupPaths: Readonly<Record<string, string>> = {
  goods: 'GoodsShipment/GovernmentAgencyGoodsItem',
  containers: 'GoodsShipment/Consignment/TransportEquipment',
};

const readable = readableParts(declarationFields);

function readDeclaration(declaration: XmlNode): Interpretation {
  const reference = textAt(declaration, 'FunctionalReferenceID');
  const code = textAt(declaration, 'FunctionCode');
  if (reference && code === '13') return readQuestion(declaration, reference);
  if (!reference || !['1', '5', '9'].includes(code))
    throw new UnreadableMessage('申报缺少编号或功能码', 'The declaration lacks its reference or function code');
  const format = `WCO Declaration ${code}`;
  const partnerMessageId = `${reference}/${code}`;
  // What is taken back there was, or was not, filed here by the trader, who decides what becomes of it.
  if (code === '1') return { format, partnerMessageId, facts: [] };
  const read = unmapDocument(
    readable,
    (part, row) => part.targets.map((target) => textOf(declaration, target, row)),
    (group) => countOf(declaration, groupPaths[group] ?? ''),
  );
  if (read.direction !== 'import' && read.direction !== 'export')
    throw new UnreadableMessage('申报没有进出口标志', 'The declaration does not say import or export');
  const { form, traderUscc } = fromOurSide(read, reference);
  if (traderUscc === '')
    throw new UnreadableMessage('申报没有本方企业代码', 'The declaration names no enterprise of ours');
  const caseNumber = textAt(declaration, 'GoodsShipment/UCR/ID');
  return {
    format,
    partnerMessageId,
    facts: [{ fact: 'declared', reference, ...(caseNumber ? { caseNumber } : {}), traderUscc, form }],
  };
}

/** A request (1225: 13): how does the case stand that this number is of, theirs or ours. */
function readQuestion(declaration: XmlNode, question: string): Interpretation {
  const number = textAt(declaration, ASKED);
  if (!number) throw new UnreadableMessage('查询没有所指编号', 'The question names no case');
  return {
    format: 'WCO Declaration 13',
    partnerMessageId: `${question}/13`,
    facts: [{ fact: 'state-asked', about: { clientNumber: number, partnerNumber: number }, question }],
  };
}

/** What leaves there comes in here: their consignee is our trader, and their trader our consignor; the other way round for what they import. */
function fromOurSide(theirs: Form, reference: string): { form: Form; traderUscc: string } {
  const text = (id: string) => (typeof theirs[id] === 'string' ? theirs[id] : '');
  const { traderUscc, traderName, consigneeCode, consigneeName, consignorCode, consignorName, ...rest } = theirs;
  const imports = theirs.direction === 'export';
  const form: Form = {
    ...rest,
    direction: imports ? 'import' : 'export',
    peerReference: reference,
    ...(imports
      ? { consignorCode: text('traderUscc'), consignorName: text('traderName') }
      : { consigneeCode: text('traderUscc'), consigneeName: text('traderName') }),
    traderUscc: imports ? text('consigneeCode') : text('consignorCode'),
    traderName: imports ? text('consigneeName') : text('consignorName'),
  };
  // Not our trader's own numbers, though they may read the same.
  const { traderReference: _, ...ours } = form as Record<string, Form[string]>;
  return { form: ours, traderUscc: text(imports ? 'consigneeCode' : 'consignorCode') };
}
