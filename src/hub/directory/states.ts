// The state of an application: a pure function of the set of answers, in whatever order and however often they come (N7; exchange "at least once").
import type { AnswerOutcome, ApplicationState } from './contract.ts';

export type Answer = { readonly version: number; readonly outcome: AnswerOutcome; readonly at: string };

/** A later step of the procedure stands before an earlier one, whenever either is said; a decision ends it. */
const step: Readonly<Record<AnswerOutcome, number>> = { accepted: 1, returned: 2, approved: 3, refused: 3 };

/** What is said of an earlier version is kept and shown, and decides nothing: the enterprise has corrected it since. */
export function stateOf(version: number, answers: readonly Answer[]): ApplicationState {
  let standing: Answer | undefined;
  for (const answer of answers.filter((one) => one.version === version))
    if (!standing || isLater(answer, standing)) standing = answer;
  return standing?.outcome ?? 'sent';
}

function isLater(one: Answer, other: Answer): boolean {
  const steps = step[one.outcome] - step[other.outcome];
  if (steps !== 0) return steps > 0;
  // Of two decisions the later counts; of two at one instant a refusal: nobody trades on what may not hold.
  if (one.at !== other.at) return one.at > other.at;
  return one.outcome > other.outcome;
}
