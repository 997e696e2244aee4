// HTTP of emergency mode (M10).
import { Type } from 'typebox';
import { authorityIds } from '../../kernel/party.ts';
import { route } from '../../runtime/http/route.ts';
import { Done, pageOf, paging } from '../../runtime/http/shapes.ts';
import { paperActStates, paperKinds } from './contract.ts';
import { decidePaperAct } from './decide-paper-act.ts';
import { declareEmergency } from './declare-emergency.ts';
import { endEmergency } from './end-emergency.ts';
import { enterPaperAct } from './enter-paper-act.ts';
import { readEmergencies, readEmergency, readPaperActs } from './read-emergencies.ts';
import { Emergency, PaperAct } from './replies.ts';
import { settlePaperAct } from './settle-paper-act.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const done = { done: true } as const;

export const routes = [
  route({
    method: 'GET',
    path: '/emergencies',
    summary: { zh: '应急处置', en: 'Emergencies' },
    action: 'signed-in',
    query: Type.Object({ state: Type.Optional(Type.Enum(['active', 'ended'])), ...paging }),
    response: pageOf(Emergency),
    handle: (context, { query }) => readEmergencies(context, query),
  }),
  route({
    method: 'POST',
    path: '/emergencies',
    summary: { zh: '宣布应急处置', en: 'Declare an emergency' },
    action: 'emergency.declare',
    creates: true,
    body: Type.Object({
      channels: Type.Array(Text(60), { minItems: 1, maxItems: 50 }),
      reason: Text(500),
      legalBasis: Text(200),
      plannedEnd: Type.Optional(Type.String({ format: 'date-time' })),
    }),
    examples: { body: { channels: ['customs'], reason: '海关系统故障', legalBasis: '渝府办〔2018〕6号 第15条' } },
    response: Emergency,
    refusals: ['EMERGENCY_CHANNEL_UNKNOWN', 'EMERGENCY_DECLARED_ALREADY'],
    handle: async (context, { body }) => readEmergency(context, await declareEmergency(context, body)),
  }),
  route({
    method: 'POST',
    path: '/emergencies/:id/end',
    summary: { zh: '结束应急处置：积压发出，开始核对', en: 'End it: what waited goes out, papers are reconciled' },
    action: 'emergency.declare',
    params: ById,
    response: Emergency,
    refusals: ['EMERGENCY_UNKNOWN', 'EMERGENCY_OVER'],
    handle: async (context, { params }) => {
      await endEmergency(context, params.id);
      return readEmergency(context, params.id);
    },
  }),
  route({
    method: 'GET',
    path: '/emergencies/:id/paper-acts',
    summary: { zh: '应急期间的纸面文书', en: 'Acts on paper of an emergency' },
    action: 'paper-act.handle',
    params: ById,
    query: Type.Object({ state: Type.Optional(Type.Enum([...paperActStates])), ...paging }),
    response: pageOf(PaperAct),
    refusals: ['EMERGENCY_UNKNOWN'],
    handle: (context, { params, query }) => readPaperActs(context, params.id, query),
  }),
  route({
    method: 'POST',
    path: '/emergencies/:id/paper-acts',
    urgent: true,
    summary: { zh: '录入纸面文书，待第二人确认', en: 'Enter an act on paper, for a second person to confirm' },
    action: 'paper-act.handle',
    params: ById,
    creates: true,
    body: Type.Object({
      shipmentId: Type.String({ format: 'uuid' }),
      authority: Type.Enum(authorityIds),
      kind: Type.Enum([...paperKinds]),
      paperNumber: Text(60),
      signatory: Text(60),
      paperAt: Type.String({ format: 'date-time' }),
      reason: Text(500),
    }),
    examples: {
      body: {
        shipmentId: '019a9f2e-7a10-7000-8000-000000000001',
        authority: 'customs',
        kind: 'release',
        paperNumber: '渝关应急放 2026-001',
        signatory: '张关员',
        paperAt: '2026-11-21T02:00:00Z',
        reason: '系统故障期间纸面放行',
      },
    },
    response: Type.Object({ id: Type.String({ format: 'uuid' }) }),
    refusals: [
      'EMERGENCY_UNKNOWN',
      'EMERGENCY_OVER',
      'PAPER_OF_ANOTHER_AUTHORITY',
      'PAPER_NOT_COVERED',
      'PAPER_IN_FUTURE',
      'PAPER_CASE_UNKNOWN',
      'PAPER_KNOWN',
    ],
    handle: async (context, { params, body }) => ({ id: await enterPaperAct(context, params.id, body) }),
  }),
  route({
    method: 'POST',
    path: '/paper-acts/:id/decision',
    urgent: true,
    summary: { zh: '第二人核对纸面后确认或退回', en: 'A second person confirms it after the paper, or sends it back' },
    action: 'paper-act.handle',
    params: ById,
    body: Type.Object({ accepted: Type.Boolean(), reason: Type.Optional(Text(500)) }),
    examples: { body: { accepted: true } },
    response: Done,
    refusals: ['PAPER_ACT_UNKNOWN', 'PAPER_STATE_UNFIT', 'PAPER_NEEDS_SECOND_PERSON'],
    handle: async (context, { params, body }) => {
      await decidePaperAct(context, params.id, body);
      return done;
    },
  }),
  route({
    method: 'POST',
    path: '/paper-acts/:id/settlement',
    summary: { zh: '说明纸面与电子不一致如何处理', en: 'Say how a difference was settled' },
    action: 'paper-act.handle',
    params: ById,
    body: Type.Object({ reason: Text(500) }),
    examples: { body: { reason: '以电子指令为准，已通知场站' } },
    response: Done,
    refusals: ['PAPER_ACT_UNKNOWN', 'PAPER_STATE_UNFIT'],
    handle: async (context, { params, body }) => {
      await settlePaperAct(context, params.id, body.reason);
      return done;
    },
  }),
];
