// The browser's side of the API: JSON in and out, problems as exceptions with both languages, one key per creating act.
import type { Bilingual } from '../kernel/bilingual.ts';
import type { Finding } from '../kernel/finding.ts';

export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly text: Bilingual;
  readonly remedy: Bilingual;
  readonly findings: readonly Finding[];
  /** What to tell the port office; absent where nobody answered. */
  readonly traceId?: string;
  constructor(problem: {
    status: number;
    code: string;
    text: Bilingual;
    remedy: Bilingual;
    findings?: readonly Finding[];
    traceId?: string;
  }) {
    super(problem.text.en);
    this.status = problem.status;
    this.code = problem.code;
    this.text = problem.text;
    this.remedy = problem.remedy;
    this.findings = problem.findings ?? [];
    if (problem.traceId) this.traceId = problem.traceId;
  }
}

async function call<T>(
  method: string,
  path: string,
  body?: BodyInit,
  headers: Record<string, string> = {},
): Promise<T> {
  let reply: Response;
  try {
    reply = await fetch(`/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  } catch {
    throw new ApiProblem({
      status: 0,
      code: 'OFFLINE',
      text: { zh: '连接不上服务器', en: 'The server cannot be reached' },
      remedy: {
        zh: '请检查网络后重试；已提交的内容不会丢失',
        en: 'Check the network and try again; nothing submitted is lost',
      },
    });
  }
  const text = await reply.text();
  const value = text ? JSON.parse(text) : undefined;
  if (!reply.ok) throw new ApiProblem(value);
  return value as T;
}

export const get = <T>(path: string): Promise<T> => call<T>('GET', path);
/** A creating POST gets its own key, so that a retry by the network has one effect; what is sent again later brings the key it had. */
export const send = <T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  key: string = crypto.randomUUID(),
): Promise<T> =>
  call<T>(method, path, body === undefined ? undefined : JSON.stringify(body), {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(method === 'POST' ? { 'idempotency-key': key } : {}),
  });
export const sendFile = <T>(path: string, file: Blob, name?: string, key: string = crypto.randomUUID()): Promise<T> =>
  call<T>('POST', path, file, {
    ...(name ? { 'x-file-name': encodeURIComponent(name) } : {}),
    'content-type': file.type || 'application/octet-stream',
    'idempotency-key': key,
  });
/** Takes the place of what is there. */
export const putFile = <T>(path: string, file: Blob): Promise<T> =>
  call<T>('PUT', path, file, { 'content-type': file.type || 'application/octet-stream' });
export async function getText(path: string): Promise<string> {
  const reply = await fetch(`/api/v1${path}`);
  if (!reply.ok) throw new ApiProblem(await reply.json());
  const charset = reply.headers.get('x-document-charset') ?? 'utf-8';
  return new TextDecoder(charset).decode(await reply.arrayBuffer());
}
