// Words of kept text and of questions are cut by the same rules: held to an independent reading of what "contains the words" means.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findHits } from './mark-hits.ts';
import { fold, foldParts, splitQuery, splitWords } from './split-words.ts';

/** What the index and the check of phrases answer together, on one text. */
function isFound(text: string, query: string): boolean {
  const folded = fold(text);
  const words = splitWords(folded);
  return splitQuery(query).every(
    (piece) =>
      piece.words.every(({ word, prefix }) =>
        prefix ? [...words].some((w) => w.startsWith(word)) : words.has(word),
      ) &&
      (!piece.sideBySide || folded.includes(piece.text)),
  );
}
/** Said anew: Chinese stands there as written; a run of letters and digits begins a word; pieces of both stand there as written. */
function contains(text: string, query: string): boolean {
  const lower = text.toLowerCase();
  return query
    .toLowerCase()
    .split(' ')
    .filter((piece) => piece !== '')
    .every((piece) => {
      const latin = piece.match(/[a-z0-9]+/g) ?? [];
      const begins = latin.every((run) => new RegExp(`(^|[^a-z0-9])${run}`).test(lower));
      return begins && lower.includes(piece);
    });
}

const letters = fc.constantFrom(...'电脑配件机货ab1B2 ');
const text = fc.array(letters, { maxLength: 24 }).map((all) => all.join(''));
const query = fc.array(letters, { minLength: 1, maxLength: 6 }).map((all) => all.join(''));

test('[P2] what contains the words is found, what does not is not', () => {
  fc.assert(
    fc.property(text, query, (kept, asked) => {
      assert.equal(isFound(kept, asked), contains(kept, asked), `${kept} ? ${asked}`);
    }),
    { numRuns: 20_000 },
  );
});

test('[P2] every part of a Chinese text and every word of a Latin one is found in it', () => {
  const kept = fc.string({ unit: 'grapheme', maxLength: 40 });
  fc.assert(
    fc.property(kept, fc.nat(), fc.nat(), (whole, from, length) => {
      const characters = Array.from(whole.normalize('NFC'));
      const part = characters.slice(from % (characters.length + 1)).slice(0, 1 + (length % 8));
      if (part.every((c) => /[\p{Script=Han}\p{Script=Hiragana}]/u.test(c)))
        assert.ok(isFound(whole, part.join('')), part.join(''));
      for (const word of fold(whole).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) assert.ok(isFound(whole, word), word);
    }),
    { numRuns: 3000 },
  );
});

test('[P2] text folded again stays as it is, whatever grows together', () => {
  const growing = fc.constantFrom(...'ㄱￂ가각ｶﾞﾟé\u0301\u0323ⓔＥİ㎏ﬀ゛ក\u17d2Å한\u3099k\u212a ');
  const any = fc.oneof(
    fc.array(growing, { maxLength: 8 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  fc.assert(
    fc.property(any, (text) => {
      const once = fold(text);
      assert.equal(fold(once), once, JSON.stringify(text));
    }),
    { numRuns: 20_000 },
  );
  assert.ok(isFound('ㄱￂ', 'ㄱￂ'), 'half-width Hangul that becomes one syllable');
  assert.ok(isFound('ｶﾞｽ', 'ガス'));
});

test('[P2] folding line by line is folding the whole text', () => {
  const odd = fc.constantFrom(...'ㄱￂ가ｶﾞé\u0301\u0323\u3099İ㎏，（Ab货脑 \n\n\r\t');
  fc.assert(
    fc.property(
      fc.array(odd, { maxLength: 30 }).map((all) => all.join('')),
      (text) => {
        const whole = foldParts(text.normalize('NFC').replace(/[^\S\n]|(?!\n)\p{Cc}/gu, ' '));
        assert.equal(fold(text), whole.map(({ folded }) => folded).join(''), JSON.stringify(text));
      },
    ),
    { numRuns: 20_000 },
  );
});

test('[P2] marks of a long text stand near the first, and no text behind what is shown is looked at', () => {
  const lines = ['开头，', 'ＡＢ 电脑（一）', `${'货'.repeat(60)}`, ...Array.from({ length: 5000 }, () => '电脑')];
  const { found, wantsMore } = findHits([{ text: lines.join('\n') }], splitQuery('电脑'), 1);
  assert.equal(wantsMore, false);
  assert.match(found[0]?.text ?? '', /^开头， ＡＢ 电脑（一） 货/);
  for (const { start, length } of found[0]?.marks ?? [])
    assert.equal(found[0]?.text.slice(start, start + length), '电脑');
  assert.equal(findHits([{ text: '电脑' }], splitQuery('电脑 水果'), 2).wantsMore, true);
});

test('[P2] width, case and punctuation around do not matter; neighbours do', () => {
  assert.ok(isFound('ＭＳＫＵ１２３４５６７', 'msku12'));
  assert.ok(isFound('笔记本电脑，含电源适配器', '“笔记本电脑”'));
  assert.ok(isFound('符合GB/T 33190', 'gb/t'));
  assert.ok(!isFound('电脑用脑配件', '电脑配件'), 'all pairs are there, not side by side');
  assert.ok(!isFound('XMSKU1', 'msku1'), 'not from the beginning');
  assert.ok(isFound('重庆团结村', '村'), 'the last character alone');
});

test('[P2] nothing that is asked or kept makes it slow or fail', () => {
  for (const odd of [
    '\u0000',
    '\ud800',
    "'",
    '\\',
    ':*',
    '& | !',
    '😀'.repeat(5000),
    'a'.repeat(200_000),
    '货'.repeat(60_000),
  ]) {
    const words = splitWords(fold(odd));
    assert.ok([...words].every((word) => word.length <= 128 && !/[\s':&|!]/.test(word)));
    assert.ok(splitQuery(odd).length <= 8);
  }
});

test('[P2] marks stand on the words of the text as it was written', () => {
  fc.assert(
    fc.property(text, query, (kept, asked) => {
      for (const found of findHits([{ text: kept }], splitQuery(asked), 2).found)
        for (const { start, length } of found.marks) {
          const marked = found.text.slice(start, start + length).toLowerCase();
          assert.ok(asked.toLowerCase().includes(marked) && marked !== '', `${marked} of ${asked}`);
        }
    }),
    { numRuns: 5000 },
  );
  const [found] = findHits([{ text: '①㎏ ＡＢＣ笔记本电脑' }], splitQuery('abc笔记'), 1).found;
  assert.deepEqual(
    found?.marks.map((m) => found.text.slice(m.start, m.start + m.length)),
    ['ＡＢＣ笔记'],
  );
});
