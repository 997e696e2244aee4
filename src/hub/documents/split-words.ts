// What text is found by: Latin words and numbers whole, found by their beginning; Chinese, Japanese and Korean by pairs of neighbouring
// characters, because nothing stands between their words. The same rules cut what is kept and what is asked (P2).
const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`;
const RUN = new RegExp(`[${CJK}]+|[[\\p{L}\\p{N}\\p{M}]--[${CJK}]]+`, 'gv');
const IS_CJK = new RegExp(`^[${CJK}]`, 'v');
const PLAIN = /^[\n -~\u3001\u3002\u4e00-\u9fff]*$/;
/** A longer run of letters is no word anybody types; it is found by its first characters. */
const MOST_CHARACTERS = 64;
const MOST_PIECES = 8;

/** A character with what may grow together with it once it is folded: marks, half-width Hangul, half-width voice marks. */
const PARTS = /\p{Script=Hangul}[\p{Script=Hangul}\p{M}\uff9e\uff9f]*|.[\p{M}\uff9e\uff9f]*/gsu;
const compose = (part: string): string => part.normalize('NFKC').toLowerCase();
/** A text repeats its characters: each is composed once. Whatever comes, so many are remembered and no more. */
const composed = new Map<string, string>();
const MOST_COMPOSED = 10_000;
function foldPart(part: string): string {
  const known = composed.get(part);
  if (known !== undefined) return known;
  const folded = compose(compose(part));
  if (part.length <= 2 && composed.size < MOST_COMPOSED) composed.set(part, folded);
  return folded;
}
/** The parts of a text as they are compared, each with how it was written: full width is half width, capitals are small. */
export const foldParts = (text: string): { written: string; folded: string }[] =>
  Array.from(text.matchAll(PARTS), ([written]) => ({ written, folded: foldPart(written) }));

/** Text as it is compared and kept: every space and control character a space, but lines stay lines. Folded again it stays as it is. */
export function fold(text: string): string {
  const clean = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\S\n]|(?!\n)\p{Cc}/gu, ' ');
  // Line by line: one with a rare character costs its own characters and not those of the whole text.
  return clean.split('\n').map(foldLine).join('\n');
}
const foldLine = (line: string): string =>
  isPlain(line)
    ? line.toLowerCase()
    : foldParts(line)
        .map(({ folded }) => folded)
        .join('');
/** Folding such a text makes capitals small and moves nothing. */
export const isPlain = (text: string): boolean => PLAIN.test(text);

/** The words of folded text, each once. */
export function splitWords(folded: string): Set<string> {
  const words = new Set<string>();
  for (const [run] of folded.matchAll(RUN))
    if (IS_CJK.test(run)) {
      const characters = Array.from(run);
      for (const [i, character] of characters.entries()) words.add(character + (characters[i + 1] ?? ''));
    } else words.add(cut(run));
  return words;
}
const cut = (run: string): string => Array.from(run).slice(0, MOST_CHARACTERS).join('');

export type WantedPiece = {
  /** As typed, folded, without what is no word at its ends. */
  readonly text: string;
  readonly words: readonly { readonly word: string; readonly prefix: boolean }[];
  /** Its words alone do not say that they stand side by side: the text has to be looked at too. */
  readonly sideBySide: boolean;
};

/** What somebody asks for: every piece between spaces must be there. */
export function splitQuery(query: string): WantedPiece[] {
  return fold(query)
    .split(/\s+/)
    .map((piece) => piece.replace(/^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu, ''))
    .filter((piece) => piece !== '')
    .slice(0, MOST_PIECES)
    .map(toPiece);
}

function toPiece(text: string): WantedPiece {
  const runs = Array.from(text.matchAll(RUN), ([run]) => run);
  const words = runs.flatMap((run) => {
    const characters = Array.from(run);
    if (!IS_CJK.test(run)) return [{ word: cut(run), prefix: true }];
    if (characters.length === 1) return [{ word: run, prefix: true }];
    return characters.slice(1).map((next, i) => ({ word: `${characters[i]}${next}`, prefix: false }));
  });
  return { text, words, sideBySide: runs.length > 1 || words.length > 1 || Array.from(text).length > MOST_CHARACTERS };
}
