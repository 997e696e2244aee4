// HTTP of the disposition module (P5): the blocking view, instructions of officers, the collision desk.
import { Type } from 'typebox';
import { route } from '../../runtime/http/route.ts';
import {
  type DecideTestResult,
  type FileTestResult,
  followUps,
  instructionKinds,
  type IssueInstruction,
  releaseTerms,
  type ResolveCollision,
} from './contract.ts';
import { readBlockingView, readCollisions } from './read-disposition.ts';
import { resolveCollision } from './resolve-collision.ts';
import { issueInstruction } from './issue-instruction.ts';
import { readAwaited } from './read-awaited.ts';
import { readParked } from './read-parked.ts';
import { decideTestResult } from './decide-test-result.ts';
import { fileTestResult } from './file-test-result.ts';
import { readTestResults } from './read-test-results.ts';
import { ruleRoutes } from './rules/routes.ts';
import { AwaitedShape, Blocking, CollisionShape, InstructionShape, ParkedShape, TestResultShape } from './replies.ts';
import { Instant, pageOf, paging, Uuid } from '../../runtime/http/shapes.ts';

const ByUuid = Type.Object({ id: Uuid });
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
  route({
    method: 'POST',
    path: '/shipments/:id/test-results',
    summary: {
      zh: '针对放行条件报送检测结果（先验放后检测、采信第三方检测结果）：报告须先作为附件上传',
      en: 'File a test result against the condition of a release; its report is attached to the case before',
    },
    action: 'shipment.write',
    creates: true,
    params: ByUuid,
    body: Type.Object({
      instructionId: Text(60),
      documentId: Uuid,
      laboratory: Text(100),
      accreditation: Text(60),
      reportNumber: Text(60),
    }),
    examples: {
      body: {
        instructionId: '019a9f2e-7a10-7000-8000-000000000002',
        documentId: '019a9f2e-7a10-7000-8000-000000000003',
        laboratory: '重庆检测认证有限公司',
        accreditation: 'CMA 220000000000',
        reportNumber: 'JC-2026-1107',
      },
    },
    response: TestResultShape,
    refusals: [
      'INSTRUCTION_CASE_UNKNOWN',
      'TEST_RESULT_NOT_ASKED',
      'TEST_RESULT_REPORT_UNKNOWN',
      'TEST_RESULT_WAITING',
    ],
    handle: (context, { params, body }) =>
      fileTestResult(context, { shipmentId: params.id, ...(body as FileTestResult) }),
  }),
  route({
    method: 'GET',
    path: '/test-results',
    summary: {
      zh: '等待本部门采信的检测结果，先报送的在前',
      en: 'Test results that wait for my authority, the longest waiting first',
    },
    action: 'collision.resolve',
    query: Type.Object(paging),
    response: pageOf(TestResultShape),
    handle: (context, { query }) => readTestResults(context, query),
  }),
  route({
    method: 'POST',
    path: '/test-results/:id/decision',
    urgent: true,
    summary: {
      zh: '采信检测结果（即以放行解除条件），或说明理由不予采信（条件仍有效）',
      en: 'Accept a test result, which releases what stands under the condition, or refuse it: the condition stands',
    },
    action: 'instruction.issue',
    params: ByUuid,
    body: Type.Object({ accepted: Type.Boolean(), reason: Text(300) }),
    examples: { body: { accepted: true, reason: '检测合格' } },
    response: TestResultShape,
    refusals: [
      'TEST_RESULT_UNKNOWN',
      'TEST_RESULT_DECIDED',
      'TEST_RESULT_CONDITION_GONE',
      'TEST_RESULT_WOULD_LIFT',
      'INSTRUCTION_CASE_UNKNOWN',
      'INSTRUCTION_OBJECT_UNKNOWN',
    ],
    handle: (context, { params, body }) => decideTestResult(context, { id: params.id, ...(body as DecideTestResult) }),
  }),
  ...ruleRoutes,
];
