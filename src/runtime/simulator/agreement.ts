// What a simulator has agreed on with Portico: anything else it refuses, as a partner would.
import type { IncomingHttpHeaders } from 'node:http';
import { type Charset, decodeText } from '../codec/charset.ts';
import { algorithms } from '../signatures/algorithms.ts';
import { readCertificate } from '../signatures/certificate.ts';
import { DSIG, readXmlSignature } from '../signatures/verify-xml.ts';

export type Agreement = { readonly kinds: readonly string[]; readonly mostBytes: number; readonly charset: Charset };

/** The status of a no to what was not agreed. */
export function findDisagreement(
  agreed: Agreement,
  headers: IncomingHttpHeaders,
  bytes: Uint8Array,
): number | undefined {
  if (bytes.length > agreed.mostBytes) return 413;
  if (!agreed.kinds.includes(String(headers['x-document-kind'] ?? ''))) return 422;
  const said = /charset=(utf-8|gb18030|us-ascii)/i.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase();
  try {
    decodeText(bytes, (said as Charset | undefined) ?? agreed.charset);
    return isFalselySigned(headers, bytes) ? 422 : undefined;
  } catch {
    return 400;
  }
}

/** An enveloped signature that does not hold; whose it is, the partner of a demonstration does not ask. */
function isFalselySigned(headers: IncomingHttpHeaders, bytes: Uint8Array): boolean {
  if (!/xml\b/.test(headers['content-type'] ?? '') || !Buffer.from(bytes).includes(DSIG)) return false;
  const reading = readXmlSignature(bytes, algorithms);
  if (!reading.found) return false;
  if ('fault' in reading) return true;
  const { certificates, isBy } = reading.signature;
  const keys = certificates.flatMap((der) => readCertificate(der)?.key ?? []);
  return !keys.some((key) => isBy(key));
}
