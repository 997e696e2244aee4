// The evaluator against the naive one, against itself in another order, and against itself step by step (P5). Each run prints its seed.
// DISPOSITION_CASES=100000 asks for more, DISPOSITION_SEED=… for the same again; what once differed is kept in counterexamples/.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { combineInstructions, createEvaluator } from '../../src/hub/disposition/combine-instructions.ts';
import type { Disposition } from '../../src/hub/disposition/contract.ts';
import { findCollisions } from '../../src/hub/disposition/find-collisions.ts';
import { jurisdiction } from '../../src/hub/disposition/jurisdiction.ts';
import { keepsBack, precedence } from '../../src/hub/disposition/precedence.ts';
import { type Case, judgeNaively } from './naive-evaluator.ts';
import { anyCase } from './random-cases.ts';

const CASES = Number(process.env.DISPOSITION_CASES ?? 300);
const SEED = Number(process.env.DISPOSITION_SEED ?? Date.now() % 2 ** 31);

function agrees(one: Case): void {
  for (const [id, d] of combineInstructions(one)) {
    const { waitsFor, counts } = d.explanation;
    assert.deepEqual({ outcome: d.outcome, waitsFor, inspectedBy: d.inspectedBy, counts }, judgeNaively(one, id), id);
  }
}
function check(t: { diagnostic(text: string): void }, property: fc.IProperty<unknown>, numRuns: number): void {
  t.diagnostic(`${numRuns} cases, DISPOSITION_SEED=${SEED}`);
  fc.assert(property as fc.IProperty<[unknown]>, { numRuns, seed: SEED });
}

test('[P5] the evaluator and a naive one, written apart, agree on any case', (t) => {
  const counted = new Map<string, number>();
  const property = fc.property(anyCase, (one) => {
    agrees(one);
    for (const { outcome } of combineInstructions(one).values()) counted.set(outcome, (counted.get(outcome) ?? 0) + 1);
  });
  check(t, property as fc.IProperty<unknown>, CASES);
  t.diagnostic(JSON.stringify(Object.fromEntries(counted)));
  assert.equal(counted.size, 6, 'every outcome comes about');
});

test('[P5] up to 200 instructions in any order, with any repeats: the same dispositions, explanations and collisions', (t) => {
  const property = fc.property(anyCase, fc.infiniteStream(fc.nat()), (one, noise) => {
    const repeated = [...one.instructions, ...one.instructions.filter((_, i) => i % 3 === 0)];
    const shuffled = repeated
      .map((i) => [noise.next().value as number, i] as const)
      .sort(([a], [b]) => a - b)
      .map(([, i]) => i);
    const again: Case = { ...one, objects: [...one.objects].reverse(), instructions: shuffled };
    const sorted = (c: Case) => [...combineInstructions(c)].sort(([a], [b]) => (a < b ? -1 : 1));
    assert.deepEqual(sorted(again), sorted(one));
    assert.deepEqual(
      findCollisions(shuffled, combineInstructions(again)),
      findCollisions(one.instructions, combineInstructions(one)),
    );
  });
  check(t, property as fc.IProperty<unknown>, Math.ceil(CASES / 2));
});

test('[P5] deciding only what an instruction can reach comes to the same as deciding everything', (t) => {
  const property = fc.property(anyCase, (one) => {
    const evaluator = createEvaluator(one.objects, one.rules, one.orders);
    const last = one.instructions.slice(-6);
    const said = one.instructions.slice(0, -6);
    const known = evaluator.decide(said, one.asOf);
    for (const instruction of last) {
      said.push(instruction);
      for (const [id, d] of evaluator.decide(said, one.asOf, [instruction])) known.set(id, d);
      assert.deepEqual(known, evaluator.decide(said, one.asOf));
    }
  });
  check(t, property as fc.IProperty<unknown>, Math.ceil(CASES / 4));
});

test('[P5] whatever order is permitted, the same goods may leave, by the same words, waiting for the same; the explanation names the rule', (t) => {
  const property = fc.property(anyCase, (one) => {
    const usual = combineInstructions({ ...one, orders: precedence });
    const seen = new Map((one.orders ?? []).map((rule) => [rule.version, rule]));
    for (const [id, d] of combineInstructions(one)) {
      const before = usual.get(id) as Disposition;
      assert.equal(keepsBack(d.outcome), keepsBack(before.outcome), id);
      const { counts, waitsFor, duties } = d.explanation;
      assert.deepEqual(
        { counts, waitsFor, duties, holders: d.holders, inspectedBy: d.inspectedBy },
        {
          counts: before.explanation.counts,
          waitsFor: before.explanation.waitsFor,
          duties: before.explanation.duties,
          holders: before.holders,
          inspectedBy: before.inspectedBy,
        },
      );
      if (d.outcome === before.outcome) continue;
      // Another one decides only by a rule that puts it first, and where it is named.
      const by = seen.get(d.explanation.ruleVersion)?.order ?? [];
      assert.ok(by.indexOf(d.outcome) < by.indexOf(before.outcome), `${id} ${d.explanation.ruleVersion}`);
      assert.equal(d.explanation.rule, 'the-strictest-word-decides');
    }
  });
  check(t, property as fc.IProperty<unknown>, Math.ceil(CASES / 2));
});

const kept = path.join(import.meta.dirname, 'counterexamples');
for (const file of readdirSync(kept).filter((name) => name.endsWith('.json')))
  test(`[P5] what once differed: ${file.replace('.json', '')}`, () => {
    const { expected, ...one } = JSON.parse(readFileSync(path.join(kept, file), 'utf8')) as Omit<Case, 'rules'> & {
      expected: Record<string, string>;
    };
    agrees({ ...one, rules: jurisdiction });
    const found = combineInstructions({ ...one, rules: jurisdiction });
    assert.deepEqual(Object.fromEntries(Object.keys(expected).map((id) => [id, found.get(id)?.outcome])), expected);
  });
