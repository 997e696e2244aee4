// What is known of certificates of partners' authorities: from the list the port office put in, from those fetched where the
// certificates say, and from what responders answered about single ones. Learning of an address fetches nothing here: a message that is being read waits for nobody.
import { sha256Hex } from '../../kernel/digest.ts';
import type { Context } from '../../runtime/context.ts';
import type { Certificate } from '../../runtime/signatures/certificate.ts';
import { readRevocationList, type RevocationList } from '../../runtime/signatures/revocation-list.ts';
import type { RevocationState } from '../../runtime/signatures/validate-path.ts';
import { insertRevocationSource, listRevocationSources } from './store-revocations.ts';
import { findStatus, noteStatus } from './store-statuses.ts';

/** Each list is read once: one of an authority with many certificates takes long. */
const read = new Map<string, RevocationList | undefined>();
const MOST_READ = 32;
/** Of one authority, its subordinates included. */
const MOST_SOURCES = 20;
/** Certificates of one authority that its responder is asked about. */
const MOST_STATUSES = 2000;

/** Undefined where it is none of this issuer's. */
export function readList(bytes: Uint8Array, issuer: Certificate): RevocationList | undefined {
  const key = `${sha256Hex(issuer.der)} ${sha256Hex(bytes)}`;
  if (!read.has(key)) {
    const [oldest] = read.keys();
    if (oldest !== undefined && read.size >= MOST_READ) read.delete(oldest);
    read.set(key, readRevocationList(bytes, issuer));
  }
  return read.get(key);
}

export type Known = {
  readonly state: RevocationState /** When the list that says so was made. */;
  readonly asOf?: string;
};

/** `given`: the list that the port office put in. Revoked is what any list says so; good needs one that has not run out. */
export async function knownRevocation(
  context: Context,
  { serial }: Certificate,
  issuer: Certificate,
  { at, given }: { readonly at: string; readonly given: RevocationList | undefined },
): Promise<Known> {
  const rows = await listRevocationSources(context, { issuer: sha256Hex(issuer.der) });
  const fetched = rows.flatMap((row) => (row.list ? (readList(row.list, issuer) ?? []) : []));
  const lists = [...(given ? [given] : []), ...fetched].sort((a, b) => (a.thisUpdate < b.thisUpdate ? 1 : -1));
  for (const list of lists) {
    const revokedAt = list.revoked.get(serial);
    if (revokedAt !== undefined) return { state: { revokedAt }, asOf: list.thisUpdate };
  }
  const answered = await findStatus(context, sha256Hex(issuer.der), serial);
  if (answered?.state === 'revoked' && answered.revoked_at)
    return {
      state: { revokedAt: answered.revoked_at },
      ...(answered.this_update ? { asOf: answered.this_update } : {}),
    };
  if (answered?.state === 'good' && answered.this_update && (answered.next_update ?? '') >= at)
    return { state: 'good', asOf: answered.this_update };
  const fresh = lists.find((list) => list.nextUpdate === undefined || list.nextUpdate >= at);
  return fresh ? { state: 'good', asOf: fresh.thisUpdate } : { state: 'unknown' };
}

/** Of a chain that leads to a trusted authority: where each link's issuer says that it publishes its list, and answers about it. */
export async function noteSources(context: Context, chain: readonly Certificate[], anchorId: string): Promise<void> {
  for (const [depth, certificate] of chain.entries()) {
    const issuer = chain[depth + 1];
    if (!issuer) continue;
    if (certificate.ocspUrl)
      await noteStatus(
        context,
        {
          issuer: sha256Hex(issuer.der),
          serial: certificate.serial,
          url: certificate.ocspUrl,
          anchor_id: anchorId,
          issuer_certificate: issuer.der,
          certificate: certificate.der,
        },
        MOST_STATUSES,
      );
    if (!certificate.crlUrl) continue;
    const row = {
      issuer: sha256Hex(issuer.der),
      url: certificate.crlUrl,
      anchor_id: anchorId,
      certificate: issuer.der,
    };
    await insertRevocationSource(context, row, MOST_SOURCES);
  }
}
