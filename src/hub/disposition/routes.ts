// HTTP of the disposition module (P5): the blocking view, instructions of officers, the collision desk.
import { Type } from 'typebox';
import { route } from '../../runtime/http/route.ts';
import { followUps, instructionKinds, type IssueInstruction, releaseTerms, type ResolveCollision } from './contract.ts';
import { readBlockingView, readCollisions } from './read-disposition.ts';
import { resolveCollision } from './resolve-collision.ts';
import { issueInstruction } from './issue-instruction.ts';
import { readAwaited } from './read-awaited.ts';
import { readParked } from './read-parked.ts';
import { testResultRoutes } from './test-results/routes.ts';
import { ruleRoutes } from './rules/routes.ts';
import { AwaitedShape, Blocking, CollisionShape, InstructionShape, ParkedShape } from './replies.ts';
import { Instant, pageOf, paging } from '../../runtime/http/shapes.ts';

const ById = Type.Object({ id: Type.String({ maxLength: 60 }) });
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength });

/** When it was found, in milliseconds, and its id: every such number is a time. */
const COLLISION_KEY = '^\\d{13} \\S+$';

/** The clock in milliseconds, the case and the object. */
const AWAITED_KEY = '^\\d{1,13} [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} \\S+$';

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
      after: Type.Optional(Type.String({ maxLength: 120, pattern: COLLISION_KEY })),
      limit: paging.limit,
    }),
    response: pageOf(CollisionShape),
    handle: (context, { query }) => readCollisions(context, query),
  }),
  route({
    method: 'GET',
    path: '/parked-instructions',
    summary: {
      zh: '本部门等待对象出现的指令：对象申报时自动并入',
      en: 'My authority’s instructions that wait for objects nobody has filed yet; joined when they are',
    },
    action: 'collision.resolve',
    query: Type.Object({
      after: Type.Optional(Type.String({ maxLength: 120, pattern: COLLISION_KEY })),
      limit: paging.limit,
    }),
    response: pageOf(ParkedShape),
    handle: (context, { query }) => readParked(context, query),
  }),
  route({
    method: 'GET',
    path: '/awaited-words',
    summary: {
      zh: '等待本部门处置的对象，时限最先到的在前',
      en: 'Objects that wait for my authority’s word, the next clock first',
    },
    action: 'collision.resolve',
    query: Type.Object({
      after: Type.Optional(Type.String({ maxLength: 240, pattern: AWAITED_KEY })),
      limit: paging.limit,
    }),
    response: pageOf(AwaitedShape),
    handle: (context, { query }) => readAwaited(context, query),
  }),
  route({
    method: 'POST',
    path: '/collisions/:id/resolution',
    summary: {
      zh: '有关部门的关员以一条新指令了结矛盾',
      en: 'An officer of an authority concerned settles it by an instruction',
    },
    action: 'collision.resolve',
    params: ById,
    body: Type.Object({
      kind: Type.Union(instructionKinds.map((k) => Type.Literal(k))),
      number: Type.Optional(Text(60)),
      reason: Text(500),
      legalBasis: Type.Optional(Text(200)),
    }),
    response: InstructionShape,
    refusals: [
      'COLLISION_UNKNOWN',
      'COLLISION_SETTLED',
      'INSTRUCTION_CASE_UNKNOWN',
      'INSTRUCTION_OBJECT_UNKNOWN',
      'INSTRUCTION_TO_WITHDRAW_UNKNOWN',
    ],
    examples: { body: { kind: 'release', reason: '会商后以放行为准', legalBasis: '《海关法》第二十九条' } },
    handle: (context, { params, body }) => resolveCollision(context, { id: params.id, ...(body as ResolveCollision) }),
  }),
  ...testResultRoutes,
  ...ruleRoutes,
];
