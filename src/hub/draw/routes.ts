// HTTP of double random (M6): the draws and their proofs are everybody's, what stands behind commitments is for those it concerns.
import { Type } from 'typebox';
import { replacements } from '../../kernel/draw-proof.ts';
import { authorityIds } from '../../kernel/party.ts';
import { route } from '../../runtime/http/route.ts';
import { listOf, pageOf, paging, Receipted } from '../../runtime/http/shapes.ts';
import { contributeNonce } from './contribute-nonce.ts';
import { drawKinds } from './contract.ts';
import { openDraw } from './open-draw.ts';
import { readDraw, readDraws, readOwnTargets } from './read-draws.ts';
import { readProof } from './read-proof.ts';
import { replaceOfficer } from './replace-officer.ts';
import { Draw, Own, Proof, Summary, Unit } from './replies.ts';

const ById = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });
const Hex = Type.String({ pattern: '^[0-9a-f]{64}$', maxLength: 64 });
const exampleHex = '5f'.repeat(32);

export const routes = [
  route({
    method: 'GET',
    path: '/draws',
    summary: { zh: '双随机抽取，向社会公开', en: 'Random draws, open to everybody' },
    action: 'public',
    query: Type.Object({ ...paging }),
    response: pageOf(Summary),
    handle: (context, { query }) => readDraws(context, query),
  }),
  route({
    method: 'POST',
    path: '/draws',
    summary: { zh: '发起一次抽取', en: 'Open a draw' },
    action: 'draw.conduct',
    creates: true,
    body: Type.Object({
      basis: Type.String({ minLength: 1, maxLength: 200 }),
      kind: Type.Enum([...drawKinds]),
      unit: Unit,
      filedFrom: Type.String({ format: 'date-time' }),
      filedTo: Type.Optional(Type.String({ format: 'date-time', description: '空为到现在 / absent: until now' })),
      direction: Type.Optional(Type.Enum(['import', 'export'])),
      transportMode: Type.Optional(Type.String({ pattern: '^[0-9]$' })),
      count: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      percent: Type.Optional(Type.String({ pattern: '^[0-9]{1,3}(\\.[0-9]{1,2})?$', maxLength: 6 })),
      contributors: Type.Array(Type.Enum(authorityIds), { minItems: 1, maxItems: 3 }),
      contributeHours: Type.Integer({ minimum: 1, maximum: 72 }),
    }),
    examples: {
      body: {
        basis: '国务院“双随机、一公开”工作制度',
        kind: 'manual',
        filedFrom: '2026-11-19T16:00:00Z',
        filedTo: '2026-11-20T16:00:00Z',
        percent: '5',
        contributors: ['border-inspection'],
        contributeHours: 24,
      },
    },
    response: Draw,
    refusals: ['DRAW_NOT_YOURS', 'DRAW_RULE_UNFIT', 'DRAW_POPULATION_EMPTY', 'DRAW_POPULATION_TOO_LARGE'],
    handle: async (context, { body }) => readDraw(context, await openDraw(context, body)),
  }),
  route({
    method: 'GET',
    path: '/draws/:id',
    summary: {
      zh: '一次抽取；抽取部门可见抽中的货物和人员',
      en: 'One draw; its authority sees what and who was drawn',
    },
    action: 'draw.read',
    params: ById,
    response: Draw,
    refusals: ['DRAW_UNKNOWN'],
    handle: (context, { params }) => readDraw(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/draws/:id/contributions',
    summary: { zh: '给出本部门的随机数', en: 'Give my authority’s nonce' },
    action: 'draw.conduct',
    params: ById,
    body: Type.Object({ nonce: Hex }),
    examples: { body: { nonce: exampleHex } },
    response: Receipted,
    refusals: ['DRAW_UNKNOWN', 'DRAW_NOT_YOURS', 'DRAW_CONTRIBUTED', 'DRAW_STATE_UNFIT'],
    handle: async (context, { params, body }) => ({
      done: true as const,
      receiptId: await contributeNonce(context, params.id, body.nonce),
    }),
  }),
  route({
    method: 'POST',
    path: '/draws/:id/replacements',
    summary: { zh: '人员回避或缺勤：按次序递补', en: 'A conflict or an absence: the next in order goes' },
    action: 'draw.conduct',
    params: ById,
    body: Type.Object({
      target: Hex,
      officer: Hex,
      kind: Type.Enum([...replacements]),
      reason: Type.String({ minLength: 1, maxLength: 300 }),
    }),
    examples: { body: { target: exampleHex, officer: exampleHex, kind: 'conflict', reason: '与货主有亲属关系' } },
    response: Draw,
    refusals: ['DRAW_UNKNOWN', 'DRAW_NOT_YOURS', 'DRAW_STATE_UNFIT', 'DRAW_OFFICER_UNFIT', 'DRAW_NO_OFFICER_LEFT'],
    handle: async (context, { params, body }) => {
      await replaceOfficer(context, params.id, body);
      return readDraw(context, params.id);
    },
  }),
  route({
    method: 'GET',
    path: '/draw-proofs/:number',
    summary: { zh: '一次抽取的公开证明，任何人可重新计算', en: 'The proof of a draw: anybody can recompute it' },
    description: {
      zh: '用 npx https://本平台/verify-draw.tgz 或 tools/verify_draw.py 核验；格式见决定 0029、0038',
      en: 'Verify it with npx https://this.platform/verify-draw.tgz or tools/verify_draw.py; decisions 0029 and 0038 say how it is made',
    },
    action: 'public',
    params: Type.Object({ number: Type.String({ pattern: '^SJ[0-9]{12,20}$', maxLength: 22 }) }),
    response: Proof,
    refusals: ['DRAW_UNKNOWN'],
    handle: (context, { params }) => readProof(context, params.number),
  }),
  route({
    method: 'GET',
    path: '/shipments/:id/draws',
    summary: {
      zh: '一票货物参加的抽取，凭盐值可在证明中找到自己',
      en: 'Draws a case was in, with what finds it in the proof',
    },
    action: 'shipment.read',
    params: ById,
    response: listOf(Own),
    refusals: ['DRAW_UNKNOWN'],
    handle: async (context, { params }) => ({ items: await readOwnTargets(context, params.id) }),
  }),
];
