// HTTP of registration: an organisation asks, follows its application by its link, and the port office decides.
import { Type } from 'typebox';
import { authorityIds } from '../../kernel/party.ts';
import { route } from '../../runtime/http/route.ts';
import { pageOf, paging } from '../../runtime/http/shapes.ts';
import { applyForRegistration, claimOrganisation, lookAtApplication } from './apply.ts';
import { decideRegistration, readApplications } from './decide-registration.ts';
import {
  ApplicationBody,
  ApplicationLookShape,
  Applied,
  ApplicationShape,
  Claimed,
  DecidedShape,
  exampleApplication,
} from './replies.ts';

const MINUTE = 60_000;
const Token = Type.String({ minLength: 43, maxLength: 43 });
const exampleToken = 'zJ2v0f3Yx8Qm5nR7tKp1sW4uBc6dEg9hAiLoNyTqVrX';

export const routes = [
  route({
    method: 'POST',
    path: '/organisation-applications',
    summary: { zh: '单位申请注册', en: 'An organisation asks to be registered' },
    description: {
      zh: '任何类型的单位均可申请；口岸办核对后批准或说明理由不批准',
      en: 'Organisations of any kind; the port office admits them, or refuses with a reason',
    },
    action: 'public',
    limit: { max: 10, windowMs: 10 * MINUTE },
    body: ApplicationBody,
    examples: { body: exampleApplication },
    response: Applied,
    refusals: ['APPLICATION_HAS_ERRORS', 'ORGANISATION_REGISTERED'],
    handle: (context, { body }) => applyForRegistration(context, body),
  }),
  route({
    method: 'POST',
    path: '/organisation-application-looks',
    summary: { zh: '凭链接查看注册进度', en: 'What became of an application, by its link' },
    action: 'public',
    limit: { max: 60, windowMs: MINUTE },
    body: Type.Object({ token: Token }),
    examples: { body: { token: exampleToken } },
    response: ApplicationLookShape,
    refusals: ['APPLICATION_LINK_INVALID'],
    handle: (context, { body }) => lookAtApplication(context, body.token),
  }),
  route({
    method: 'POST',
    path: '/organisation-application-claims',
    summary: {
      zh: '批准后，凭链接为首位管理员取得邀请',
      en: 'Once admitted: the invitation of the first administrator, by the link of the application',
    },
    action: 'public',
    showsSecret: true,
    limit: { max: 10, windowMs: MINUTE },
    body: Type.Object({ token: Token }),
    examples: { body: { token: exampleToken } },
    response: Claimed,
    refusals: ['APPLICATION_LINK_INVALID', 'APPLICATION_NOT_CLAIMABLE'],
    handle: (context, { body }) => claimOrganisation(context, body.token),
  }),
  route({
    method: 'GET',
    path: '/organisation-applications',
    summary: { zh: '单位注册申请', en: 'Applications of organisations' },
    action: 'organisation.admit',
    query: Type.Object({ ...paging, state: Type.Optional(Type.Enum(['open', 'approved', 'refused'])) }),
    response: pageOf(ApplicationShape),
    handle: (context, { query }) => readApplications(context, query),
  }),
  route({
    method: 'POST',
    path: '/organisation-applications/:id/decision',
    summary: { zh: '批准单位注册，或说明理由不批准', en: 'Admit an organisation, or refuse it with a reason' },
    action: 'organisation.admit',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
    body: Type.Object({
      approved: Type.Boolean(),
      reason: Type.Optional(Type.String({ maxLength: 500 })),
      authority: Type.Optional(Type.Enum(authorityIds)),
      channelId: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9-]{0,59}$', maxLength: 60 })),
    }),
    examples: { body: { approved: true } },
    response: DecidedShape,
    refusals: [
      'APPLICATION_UNKNOWN',
      'APPLICATION_DECIDED',
      'ORGANISATION_REGISTERED',
      'CUSTOMS_CODE_TAKEN',
      'REASON_NEEDED',
      'AUTHORITY_NEEDED',
    ],
    handle: (context, { params, body }) => decideRegistration(context, params.id, body),
  }),
];
