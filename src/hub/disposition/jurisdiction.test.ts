// Clauses are shown by the notices' own numbers, and nothing that is law in the platform goes without one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channels } from '../../channels/index.ts';
import { spellClause } from '../../kernel/clause.ts';
import { expiry } from './expiry.ts';
import { jurisdiction } from './jurisdiction.ts';
import { precedence } from './precedence.ts';
import { terms } from './terms.ts';

test('[P5] a clause is shown by the number of its notice', () => {
  assert.equal(spellClause('B16 三(一)3(1); 三(二) 边检'), '渝府办发〔2016〕65号 三(一)3(1)；三(二) 边检');
  assert.equal(spellClause('B16 三(三)4; CQ18 3'), '渝府办发〔2016〕65号 三(三)4；渝府办〔2018〕6号 3');
  assert.equal(spellClause('X99 一'), 'X99 一');
});

test('[P5] every rule, of whatever kind or brought by a channel, and every term of release cites a place in a notice', () => {
  const law = [
    ...[...jurisdiction, ...precedence, ...expiry].map(({ id, clause }) => ({ id, clause })),
    ...channels.flatMap(({ id, mustSpeak }) => (mustSpeak ? [{ id, clause: mustSpeak.clause }] : [])),
    ...Object.entries(terms).map(([id, { clause }]) => ({ id, clause })),
  ];
  assert.ok(law.length > jurisdiction.length + Object.keys(terms).length, 'channels bring rules');
  for (const { id, clause } of law) assert.match(spellClause(clause), /^(渝府办|国发|甬口岸)\S*〔20\d\d〕\d+号 \S/, id);
});
