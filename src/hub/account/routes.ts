// HTTP of accounts: signing in and out, own sessions, password, address; staff who cannot get in.
import { Type } from 'typebox';
import { ReplyWith, type RouteDefinition, route } from '../../runtime/http/route.ts';
import { Done, listOf, Nothing } from '../../runtime/http/shapes.ts';
import { readSession, Session } from '../enterprise/index.ts';
import { confirmEmail, readAccount, requestAddress } from './own-account.ts';
import { endOtherSessions, endOwnSession, readOwnSessions } from './own-sessions.ts';
import { Accepted, Account, Ended, Enrolment, RecoveryCodes, SessionShape, SignedIn } from './replies.ts';
import { requestReset } from './request-reset.ts';
import { changePassword, setPasswordByLink } from './set-password.ts';
import { signIn, signOut } from './sign-in.ts';
import { beginEnrolment, dropFactor, finishEnrolment, renewRecoveryCodes } from './second-factor.ts';
import { cookieOf } from './session-cookie.ts';
import { routes as providerRoutes } from './provider/routes.ts';
import { routes as staffRoutes } from './staff/routes.ts';
import { switchOrganisation } from './switch-organisation.ts';

const MINUTE = 60_000;
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const Password = Text(200);
const Token = Type.String({ minLength: 43, maxLength: 43 });
const exampleToken = 'zJ2v0f3Yx8Qm5nR7tKp1sW4uBc6dEg9hAiLoNyTqVrX';
const done = { done: true as const };

