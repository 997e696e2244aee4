// Whether a certification report is the platform's word, as whoever holds the file and the published keys sees it (issue 6): the signature first,
// then that every message it brings is one that the report names. Pure; the check of a signature is handed in.
import type { Bilingual } from './bilingual.ts';
import type { CheckSignature, ReleaseKeySet } from './release-token.ts';
import { parseStrangersJson } from './strangers-json.ts';

export type ReportJudgement = {
  readonly genuine: boolean;
  readonly reason: Bilingual;
  readonly report?: Readonly<Record<string, unknown>>;
};
const TYPE = 'partner-certification+jwt';
const no = (zh: string, en: string): ReportJudgement => ({ genuine: false, reason: { zh, en } });
const bytesOf = (part: string): Uint8Array =>
  Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
const objectOf = (part: string): Record<string, unknown> =>
  parseStrangersJson(bytesOf(part)) as Record<string, unknown>;

export async function judgeReport(given: {
  /** What the file says, parsed. */
  readonly file: unknown;
  readonly keys: ReleaseKeySet;
  readonly check: CheckSignature;
  readonly sha256: (bytes: Uint8Array) => string;
}): Promise<ReportJudgement> {
  const { report, messages } = (given.file ?? {}) as { report?: unknown; messages?: unknown };
  if (typeof report !== 'string' || !Array.isArray(messages))
    return no('不是认证报告', 'It is no certification report');
  const [head = '', body = '', mark = '', ...rest] = report.split('.');
  let said: Record<string, unknown>;
  try {
    const { alg, kid, typ } = objectOf(head);
    const key = given.keys.keys.find((one) => one.kid === kid);
    if (rest.length > 0 || typ !== TYPE) return no('不是认证报告', 'It is no certification report');
    if (!key) return no('签名密钥不在所给密钥集中', 'Its key is not in the key set');
    const signed = new TextEncoder().encode(`${head}.${body}`);
    if (key.alg !== alg || !(await given.check(key, signed, bytesOf(mark))))
      return no('签名不符：报告被改动', 'The signature does not hold: it was changed');
    said = objectOf(body);
  } catch {
    return no('报告无法读取', 'The report cannot be read');
  }
  const named = digestsIn(said);
  for (const message of messages as readonly { digest?: unknown; base64?: unknown }[]) {
    const digest = typeof message?.base64 === 'string' ? given.sha256(bytesOf(message.base64)) : '';
    if (digest !== message?.digest || !named.has(digest))
      return no(
        `所附报文与报告不符：${String(message?.digest)}`,
        `A message is not the one of the report: ${String(message?.digest)}`,
      );
  }
  return {
    genuine: true,
    reason: { zh: '签名有效，所附报文与报告一致', en: 'The signature holds, and the messages are those of the report' },
    report: said,
  };
}
function digestsIn(report: Record<string, unknown>): ReadonlySet<string> {
  const steps = Array.isArray(report.steps) ? (report.steps as { messages?: { digest?: string }[] }[]) : [];
  return new Set(steps.flatMap((step) => (step.messages ?? []).flatMap((message) => message.digest ?? [])));
}
