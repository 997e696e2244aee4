// Signing in with somebody else's identity provider (OpenID Connect, authorisation code with PKCE, state and nonce; ASVS 10.2, 10.5). What
// comes back is believed only of the provider that was asked: its issuer, for our client, signed by its keys, for this very question.
import * as client from 'openid-client';
import type { Bilingual } from '../../kernel/bilingual.ts';

/** As it is configured; `id` names it in addresses and environment. */
export type IdentityProvider = {
  readonly id: string;
  readonly name: Bilingual;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};
/** What only the browser that asked must be able to bring back. */
export type Question = { readonly state: string; readonly nonce: string; readonly verifier: string };
/** Who somebody is to a provider: the pair is for good, and no address or name is part of it. */
export type Subject = { readonly issuer: string; readonly subject: string };

export class OpenIdFault extends Error {
  /** Not there, turned down by the person or the provider, or not what was asked for. */
  readonly kind: 'unreachable' | 'denied' | 'invalid';
  constructor(kind: OpenIdFault['kind'], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'OpenIdFault';
    this.kind = kind;
  }
}

const SECONDS = 10;
/** A provider's keys and addresses are asked for anew after so long. */
const KEPT_MS = 3_600_000;
type Kept = { readonly found: Promise<client.Configuration>; readonly until: number };
const kept = new Map<string, Kept>();

/** Every signature is checked, on the back channel too; an answer of another issuer than the configured one is refused. */
function discover(provider: IdentityProvider, now: string): Promise<client.Configuration> {
  const key = `${provider.issuer} ${provider.clientId}`;
  const at = Date.parse(now);
  const known = kept.get(key);
  if (known && known.until > at) return known.found;
  const plain = provider.issuer.startsWith('http:');
  const found = client.discovery(
    new URL(provider.issuer),
    provider.clientId,
    provider.clientSecret,
    client.ClientSecretBasic(provider.clientSecret),
    {
      timeout: SECONDS,
      execute: [client.enableNonRepudiationChecks, ...(plain ? [client.allowInsecureRequests] : [])],
    },
  );
  kept.set(key, { found, until: at + KEPT_MS });
  found.catch(() => kept.delete(key));
  return found;
}

/** Where to send the browser, and what it must bring back. */
export async function askProvider(
  provider: IdentityProvider,
  { redirectUri, now }: { readonly redirectUri: string; readonly now: string },
): Promise<{ readonly url: string; readonly question: Question }> {
  const question = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  try {
    const configuration = await discover(provider, now);
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid',
      response_type: 'code',
      state: question.state,
      nonce: question.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(question.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, question };
  } catch (error) {
    throw asFault(error);
  }
}

/** The answer of the provider, as the browser brought it, becomes who it is; throws `OpenIdFault`. */
export async function hearProvider(
  provider: IdentityProvider,
  answer: { readonly redirectUri: string; readonly query: string; readonly question: Question; readonly now: string },
): Promise<Subject> {
  const { question } = answer;
  try {
    const configuration = await discover(provider, answer.now);
    const url = new URL(answer.redirectUri);
    url.search = answer.query;
    const tokens = await client.authorizationCodeGrant(configuration, url, {
      expectedState: question.state,
      expectedNonce: question.nonce,
      pkceCodeVerifier: question.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new OpenIdFault('invalid', 'no ID token');
    return { issuer: claims.iss, subject: claims.sub };
  } catch (error) {
    throw asFault(error);
  }
}

function asFault(error: unknown): OpenIdFault {
  if (error instanceof OpenIdFault) return error;
  if (error instanceof client.AuthorizationResponseError) return new OpenIdFault('denied', error);
  const code = (error as { code?: unknown }).code;
  const away = code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || isNetworkError(error);
  return new OpenIdFault(away ? 'unreachable' : 'invalid', error);
}
/** As `fetch` says that nobody answered. */
const isNetworkError = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof Error && error.cause instanceof TypeError && /fetch/.test(error.cause.message));
