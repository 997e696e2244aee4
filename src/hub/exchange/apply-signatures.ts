// What is signed on a channel (P4): whether a partner's message may be read, and the enveloped signature of our own documents by the
// seal of whoever filed. What a partner asks for is agreed with it and configured; its profile says what it does of itself.
import { decodeText, encodeText, type Charset } from '../../runtime/codec/charset.ts';
import type { Context } from '../../runtime/context.ts';
import { signXml } from '../../runtime/signatures/sign-xml.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { NewDocument } from '../documents/index.ts';
import { documentById } from '../mapping/index.ts';
import type { Channel, DocumentDefinition } from '../mapping/contract.ts';
import { shipmentHeading } from '../shipment/index.ts';
import { checkMessage, openSeal, sentence } from '../signatures/index.ts';

const MODERN = ['RS256', 'PS256', 'ES256', 'SM2SM3'] as const;
const NAMESPACE = 'http://www.w3.org/2000/09/xmldsig#';

/** Why the message must not be read, in words; undefined where it may. */
export async function refuseUnsigned(
  context: Context,
  channel: Channel,
  message: { readonly id: string; readonly bytes: Uint8Array },
): Promise<Bilingual | undefined> {
  const { signatures: own } = channel.profile;
  const signed = context.settings.signedChannels?.[channel.id]?.inbound ?? own?.inbound ?? 'none';
  const mayHave = Buffer.from(message.bytes.buffer, message.bytes.byteOffset, message.bytes.length).includes(NAMESPACE);
  if (signed === 'none' || (signed === 'optional' && !mayHave)) return undefined;
  const rule = {
    signed,
    algorithms: own?.algorithms ?? MODERN,
    revocationNeeded: context.settings.signedChannels?.[channel.id]?.revocation === 'needed',
  };
  const report = await checkMessage(context, { ...message, channel: channel.id }, rule);
  if (!report || report.holds || signed === 'optional') return undefined;
  const { zh, en } = sentence(report.faults);
  return { zh: `签名不符合要求：${zh}`, en: `The signature is not as required: ${en}` };
}

const NO_SEAL =
  '报文定义要求签名，申报单位尚无有效电子印章，请先申领 / its definition wants a signature and whoever filed has no valid seal: have one made';
/** Whose seal: of a case whoever filed it; of what an enterprise applies for, the enterprise (decision 0064). */
export type SealedBy = { readonly shipmentId: string } | { readonly organisationId: string };
const filerOf = async (context: Context, by: SealedBy): Promise<string | undefined> =>
  'organisationId' in by ? by.organisationId : (await shipmentHeading(context, by.shipmentId))?.filerId;

/** Why a document that must be signed cannot go: nobody has a seal to sign it with. */
export async function unsealed(
  context: Context,
  by: SealedBy,
  documents: readonly Pick<DocumentDefinition, 'sealed'>[],
): Promise<string | undefined> {
  if (!documents.some((document) => document.sealed)) return undefined;
  const filerId = await filerOf(context, by);
  return filerId && (await openSeal(context, filerId)) ? undefined : NO_SEAL;
}

/** As they are where neither channel nor definition asks for a signature, the document is no XML, or whoever filed has no seal. */
export async function sealDocuments(
  context: Context,
  by: SealedBy,
  documents: readonly NewDocument[],
): Promise<readonly NewDocument[]> {
  const asks = (document: NewDocument) =>
    (documentById(document.kind)?.document.sealed ||
      context.settings.signedChannels?.[document.channel ?? '']?.outbound === 'seal') &&
    /\bxml$/.test(document.mediaType);
  if (!documents.some(asks)) return documents;
  const filerId = await filerOf(context, by);
  const seal = filerId ? await openSeal(context, filerId) : undefined;
  if (!seal) return documents;
  return Promise.all(
    documents.map(async (document) => {
      if (!asks(document)) return document;
      const charset = (document.charset ?? 'utf-8') as Charset;
      const text = decodeText(document.bytes, charset);
      const signed = await signXml(text, seal.signer, { chain: seal.chain, keyName: seal.serial });
      return { ...document, bytes: encodeText(signed, charset) };
    }),
  );
}
