// HTTP of the enterprise module: session, organisations, authorisations, API keys.
import { Type } from 'typebox';
import { ReplyWith, route } from '../../runtime/http/route.ts';
import { createApiKey, deleteApiKey, programRoles, readApiKeys } from './manage-api-keys.ts';
import {
  acceptAuthorisation,
  offerAuthorisation,
  readAuthorisations,
  revokeAuthorisation,
} from './manage-authorisations.ts';
import { demoAccounts } from './demo-organisations.ts';
import { readOrganisations, readSession } from './read-organisations.ts';
import { signIn, signOut } from './sign-in.ts';
import { ApiKey, Authorisation, DemoAccount, NewApiKey, Organisation, Session, SignedIn } from './replies.ts';
import { listOf, Nothing, pageOf, paging } from '../../runtime/http/shapes.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const cookieOf = (token: string, maxAge: number, secure: boolean) =>
  `portico_session=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? '; Secure' : ''}`;

export const routes = [
  route({
    method: 'POST',
    path: '/session',
    summary: { zh: '登录', en: 'Sign in' },
    action: 'public',
    limit: { max: 20, windowMs: 60_000, perField: { name: 'account', max: 60, windowMs: 15 * 60_000 } },
    writes: true,
    body: Type.Object({ account: Type.String({ maxLength: 100 }), password: Type.String({ maxLength: 200 }) }),
    examples: { body: { account: 'trader', password: 'portico-demo' } },
    response: SignedIn,
    refusals: ['SIGN_IN_REFUSED'],
    handle: async (context, { body }) => {
      const { token, maxAgeSeconds } = await signIn(context, body);
      return new ReplyWith(
        { signedIn: true as const },
        { headers: { 'set-cookie': cookieOf(token, maxAgeSeconds, context.settings.baseUrl.startsWith('https:')) } },
      );
    },
  }),
  route({
    method: 'GET',
    path: '/session',
    summary: { zh: '当前登录者及其权限', en: 'Who is signed in, and what may be done' },
    action: 'signed-in',
    response: Session,
    handle: (context) => readSession(context),
  }),
  route({
    method: 'DELETE',
    path: '/session',
    summary: { zh: '退出', en: 'Sign out' },
    action: 'signed-in',
    response: Nothing,
    handle: async (context, { headers }) => {
      const token = /portico_session=([^;]+)/.exec(headers.cookie ?? '')?.[1];
      if (token) await signOut(context, token);
      return new ReplyWith(null, { status: 204, headers: { 'set-cookie': cookieOf('', 0, false) } });
    },
  }),
  route({
    method: 'GET',
    path: '/demo-accounts',
    summary: { zh: '演示账号（生产环境为空）', en: 'Accounts of the demonstration (empty in production)' },
    action: 'public',
    response: listOf(DemoAccount),
    handle: async (context) => ({ items: context.settings.mode === 'demo' ? demoAccounts : [] }),
  }),
  route({
    method: 'GET',
    path: '/organisations',
    summary: { zh: '收发货人与报关企业', en: 'Traders and brokers' },
    action: 'enterprise.read',
    query: Type.Object(paging),
    response: pageOf(Organisation),
    handle: (context, { query }) => readOrganisations(context, query),
  }),
  route({
    method: 'GET',
    path: '/authorisations',
    summary: { zh: '给出与收到的委托', en: 'Authorisations given and received' },
    action: 'enterprise.read',
    query: Type.Object(paging),
    response: pageOf(Authorisation),
    handle: (context, { query }) => readAuthorisations(context, query),
  }),
  route({
    method: 'POST',
    path: '/authorisations',
    summary: { zh: '向报关企业发出委托', en: 'Offer a broker an authorisation' },
    action: 'authorisation.grant',
    creates: true,
    body: Type.Object({
      brokerUscc: Type.String({ minLength: 18, maxLength: 18 }),
      scope: Type.Union([Type.Literal('declare'), Type.Literal('declare-and-inspect')]),
      validFrom: Day,
      validTo: Day,
    }),
    response: Authorisation,
    refusals: ['ORGANISATION_UNKNOWN', 'AUTHORISATION_PERIOD_INVALID'],
    examples: {
      body: { brokerUscc: '91500107MA5UBRK036', scope: 'declare', validFrom: '2026-01-01', validTo: '2026-12-31' },
    },
    handle: (context, { body }) => offerAuthorisation(context, body),
  }),
  route({
    method: 'POST',
    path: '/authorisations/:id/acceptance',
    summary: { zh: '接受委托', en: 'Accept an authorisation' },
    action: 'authorisation.accept',
    params: ById,
    response: Authorisation,
    refusals: ['AUTHORISATION_UNKNOWN', 'AUTHORISATION_NOT_YOURS'],
    handle: (context, { params }) => acceptAuthorisation(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/authorisations/:id/revocation',
    summary: { zh: '立即撤销委托', en: 'Revoke an authorisation at once' },
    action: 'authorisation.grant',
    params: ById,
    response: Authorisation,
    refusals: ['AUTHORISATION_UNKNOWN'],
    handle: (context, { params }) => revokeAuthorisation(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/api-keys',
    summary: { zh: '本单位的 API 密钥', en: 'API keys of the organisation' },
    action: 'api-key.manage',
    response: listOf(ApiKey),
    handle: async (context) => ({ items: await readApiKeys(context) }),
  }),
  route({
    method: 'POST',
    path: '/api-keys',
    summary: { zh: '生成 API 密钥；密钥只显示一次', en: 'Make an API key; its secret is shown once' },
    action: 'api-key.manage',
    creates: true,
    body: Type.Object({
      name: Type.String({ minLength: 1, maxLength: 80 }),
      expiresAt: Type.Optional(Type.String({ format: 'date-time' })),
    }),
    response: NewApiKey,
    showsSecret: true,
    examples: { body: { name: 'ERP' } },
    handle: (context, { body }) =>
      createApiKey(context, {
        ...body,
        organisationId: context.actor.organisationId ?? '',
        roles: programRoles(context.actor),
      }),
  }),
  route({
    method: 'DELETE',
    path: '/api-keys/:id',
    summary: { zh: '撤销 API 密钥', en: 'Revoke an API key' },
    action: 'api-key.manage',
    params: ById,
    response: Nothing,
    refusals: ['API_KEY_UNKNOWN'],
    handle: async (context, { params }) => {
      await deleteApiKey(context, params.id);
      return new ReplyWith(null, { status: 204 });
    },
  }),
];
