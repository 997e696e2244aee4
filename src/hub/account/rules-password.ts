// What a password has to be (ASVS 5.0 §6.2, NIST SP 800-63B): long, not among those that everybody guesses first, not made of what anybody
// knows about the account. No rules of composition, no change by the calendar, nothing cut off. Pure.
import { dictionary } from '@zxcvbn-ts/language-common';

export const LEAST_LENGTH = 12;
export const MOST_LENGTH = 128;

export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'repetitive' | 'context';

/** Some 49,000 of those found most often where passwords were stolen. */
const common: ReadonlySet<string> = new Set(dictionary['passwords-common']);
const LEAST_WORD = 4;
/** What is left when what is known is taken away has to be worth something by itself. */
const LEAST_REST = 8;
const RUNS = ['abcdefghijklmnopqrstuvwxyz', '0123456789', 'qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm'];

/** `known`: account, name, organisation and the like; parts shorter than four letters (two in Chinese) are not looked for. */
export function passwordFault(password: string, known: readonly string[]): PasswordFault | undefined {
  const length = [...password].length;
  if (length < LEAST_LENGTH) return 'too-short';
  if (length > MOST_LENGTH) return 'too-long';
  const text = password.normalize('NFKC').toLowerCase();
  if (isRepetitive(text)) return 'repetitive';
  if (isCommon(text)) return 'common';
  if (withoutKnown(text, ['portico', 'singlewindow', '单一窗口', ...known]).length < LEAST_REST) return 'context';
  return undefined;
}

const FIGURE_OR_MARK = /^[\d\p{P}\p{S}]$/u;
/** The word itself, with figures and marks around it, or written several times. */
function isCommon(text: string): boolean {
  const characters = Array.from(text);
  const isLetter = (character: string) => !FIGURE_OR_MARK.test(character);
  const bare = characters.slice(characters.findIndex(isLetter), characters.findLastIndex(isLetter) + 1).join('');
  return [text, bare].some((word) => word.length >= LEAST_WORD && (common.has(word) || common.has(periodOf(word))));
}

/** The shortest piece that the text repeats; the text itself where it repeats none. */
function periodOf(text: string): string {
  const at = (text + text).indexOf(text, 1);
  return text.slice(0, at);
}

function isRepetitive(text: string): boolean {
  if (new Set(text).size < 5) return true;
  if (periodOf(text).length <= 4) return true;
  const run = (given: string) =>
    RUNS.some((row) => `${row}${row}`.includes(given) || `${row}${row}`.includes([...given].reverse().join('')));
  return run(text);
}

function withoutKnown(text: string, known: readonly string[]): string {
  const words = known
    .flatMap((one) =>
      one
        .normalize('NFKC')
        .toLowerCase()
        .split(/[\s@._\-（）()]+/u),
    )
    .filter((word) => word.length >= LEAST_WORD || (/\p{Script=Han}/u.test(word) && word.length >= 2))
    .sort((a, b) => b.length - a.length);
  return words.reduce((rest, word) => rest.replaceAll(word, ''), text);
}
