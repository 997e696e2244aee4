// Before a body is read: who calls, may he, and does the request come from our own pages (P11; CSRF).
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../context.ts';
import { type Action, mayAct } from '../identity/policy.ts';
import { refuse } from './refusals.ts';
import { noteCaller } from './seen-request.ts';
import { readSignedRequest, type SignedRequest } from './signed-request.ts';

export type Credentials = {
  readonly cookie: string | undefined;
  readonly bearer: string | undefined;
  readonly signed?: SignedRequest;
};
export type Authenticate = (credentials: Credentials) => Promise<Actor | undefined>;

/**
 * Behind https the prefix makes browsers hold it to this host, to its whole path and to https (RFC 6265bis §4.1.3.2); plain http, the
 * demonstration on one machine, may not use it.
 */
export const sessionCookieName = (secure: boolean): string => (secure ? '__Host-portico_session' : 'portico_session');
const anonymous: Actor = { kind: 'person', id: 'anonymous', name: 'anonymous', roles: [] };

/** Only the name that is given out here: another one may have been planted by a neighbour. */
export const credentialsOf = (request: FastifyRequest, baseUrl: string): Credentials => ({
  cookie: request.cookies[sessionCookieName(baseUrl.startsWith('https:'))],
  bearer: /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1],
});

const notAccepted = (reasonZh: string, reasonEn: string) => refuse('SIGNATURE_NOT_ACCEPTED', { reasonZh, reasonEn });

/** A secret beside the signature is not needed and only one of the two can be meant. */
function signedBy(request: FastifyRequest): SignedRequest | undefined {
  const { method, url, headers } = request.raw;
  const signed = readSignedRequest({ method: method ?? '', url: url ?? '', headers });
  if (typeof signed === 'string') throw notAccepted(signed, signed);
  if (signed && headers.authorization !== undefined) throw notAccepted('Authorization', 'Authorization');
  return signed;
}

export async function admit(
  request: FastifyRequest,
  action: Action,
  { authenticate, baseUrl }: { authenticate: Authenticate; baseUrl: string },
): Promise<Actor> {
  checkOrigin(request, baseUrl);
  const signed = signedBy(request);
  const known = await authenticate({ ...credentialsOf(request, baseUrl), ...(signed ? { signed } : {}) });
  if (signed && !known)
    throw notAccepted('密钥未知、签名不符、超时或已用过', 'unknown key, wrong, too old, or used before');
  const actor = known ?? anonymous;
  noteCaller(request, actor);
  if (mayAct(actor, action)) return actor;
  throw actor.roles.length === 0 ? refuse('SIGN_IN_NEEDED') : refuse('ACTION_NOT_ALLOWED', { action });
}

/**
 * A cookie alone must not be enough from another site: browsers name the origin of every unsafe request, and newer ones
 * its relation to us. The cookie's SameSite=Lax is the first lock, this the second. Programs send neither header.
 */
function checkOrigin(request: FastifyRequest, baseUrl: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { origin, host } = request.headers;
  if (origin !== undefined) {
    const named = URL.canParse(origin) ? new URL(origin).host : '';
    if (origin !== new URL(baseUrl).origin && named !== host) throw refuse('ORIGIN_NOT_ALLOWED', { origin });
    return;
  }
  const relation = request.headers['sec-fetch-site'];
  if (relation === 'cross-site' || relation === 'same-site') throw refuse('ORIGIN_NOT_ALLOWED', { origin: relation });
}
