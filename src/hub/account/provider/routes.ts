// HTTP of signing in with an identity provider. Nothing here redirects: the page goes to the provider and brings its answer back.
import { Type } from 'typebox';
import { type RouteDefinition, ReplyWith, route } from '../../../runtime/http/route.ts';
import { Done, listOf } from '../../../runtime/http/shapes.ts';
import { FinishedShape, Identity, Provider, ProviderAddress, SignedIn } from '../replies.ts';
import { cookieOf } from '../session-cookie.ts';
import { type Asked, ask, type Begun, beginLink, beginSignIn, providersOf } from './begin.ts';
import { type Finished, finish, finishWithCode, type Heard, hear } from './finish.ts';
import { dropIdentity, readOwnIdentities } from './own-identities.ts';

const MINUTE = 60_000;
const limit = { max: 20, windowMs: MINUTE };
const Id = Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$', maxLength: 40 });
const Password = Type.String({ minLength: 1, maxLength: 200 });
const exampleToken = 'zJ2v0f3Yx8Qm5nR7tKp1sW4uBc6dEg9hAiLoNyTqVrX';

/** What was asked of the provider before the transaction, for the request it was asked for. */
const asked = new WeakMap<object, Asked>();
const heard = new WeakMap<object, Heard>();
function prepared<T>(kept: WeakMap<object, T>, input: object): T {
  const value = kept.get(input);
  if (!value) throw new Error('the provider was not asked');
  return value;
}
const leave = ({ url, cookie }: Begun) => new ReplyWith({ url }, { headers: { 'set-cookie': cookie } });
function arrive<T>(body: T, { opened, cookie }: Finished, secure: boolean): ReplyWith<T> {
  const session = opened ? [cookieOf(opened.token, opened.maxAgeSeconds, secure)] : [];
  return new ReplyWith(body, { headers: { 'set-cookie': [...session, cookie] } });
}

export const routes: RouteDefinition[] = [
  route({
    method: 'GET',
    path: '/identity-providers',
    summary: { zh: '可用于登录的身份提供方', en: 'Identity providers one can sign in with' },
    action: 'public',
    response: listOf(Provider),
    handle: async (context) => ({ items: providersOf(context).map(({ id, name }) => ({ id, name })) }),
  }),
  route({
    method: 'POST',
    path: '/provider-sign-ins',
    summary: {
      zh: '以身份提供方登录，或凭邀请加入：返回其登录地址',
      en: 'Sign in with an identity provider, or join by an invitation: answers where to go',
    },
    action: 'public',
    limit,
    body: Type.Object({
      provider: Id,
      invitation: Type.Optional(
        Type.Object({
          token: Type.String({ minLength: 43, maxLength: 43 }),
          account: Type.String({ maxLength: 40 }),
        }),
      ),
    }),
    examples: { body: { provider: 'government' } },
    response: ProviderAddress,
    refusals: ['PROVIDER_UNKNOWN', 'PROVIDER_UNREACHABLE', 'LINK_INVALID'],
    prepare: async (context, input) => void asked.set(input, await ask(context, input.body.provider)),
    handle: async (context, input) => leave(await beginSignIn(context, input.body, prepared(asked, input))),
  }),
  route({
    method: 'POST',
    path: '/provider-links',
    summary: {
      zh: '将身份提供方关联到我的账号（须密码）',
      en: 'Link an identity provider to my account, with the password',
    },
    action: 'signed-in',
    limit,
    body: Type.Object({ provider: Id, current: Password }),
    examples: { body: { provider: 'government', current: '现在的密码' } },
    response: ProviderAddress,
    refusals: ['ACCOUNT_PEOPLE_ONLY', 'PROVIDER_UNKNOWN', 'PROVIDER_UNREACHABLE', 'PASSWORD_WRONG', 'SIGN_IN_DELAYED'],
    prepare: async (context, input) => void asked.set(input, await ask(context, input.body.provider)),
    handle: async (context, input) =>
      leave(await beginLink(context, { ...input.body, address: input.remoteAddress }, prepared(asked, input))),
  }),
  route({
    method: 'POST',
    path: '/provider-answers',
    summary: {
      zh: '带回身份提供方的答复：登录、关联或加入；每个答复只能用一次',
      en: 'Bring the provider’s answer back: signed in, linked or joined; each answer works once',
    },
    action: 'public',
    limit,
    body: Type.Object({
      provider: Id,
      query: Type.String({
        maxLength: 4000,
        description: '返回地址中 ? 之后的部分 / what stood behind ? in the address',
      }),
    }),
    examples: { body: { provider: 'government', query: `code=${exampleToken}&state=${exampleToken}` } },
    response: FinishedShape,
    refusals: [
      'PROVIDER_UNKNOWN',
      'PROVIDER_UNREACHABLE',
      'PROVIDER_DENIED',
      'PROVIDER_ANSWER_INVALID',
      'IDENTITY_UNKNOWN',
      'IDENTITY_TAKEN',
      'LINK_INVALID',
      'ALREADY_STAFF',
      'ACCOUNT_NAME_UNFIT',
      'ACCOUNT_NAME_TAKEN',
    ],
    prepare: async (context, input) =>
      void heard.set(input, await hear(context, { ...input.body, cookies: input.headers.cookie })),
    handle: async (context, input) => {
      const from = { address: input.remoteAddress, userAgent: input.headers['user-agent'] };
      const done = await finish(context, prepared(heard, input), from);
      return arrive({ outcome: done.outcome }, done, context.settings.baseUrl.startsWith('https:'));
    },
  }),
  route({
    method: 'POST',
    path: '/provider-codes',
    summary: {
      zh: '身份提供方确认之后，补交动态口令',
      en: 'The code of the authenticator, once the provider has spoken',
    },
    action: 'public',
    limit,
    body: Type.Object({ code: Type.String({ minLength: 1, maxLength: 20 }) }),
    examples: { body: { code: '755224' } },
    response: SignedIn,
    refusals: ['PROVIDER_ANSWER_INVALID', 'SECOND_FACTOR_WRONG', 'SIGN_IN_DELAYED', 'IDENTITY_UNKNOWN'],
    handle: async (context, { body, remoteAddress, headers }) => {
      const given = { ...body, address: remoteAddress, userAgent: headers['user-agent'], cookies: headers.cookie };
      const done = await finishWithCode(context, given);
      return arrive({ signedIn: true as const }, done, context.settings.baseUrl.startsWith('https:'));
    },
  }),
  route({
    method: 'GET',
    path: '/account/identities',
    summary: { zh: '我的账号关联的身份提供方', en: 'Identity providers linked to my account' },
    action: 'signed-in',
    response: listOf(Identity),
    refusals: ['ACCOUNT_PEOPLE_ONLY'],
    handle: async (context) => ({ items: await readOwnIdentities(context) }),
  }),
  route({
    method: 'POST',
    path: '/account/identities/:id/removal',
    summary: {
      zh: '取消关联（须密码）；其他登录随即结束',
      en: 'Take a link away, with the password; other sessions end',
    },
    action: 'signed-in',
    limit,
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
    body: Type.Object({ current: Password }),
    examples: { body: { current: '现在的密码' } },
    response: Done,
    refusals: ['ACCOUNT_PEOPLE_ONLY', 'PASSWORD_WRONG', 'SIGN_IN_DELAYED', 'IDENTITY_ABSENT'],
    handle: async (context, { params, body, remoteAddress }) => {
      await dropIdentity(context, { ...params, ...body, address: remoteAddress });
      return { done: true as const };
    },
  }),
];
