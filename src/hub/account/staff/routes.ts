// HTTP of staff: who works for the organisation, invitations, roles, leaving, and whoever cannot get in.
import { Type } from 'typebox';
import { ReplyWith, route } from '../../../runtime/http/route.ts';
import { Done, listOf, Nothing } from '../../../runtime/http/shapes.ts';
import { rolesOfKind } from '../../../runtime/identity/policy.ts';
import { HandedLink, Invitation, InvitationLook, Invited, StaffPage } from '../replies.ts';
import { acceptInvitation, invite, lookAtInvitation, readInvitations, withdrawInvitation } from './invite.ts';
import { changeRoles, leave, removeStaff } from './leave.ts';
import { handLink, readStaff, removeStaffFactor, unlock } from './see-to-staff.ts';

const MINUTE = 60_000;
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Token = Type.String({ minLength: 43, maxLength: 43 });
const Roles = Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: 20 });
const exampleToken = 'zJ2v0f3Yx8Qm5nR7tKp1sW4uBc6dEg9hAiLoNyTqVrX';
const action = 'staff.manage';
const done = { done: true as const };

export const routes = [
  route({
    method: 'GET',
    path: '/staff',
    summary: { zh: '本单位人员', en: 'Staff of the organisation' },
    description: {
      zh: '口岸办可用 organisationId 查看其他单位',
      en: 'The port office may name another organisation by organisationId',
    },
    action,
    query: Type.Object({ organisationId: Type.Optional(Type.String({ format: 'uuid' })) }),
    response: StaffPage,
    handle: async (context, { query }) => ({
      items: await readStaff(context, query.organisationId),
      roles: [...rolesOfKind(context.actor.organisationKind ?? 'trader')],
    }),
  }),
  route({
    method: 'PUT',
    path: '/staff/:id/roles',
    summary: { zh: '更改某人的角色，立即生效', en: 'Change somebody’s roles, at once' },
    action,
    params: ById,
    body: Type.Object({ roles: Roles }),
    examples: { body: { roles: ['declarant'] } },
    response: Done,
    refusals: ['PERSON_UNKNOWN', 'ROLE_NOT_HELD', 'ROLE_STANDS_ALONE', 'OWN_ROLE_KEPT', 'LAST_MANAGER'],
    handle: async (context, { params, body }) => {
      await changeRoles(context, params.id, body.roles);
      return done;
    },
  }),
  route({
    method: 'DELETE',
    path: '/staff/:id',
    summary: {
      zh: '移除人员：其在本单位的登录和密钥立即失效',
      en: 'Remove somebody: sessions and keys for this organisation end at once',
    },
    action,
    params: ById,
    response: Nothing,
    refusals: ['PERSON_UNKNOWN', 'LAST_MANAGER'],
    handle: async (context, { params }) => {
      await removeStaff(context, params.id);
      return new ReplyWith(null, { status: 204 });
    },
  }),
  route({
    method: 'POST',
    path: '/account/leaving',
    summary: { zh: '离开本单位', en: 'Leave the organisation' },
    action: 'signed-in',
    response: Done,
    refusals: ['ACCOUNT_PEOPLE_ONLY', 'PERSON_UNKNOWN', 'LAST_MANAGER'],
    handle: async (context) => {
      await leave(context);
      return done;
    },
  }),
  route({
    method: 'GET',
    path: '/invitations',
    summary: { zh: '尚未接受的邀请', en: 'Invitations not accepted yet' },
    action,
    response: listOf(Invitation),
    handle: async (context) => ({ items: await readInvitations(context) }),
  }),
  route({
    method: 'POST',
    path: '/invitations',
    summary: { zh: '邀请人员加入本单位（7 天内有效）', en: 'Invite somebody to the organisation (for 7 days)' },
    action,
    creates: true,
    showsSecret: true,
    limit: { max: 30, windowMs: MINUTE },
    body: Type.Object({
      email: Type.String({ minLength: 3, maxLength: 254 }),
      name: Type.String({ minLength: 1, maxLength: 60 }),
      roles: Roles,
    }),
    examples: { body: { email: 'name@example.com', name: '赵演示', roles: ['declarant'] } },
    response: Invited,
    refusals: ['ROLE_NOT_HELD', 'ROLE_STANDS_ALONE', 'EMAIL_INVALID'],
    handle: (context, { body }) => invite(context, body),
  }),
  route({
    method: 'DELETE',
    path: '/invitations/:id',
    summary: { zh: '撤回邀请', en: 'Withdraw an invitation' },
    action,
    params: ById,
    response: Nothing,
    refusals: ['INVITATION_UNKNOWN'],
    handle: async (context, { params }) => {
      await withdrawInvitation(context, params.id);
      return new ReplyWith(null, { status: 204 });
    },
  }),
  route({
    method: 'POST',
    path: '/invitation-looks',
    summary: { zh: '查看链接所含的邀请', en: 'What the invitation of a link says' },
    action: 'public',
    limit: { max: 20, windowMs: MINUTE },
    body: Type.Object({ token: Token }),
    examples: { body: { token: exampleToken } },
    response: InvitationLook,
    refusals: ['LINK_INVALID'],
    handle: (context, { body }) => lookAtInvitation(context, body.token),
  }),
  route({
    method: 'POST',
    path: '/invitation-acceptances',
    summary: {
      zh: '接受邀请：已登录者以本人账号加入，否则新建账号',
      en: 'Accept an invitation: with the account that is signed in, or with a new one',
    },
    action: 'public',
    limit: { max: 10, windowMs: MINUTE },
    body: Type.Object({
      token: Token,
      account: Type.Optional(Type.String({ maxLength: 40 })),
      password: Type.Optional(Type.String({ maxLength: 200 })),
    }),
    examples: { body: { token: exampleToken, account: 'zhao', password: '一句只有我记得的长话 2026' } },
    response: Done,
    refusals: ['LINK_INVALID', 'ALREADY_STAFF', 'ACCOUNT_NAME_UNFIT', 'ACCOUNT_NAME_TAKEN', 'PASSWORD_UNFIT'],
    handle: async (context, { body }) => {
      await acceptInvitation(context, body);
      return done;
    },
  }),
  route({
    method: 'POST',
    path: '/staff/:id/unlocking',
    summary: { zh: '解除登录等待', en: 'Lift the delay after failed sign-ins' },
    action,
    params: ById,
    response: Done,
    refusals: ['PERSON_UNKNOWN'],
    handle: async (context, { params }) => {
      await unlock(context, params.id);
      return done;
    },
  }),
  route({
    method: 'DELETE',
    path: '/staff/:id/second-factor',
    summary: {
      zh: '取消某人的动态口令（手机和恢复码都丢失时）；其登录随即结束',
      en: 'Remove somebody’s authenticator (phone and recovery codes lost); his sessions end',
    },
    action,
    params: ById,
    response: Nothing,
    refusals: ['PERSON_UNKNOWN'],
    handle: async (context, { params }) => {
      await removeStaffFactor(context, params.id);
      return new ReplyWith(null, { status: 204 });
    },
  }),
  route({
    method: 'POST',
    path: '/staff/:id/sign-in-link',
    summary: {
      zh: '发出设置密码的链接（首次登录或无法登录）',
      en: 'Send a link to set the password (first sign-in, or cannot get in)',
    },
    action,
    params: ById,
    response: HandedLink,
    refusals: ['PERSON_UNKNOWN'],
    handle: (context, { params }) => handLink(context, params.id),
  }),
];
