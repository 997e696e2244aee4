// The one mapper from the three kinds of "no" to problem+json (RFC 9457): findings travel in a refusal's details,
// refusals keep their code, every other throw is a fault whose cause goes to the log only.
import { randomUUID } from 'node:crypto';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Finding } from '../../kernel/finding.ts';
import { Refusal, type RefusalKind } from '../../kernel/refusal.ts';
import { UnreadableMessage } from '../codec/unreadable.ts';
import { isDatabaseAway } from '../database/is-away.ts';
import { FilesAway } from '../files/blob-store.ts';
import { describeInvalid, type InvalidInput, invalidText } from './describe-invalid.ts';
import { fault, refuse } from './refusals.ts';

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly text: Bilingual;
  readonly remedy: Bilingual;
  /** Fields that are wrong, where the refusal is about input. */
  readonly findings?: readonly Finding[];
  /** Quote this to the port office; the log has the cause under it. */
  readonly instance: string;
  /** The same as in the `trace-id` header. */
  readonly traceId: string;
};

export const statusOf: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  method: 405,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  unprocessable: 422,
  limited: 429,
  unavailable: 503,
};

/** PostgreSQL refuses what no text or id can be: bad uuid syntax, NUL, half a character (22P02, 22P05, 22021). */
const isUnstorable = (error: unknown): boolean =>
  ['22P02', '22P05', '22021'].includes(String((error as { code?: unknown }).code));

type RequestFault = Error & {
  readonly validation?: readonly InvalidInput[];
  readonly validationContext?: string;
  readonly statusCode?: number;
  readonly code?: string;
};

function invalid(findings: readonly Finding[]): Refusal {
  return refuse('REQUEST_INVALID', { ...invalidText(findings), findings });
}

const unstorable: Finding = {
  path: 'request',
  rule: 'storable',
  ruleVersion: '1',
  severity: 'error',
  message: {
    zh: '含有无法保存的字符（NUL、半个字符）或格式错误的编号',
    en: 'Text that cannot be stored (NUL, half a character) or a malformed id',
  },
  remedy: { zh: '请删除不可见字符后重试', en: 'Remove invisible characters and try again' },
};

/** The router could not make anything of it: a broken percent sequence, an id of thousands of characters. */
const noRequest: Finding = {
  path: 'path',
  rule: 'http',
  ruleVersion: '1',
  severity: 'error',
  message: { zh: '地址不合法或过长', en: 'The address is malformed or too long' },
  remedy: { zh: '请按接口文档核对地址', en: 'Check the address against the description of the interface' },
};

function asRefusal(error: unknown, limitBytes: number | undefined): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const request = error as RequestFault;
  if (request?.validation) return invalid(describeInvalid(request.validation, request.validationContext ?? 'body'));
  if (request?.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse('BODY_TOO_LARGE', { limit: limitBytes });
  if (request?.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refuse('CONTENT_TYPE_UNSUPPORTED');
  if (request?.code?.startsWith('FST_ERR_CTP_') || (error instanceof SyntaxError && request.statusCode === 400))
    return refuse('JSON_MALFORMED', { reason: request.message });
  if (request?.statusCode && request.statusCode >= 400 && request.statusCode < 500) return invalid([noRequest]);
  if (error instanceof UnreadableMessage)
    return refuse('CONTENT_UNREADABLE', { reasonZh: error.reason.zh, reasonEn: error.reason.en });
  if (isUnstorable(error)) return invalid([unstorable]);
  if (isDatabaseAway(error) || error instanceof FilesAway) return refuse('NOT_READY');
  return undefined;
}

export function toProblem(
  error: unknown,
  { traceId, limitBytes }: { readonly traceId: string; readonly limitBytes?: number | undefined },
): { problem: Problem; isFault: boolean } {
  const instance = `urn:uuid:${randomUUID()}`;
  const refusal = asRefusal(error, limitBytes);
  if (!refusal) {
    return {
      isFault: true,
      problem: {
        type: 'about:blank',
        title: fault.message.en,
        status: 500,
        code: fault.code,
        text: fault.message,
        remedy: fault.remedy,
        instance,
        traceId,
      },
    };
  }
  const findings = refusal.details.findings as readonly Finding[] | undefined;
  return {
    isFault: false,
    problem: {
      type: `/api/v1/docs#${refusal.code}`,
      title: refusal.text.en,
      status: statusOf[refusal.definition.kind],
      code: refusal.code,
      text: refusal.text,
      remedy: refusal.remedy,
      ...(findings ? { findings } : {}),
      instance,
      traceId,
    },
  };
}
