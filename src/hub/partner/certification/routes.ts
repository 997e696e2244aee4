// HTTP of partner certification: the port office starts, watches and cancels; the test system answers with the run's key; reports and keys (P12).
import { Type } from 'typebox';
import { ReplyWith, route } from '../../../runtime/http/route.ts';
import { readFileName } from '../../../runtime/http/file-name.ts';
import { Bytes, pageOf, paging } from '../../../runtime/http/shapes.ts';
import { Certification, CertificationDetailShape, CertificationFileShape, Kept, ReportKeys } from './replies.ts';
import { readReport, readReportKeys } from './sign-report.ts';
import {
  cancelCertification,
  readCertification,
  readCertifications,
  startCertification,
} from './start-certification.ts';
import { takeAnswer } from './take-answer.ts';
import { writeReport } from './write-report.ts';

const Channel = Type.String({ pattern: '^[a-z-]{1,40}$', maxLength: 40 });
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const unfinished = ['CERTIFICATION_UNKNOWN', 'CERTIFICATION_NOT_FINISHED'];

export const routes = [
  route({
    method: 'GET',
    path: '/certifications',
    summary: { zh: '一条通道的伙伴认证，新的在前', en: 'Certifications of one channel’s partner, newest first' },
    action: 'exchange.operate',
    query: Type.Object({ channel: Channel, ...paging }),
    response: pageOf(Certification),
    refusals: ['CARE_CHANNEL_UNKNOWN'],
    handle: (context, { query: { channel, ...page } }) => readCertifications(context, channel, page),
  }),
  route({
    method: 'POST',
    path: '/certifications',
    summary: { zh: '对伙伴的测试系统开始认证', en: 'Start to certify a partner’s test system' },
    description: {
      zh: '按通道说明逐项发送虚构单证，地址可用通道的任何方式（HTTPS、SOAP、SFTP、MQTT 等）；测试系统以本次专用密钥把答复发到 answerTo，SFTP、MQTT 则放在其 to-portico 待取，与真实业务完全分开。',
      en: 'Sends invented documents scenario by scenario, by any way that channels go (HTTPS, SOAP, SFTP, MQTT and others); the test system posts its answers to `answerTo` with the key of this run, or lays them under `to-portico` of its folder or topic. Nothing of it meets real cases.',
    },
    action: 'exchange.operate',
    creates: true,
    body: Type.Object({
      channel: Channel,
      endpoint: Type.String({ minLength: 1, maxLength: 2048 }),
      key: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
      hostKey: Type.Optional(
        Type.String({
          pattern: '^SHA256:[A-Za-z0-9+/]{43}$',
          maxLength: 50,
          examples: ['SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU'],
        }),
      ),
      contact: Type.String({ minLength: 1, maxLength: 200 }),
    }),
    examples: {
      body: { channel: 'customs', endpoint: 'https://test.customs.example/in', contact: '海关信息中心 张工' },
    },
    response: CertificationDetailShape,
    refusals: [
      'CARE_CHANNEL_UNKNOWN',
      'CERTIFICATION_ADDRESS_NOT_ALLOWED',
      'CERTIFICATION_OF_REAL_ADDRESS',
      'CERTIFICATION_RUNNING',
    ],
    handle: (context, { body }) => startCertification(context, body),
  }),
  route({
    method: 'GET',
    path: '/certifications/:id',
    summary: { zh: '一次认证及其各项', en: 'One certification with its scenarios' },
    action: 'exchange.operate',
    params: ById,
    response: CertificationDetailShape,
    refusals: ['CERTIFICATION_UNKNOWN'],
    handle: (context, { params }) => readCertification(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/certifications/:id/cancellation',
    summary: { zh: '取消认证；未进行的各项略过', en: 'Cancel a certification; what has not been run is left out' },
    action: 'exchange.operate',
    params: ById,
    response: Certification,
    refusals: ['CERTIFICATION_UNKNOWN', 'CERTIFICATION_ENDED'],
    handle: (context, { params }) => cancelCertification(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/certifications/:id/messages',
    summary: {
      zh: '测试系统的答复（凭本次认证的专用密钥）',
      en: 'Answers of the test system, with the key of the run',
    },
    action: 'public',
    limit: { max: 1200, windowMs: 60_000 },
    raw: { limitBytes: 4 * 1024 * 1024, example: '<DEC_RESULT><CHANNEL>P</CHANNEL></DEC_RESULT>' },
    params: ById,
    response: Kept,
    refusals: [
      'CERTIFICATION_KEY_WRONG',
      'CERTIFICATION_ENDED',
      'CERTIFICATION_MESSAGE_TOO_LARGE',
      'CERTIFICATION_FULL',
    ],
    handle: (context, { params, bytes, headers }) => {
      const fileName = readFileName(headers['x-file-name']);
      const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
      // Whoever has the run's key is nobody here: what he sends goes to that run and nothing is handed over.
      return context.beyondLock((open) =>
        takeAnswer(open, params.id, {
          bytes,
          bearer,
          contentType: headers['x-original-content-type'] ?? '',
          ...(fileName ? { fileName } : {}),
        }),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/certifications/:id/report',
    summary: { zh: '签名的认证报告及报文原文（JSON）', en: 'The signed report with the messages as they were (JSON)' },
    action: 'exchange.operate',
    params: ById,
    response: CertificationFileShape,
    refusals: unfinished,
    handle: async (context, { params }) =>
      new ReplyWith((await readReport(context, params.id)).file, {
        headers: { 'content-disposition': `attachment; filename="certification-${params.id}.json"` },
      }),
  }),
  route({
    method: 'GET',
    path: '/certifications/:id/report.pdf',
    summary: { zh: '认证报告（PDF，内附签名文件）', en: 'The report as PDF, with the signed file attached' },
    action: 'exchange.operate',
    params: ById,
    response: Bytes,
    refusals: unfinished,
    handle: async (context, { params }) => {
      const { report, file } = await readReport(context, params.id);
      const pdf = await writeReport(report, file, `${context.settings.baseUrl}/api/v1/certification-keys`);
      return new ReplyWith(pdf, {
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': `attachment; filename="certification-${params.id}.pdf"`,
        },
      });
    },
  }),
  route({
    method: 'GET',
    path: '/certification-keys',
    summary: { zh: '签署认证报告的公钥（JWKS，公开）', en: 'Keys that sign certification reports (JWKS, published)' },
    action: 'public',
    response: ReportKeys,
    handle: readReportKeys,
  }),
];
