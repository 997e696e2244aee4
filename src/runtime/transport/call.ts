// How the method and the path of a document's own become a request: what no step of a path may be, and where it goes (N11; decision 0069).
import type { Call } from '../../kernel/call.ts';

const MOST_STEPS = 10;
const LONGEST_STEP = 200;

/** A URL reads `.` and `..` as another place, however they are escaped (WHATWG URL, 4.4). */
export const isCallSafe = ({ path }: Call): boolean =>
  path.length > 0 && path.length <= MOST_STEPS && path.every(isStepSafe);
const isStepSafe = (step: string): boolean =>
  step.length > 0 &&
  step.length <= LONGEST_STEP &&
  step !== '.' &&
  step !== '..' &&
  step.isWellFormed() &&
  !isControl(step);
const isControl = (text: string): boolean => /\p{Cc}/u.test(text);

/** Where it goes: below the path of the address, whose query stays. */
export function addressOf(url: string, { path }: Call): string {
  const address = new URL(url);
  const own = address.pathname.split('/');
  while (own.at(-1) === '') own.pop();
  address.pathname = [...own, ...path.map(encodeURIComponent)].join('/');
  return address.href;
}
