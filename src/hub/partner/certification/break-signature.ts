// A document that somebody changed after it was signed (R19): the signature holds over its own words, the digest in it is of other content, so that
// a partner which compares only one of the two takes it. The key is made for this one message and kept nowhere.
import { plusMs } from '../../../kernel/instant.ts';
import { type Charset, decodeText, encodeText } from '../../../runtime/codec/charset.ts';
import { issueCertificate } from '../../../runtime/signatures/issue.ts';
import { createSoftwareKeys } from '../../../runtime/signatures/keys.ts';
import { signXml } from '../../../runtime/signatures/sign-xml.ts';
import type { EncodedDocument } from '../../mapping/contract.ts';

const VALID_MS = 24 * 3_600_000;

export async function signThenChange(written: EncodedDocument, now: string): Promise<Buffer> {
  // What it would be kept under does not matter.
  const keys = createSoftwareKeys({ sealKey: Buffer.alloc(32).toString('base64') });
  const { signer } = await keys.generate('certification', 'ES256');
  const certificate = await issueCertificate({
    kind: 'root',
    subject: { name: 'Portico certification' },
    spki: signer.spki,
    issuer: { signer },
    serial: '01',
    notBefore: now,
    notAfter: plusMs(now, VALID_MS),
  });
  const charset = written.charset as Charset;
  const text = decodeText(Buffer.from(written.bytes), charset);
  const signed = await signXml(text, signer, { chain: [certificate], keyName: '01' });
  return Buffer.from(encodeText(changed(signed), charset));
}

/** The last letter or digit of the content before the signature. */
function changed(signed: string): string {
  const content = signed.slice(0, signed.lastIndexOf('<ds:Signature'));
  const at = [...content.matchAll(/[A-Za-z0-9](?=<\/)/g)].at(-1)?.index;
  if (at === undefined) throw new RangeError('there is nothing to change in this document');
  return `${signed.slice(0, at)}${signed[at] === '1' ? '2' : '1'}${signed.slice(at + 1)}`;
}
