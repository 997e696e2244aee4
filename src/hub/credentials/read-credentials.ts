// Certificates of a case, and what everybody may fetch: the status list that says which of ours still hold (N14).
import { gzipSync } from 'node:zlib';
import { bitsOf, CREDENTIAL_CONTEXT } from '../../kernel/credential.ts';
import { plusMs } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import { mayDoToShipment } from '../shipment/index.ts';
import { credentialKinds, type CredentialView } from './contract.ts';
import { refuse } from './refusals.ts';
import { issuerOf, signCredential } from './sign-credential.ts';
import { type CredentialRow, isListBegun, listOfCase, listRevoked } from './store.ts';

/** A list that is older says nothing of today. */
const LIST_HOLDS_MS = 3_600_000;

export const statusListUrl = ({ settings }: Context, list: number): string =>
  `${settings.baseUrl}/api/v1/credential-status/${list}`;

export async function readCredentials(context: Context, shipmentId: string): Promise<CredentialView[]> {
  if (!(await mayDoToShipment(context, shipmentId, 'document.read'))) throw refuse('CREDENTIAL_UNKNOWN');
  return (await listOfCase(context, shipmentId)).map(toView);
}

const toView = (row: CredentialRow): CredentialView => ({
  id: row.id,
  number: row.number.split(' ', 1)[0] ?? '',
  flow: row.flow,
  kind: row.kind,
  name: row.flow === 'issued' ? credentialKinds.release : { zh: '对方证书', en: 'Certificate of the other side' },
  issuer: row.issuer,
  ...(row.object_id ? { objectId: row.object_id } : {}),
  state: row.doubt ? 'doubtful' : row.revoked_at ? 'revoked' : 'valid',
  ...(row.doubt ? { doubt: row.doubt } : {}),
  issuedAt: row.issued_at,
  ...(row.revoked_at ? { revokedAt: row.revoked_at } : {}),
  ...(row.revoked_because ? { revokedBecause: row.revoked_because } : {}),
  token: row.token,
  simulated: row.simulated,
});

/** Signed anew for whoever asks (Bitstring Status List 1.0). */
export async function readStatusList(context: Context, list: number): Promise<string> {
  // Whoever asks, signed in or not, must hear of every certificate in it, by its place alone.
  const revoked = await context.beyondLock(async (open) =>
    (await isListBegun(open, list)) ? listRevoked(open, list) : undefined,
  );
  if (!revoked) throw refuse('CREDENTIAL_LIST_UNKNOWN', { path: 'list', list });
  const url = statusListUrl(context, list);
  return signCredential(context, {
    '@context': CREDENTIAL_CONTEXT,
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerOf(context),
    validFrom: context.now,
    validUntil: plusMs(context.now, LIST_HOLDS_MS),
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${gzipSync(bitsOf(revoked)).toString('base64url')}`,
    },
  });
}
