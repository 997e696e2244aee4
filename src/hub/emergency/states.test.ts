// The life of an act on paper: a random walk of steps never leaves the table, and two states are for ever.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { paperActStates, type PaperActState } from './contract.ts';
import { nextPaperState, type PaperStep, paperTransitions } from './states.ts';

const steps: PaperStep[] = ['confirm', 'reject', 'agree', 'differ', 'settle'];

test('[M10] whatever happens to a paper, it counts only after a second person, and ends only where it may', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps)), (walk) => {
      let state: PaperActState = 'entered';
      let confirmed = false;
      for (const step of walk) {
        const next = nextPaperState(state, step);
        if (!next) continue;
        if (step === 'confirm') confirmed = true;
        assert.ok(!['rejected', 'settled'].includes(state), 'nothing follows an end');
        state = next;
        if (['effective', 'confirmed', 'differing', 'settled'].includes(state)) assert.ok(confirmed);
      }
    }),
  );
});

test('[M10] every state can be reached, and from every state that is open an end', () => {
  const reached = new Set<PaperActState>(['entered']);
  for (let grew = true; grew; ) {
    grew = false;
    for (const state of [...reached])
      for (const next of Object.values(paperTransitions[state])) {
        grew ||= !reached.has(next);
        reached.add(next);
      }
  }
  assert.deepEqual([...reached].sort(), [...paperActStates].sort());
});
