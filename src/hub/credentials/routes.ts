// HTTP of verifiable certificates (N14, N15).
import { Type } from 'typebox';
import { ReplyWith, route } from '../../runtime/http/route.ts';
import { Bytes, listOf, pageOf, paging } from '../../runtime/http/shapes.ts';
import { readChannelCredentials, readCredentials, readStatusList } from './read-credentials.ts';
import { Credential, Issuer } from './replies.ts';
import { readIssuer } from './sign-credential.ts';

const ById = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });

export const routes = [
  route({
    method: 'GET',
    path: '/shipments/:id/credentials',
    summary: { zh: '一票货物的可核验证书', en: 'Verifiable certificates of a shipment' },
    action: 'document.read',
    params: ById,
    response: listOf(Credential),
    refusals: ['CREDENTIAL_UNKNOWN'],
    handle: async (context, { params }) => ({ items: await readCredentials(context, params.id) }),
  }),
  route({
    method: 'GET',
    path: '/channel-credentials/:id',
    summary: {
      zh: '与一个对方往来的可核验证书：收到的与发出的，新的在前',
      en: 'Verifiable certificates exchanged with one partner, received and sent, newest first',
    },
    action: 'exchange.operate',
    params: Type.Object({ id: Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$', examples: ['other-window'] }) }),
    query: Type.Object(paging),
    response: pageOf(Credential),
    refusals: ['CREDENTIAL_CHANNEL_UNKNOWN'],
    handle: (context, { params, query }) => readChannelCredentials(context, { ...query, channel: params.id }),
  }),
  route({
    method: 'GET',
    path: '/credential-issuer',
    summary: {
      zh: '证书签发方及其公钥（W3C 受控标识文档）',
      en: 'Who issues certificates, and with which keys (W3C controlled identifier document)',
    },
    action: 'public',
    response: Issuer,
    handle: (context) => readIssuer(context),
  }),
  route({
    method: 'GET',
    path: '/credential-status/:list',
    summary: {
      zh: '证书状态清单（W3C Bitstring Status List，紧凑 JWS）',
      en: 'Status list of certificates (W3C Bitstring Status List, compact JWS)',
    },
    action: 'public',
    params: Type.Object({ list: Type.String({ pattern: '^[1-9][0-9]{0,6}$', maxLength: 7 }) }),
    limit: { max: 600, windowMs: 60_000 },
    response: Bytes,
    refusals: ['CREDENTIAL_LIST_UNKNOWN'],
    handle: async (context, { params }) =>
      new ReplyWith(Buffer.from(await readStatusList(context, Number(params.list))), {
        headers: { 'content-type': 'application/vc+jwt' },
      }),
  }),
];
