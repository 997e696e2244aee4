// HTTP of the enterprise module: session, organisations, authorisations, API keys.
import { Type } from 'typebox';
import { ReplyWith, route } from '../../runtime/http/route.ts';
import { createApiKey, deleteApiKey, readApiKeys } from './manage-api-keys.ts';
import {
  acceptAuthorisation,
  offerAuthorisation,
  readAuthorisations,
  revokeAuthorisation,
} from './manage-authorisations.ts';
import { demoAccounts } from './demo-organisations.ts';
import { readOrganisations, readSession } from './read-organisations.ts';
import { signIn, signOut } from './sign-in.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const cookieOf = (token: string, maxAge: number, secure: boolean) =>
  `portico_session=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? '; Secure' : ''}`;

export const routes = [
  route({
    method: 'POST',
    path: '/session',
    summary: 'Sign in',
    action: 'public',
    limit: { max: 20, windowMs: 60_000 },
    writes: true,
    body: Type.Object({ account: Type.String({ maxLength: 100 }), password: Type.String({ maxLength: 200 }) }),
    examples: { body: { account: 'trader', password: 'portico-demo' } },
    handle: async (context, { body }) => {
      const { token, maxAgeSeconds } = await signIn(context, body);
      return new ReplyWith(
        { signedIn: true },
        { headers: { 'set-cookie': cookieOf(token, maxAgeSeconds, context.settings.baseUrl.startsWith('https:')) } },
      );
    },
  }),
  route({
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in, and what may be done',
    action: 'signed-in',
    handle: (context) => readSession(context),
  }),
  route({
    method: 'DELETE',
    path: '/session',
    summary: 'Sign out',
    action: 'signed-in',
    handle: async (context, { headers }) => {
      const token = /portico_session=([^;]+)/.exec(headers.cookie ?? '')?.[1];
      if (token) await signOut(context, token);
      return new ReplyWith(null, { status: 204, headers: { 'set-cookie': cookieOf('', 0, false) } });
    },
  }),
  route({
    method: 'GET',
    path: '/demo-accounts',
    summary: 'Accounts of the demonstration (empty in production)',
    action: 'public',
    handle: async (context) => ({ items: context.settings.mode === 'demo' ? demoAccounts : [] }),
  }),
  route({
    method: 'GET',
    path: '/organisations',
    summary: 'Traders and brokers',
    action: 'enterprise.read',
    handle: async (context) => ({ items: await readOrganisations(context) }),
  }),
  route({
    method: 'GET',
    path: '/authorisations',
    summary: 'Authorisations given and received',
    action: 'enterprise.read',
    handle: async (context) => ({ items: await readAuthorisations(context) }),
  }),
  route({
    method: 'POST',
    path: '/authorisations',
    summary: 'Offer a broker an authorisation',
    action: 'authorisation.grant',
    creates: true,
    body: Type.Object({
      brokerUscc: Type.String({ minLength: 18, maxLength: 18 }),
      scope: Type.Union([Type.Literal('declare'), Type.Literal('declare-and-inspect')]),
      validFrom: Day,
      validTo: Day,
    }),
    handle: (context, { body }) => offerAuthorisation(context, body),
  }),
  route({
    method: 'POST',
    path: '/authorisations/:id/acceptance',
    summary: 'Accept an authorisation',
    action: 'authorisation.accept',
    params: ById,
    handle: (context, { params }) => acceptAuthorisation(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/authorisations/:id/revocation',
    summary: 'Revoke an authorisation at once',
    action: 'authorisation.grant',
    params: ById,
    handle: (context, { params }) => revokeAuthorisation(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/api-keys',
    summary: 'API keys of the organisation',
    action: 'api-key.manage',
    handle: async (context) => ({ items: await readApiKeys(context) }),
  }),
  route({
    method: 'POST',
    path: '/api-keys',
    summary: 'Make an API key; its secret is shown once',
    action: 'api-key.manage',
    creates: true,
    body: Type.Object({
      name: Type.String({ minLength: 1, maxLength: 80 }),
      expiresAt: Type.Optional(Type.String({ format: 'date-time' })),
    }),
    // A key can do what a declarant can; never more than its organisation.
    handle: (context, { body }) =>
      createApiKey(context, { ...body, organisationId: context.actor.organisationId ?? '', roles: ['declarant'] }),
  }),
  route({
    method: 'DELETE',
    path: '/api-keys/:id',
    summary: 'Revoke an API key',
    action: 'api-key.manage',
    params: ById,
    handle: async (context, { params }) => {
      await deleteApiKey(context, params.id);
      return new ReplyWith(null, { status: 204 });
    },
  }),
];
