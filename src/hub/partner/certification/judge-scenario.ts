// Whether a partner has passed a scenario, as a pure decision from what went and what came: passed, failed with each reason, or not yet.
import type { Bilingual } from '../../../kernel/bilingual.ts';
import { nameWord } from '../contract.ts';
import type { Plan } from './plan-scenarios.ts';
import { takesOn } from './words-of.ts';

export type Attempted = { readonly outcome: 'delivered' | 'refused' | 'unreachable'; readonly detail: string };
export type Heard = {
  readonly digest: string;
  /** Absent: it could not be read. */
  readonly words?: readonly string[];
  readonly partnerMessageId?: string;
  /** It names a document that was never sent. */
  readonly stray: boolean;
};
export type Seen = {
  readonly attempts: readonly Attempted[];
  readonly heard: readonly Heard[];
  /** Since the last attempt, and since the last message or attempt. */
  readonly sinceSentMs: number;
  readonly quietMs: number;
  /** A folder, a queue: it takes whatever comes, so that who acts on nothing has refused it, and nobody hears that he was away. */
  readonly saysNoByAct?: boolean;
};
export type Verdict =
  | { readonly state: 'passed' }
  | { readonly state: 'failed'; readonly findings: readonly Bilingual[] }
  | { readonly state: 'waiting' | 'again' };

/** After the last expected word a partner may still say one too many. */
const SETTLE_MS = 1000;
const MOST_ATTEMPTS = 4;
const zhOf = (words: readonly string[]): string => words.map((word) => nameWord(word).zh).join('、');
const enOf = (words: readonly string[]): string => words.map((word) => nameWord(word).en).join(', ');
const said = (zh: string, en: string): Bilingual => ({ zh, en });

export function judgeScenario(plan: Plan, seen: Seen): Verdict {
  const last = seen.attempts.at(-1);
  if (!last) return { state: 'waiting' };
  if (plan.wants === 'refuses') return judgeRefusal(last, seen);
  if (last.outcome === 'unreachable' && seen.attempts.length < MOST_ATTEMPTS) return { state: 'again' };
  if (last.outcome !== 'delivered')
    return failed([said(`报文未被接受：${last.detail}`, `The document was not taken: ${last.detail}`)]);
  const findings = [...faultsOf(plan, seen)];
  if (findings.length > 0) return failed(findings);
  const missing = missingOf(plan, seen);
  if (missing.length === 0 && seen.quietMs >= SETTLE_MS) return { state: 'passed' };
  if (missing.length > 0 && seen.sinceSentMs >= plan.limitMs) return failed(missing);
  return { state: 'waiting' };
}

/** A no on the wire is at once; one by answer may take as long as an answer does. */
function judgeRefusal(last: Attempted, seen: Seen): Verdict {
  const words = seen.heard.flatMap((one) => one.words ?? []);
  const taken = words.filter(takesOn);
  if (taken.length > 0)
    return failed([
      said(`应拒收却已受理：${zhOf(taken)}`, `It should have been refused and was taken on: ${enOf(taken)}`),
    ]);
  const refused = last.outcome === 'refused' || words.some((word) => word.startsWith('answer rejected'));
  if (refused) return seen.quietMs >= SETTLE_MS ? { state: 'passed' } : { state: 'waiting' };
  if (last.outcome === 'unreachable')
    return seen.attempts.length < MOST_ATTEMPTS
      ? { state: 'again' }
      : failed([
          said(`应以 4xx 拒收，得到 ${last.detail}`, `It should be refused with 4xx, and was met with ${last.detail}`),
        ]);
  // Taken with 2xx: a rejection by answer may still come.
  if (seen.sinceSentMs >= REJECTION_WAIT_MS && seen.saysNoByAct) return { state: 'passed' };
  return seen.sinceSentMs >= REJECTION_WAIT_MS
    ? failed([
        said(
          `应拒收却接受（${last.detail}），也未答复退单`,
          `It should have been refused and was taken (${last.detail}); no rejection followed`,
        ),
      ])
    : { state: 'waiting' };
}
const REJECTION_WAIT_MS = 10_000;

function* faultsOf(plan: Plan, { heard }: Seen): Iterable<Bilingual> {
  if (heard.some((one) => one.stray))
    yield said('答复所指的单证不是本次发出的', 'An answer is about a document that was not sent');
  const unreadable = heard.filter((one) => one.words === undefined).length;
  if (plan.also !== 'unreadable' && unreadable > 0)
    yield said(`${unreadable} 份答复无法读取`, `${unreadable} answers cannot be read`);
  const surplus = subtract(once(heard), plan.words);
  if (surplus.length > 0)
    yield said(`未约定的答复：${zhOf(surplus)}`, `Answers that were not agreed: ${enOf(surplus)}`);
}
function missingOf(plan: Plan, seen: Seen): Bilingual[] {
  const missing = subtract(plan.words, once(seen.heard));
  const repeated = seen.heard.length > new Set(seen.heard.map((one) => one.digest)).size;
  return [
    ...(missing.length > 0 ? [said(`未收到：${zhOf(missing)}`, `Not received: ${enOf(missing)}`)] : []),
    ...(plan.also === 'repeated' && !repeated ? [said('没有重复的答复', 'No answer was repeated')] : []),
    ...(plan.also === 'unreadable' && !seen.heard.some((one) => one.words === undefined)
      ? [said('没有无法读取的答复', 'No answer was unreadable')]
      : []),
    ...(plan.also === 'tried-again' && !seen.saysNoByAct && !seen.attempts.some((one) => one.outcome === 'unreachable')
      ? [said('没有先答 503', 'It did not answer 503 first')]
      : []),
  ];
}
/** The same bytes count once, however often they come. */
const once = (heard: readonly Heard[]): string[] =>
  [...new Map(heard.map((one) => [one.digest, one])).values()].flatMap((one) => one.words ?? []);
/** What is left of a bag when another is taken out of it. */
function subtract(from: readonly string[], what: readonly string[]): string[] {
  const left = [...from];
  for (const word of what) {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}
const failed = (findings: readonly Bilingual[]): Verdict => ({ state: 'failed', findings });
