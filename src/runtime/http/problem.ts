// The one mapper from the three kinds of "no" to problem+json (RFC 9457): findings travel in a refusal's details,
// refusals keep their code, every other throw is a fault whose cause goes to the log only.
import { randomUUID } from 'node:crypto';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Finding } from '../../kernel/finding.ts';
import { UnreadableMessage } from '../codec/unreadable.ts';
import { defineRefusals, Refusal, type RefusalKind } from '../../kernel/refusal.ts';

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
};

const statusOf: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  'too-large': 413,
  unprocessable: 422,
  limited: 429,
  unavailable: 503,
};

export const { catalogue: httpRefusals, refuse } = defineRefusals({
  REQUEST_INVALID: {
    kind: 'invalid',
    message: { zh: '请求不符合接口定义：{fields}', en: 'The request does not fit the interface: {fields}' },
    remedy: {
      zh: '请按 /api/v1/openapi.json 中的定义修改所列字段',
      en: 'Correct the fields named, as described in /api/v1/openapi.json',
    },
  },
  BODY_TOO_LARGE: {
    kind: 'too-large',
    message: { zh: '请求内容超过 {limit} 字节的上限', en: 'The body is larger than the limit of {limit} bytes' },
    remedy: { zh: '请缩小或拆分后重新提交', en: 'Make it smaller or split it, then send again' },
  },
  SIGN_IN_NEEDED: {
    kind: 'unauthenticated',
    message: { zh: '尚未登录或登录已失效', en: 'Not signed in, or the session has ended' },
    remedy: {
      zh: '请重新登录，或在 Authorization 头中提供 API 密钥',
      en: 'Sign in again, or send an API key in the Authorization header',
    },
  },
  ACTION_NOT_ALLOWED: {
    kind: 'forbidden',
    message: { zh: '当前角色无权执行“{action}”', en: 'Your roles do not allow "{action}"' },
    remedy: { zh: '请联系本单位管理员调整角色', en: 'Ask your organisation’s manager for the role' },
  },
  ORIGIN_NOT_ALLOWED: {
    kind: 'forbidden',
    message: { zh: '请求来源 {origin} 与本站不符', en: 'The request comes from another site: {origin}' },
    remedy: { zh: '请从本平台页面操作', en: 'Use the pages of this platform' },
  },
  CONTENT_UNREADABLE: {
    kind: 'unprocessable',
    message: { zh: '内容无法读取：{reasonZh}', en: 'The content cannot be read: {reasonEn}' },
    remedy: { zh: '请核对文件内容和编码后重新提交', en: 'Check the file and its encoding, then send it again' },
  },
  ROUTE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '没有此接口：{method} {path}', en: 'There is no such interface: {method} {path}' },
    remedy: { zh: '接口清单见 /api/v1/openapi.json', en: 'See /api/v1/openapi.json for the interfaces there are' },
  },
  IDEMPOTENCY_KEY_REUSED: {
    kind: 'unprocessable',
    message: {
      zh: '幂等键 {key} 已用于内容不同的请求',
      en: 'The idempotency key {key} was used for a different request',
    },
    remedy: { zh: '新的请求请使用新的 Idempotency-Key', en: 'Use a new Idempotency-Key for a new request' },
  },
  TOO_MANY_REQUESTS: {
    kind: 'limited',
    message: { zh: '请求过于频繁', en: 'Too many requests' },
    remedy: { zh: '请在 {seconds} 秒后重试', en: 'Try again in {seconds} seconds' },
  },
  NOT_READY: {
    kind: 'unavailable',
    message: { zh: '服务暂不可用', en: 'The service is not available just now' },
    remedy: { zh: '请稍后重试，已提交的内容不会丢失', en: 'Try again shortly; nothing submitted is lost' },
  },
});

const faultText: Bilingual = { zh: '系统出现故障，已记录', en: 'Something failed on our side and has been recorded' };
const faultRemedy: Bilingual = {
  zh: '请稍后重试；如仍失败，请把编号告知口岸办',
  en: 'Try again; if it fails again, tell the port office the number',
};

/** PostgreSQL and socket errors that mean "the database is away", not "we have a bug": class 57, 53, 08 and refused connections. */
function isOutage(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && (/^(57P|53|08)/.test(code) || code === 'ECONNREFUSED' || code === 'ECONNRESET');
}

/** PostgreSQL refuses what no text or id can be: bad uuid syntax, NUL, half a character (22P02, 22P05, 22021). */
const isUnstorable = (error: unknown): boolean =>
  ['22P02', '22P05', '22021'].includes(String((error as { code?: unknown }).code));

type RequestFault = Error & {
  validation?: readonly { instancePath?: string; message?: string; params?: Record<string, unknown> }[];
  validationContext?: string;
  statusCode?: number;
  code?: string;
};

function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const fault = error as RequestFault;
  if (fault?.validation) {
    const fields = fault.validation
      .map((v) => `${fault.validationContext ?? 'body'}${v.instancePath ?? ''} ${v.message ?? ''}`.trim())
      .join('; ');
    return refuse('REQUEST_INVALID', { fields });
  }
  if (fault?.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse('BODY_TOO_LARGE', { limit: undefined });
  if (fault?.statusCode === 429) return refuse('TOO_MANY_REQUESTS', { seconds: 60 });
  if (fault?.statusCode && fault.statusCode >= 400 && fault.statusCode < 500)
    return refuse('REQUEST_INVALID', { fields: fault.message });
  if (error instanceof UnreadableMessage)
    return refuse('CONTENT_UNREADABLE', { reasonZh: error.reason.zh, reasonEn: error.reason.en });
  if (isUnstorable(error))
    return refuse('REQUEST_INVALID', { fields: 'text that cannot be stored (NUL, lone surrogate) or a malformed id' });
  if (isOutage(error)) return refuse('NOT_READY');
  return undefined;
}

export function toProblem(error: unknown): { problem: Problem; isFault: boolean } {
  const instance = `urn:uuid:${randomUUID()}`;
  const refusal = asRefusal(error);
  if (!refusal) {
    return {
      isFault: true,
      problem: {
        type: 'about:blank',
        title: faultText.en,
        status: 500,
        code: 'FAULT',
        text: faultText,
        remedy: faultRemedy,
        instance,
      },
    };
  }
  const findings = refusal.details.findings as readonly Finding[] | undefined;
  return {
    isFault: false,
    problem: {
      type: `/docs/refusals#${refusal.code}`,
      title: refusal.text.en,
      status: statusOf[refusal.definition.kind],
      code: refusal.code,
      text: refusal.text,
      remedy: refusal.remedy,
      ...(findings ? { findings } : {}),
      instance,
    },
  };
}
