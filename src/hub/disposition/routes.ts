// HTTP of the disposition module (P5): the blocking view, instructions of officers, the collision desk.
import { Type } from 'typebox';
import { route } from '../../runtime/http/route.ts';
import { followUps, instructionKinds, type IssueInstruction, releaseTerms } from './contract.ts';
import { readBlockingView, readCollisions, resolveCollision } from './read-disposition.ts';
import { issueInstruction } from './issue-instruction.ts';
import { Blocking, CollisionShape, InstructionShape } from './replies.ts';
import { Done, Instant, pageOf, paging } from '../../runtime/http/shapes.ts';

const ById = Type.Object({ id: Type.String({ maxLength: 60 }) });
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength });

export const routes = [
  route({
    method: 'GET',
    path: '/shipments/:id/disposition',
    summary: {
      zh: '谁控制、为什么、怎样解除、谁的时限在走',
      en: 'Who holds what, why, what frees it, whose clock runs',
    },
    action: 'shipment.read',
    params: ById,
    response: Blocking,
    refusals: ['INSTRUCTION_CASE_UNKNOWN'],
    handle: (context, { params }) => readBlockingView(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/instructions',
    urgent: true,
    summary: { zh: '关员代表本部门下达指令', en: 'An officer instructs for his own authority' },
    action: 'instruction.issue',
    creates: true,
    body: Type.Object({
      shipmentId: Text(36),
      objects: Type.Array(Text(120), { minItems: 1, maxItems: 1000 }),
      kind: Type.Union(instructionKinds.map((k) => Type.Literal(k))),
      reason: Text(500),
      number: Type.Optional(Text(60)),
      reasonCode: Type.Optional(Text(20)),
      legalBasis: Type.Optional(Text(200)),
      term: Type.Optional(Type.Union(releaseTerms.map((t) => Type.Literal(t)))),
      followUp: Type.Optional(Type.Union(followUps.map((f) => Type.Literal(f)))),
      validUntil: Type.Optional(Instant),
      conditions: Type.Optional(Type.Array(Text(300), { maxItems: 20 })),
      requirements: Type.Optional(
        Type.Object({
          inspectionKind: Type.Optional(
            Type.Union(
              ['manual', 'scan', 'scan-and-manual', 'document', 'boarding', 'sampling'].map((k) => Type.Literal(k)),
            ),
          ),
          place: Type.Optional(Text(60)),
          samples: Type.Optional(Type.Boolean()),
        }),
      ),
    }),
    examples: {
      body: {
        shipmentId: '019a9f2e-7a10-7000-8000-000000000001',
        objects: ['container:CQPU1000014'],
        kind: 'inspect',
        reason: '核对品名',
        legalBasis: '海关法第二十八条',
      },
    },
    response: InstructionShape,
    refusals: ['INSTRUCTION_CASE_UNKNOWN', 'INSTRUCTION_OBJECT_UNKNOWN', 'INSTRUCTION_TO_WITHDRAW_UNKNOWN'],
    handle: (context, { body }) => issueInstruction(context, body as IssueInstruction),
  }),
  route({
    method: 'GET',
    path: '/collisions',
    summary: { zh: '互相矛盾的指令', en: 'Contradicting instructions' },
    action: 'collision.resolve',
    query: Type.Object({
      after: Type.Optional(Type.String({ maxLength: 120, pattern: '^\\d{4}-\\d{2}-\\d{2}T[\\d:.]{8,15}Z \\S+$' })),
      limit: paging.limit,
    }),
    response: pageOf(CollisionShape),
    handle: (context, { query }) => readCollisions(context, query),
  }),
  route({
    method: 'POST',
    path: '/collisions/:id/resolution',
    summary: { zh: '说明矛盾由哪条指令澄清', en: 'Mark a collision resolved by an instruction' },
    action: 'collision.resolve',
    params: ById,
    body: Type.Object({ instructionId: Text(60), resolution: Text(500) }),
    response: Done,
    refusals: ['COLLISION_UNKNOWN'],
    examples: { body: { instructionId: '019a9f2e-7a10-7000-8000-000000000001', resolution: '以最新放行指令为准' } },
    handle: async (context, { params, body }) =>
      resolveCollision(context, { id: params.id, ...body }).then(() => ({ done: true as const })),
  }),
];
