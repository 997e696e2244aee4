// The combined disposition (汇总处置, P5; B16 三(一)3(1)): a pure function of the set of instructions, the objects and the
// rule tables. The same set in any order, with any repeats, gives the same result and the same explanation. It is
// recomputed, never patched; what an instruction cannot reach need not be computed again.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { partnerDay } from '../../kernel/instant.ts';
import type { ControlledObject, Disposition, Instruction, Outcome } from './contract.ts';
import { explain, explainOutcome } from './explain.ts';
import { holderOf, inHolderOrder, waiter } from './holders.ts';
import type { JurisdictionRule } from './jurisdiction.ts';
import { indexObjects } from './object-graph.ts';
import { type PrecedenceRule, precedence, precedenceOn } from './precedence.ts';
import { siftWords } from './sift-words.ts';
import { rulesFor, type Weight, weigher } from './weigh-object.ts';

export type CombineInput = {
  readonly objects: readonly ControlledObject[];
  readonly instructions: readonly Instruction[];
  readonly rules: readonly JurisdictionRule[];
  /** Which outcome decides; the shipped order when absent. */
  readonly orders?: readonly PrecedenceRule[];
  readonly asOf: string;
};
export type Evaluator = {
  /** The dispositions of all objects under this set of instructions, or of those that these of them can have changed. */
  decide(
    instructions: readonly Instruction[],
    asOf: string,
    changed?: readonly Instruction[],
  ): Map<string, Disposition>;
  /** The objects whose disposition these instructions can change, given all there are: a withdrawal reaches what it takes back. */
  reach(changed: readonly Instruction[], all: readonly Instruction[]): readonly string[];
  /** The rule by which the words on an object are put in order. */
  precedenceOf(objectId: string, asOf: string): PrecedenceRule;
};

const outcomeOfKind = {
  refuse: 'refused',
  hold: 'held',
  inspect: 'inspection-required',
  'conditional-release': 'conditionally-released',
  release: 'released',
  withdraw: 'released',
} as const satisfies Record<Instruction['kind'], Outcome>;

export const combineInstructions = (input: CombineInput): Map<string, Disposition> =>
  createEvaluator(input.objects, input.rules, input.orders).decide(input.instructions, input.asOf);

/** What is known of a case before anybody speaks; good for as long as its objects and the rules are the same. */
export function createEvaluator(
  given: readonly ControlledObject[],
  rules: readonly JurisdictionRule[],
  orders: readonly PrecedenceRule[] = precedence,
): Evaluator {
  const index = indexObjects(given);
  const { objects } = index;
  const inGivenOrder = given.map((object) => index.numberOf(object.id) ?? -1);
  /** By the day of asking, which decides only for objects that do not say since when they are filed. */
  const duties = new Map<string, readonly (readonly JurisdictionRule[])[]>();
  function dutiesOn(asOf: string): readonly (readonly JurisdictionRule[])[] {
    const day = partnerDay(asOf);
    const found = duties.get(day) ?? objects.map((object) => rulesFor(object, rules, day));
    if (!duties.has(day)) duties.clear();
    duties.set(day, found);
    return found;
  }
  /** Objects of one case are nearly always filed at one instant: one look-up. */
  const known = new Map<string, PrecedenceRule>();
  function orderOf(object: ControlledObject | undefined, asOf: string): PrecedenceRule {
    const at = object?.facts.since ?? asOf;
    const found = known.get(at) ?? precedenceOn(orders, partnerDay(at));
    if (object?.facts.since !== undefined) known.set(at, found);
    return found;
  }
  function reach(changed: readonly Instruction[], all: readonly Instruction[]): Iterable<number> {
    const touched = new Set(changed.flatMap((i) => objectsTouched(i, all)));
    const [first, ...more] = [...touched].map((object) => index.reach(object));
    return more.length === 0 ? (first ?? []) : new Set([first ?? [], ...more].flat());
  }
  return {
    decide(instructions, asOf, changed) {
      const words = siftWords(instructions, index, asOf);
      const dutiesOf = dutiesOn(asOf);
      const weigh = weigher(index, words, dutiesOf);
      const weighty = dutiesOf.map((of) => of.length > 0);
      for (const id of words.spokenOf) weighty[index.numberOf(id) ?? -1] = true;
      const shelfOf = shelves();
      const decided = new Map<string, Disposition>();
      const weightsOf = (n: number) => index.influences(n).flatMap((by) => (weighty[by] ? (weigh(by, n) ?? []) : []));
      const sharedBy = (n: number, object: ControlledObject, { alike, order }: Shelf): Shared => {
        let kind = alike.start(weighty[n] ? n : undefined);
        for (const by of index.influences(n)) {
          const weight = weighty[by] && weigh(by, n);
          if (weight) kind = alike.next(kind, weight.seenFrom === undefined ? by : -1 - n);
        }
        const shared = alike.shared[kind] ?? weighUp(object, weightsOf(n), order);
        alike.shared[kind] = shared;
        return shared;
      };
      const decide = (n: number) => {
        const object = objects[n];
        if (!object) return;
        const kin = weighty[n] ? undefined : index.kin(n);
        const shelf = shelfOf(orderOf(object, asOf));
        const shared = (kin && shelf.ofKin[kin]) || sharedBy(n, object, shelf);
        if (kin) shelf.ofKin[kin] = shared;
        decided.set(object.id, named(object, shared));
      };
      if (changed) for (const n of reach(changed, instructions)) decide(n);
      else for (const n of inGivenOrder) decide(n);
      return decided;
    },
    reach: (changed, all) => [...reach(changed, all)].map((n) => objects[n]?.id ?? ''),
    precedenceOf: (objectId, asOf) => orderOf(index.get(objectId), asOf),
  };
}
function objectsTouched(i: Instruction, all: readonly Instruction[]): readonly string[] {
  if (i.kind !== 'withdraw') return i.objects;
  return all.flatMap((j) => (j.authority === i.authority && j.number === i.number ? j.objects : []));
}

