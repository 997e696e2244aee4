// Claims as compact JWS with the key in use (P7): the release token and the revocation list.
import {
  LIST_TYPE,
  openToken,
  type RevocationClaims,
  TOKEN_TYPE,
  type TokenClaims,
} from '../../kernel/release-token.ts';
import type { Context } from '../../runtime/context.ts';
import { isSignedByJwk } from '../../runtime/signatures/jwk.ts';
import { keyInUse, readKeySet } from './keep-keys.ts';

export const signToken = (context: Context, claims: TokenClaims): Promise<string> => sign(context, TOKEN_TYPE, claims);
export const signList = (context: Context, claims: RevocationClaims): Promise<string> =>
  sign(context, LIST_TYPE, claims);

/** The first part of every token that a key signs. */
export const tokenHead = ({ algorithm, kid }: { readonly algorithm: string; readonly kid: string }): string =>
  part({ alg: algorithm, kid, typ: TOKEN_TYPE });

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
async function sign(context: Context, typ: string, claims: object): Promise<string> {
  const { kid, signer } = await keyInUse(context);
  const signed = `${part({ alg: signer.algorithm, kid, typ })}.${part(claims)}`;
  return `${signed}.${(await signer.sign(Buffer.from(signed))).toString('base64url')}`;
}

/** The claims of a genuine token, or undefined for anything else; expiry is the caller's to judge. */
export async function readToken(context: Context, token: string): Promise<TokenClaims | undefined> {
  const claims = await openToken(token, await readKeySet(context), isSignedByJwk);
  return 'fault' in claims ? undefined : claims;
}