const session: RouteDefinition[] = [
  route({
    method: 'PUT',
    path: '/session/organisation',
    summary: { zh: '切换到我任职的另一单位', en: 'Act for another of my organisations' },
    action: 'signed-in',
    body: Type.Object({ organisationId: Type.String({ format: 'uuid' }) }),
    examples: { body: { organisationId: '019a9f2e-7a10-7000-8000-000000000001' } },
    response: Done,
    refusals: ['ACCOUNT_PEOPLE_ONLY', 'PLACE_UNKNOWN', 'SESSION_UNKNOWN'],
    handle: async (context, { body }) => {
      const opened = await switchOrganisation(context, body.organisationId);
      const secure = context.settings.baseUrl.startsWith('https:');
      return new ReplyWith(done, {
        headers: { 'set-cookie': cookieOf(opened.token, opened.maxAgeSeconds, secure) },
      });
    },
  }),
  route({
    method: 'POST',
    path: '/session',
    summary: { zh: '登录', en: 'Sign in' },
    action: 'public',
    limit: { max: 20, windowMs: MINUTE, perField: { name: 'account', max: 60, windowMs: 15 * MINUTE } },
    writes: true,
    body: Type.Object({
      account: Type.String({ maxLength: 100 }),
      password: Type.String({ maxLength: 200 }),
      code: Type.Optional(
        Type.String({ maxLength: 20, description: '动态口令或恢复码 / code of the authenticator, or a recovery code' }),
      ),
    }),
    examples: { body: { account: 'trader', password: 'portico-demo' } },
    response: SignedIn,
    refusals: ['SIGN_IN_REFUSED', 'SIGN_IN_DELAYED', 'SECOND_FACTOR_NEEDED', 'SECOND_FACTOR_WRONG'],
    handle: async (context, { body, remoteAddress, headers }) => {
      const opened = await signIn(context, { ...body, address: remoteAddress, userAgent: headers['user-agent'] });
      const secure = context.settings.baseUrl.startsWith('https:');
      return new ReplyWith(
        { signedIn: true as const },
        { headers: { 'set-cookie': cookieOf(opened.token, opened.maxAgeSeconds, secure) } },
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
    handle: async (context) => {
      await signOut(context);
      const secure = context.settings.baseUrl.startsWith('https:');
      // Not "storage": an officer's or declarant's own key lies there, and is his (decision 0018).
      const headers = { 'set-cookie': cookieOf('', 0, secure), 'clear-site-data': '"cache"' };
      return new ReplyWith(null, { status: 204, headers });
    },
  }),
  route({
    method: 'GET',
    path: '/sessions',
    summary: { zh: '我的登录：设备、地址、最近使用', en: 'My sessions: device, address, last use' },
    action: 'signed-in',
    response: listOf(SessionShape),
    refusals: ['ACCOUNT_PEOPLE_ONLY'],
    handle: async (context) => ({ items: await readOwnSessions(context) }),
  }),
  route({
    method: 'DELETE',
    path: '/sessions',
    summary: { zh: '立即结束我的其他登录', en: 'End all my other sessions at once' },
    action: 'signed-in',
    response: Ended,
    refusals: ['ACCOUNT_PEOPLE_ONLY'],
    handle: (context) => endOtherSessions(context),
  }),
  route({
    method: 'DELETE',
    path: '/sessions/:id',
    summary: { zh: '立即结束我的一个登录', en: 'End one of my sessions at once' },
    action: 'signed-in',
    params: Type.Object({ id: Type.String({ maxLength: 36 }) }),
    response: Nothing,
    refusals: ['ACCOUNT_PEOPLE_ONLY', 'SESSION_UNKNOWN'],
    handle: async (context, { params }) => {
      await endOwnSession(context, params.id);
      return new ReplyWith(null, { status: 204 });
    },
  }),
];

const account: RouteDefinition[] = [
  route({
    method: 'GET',
    path: '/account',
    summary: { zh: '我的账号', en: 'My account' },
    action: 'signed-in',
    response: Account,
    refusals: ['ACCOUNT_PEOPLE_ONLY'],
    handle: (context) => readAccount(context),
  }),
  route({
    method: 'POST',
    path: '/account/address',
    summary: {
      zh: '设置接收账号邮件的邮箱；由本人在邮件中确认后生效',
      en: 'Set the address for letters about the account; it counts when confirmed by its letter',
    },
    action: 'signed-in',
    limit: { max: 10, windowMs: MINUTE },
    body: Type.Object({ email: Text(254), current: Password }),
    examples: { body: { email: 'name@example.com', current: '现在的密码' } },
    response: Accepted,
    refusals: ['ACCOUNT_PEOPLE_ONLY', 'EMAIL_INVALID', 'EMAIL_NOT_AVAILABLE', 'PASSWORD_WRONG', 'SIGN_IN_DELAYED'],
    handle: async (context, { body, remoteAddress }) => {
      await requestAddress(context, { ...body, address: remoteAddress });
      return { accepted: true as const };
    },
  }),
  route({
    method: 'POST',
    path: '/account/address-confirmation',
    summary: { zh: '以邮件中的链接确认邮箱', en: 'Confirm the address with the link of the letter' },
    action: 'signed-in',
    limit: { max: 20, windowMs: MINUTE },
    body: Type.Object({ token: Token }),
    examples: { body: { token: exampleToken } },
    response: Account,
    refusals: ['ACCOUNT_PEOPLE_ONLY', 'LINK_INVALID'],
    handle: (context, { body }) => confirmEmail(context, body.token),
  }),
  route({
    method: 'PUT',
    path: '/password',
    summary: {
      zh: '修改密码（须知道当前密码）；其他登录随即结束',
      en: 'Change the password, knowing the present one; other sessions end',
    },
    action: 'signed-in',
    limit: { max: 10, windowMs: MINUTE },
    body: Type.Object({ current: Password, password: Password }),
    examples: { body: { current: '现在的密码', password: '一句只有我记得的长话 2026' } },
    response: Done,
    refusals: ['ACCOUNT_PEOPLE_ONLY', 'PASSWORD_WRONG', 'PASSWORD_UNFIT', 'SIGN_IN_DELAYED'],
    handle: async (context, { body, remoteAddress }) => {
      await changePassword(context, { ...body, address: remoteAddress });
      return done;
    },
  }),
  route({
    method: 'POST',
    path: '/password-resets',
    summary: {
      zh: '忘记密码：向账号的邮箱发送链接；账号是否存在，答复相同',
      en: 'Forgotten password: a link goes to the account’s address; the answer is the same for an unknown account',
    },
    action: 'public',
    limit: { max: 10, windowMs: MINUTE, perField: { name: 'account', max: 5, windowMs: 15 * MINUTE } },
    body: Type.Object({ account: Text(254) }),
    examples: { body: { account: 'trader' } },
    response: Accepted,
    handle: async (context, { body }) => {
      await requestReset(context, body.account);
      return { accepted: true as const };
    },
  }),
  route({
    method: 'POST',
    path: '/passwords',
    summary: {
      zh: '凭链接设置密码（忘记密码、首次登录）；所有登录随即结束',
      en: 'Set a password by a link (forgotten, first sign-in); all sessions end',
    },
    action: 'public',
    limit: { max: 10, windowMs: MINUTE },
    body: Type.Object({ token: Token, password: Password }),
    examples: { body: { token: exampleToken, password: '一句只有我记得的长话 2026' } },
    response: Done,
    refusals: ['LINK_INVALID', 'PASSWORD_UNFIT'],
    handle: async (context, { body }) => {
      await setPasswordByLink(context, body);
      return done;
    },
  }),
];

const Code = Text(20);
const secondFactor: RouteDefinition[] = [
  route({
    method: 'POST',
    path: '/account/second-factor',
    summary: {
      zh: '开始启用动态口令：返回密钥和二维码，确认后生效',
      en: 'Begin to enrol an authenticator: secret and QR code; it counts when confirmed',
    },
    action: 'signed-in',
    limit: { max: 10, windowMs: MINUTE },
    body: Type.Object({ current: Type.Optional(Password) }),
    examples: { body: { current: '现在的密码' } },
    response: Enrolment,
    refusals: ['ACCOUNT_PEOPLE_ONLY', 'PASSWORD_WRONG', 'SIGN_IN_DELAYED', 'SIGN_IN_LONG_AGO', 'SECOND_FACTOR_EXISTS'],
    handle: (context, { body, remoteAddress }) => beginEnrolment(context, { ...body, address: remoteAddress }),
  }),
  route({
    method: 'POST',
    path: '/account/second-factor/confirmation',
    summary: {
      zh: '以第一个口令确认启用；返回恢复码，只显示一次',
      en: 'Confirm with a first code; the recovery codes are shown this once',
    },
    action: 'signed-in',
    limit: { max: 10, windowMs: MINUTE },
    body: Type.Object({ code: Code }),
    examples: { body: { code: '755224' } },
    response: RecoveryCodes,
    refusals: ['ACCOUNT_PEOPLE_ONLY', 'SECOND_FACTOR_NONE_PENDING', 'SECOND_FACTOR_WRONG'],
    handle: (context, { body }) => finishEnrolment(context, body.code),
  }),
  route({
    method: 'POST',
    path: '/account/second-factor/removal',
    summary: { zh: '停用动态口令（须密码和一个口令）', en: 'Remove the authenticator, with password and a code' },
    action: 'signed-in',
    limit: { max: 10, windowMs: MINUTE },
    body: Type.Object({ current: Password, code: Code }),
    examples: { body: { current: '现在的密码', code: '755224' } },
    response: Done,
    refusals: ['ACCOUNT_PEOPLE_ONLY', 'PASSWORD_WRONG', 'SIGN_IN_DELAYED', 'SECOND_FACTOR_WRONG'],
    handle: async (context, { body, remoteAddress }) => {
      await dropFactor(context, { ...body, address: remoteAddress });
      return done;
    },
  }),
  route({
    method: 'POST',
    path: '/account/recovery-codes',
    summary: { zh: '更换恢复码；旧的随即失效', en: 'New recovery codes; the old ones end' },
    action: 'signed-in',
    limit: { max: 10, windowMs: MINUTE },
    body: Type.Object({ current: Password, code: Code }),
    examples: { body: { current: '现在的密码', code: '755224' } },
    response: RecoveryCodes,
    refusals: ['ACCOUNT_PEOPLE_ONLY', 'PASSWORD_WRONG', 'SIGN_IN_DELAYED', 'SECOND_FACTOR_WRONG'],
    handle: (context, { body, remoteAddress }) => renewRecoveryCodes(context, { ...body, address: remoteAddress }),
  }),
];

export const routes = [...session, ...account, ...secondFactor, ...providerRoutes, ...staffRoutes];
