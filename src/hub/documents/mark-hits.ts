// Where in a text the words asked for stand, and enough around them to recognise it; positions are those of the text as it was written.
import type { Found } from './contract.ts';
import { fold, foldParts, type WantedPiece } from './split-words.ts';

const AROUND = 24;
const MOST_MARKS = 8;
type Source = { readonly label?: Found['label']; readonly text: string };
const IS_WORD = /[\p{L}\p{N}\p{M}]/u;

/** The first texts that hold any of the pieces, shortened around the first hit. */
export function findHits(sources: Iterable<Source>, pieces: readonly WantedPiece[], most: number): Found[] {
  const found: Found[] = [];
  const missing = new Set(pieces);
  for (const source of sources) {
    if (found.length >= most || missing.size === 0) break;
    const text = source.text.normalize('NFC');
    const folded = fold(text);
    const here = pieces.filter((piece) => folded.includes(piece.text));
    if (!here.some((piece) => missing.has(piece))) continue;
    const marks = marksIn(text, here);
    if (marks.length === 0) continue;
    for (const piece of here) missing.delete(piece);
    found.push({ ...(source.label ? { label: source.label } : {}), ...shorten(text, marks) });
  }
  return found;
}

type Mark = { readonly start: number; readonly length: number };

function marksIn(text: string, pieces: readonly WantedPiece[]): Mark[] {
  // Folding may make one character several, or several one: each folded position is led back to where it came from.
  const origins: number[] = [];
  let folded = '';
  let at = 0;
  for (const part of foldParts(text)) {
    for (let i = 0; i < part.folded.length; i++) origins.push(at);
    folded += part.folded;
    at += part.written.length;
  }
  origins.push(text.length);
  const marks: Mark[] = [];
  for (const piece of pieces)
    for (
      let i = folded.indexOf(piece.text);
      i >= 0 && marks.length < MOST_MARKS;
      i = folded.indexOf(piece.text, i + 1)
    ) {
      if (piece.words[0]?.prefix && piece.words[0].word.length > 1 && IS_WORD.test(folded[i - 1] ?? ' ')) continue;
      const start = origins[i] ?? 0;
      marks.push({ start, length: (origins[i + piece.text.length] ?? text.length) - start });
    }
  return marks
    .sort((a, b) => a.start - b.start)
    .filter((mark, i, all) => i === 0 || mark.start >= (all[i - 1] as Mark).start + (all[i - 1] as Mark).length);
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
