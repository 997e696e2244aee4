// An identity provider that says whatever a test wants of it: right tokens, and every kind of wrong one. What a real one does is
// `identity-provider.ts`.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export type Forgery = {
  readonly subject?: string;
  readonly issuer?: string;
  readonly audience?: string;
  readonly nonce?: string;
  /** Seconds from now. */
  readonly expires?: number;
  /** Beside what an ID token must hold. */
  readonly claims?: JWTPayload;
  /** By a key that the provider does not publish; or by none at all. */
  readonly signed?: 'properly' | 'by-another-key' | 'not';
};

export async function startForgingProvider(clientId: string) {
  const [own, other] = await Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('RS256', { extractable: true }),
  ]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' };
  let next: Forgery = {};
  let issuer = '';
  let asked = 0;
  const idToken = async (): Promise<string> => {
    const { subject = 'somebody', signed = 'properly' } = next;
    const token = new SignJWT({ ...next.claims, ...(next.nonce ? { nonce: next.nonce } : {}) })
      .setProtectedHeader({ alg: 'RS256', kid: 'own' })
      .setIssuer(next.issuer ?? issuer)
      .setSubject(subject)
      .setAudience(next.audience ?? clientId)
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1000) + (next.expires ?? 300));
    const text = await token.sign(signed === 'by-another-key' ? other.privateKey : own.privateKey);
    if (signed !== 'not') return text;
    const header = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    return `${header}.${text.split('.')[1]}.`;
  };
  const server = createServer(async (request, reply) => {
    const say = (body: object) => reply.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    // Under any path: an issuer of another name gets metadata that do not name it.
    if (request.url?.endsWith('/.well-known/openid-configuration'))
      return say({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
    if (request.url === '/keys') return say({ keys: [jwk] });
    asked += 1;
    return say({ access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: await idToken() });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    /** What the next token says. */
    say: (forgery: Forgery) => {
      next = forgery;
    },
    /** How many codes it was asked to exchange. */
    exchanges: () => asked,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
