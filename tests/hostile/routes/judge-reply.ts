// What every answer is held to: never a fault, quick, a problem in words that names what is wrong.
import type { Operation } from './operations.ts';
import type { Plan } from './plan-request.ts';

export type Reply = {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  /** Of the whole process, client and database driver included. */
  readonly cpuMs: number;
};
type Problem = {
  readonly code?: string;
  readonly text?: { readonly zh?: string; readonly en?: string };
  readonly remedy?: { readonly zh?: string; readonly en?: string };
  readonly findings?: readonly { readonly path: string }[];
};

/** Busy is not broken: it says so and when to come back. */
const busy = new Set(['PLATFORM_OVERLOADED', 'FLOW_BEHIND', 'LEDGER_BEHIND']);
const MOST_CPU_MS = 1000;

export function judge(operation: Operation, plan: Plan, reply: Reply): string[] {
  const faults: string[] = [];
  if (reply.cpuMs > MOST_CPU_MS) faults.push(`${Math.round(reply.cpuMs)} ms of CPU`);
  if (reply.status < 400) {
    if (plan.mustFail) faults.push(`taken as it is: ${reply.status}`);
    return faults;
  }
  const problem = parse(reply.text);
  if (!reply.contentType.startsWith('application/problem+json') || !problem)
    return [...faults, `${reply.status} ${reply.contentType} is no problem`];
  const { code = '', text, remedy, findings = [] } = problem;
  if (reply.status >= 500 && !busy.has(code)) faults.push(`${reply.status} ${code}`);
  if (!/^[A-Z_]{4,}$/.test(code)) faults.push(`code ${code}`);
  for (const said of [text?.zh, text?.en, remedy?.zh, remedy?.en]) if (!said) faults.push('a text is missing');
  if (code === 'REQUEST_INVALID') {
    if (findings.length === 0 || findings.some((f) => f.path === '')) faults.push('no field is named');
    const { wrongAt } = plan;
    if (
      wrongAt !== undefined &&
      operation.json &&
      findings.every((f) => /^(body|path|params|querystring|headers|request)/.test(f.path))
    ) {
      const inBody = findings.filter((f) => f.path.startsWith('body'));
      const at = `body${wrongAt}`;
      if (inBody.length > 0 && !inBody.some((f) => at.startsWith(f.path) || f.path.startsWith(at)))
        faults.push(`${at} was wrong, named were ${inBody.map((f) => f.path).join(', ')}`);
    }
  }
  return faults;
}

function parse(text: string): Problem | undefined {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return undefined;
  }
}
