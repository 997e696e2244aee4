// HTTP of the audit trail: searched and taken away by the auditor, how long it is kept decided by two security administrators (R18, R25).
import { Type } from 'typebox';
import { ReplyWith, route } from '../../runtime/http/route.ts';
import { Bytes, listOf, pageOf, paging } from '../../runtime/http/shapes.ts';
import { askExport, fetchVolume, readExport, readExports } from './ask-export.ts';
import { confirmRetention, proposeRetention, readRetentionChanges, withdrawRetention } from './change-retention.ts';
import { readRetention } from './keep-records.ts';
import { Change, Export, Retention, Trail } from './replies.ts';
import { searchTrail } from './search-trail.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Word = Type.Optional(Type.String({ minLength: 1, maxLength: 80 }));
/** An instant that both clocks and PostgreSQL have: no year 0, no 61st second. */
const Bound = Type.Optional(
  Type.String({
    format: 'date-time',
    maxLength: 35,
    pattern: '^(19|20)\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:[0-5]\\d',
    description: 'UTC, ISO 8601',
  }),
);
const Text = Type.String({ minLength: 2, maxLength: 300 });
const decided = ['RETENTION_CHANGE_UNKNOWN', 'RETENTION_NEEDS_PERSON', 'RETENTION_CHANGE_DECIDED'];

export const routes = [
  route({
    method: 'GET',
    path: '/audit-trail',
    summary: { zh: '查询审计留痕，新的在前', en: 'Search the audit trail, newest first' },
    description: {
      zh: '一次最多翻查 5 万条事件；未查完时给出 lookedBackTo 和 next，用 next 继续。查询本身也留痕。',
      en: 'Goes through 50,000 events at the most; then `lookedBackTo` says how far and `next` goes on. A search is recorded itself.',
    },
    action: 'audit.read',
    writes: true,
    query: Type.Object({
      actor: Word,
      organisationId: Type.Optional(Type.String({ format: 'uuid' })),
      type: Word,
      about: Word,
      from: Bound,
      to: Bound,
      after: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    response: Trail,
    refusals: ['AUDIT_RANGE_EMPTY'],
    handle: (context, { query }) => searchTrail(context, query),
  }),
  route({
    method: 'GET',
    path: '/audit-exports',
    summary: { zh: '审计导出，新的在前', en: 'Exports of the audit trail, newest first' },
    action: 'audit.read',
    query: Type.Object(paging),
    response: pageOf(Export),
    handle: (context, { query }) => readExports(context, query),
  }),
  route({
    method: 'POST',
    path: '/audit-exports',
    summary: {
      zh: '要求导出一票货物、一个单位或一段时间的凭证，后台制作',
      en: 'Ask for the receipts of a shipment, an organisation or a time; made in the background',
    },
    action: 'audit.export',
    creates: true,
    body: Type.Object({
      shipmentId: Type.Optional(Type.String({ format: 'uuid' })),
      organisationId: Type.Optional(Type.String({ format: 'uuid' })),
      from: Bound,
      to: Bound,
      reason: Text,
    }),
    examples: {
      body: { from: '2026-11-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z', reason: '月度审计' },
    },
    response: Export,
    refusals: ['AUDIT_RANGE_EMPTY', 'AUDIT_RANGE_MISSING', 'AUDIT_EXPORTS_TOO_MANY'],
    handle: (context, { body }) => askExport(context, body),
  }),
  route({
    method: 'GET',
    path: '/audit-exports/:id',
    summary: { zh: '一个导出的进度', en: 'How far an export is' },
    action: 'audit.read',
    params: ById,
    response: Export,
    refusals: ['AUDIT_EXPORT_UNKNOWN'],
    handle: (context, { params }) => readExport(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/audit-exports/:id/volumes/:volume',
    summary: { zh: '取走一卷（tar.gz），留痕', en: 'Fetch a volume (tar.gz); the fetching is recorded' },
    action: 'audit.export',
    writes: true,
    params: Type.Object({ id: Type.String({ format: 'uuid' }), volume: Type.String({ pattern: '^\\d{1,6}$' }) }),
    response: Bytes,
    refusals: ['AUDIT_EXPORT_UNKNOWN', 'AUDIT_EXPORT_NOT_READY', 'AUDIT_EXPORT_EXPIRED', 'AUDIT_VOLUME_UNKNOWN'],
    handle: async (context, { params }) =>
      new ReplyWith<Uint8Array | string>(await fetchVolume(context, params.id, Number(params.volume)), {
        headers: {
          'content-type': 'application/gzip',
          'content-disposition': `attachment; filename="audit-${params.id}-${params.volume}.tar.gz"`,
        },
      }),
  }),
  route({
    method: 'GET',
    path: '/retention',
    summary: { zh: '各类记录保存多久、依据何在', en: 'How long each class of records is kept, and by what law' },
    action: 'retention.read',
    response: listOf(Retention),
    handle: async (context) => ({ items: await readRetention(context) }),
  }),
  route({
    method: 'GET',
    path: '/retention-changes',
    summary: { zh: '保存期限的变更，新的在前', en: 'Changes of retentions, newest first' },
    action: 'retention.read',
    query: Type.Object(paging),
    response: pageOf(Change),
    handle: (context, { query }) => readRetentionChanges(context, query),
  }),
  route({
    method: 'POST',
    path: '/retention-changes',
    summary: { zh: '提出保存期限的变更，待第二人确认', en: 'Propose a retention, for a second person to confirm' },
    action: 'retention.manage',
    creates: true,
    body: Type.Object({
      classId: Type.String({ minLength: 1, maxLength: 40 }),
      keepDays: Type.Integer({ minimum: 1, maximum: 36_600 }),
      basis: Text,
      reason: Text,
    }),
    examples: { body: { classId: 'trail', keepDays: 1096, basis: '海关稽查条例第三条', reason: '与申报同期' } },
    response: Change,
    refusals: ['RETENTION_CLASS_UNKNOWN', 'RETENTION_CLASS_KEPT', 'RETENTION_TOO_SHORT', 'RETENTION_NEEDS_PERSON'],
    handle: (context, { body }) => proposeRetention(context, body),
  }),
  route({
    method: 'POST',
    path: '/retention-changes/:id/confirmation',
    summary: { zh: '第二人确认保存期限', en: 'A second person confirms a retention' },
    action: 'retention.manage',
    params: ById,
    response: Change,
    refusals: [...decided, 'RETENTION_NEEDS_SECOND_PERSON'],
    handle: (context, { params }) => confirmRetention(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/retention-changes/:id/withdrawal',
    summary: { zh: '撤回尚未确认的变更', en: 'Withdraw a change that is not confirmed yet' },
    action: 'retention.manage',
    params: ById,
    response: Change,
    refusals: decided,
    handle: (context, { params }) => withdrawRetention(context, params.id),
  }),
];
