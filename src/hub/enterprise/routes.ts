// HTTP of the enterprise module: organisations, authorisations, API keys.
import { Type } from 'typebox';
import { ReplyWith, route } from '../../runtime/http/route.ts';
import { confirmApiKey, readWaitingKeys } from './confirm-api-key.ts';
import { createApiKey, deleteApiKey, programRoles, readApiKeys, rotateApiKey } from './manage-api-keys.ts';
import {
  acceptAuthorisation,
  offerAuthorisation,
  readAuthorisations,
  readUses,
  revokeAuthorisation,
} from './manage-authorisations.ts';
import { demoAccounts } from './demo-organisations.ts';
import { readOrganisations } from './read-organisations.ts';
import { demandSecondFactor, setFactorStart } from './demand-second-factor.ts';
import { authorisationActs } from './contract.ts';
import {
  decideQualification,
  declareQualification,
  endQualification,
  readQualifications,
} from './manage-qualifications.ts';
import {
  ApiKey,
  Authorisation,
  AuthorisationUseShape,
  Demand,
  FactorStartBody,
  DemoAccount,
  NewApiKey,
  Organisation,
  Qualification,
  QualificationBody,
  RegisterDay,
} from './replies.ts';
import { Done, listOf, Nothing, pageOf, paging } from '../../runtime/http/shapes.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const PublicKey = Type.String({
  maxLength: 1000,
  description:
    'PEM（SPKI），Ed25519 或 P-256：程序对请求签名（RFC 9421）/ PEM (SPKI), Ed25519 or P-256: the program signs its requests (RFC 9421)',
});
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

