// What a simulator has agreed on with Portico: anything else it refuses, as a partner would.
import type { IncomingHttpHeaders } from 'node:http';
import { type Charset, decodeText } from '../codec/charset.ts';

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
    return undefined;
  } catch {
    return 400;
  }
}
