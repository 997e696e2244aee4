// Where in a text the words asked for stand, and enough around them to recognise it; positions are those of the text as it was written.
import type { Found } from './contract.ts';
import { fold, foldParts, isPlain, type WantedPiece } from './split-words.ts';

const AROUND = 24;
const MOST_MARKS = 8;
type Source = { readonly label?: Found['label']; readonly text: string };
const IS_WORD = /[\p{L}\p{N}\p{M}]/u;

/** The first texts that hold any of the pieces, shortened around the first hit; and whether further texts could add to it. */
export function findHits(
  sources: Iterable<Source>,
  pieces: readonly WantedPiece[],
  most: number,
): { readonly found: Found[]; readonly wantsMore: boolean } {
  const found: Found[] = [];
  const missing = new Set(pieces);
  for (const source of sources) {
    if (found.length >= most || missing.size === 0) break;
    const text = source.text.normalize('NFC');
    const folded = fold(text);
    const here = pieces.filter((piece) => folded.includes(piece.text));
    if (!here.some((piece) => missing.has(piece))) continue;
    const shown = shownIn(text, here);
    if (!shown) continue;
    for (const piece of here) missing.delete(piece);
    found.push({ ...(source.label ? { label: source.label } : {}), ...shown });
  }
  return { found, wantsMore: found.length < most && missing.size > 0 };
}

type Mark = { readonly start: number; readonly length: number };

/** Nothing that is typed holds a line's end, so marks are looked for by line, and in no line behind what is shown. */
function shownIn(text: string, pieces: readonly WantedPiece[]): { text: string; marks: Mark[] } | undefined {
  const marks: Mark[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const first = marks[0];
    if (marks.length >= MOST_MARKS || (first && start >= first.start + first.length + AROUND * 3)) break;
    marks.push(...marksIn(line, pieces).map((mark) => ({ ...mark, start: start + mark.start })));
    start += line.length + 1;
  }
  return marks.length === 0 ? undefined : shorten(text, marks.slice(0, MOST_MARKS));
}

function marksIn(line: string, pieces: readonly WantedPiece[]): Mark[] {
  const folded = fold(line);
  if (!pieces.some((piece) => folded.includes(piece.text))) return [];
  const originOf = isPlain(line) ? (i: number) => i : originsOf(line);
  const marks: Mark[] = [];
  for (const piece of pieces)
    for (
      let i = folded.indexOf(piece.text);
      i >= 0 && marks.length < MOST_MARKS;
      i = folded.indexOf(piece.text, i + 1)
    ) {
      if (piece.words[0]?.prefix && piece.words[0].word.length > 1 && IS_WORD.test(folded[i - 1] ?? ' ')) continue;
      const start = originOf(i);
      marks.push({ start, length: originOf(i + piece.text.length) - start });
    }
  return marks
    .sort((a, b) => a.start - b.start)
    .filter((mark, i, all) => i === 0 || mark.start >= (all[i - 1] as Mark).start + (all[i - 1] as Mark).length);
}
/** Folding may make one character several, or several one: each folded position is led back to where it came from. */
function originsOf(line: string): (folded: number) => number {
  const origins: number[] = [];
  let at = 0;
  for (const part of foldParts(line)) {
    for (let i = 0; i < part.folded.length; i++) origins.push(at);
    at += part.written.length;
  }
  return (folded) => origins[folded] ?? line.length;
}

function shorten(text: string, marks: readonly Mark[]): { text: string; marks: Mark[] } {
  const first = marks[0] ?? { start: 0, length: 0 };
  const begin = Math.max(0, first.start - AROUND);
  const end = Math.min(text.length, first.start + first.length + AROUND * 3);
  const before = begin > 0 ? '…' : '';
  const cut = text.slice(begin, end).toWellFormed().replace(/\s/g, ' ');
  return {
    text: `${before}${cut}${end < text.length ? '…' : ''}`,
    marks: marks
      .filter((mark) => mark.start + mark.length <= end)
      .map((mark) => ({ start: mark.start - begin + before.length, length: mark.length })),
  };
}
