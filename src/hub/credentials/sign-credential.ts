// The key that certificates are signed with, and the signing (N14). Every node makes the same key of the seal key, as the ledger does; it is
// published for good, because a certificate is looked at for years. Another seal key makes another one: it is published as soon as the key
// is given beside, before anything is signed with it, and the one before stays published (decision 0051).
import { createPrivateKey, createPublicKey, hkdfSync, sign } from 'node:crypto';
import { CREDENTIAL_TYPE } from '../../kernel/credential.ts';
import type { Context } from '../../runtime/context.ts';
import { sealKeysOf } from '../../runtime/identity/seal.ts';
import { jwkOf } from '../../runtime/signatures/jwk.ts';
import type { IssuerDocument } from './contract.ts';

/** PKCS#8 of an Ed25519 key is this and the seed (RFC 8410). */
const SEED_HEADER = Buffer.from('302e020100300506032b657004220420', 'hex');

function keyOf(sealKey: string) {
  const seed = Buffer.from(hkdfSync('sha256', Buffer.from(sealKey, 'base64'), '', 'portico credentials', 32));
  const key = createPrivateKey({ key: Buffer.concat([SEED_HEADER, seed]), format: 'der', type: 'pkcs8' });
  return { key, spki: createPublicKey(key).export({ type: 'spki', format: 'der' }) };
}

export const issuerOf = ({ settings }: Context): string => `${settings.baseUrl}/api/v1/credential-issuer`;

export async function readIssuer(context: Context): Promise<IssuerDocument> {
  const issuer = issuerOf(context);
  const keys = await Promise.all(sealKeysOf(context.settings).map((key) => jwkOf(keyOf(key).spki, 'EdDSA')));
  const verificationMethod = keys.map(({ kty, crv, x, alg, kid }) => ({
    ...{ id: `${issuer}#${kid}`, type: 'JsonWebKey' as const, controller: issuer },
    publicKeyJwk: { kty, crv, x, alg },
  }));
  return {
    '@context': ['https://www.w3.org/ns/cid/v1'],
    id: issuer,
    verificationMethod,
    assertionMethod: verificationMethod.map(({ id }) => id),
  };
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Compact JWS whose payload is the credential itself (VC-JOSE-COSE 3.1). */
export async function signCredential(context: Context, credential: object): Promise<string> {
  const { key, spki } = keyOf(context.settings.sealKey);
  const { kid } = await jwkOf(spki, 'EdDSA');
  const header = { alg: 'EdDSA', kid: `${issuerOf(context)}#${kid}`, typ: CREDENTIAL_TYPE, cty: 'vc' };
  const signed = `${part(header)}.${part(credential)}`;
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
}
