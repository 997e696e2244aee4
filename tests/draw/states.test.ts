// Whose turn it is and whose fault (M6), over every state and both sides of each time limit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultOf, mayContribute, type Standing, stateOf } from '../../src/hub/draw/states.ts';

const opened: Standing = {
  openedAt: '2026-11-20T00:00:00.000Z',
  contributors: ['maritime', 'commerce'],
  contributed: [],
  contributeBy: '2026-11-20T10:00:00.000Z',
};
const frozen = { ...opened, frozenAt: '2026-11-20T00:00:01.000Z' };
const whole = { ...frozen, contributed: ['commerce', 'maritime'], lastContributedAt: '2026-11-20T09:00:00.000Z' };
const at = (time: string) => `2026-11-20T${time}.000Z`;

test('[M6] the state follows from what there is', () => {
  assert.equal(stateOf(opened), 'opened');
  assert.equal(stateOf({ ...frozen, contributed: ['maritime'] }), 'frozen');
  assert.equal(stateOf(whole), 'contributed');
  assert.equal(stateOf({ ...whole, revealedAt: at('09:00:01') }), 'revealed');
});

test('[M6] a nonce is taken from the freezing to the time limit, and no longer', () => {
  assert.equal(mayContribute(opened, at('00:30:00')), false);
  assert.equal(mayContribute(frozen, at('10:00:00')), true);
  assert.equal(mayContribute(frozen, at('10:00:01')), false);
  assert.equal(mayContribute(whole, at('09:30:00')), false);
});

test('[M6] whoever does not do his part in time is named', () => {
  const partiesOf = (draw: Standing, now: string) => faultOf(draw, now)?.parties;
  assert.equal(partiesOf(opened, at('01:00:00')), undefined);
  assert.deepEqual(partiesOf(opened, at('01:00:01')), ['platform']);
  assert.equal(partiesOf(frozen, at('10:00:00')), undefined);
  assert.deepEqual(partiesOf(frozen, at('10:00:01')), ['maritime', 'commerce']);
  assert.deepEqual(partiesOf({ ...frozen, contributed: ['commerce'] }, at('10:00:01')), ['maritime']);
  assert.equal(partiesOf(whole, at('10:00:00')), undefined);
  assert.deepEqual(partiesOf(whole, at('10:00:01')), ['platform']);
  assert.equal(partiesOf({ ...whole, revealedAt: at('09:00:01') }, at('23:00:00')), undefined);
});
