// HTTP of test results filed against conditions (GF18 7, 8).
import { Type } from 'typebox';
import { readFileName } from '../../../runtime/http/file-name.ts';
import { route } from '../../../runtime/http/route.ts';
import { Nothing, pageOf, paging, Uuid } from '../../../runtime/http/shapes.ts';
import type { DecideTestResult, FileTestResult } from '../contract.ts';
import { decideTestResult } from './decide-result.ts';
import { fileTestReport, fileTestResult, storeTestReport } from './file-result.ts';
import { readTestResults } from './read-results.ts';
import { takeReportAway } from './take-report-away.ts';
import { TestResultShape } from '../replies.ts';

const ByUuid = Type.Object({ id: Uuid });
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const told = {
  instructionId: Text(60),
  laboratory: Text(100),
  accreditation: Text(60),
  reportNumber: Text(60),
};
type Told = Omit<FileTestResult, 'documentId'>;

export const testResultRoutes = [
  route({
    method: 'POST',
    path: '/shipments/:id/test-reports',
    summary: {
      zh: '上传检测报告并针对放行条件报送（最大 10 MiB）：不予受理的，报告也不留存',
      en: 'Upload a test report and file it against the condition of a release (10 MiB at most): refused, nothing of it is kept',
    },
    action: 'shipment.write',
    creates: true,
    params: ByUuid,
    query: Type.Object(told),
    raw: { limitBytes: 10 * 1024 * 1024, example: '%PDF-1.7 …' },
    response: TestResultShape,
    refusals: [
      'INSTRUCTION_CASE_UNKNOWN',
      'TEST_RESULT_NOT_ASKED',
      'TEST_RESULT_WAITING',
      'TEST_RESULT_REPORT_UNKNOWN',
      'DOCUMENT_UNKNOWN',
      'ATTACHMENT_TYPE_UNKNOWN',
    ],
    prepare: (context, { params, query, bytes }) =>
      storeTestReport(context, { shipmentId: params.id, ...(query as Told), bytes, fileName: undefined }),
    handle: (context, { params, query, bytes, headers }) =>
      fileTestReport(context, {
        shipmentId: params.id,
        ...(query as Told),
        bytes,
        fileName: readFileName(headers['x-file-name']),
      }),
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
  // Here and not with the documents: whether a paper is filed the results know, and they know the documents.
  route({
    method: 'DELETE',
    path: '/documents/:id',
    summary: {
      zh: '取回尚未随任何申报或检测结果报送的附件（本单位所传）',
      en: 'Take away an attachment of one’s own that nothing has been filed with: no version of the form, no test result',
    },
    action: 'shipment.write',
    params: ByUuid,
    response: Nothing,
    refusals: ['DOCUMENT_UNKNOWN', 'ATTACHMENT_FILED', 'TEST_REPORT_FILED'],
    handle: async (context, { params }) => {
      await takeReportAway(context, params.id);
      return null;
    },
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
];