export const routes = [
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
    method: 'PUT',
    path: '/organisation/second-factor',
    summary: { zh: '规定本单位谁必须使用动态口令', en: 'Say of whom the organisation asks a second factor' },
    action: 'staff.manage',
    body: Type.Object({ of: Demand }),
    examples: { body: { of: 'privileged' } },
    response: Done,
    refusals: ['SECOND_FACTOR_LEAST'],
    handle: async (context, { body }) => {
      await demandSecondFactor(context, body.of);
      return { done: true as const };
    },
  }),
  route({
    method: 'PUT',
    path: '/second-factor-start',
    summary: {
      zh: '规定企业人员自哪一天起一律使用动态口令（最长 180 天后；今天即为立即）',
      en: 'Say from which day on everybody of the enterprises needs a second factor (180 days ahead at the most; today is at once)',
    },
    action: 'trust.manage',
    body: FactorStartBody,
    examples: { body: { startsOn: '2026-03-01', reason: '企业分批发放身份验证器' } },
    response: Done,
    refusals: ['SECOND_FACTOR_START_UNFIT'],
    handle: async (context, { body }) => {
      await setFactorStart(context, body);
      return { done: true as const };
    },
  }),
  route({
    method: 'GET',
    path: '/qualifications',
    summary: {
      zh: '本单位的资质；口岸办可查看所有单位',
      en: 'Qualifications of the organisation; for the port office, of all',
    },
    action: 'enterprise.read',
    query: Type.Object({
      ...paging,
      state: Type.Optional(Type.Enum(['pending'])),
      organisationId: Type.Optional(Type.String({ format: 'uuid' })),
    }),
    response: pageOf(Qualification),
    handle: (context, { query }) => readQualifications(context, query),
  }),
  route({
    method: 'POST',
    path: '/qualifications',
    summary: {
      zh: '登记资质；经口岸办核对后生效',
      en: 'Declare a qualification; it counts once the port office has checked it',
    },
    action: 'enterprise.manage',
    creates: true,
    body: QualificationBody,
    response: Qualification,
    refusals: ['QUALIFICATION_UNFIT'],
    examples: {
      body: { kind: 'customs-trader', number: '5003160A01', issuer: '重庆海关', validFrom: '2026-01-01' },
    },
    handle: (context, { body }) => declareQualification(context, body),
  }),
  route({
    method: 'POST',
    path: '/qualifications/:id/decision',
    summary: {
      zh: '核对资质：通过，或说明理由不予通过',
      en: 'Check a qualification: confirm it, or refuse it with a reason',
    },
    action: 'organisation.admit',
    params: ById,
    body: Type.Object({
      accepted: Type.Boolean(),
      reason: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    }),
    response: Qualification,
    refusals: ['QUALIFICATION_UNKNOWN', 'QUALIFICATION_STATE_UNFIT'],
    examples: { body: { accepted: true } },
    handle: (context, { params, body }) => decideQualification(context, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/qualifications/:id/ending',
    summary: {
      zh: '资质被注销或撤销：自该日起不再有效',
      en: 'A qualification was cancelled or withdrawn: from that day on it does not count',
    },
    action: 'organisation.admit',
    params: ById,
    body: Type.Object({
      endedOn: RegisterDay,
      reason: Type.String({ minLength: 1, maxLength: 500 }),
    }),
    response: Qualification,
    refusals: ['QUALIFICATION_UNKNOWN', 'QUALIFICATION_STATE_UNFIT'],
    examples: { body: { endedOn: '2026-11-26', reason: '海关公告注销' } },
    handle: (context, { params, body }) => endQualification(context, params.id, body),
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
      scope: Type.Union(
        [
          Type.Array(Type.Enum([...authorisationActs]), { minItems: 1, maxItems: authorisationActs.length }),
          Type.Literal('declare'),
          Type.Literal('declare-and-inspect'),
        ],
        { description: '委托事项；两个单词为 0.1.0 版写法 / acts; the two words are those of version 0.1.0' },
      ),
      validFrom: Day,
      validTo: Day,
      districts: Type.Optional(
        Type.Array(Type.String({ pattern: '^\\d{4}$' }), {
          maxItems: 50,
          description:
            '海关代码，xx00 表示整个关区；空为不限 / customs offices, xx00 for a whole district; empty: everywhere',
        }),
      ),
      declarations: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
      value: Type.Optional(
        Type.Object({
          currency: Type.String({ pattern: '^[A-Z]{3}$' }),
          most: Type.String({ pattern: '^\\d{1,15}(\\.\\d{1,4})?$' }),
        }),
      ),
    }),
    response: Authorisation,
    refusals: ['ORGANISATION_UNKNOWN', 'AUTHORISATION_PERIOD_INVALID', 'AUTHORISATION_QUANTITY_INVALID'],
    examples: {
      body: {
        brokerUscc: '91500107MA5UBRK036',
        scope: ['declare', 'inspect'],
        validFrom: '2026-01-01',
        validTo: '2026-12-31',
        districts: ['8000'],
        declarations: 100,
        value: { currency: 'CNY', most: '5000000' },
      },
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
    path: '/authorisations/:id/uses',
    summary: {
      zh: '委托的使用记录：哪一票、何时、何人、还剩多少',
      en: 'Uses of an authorisation: which case, when, by whom, what was left',
    },
    action: 'enterprise.read',
    params: ById,
    query: Type.Object(paging),
    response: pageOf(AuthorisationUseShape),
    refusals: ['AUTHORISATION_UNKNOWN'],
    handle: (context, { params, query }) => readUses(context, params.id, query),
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
      actions: Type.Optional(
        Type.Array(Type.String({ maxLength: 60 }), { maxItems: 60, description: '只许这些操作 / these acts only' }),
      ),
      channels: Type.Optional(
        Type.Array(Type.String({ maxLength: 60 }), { maxItems: 60, description: '只许这些通道 / these channels only' }),
      ),
      publicKey: Type.Optional(PublicKey),
    }),
    response: NewApiKey,
    showsSecret: true,
    refusals: ['API_KEY_SCOPE_INVALID', 'PUBLIC_KEY_UNFIT'],
    examples: { body: { name: 'ERP', actions: ['shipment.read'] } },
    handle: (context, { body }) =>
      createApiKey(context, {
        ...body,
        organisationId: context.actor.organisationId ?? '',
        roles: programRoles(context.actor),
      }),
  }),
  route({
    method: 'POST',
    path: '/api-keys/:id/rotation',
    summary: {
      zh: '更换密钥：新旧并用到指定时间',
      en: 'Renew an API key: the old secret works beside the new one until a stated time',
    },
    action: 'api-key.manage',
    creates: true,
    showsSecret: true,
    params: ById,
    body: Type.Object({
      overlapHours: Type.Integer({ minimum: 0, maximum: 720 }),
      expiresAt: Type.Optional(Type.String({ format: 'date-time' })),
      publicKey: Type.Optional(PublicKey),
    }),
    examples: { body: { overlapHours: 24 } },
    response: NewApiKey,
    refusals: ['API_KEY_UNKNOWN', 'API_KEY_RENEWED_BY_TWO', 'API_KEY_SCOPE_INVALID', 'PUBLIC_KEY_UNFIT'],
    handle: (context, { params, body }) => rotateApiKey(context, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/api-key-confirmations',
    summary: { zh: '口岸办待第二人确认的密钥', en: 'Keys of the port office that wait for a second person' },
    action: 'api-key.confirm',
    response: listOf(ApiKey),
    handle: async (context) => ({ items: await readWaitingKeys(context) }),
  }),
  route({
    method: 'POST',
    path: '/api-keys/:id/confirmation',
    summary: {
      zh: '安全管理员确认或退回口岸办的密钥；确认前密钥无效',
      en: 'The security administrator confirms or refuses a key of the port office; before that it counts for nothing',
    },
    action: 'api-key.confirm',
    params: ById,
    body: Type.Object({ accepted: Type.Boolean() }),
    examples: { body: { accepted: true } },
    response: Done,
    refusals: ['API_KEY_UNKNOWN', 'API_KEY_NEEDS_PERSON', 'API_KEY_NEEDS_SECOND_PERSON'],
    handle: async (context, { params, body }) => {
      await confirmApiKey(context, params.id, body.accepted);
      return { done: true as const };
    },
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
