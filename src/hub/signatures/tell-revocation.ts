// What our authority says about its certificates to anybody who asks: a signed revocation list, and OCSP answers (RFC 5280, RFC 6960).
import { plusMs } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import { answerOcsp, issueRevocationList, type OcspStatus } from '../../runtime/signatures/issue.ts';
import { ownAuthority } from './own-authority.ts';
import { refuse } from './refusals.ts';
import { findCertificate, listRevoked } from './store.ts';

const HOUR_MS = 3_600_000;
/** OCSPResponse with status malformedRequest. */
const MALFORMED = Buffer.from('30030a0101', 'hex');

export async function readRevocations(context: Context): Promise<Buffer> {
  const authority = await ownAuthority(context);
  if (!authority) throw refuse('SIGNING_AUTHORITY_MISSING');
  const rows = await listRevoked(context);
  return issueRevocationList(
    { certificate: authority.issuing, signer: await authority.signerOf('issuing') },
    {
      revoked: rows.map((row) => ({ serial: row.serial, at: row.revoked_at ?? context.now })),
      // Grows with time, as a list's number must.
      number: Math.floor(Date.parse(context.now) / 1000),
      thisUpdate: context.now,
      nextUpdate: plusMs(context.now, HOUR_MS),
    },
  );
}

export async function answerStatus(context: Context, request: Uint8Array): Promise<Buffer> {
  const authority = await ownAuthority(context);
  if (!authority) throw refuse('SIGNING_AUTHORITY_MISSING');
  const answer = await answerOcsp(request, {
    issuer: authority.issuing,
    responder: { certificate: authority.ocsp, signer: await authority.signerOf('ocsp') },
    now: context.now,
    nextUpdate: plusMs(context.now, HOUR_MS),
    statusOf: async (serial): Promise<OcspStatus> => {
      const row = await findCertificate(context, serial);
      if (!row) return 'unknown';
      return row.revoked_at ? { revokedAt: row.revoked_at } : 'good';
    },
  });
  return answer ?? MALFORMED;
}
