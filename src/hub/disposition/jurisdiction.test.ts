// Clauses are shown by the notices' own numbers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jurisdiction } from './jurisdiction.ts';
import { spellClause } from '../../kernel/clause.ts';

test('[P5] a clause is shown by the number of its notice', () => {
  assert.equal(spellClause('B16 三(一)3(1); 三(二) 边检'), '渝府办发〔2016〕65号 三(一)3(1)；三(二) 边检');
  assert.equal(spellClause('B16 三(三)4; CQ18 3'), '渝府办发〔2016〕65号 三(三)4；渝府办〔2018〕6号 3');
  assert.equal(spellClause('X99 一'), 'X99 一');
});

test('[P5] no rule of jurisdiction cites a notice by a name only we know', () => {
  for (const rule of jurisdiction) assert.doesNotMatch(spellClause(rule.clause), /(B16|CQ18|GF18|NB18)/, rule.id);
});