/**
 * Objects that the same things weigh on differ in their names only: what weighs on them, number after number, leads to what they share.
 * One that weighs itself stands for itself, and so does what is seen from it alone.
 */
function likeness() {
  const steps = new Map<number, number>();
  let kinds = 1;
  const next = (kind: number, by: number): number => {
    const step = kind * 2 ** 26 + by + 2 ** 25;
    const found = steps.get(step);
    if (found !== undefined) return found;
    steps.set(step, kinds);
    return kinds++;
  };
  const start = (own: number | undefined) => (own === undefined ? 0 : next(0, own));
  return { start, next, shared: [] as (Shared | undefined)[] };
}
/** What objects under one order share; nearly always one shelf for a case. */
type Shelf = {
  readonly order: PrecedenceRule;
  readonly alike: ReturnType<typeof likeness>;
  readonly ofKin: Shared[];
};
function shelves(): (order: PrecedenceRule) => Shelf {
  const all: Shelf[] = [];
  let last: Shelf | undefined;
  return (order) => {
    if (last?.order === order) return last;
    const found = all.find((one) => one.order === order) ?? { order, alike: likeness(), ofKin: [] };
    if (!all.includes(found)) all.push(found);
    last = found;
    return found;
  };
}
type Shared = Omit<Disposition, 'objectId'> & { readonly tail: Bilingual };
const named = (
  object: ControlledObject,
  { outcome, joint, inspectedBy, holders, explanation: e, tail }: Shared,
): Disposition => ({
  objectId: object.id,
  outcome,
  joint,
  inspectedBy,
  holders,
  explanation: {
    rule: e.rule,
    ruleVersion: e.ruleVersion,
    clause: e.clause,
    text: { zh: object.label.zh + tail.zh, en: object.label.en + tail.en },
    duties: e.duties,
    ...(e.terms ? { terms: e.terms } : {}),
    counts: e.counts,
    superseded: e.superseded,
    waitsFor: e.waitsFor,
    wouldChange: e.wouldChange,
  },
});

function weighUp(object: ControlledObject, weights: readonly Weight[], precedence: PrecedenceRule): Shared {
  const counting = weights.flatMap((w) => w.counting.map((instruction) => ({ instruction, via: w.object.id })));
  const counts = new Set(counting.map((c) => c.instruction.id));
  const waiting = weights.flatMap((w) =>
    w.duties.flatMap((d) => (d.spoken ? [] : [{ rule: d.rule, target: w.object }])),
  );
  const outcomes = new Set<Outcome>(counting.map(({ instruction }) => outcomeOfKind[instruction.kind]));
  if (waiting.length > 0) outcomes.add('awaiting');
  const outcome = precedence.order.find((o) => outcomes.has(o)) ?? 'released';
  const inspectedBy = [
    ...new Set(counting.flatMap(({ instruction: i }) => (i.kind === 'inspect' ? [i.authority] : []))),
  ].sort();
  const holders = inHolderOrder([
    ...counting.flatMap(({ instruction, via }) => holderOf(instruction, via, object)),
    ...waiting.map(({ rule, target }) => waiter(rule, target, object)),
  ]);
  const superseded = new Map(
    weights.flatMap((w) => w.superseded.filter((s) => !counts.has(s.id)).map((s) => [s.id, s] as const)),
  );
  const duties = weights.flatMap((w) => w.duties);
  const explanation = explain({
    outcome,
    precedence,
    counts,
    counting: counting.map((c) => c.instruction),
    superseded,
    duties,
    holders,
  });
  return {
    outcome,
    joint: inspectedBy.length > 1,
    inspectedBy,
    holders,
    explanation,
    tail: explainOutcome(outcome, explanation),
  };
}
