// The combined disposition (汇总处置, P5; B16 三(一)3(1)): a pure function of the set of instructions, the objects and the
// rule tables. The same set in any order, with any repeats, gives the same result and the same explanation. It is
// recomputed, never patched.
import { spellClause } from '../../kernel/clause.ts';
import { evaluate } from '../../kernel/condition.ts';
import { plusMs } from '../../kernel/instant.ts';
import { authorities, type AuthorityId } from '../../kernel/party.ts';
import type { ControlledObject, Disposition, Holder, Instruction, Outcome } from './contract.ts';
import { explain, frees, type Superseded, waitsReason } from './explain.ts';
import type { JurisdictionRule } from './jurisdiction.ts';
import { indexObjects, type ObjectIndex } from './object-graph.ts';

export type CombineInput = {
  readonly objects: readonly ControlledObject[];
  readonly instructions: readonly Instruction[];
  readonly rules: readonly JurisdictionRule[];
  readonly asOf: string;
};

/** Strictest first (P5 precedence; published on the collision desk). */
const precedence: readonly Outcome[] = [
  'refused',
  'held',
  'inspection-required',
  'awaiting',
  'conditionally-released',
  'released',
];
const RELEASES = new Set(['release', 'conditional-release']);
const outcomeOfKind = {
  refuse: 'refused',
  hold: 'held',
  inspect: 'inspection-required',
  'conditional-release': 'conditionally-released',
  release: 'released',
  withdraw: 'released',
} as const satisfies Record<Instruction['kind'], Outcome>;
const holderOfKind = {
  refuse: 'refuse',
  hold: 'hold',
  inspect: 'inspect',
  'conditional-release': 'condition',
} as const;

export function combineInstructions(input: CombineInput): Map<string, Disposition> {
  const index = indexObjects(input.objects);
  const { live, superseded } = sift(input, index);
  return new Map(input.objects.map((object) => [object.id, disposeOf(object, index, live, superseded, input)]));
}

/** Instructions that still count, by object; and why each other one does not. */
function sift(
  input: CombineInput,
  index: ObjectIndex,
): { live: Map<string, Instruction[]>; superseded: Map<string, Superseded> } {
  const all = unique(input.instructions);
  const superseded = new Map<string, Superseded>();
  const drop = (i: Instruction, by: string, why: Superseded['why']) =>
    void (superseded.has(i.id) || superseded.set(i.id, { id: i.id, by, why }));
  for (const i of all) if (i.validUntil !== undefined && i.validUntil <= input.asOf) drop(i, i.id, 'expired');
  for (const w of all.filter((i) => i.kind === 'withdraw')) {
    for (const i of all)
      if (
        i !== w &&
        i.kind !== 'withdraw' &&
        i.authority === w.authority &&
        i.number === w.number &&
        i.sequence <= w.sequence
      )
        drop(i, w.id, 'withdrawn');
  }
  const standing = all.filter((i) => i.kind !== 'withdraw' && !superseded.has(i.id));
  const placed = standing.flatMap((instruction) =>
    instruction.objects.filter((o) => index.has(o)).map((object) => ({ instruction, object })),
  );
  const byAuthorityAndObject = new Map<string, Instruction[]>();
  for (const { instruction, object } of placed)
    push(byAuthorityAndObject, `${instruction.authority} ${object}`, instruction);

  const live = new Map<string, Instruction[]>();
  const lost = new Map<string, Superseded>();
  for (const { instruction, object } of placed) {
    const winner = index
      .covers(object)
      .flatMap(
        (cover) => byAuthorityAndObject.get(`${instruction.authority} ${cover}`)?.map((j) => ({ j, cover })) ?? [],
      )
      .find(({ j, cover }) => beats(j, instruction, cover === object));
    if (speaksForOlderVersion(instruction, index.get(object)))
      lost.set(instruction.id, { id: instruction.id, by: object, why: 'older-version' });
    else if (winner)
      lost.set(instruction.id, {
        id: instruction.id,
        by: winner.j.id,
        why: winner.cover === object ? 'newer' : 'covered',
      });
    else push(live, object, instruction);
  }
  const stillLive = new Set([...live.values()].flat().map((i) => i.id));
  for (const [id, entry] of lost) if (!stillLive.has(id) && !superseded.has(id)) superseded.set(id, entry);
  return { live, superseded };
}

/** On the same object any later word counts; from a covering object only a later release lifts what is below. */
const beats = (later: Instruction, earlier: Instruction, sameObject: boolean): boolean =>
  later.sequence > earlier.sequence && (sameObject || (RELEASES.has(later.kind) && !RELEASES.has(earlier.kind)));

/** A release was given for what was filed then; an amendment must be released anew. */
const speaksForOlderVersion = (i: Instruction, object: ControlledObject | undefined): boolean =>
  RELEASES.has(i.kind) &&
  i.forVersion !== undefined &&
  object !== undefined &&
  (object.type === 'declaration' || object.type === 'goods-line') &&
  i.forVersion < Number(object.facts.version ?? 1);

function unique(instructions: readonly Instruction[]): Instruction[] {
  const byId = new Map(instructions.map((i) => [i.id, i]));
  return [...byId.values()].sort(
    (a, b) => compare(a.authority, b.authority) || a.sequence - b.sequence || compare(a.id, b.id),
  );
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function disposeOf(
  object: ControlledObject,
  index: ObjectIndex,
  live: ReadonlyMap<string, Instruction[]>,
  superseded: ReadonlyMap<string, Superseded>,
  input: CombineInput,
): Disposition {
  const influences = index.influences(object.id);
  const counting = influences.flatMap((id) => (live.get(id) ?? []).map((instruction) => ({ instruction, via: id })));
  const spoken = (authority: AuthorityId, id: string) =>
    index.covers(id).some((cover) => (live.get(cover) ?? []).some((i) => i.authority === authority));
  const duties = influences.flatMap((id) => {
    const target = index.get(id);
    return target
      ? input.rules
          .filter(
            (r) => r.object === target.type && r.validFrom <= input.asOf.slice(0, 10) && evaluate(r.when, target.facts),
          )
          .map((rule) => ({ rule, target }))
      : [];
  });
  const waiting = duties.filter(({ rule, target }) => !spoken(rule.authority, target.id));
  const outcomes: Outcome[] = [
    ...counting.map(({ instruction }) => outcomeOfKind[instruction.kind]),
    ...(waiting.length > 0 ? (['awaiting'] as const) : []),
  ];
  const outcome = precedence.find((o) => outcomes.includes(o)) ?? 'released';
  const inspectedBy = [
    ...new Set(counting.flatMap(({ instruction }) => (instruction.kind === 'inspect' ? [instruction.authority] : []))),
  ].sort();
  const holders = [
    ...counting.flatMap(({ instruction, via }) => holderOf(instruction, via, object)),
    ...waiting.map(({ rule, target }) => waiter(rule, target, object)),
  ].sort((a, b) =>
    compare(
      `${a.authority} ${a.kind} ${a.instructionId ?? ''} ${a.via ?? ''}`,
      `${b.authority} ${b.kind} ${b.instructionId ?? ''} ${b.via ?? ''}`,
    ),
  );
  return {
    objectId: object.id,
    outcome,
    joint: inspectedBy.length > 1,
    inspectedBy,
    holders,
    explanation: explain({
      object,
      outcome,
      counting: counting.map((c) => c.instruction),
      superseded: relevant(superseded, input.instructions, influences),
      waiting: waiting.map((w) => w.rule),
      duties: duties.map((d) => d.rule),
      holders,
    }),
  };
}

function relevant(
  superseded: ReadonlyMap<string, Superseded>,
  instructions: readonly Instruction[],
  influences: readonly string[],
): Superseded[] {
  const touches = new Set(instructions.filter((i) => i.objects.some((o) => influences.includes(o))).map((i) => i.id));
  return [...superseded.values()].filter((s) => touches.has(s.id)).sort((a, b) => compare(a.id, b.id));
}

function holderOf(i: Instruction, via: string, object: ControlledObject): Holder[] {
  if (i.kind === 'release' || i.kind === 'withdraw') return [];
  const kind = holderOfKind[i.kind];
  const name = authorities[i.authority];
  return [
    {
      authority: i.authority,
      kind,
      since: i.issuedAt,
      reason: i.reason,
      ...(i.legalBasis ? { legalBasis: i.legalBasis } : {}),
      frees: frees(kind, name, i),
      clock: {
        party: kind === 'condition' ? 'trader' : 'authority',
        name: kind === 'condition' ? { zh: '企业', en: 'Trader' } : name,
        ...(i.validUntil ? { dueAt: i.validUntil } : {}),
      },
      instructionId: i.id,
      ...(via === object.id ? {} : { via }),
    },
  ];
}

function waiter(rule: JurisdictionRule, target: ControlledObject, object: ControlledObject): Holder {
  const since = target.facts.since ?? '1970-01-01T00:00:00.000Z';
  const name = authorities[rule.authority];
  return {
    authority: rule.authority,
    kind: 'not-yet-spoken',
    since,
    reason: waitsReason(name, target),
    legalBasis: spellClause(rule.clause),
    frees: frees('not-yet-spoken', name),
    clock: { party: 'authority', name, dueAt: plusMs(since, rule.limitMinutes * 60_000) },
    ...(target.id === object.id ? {} : { via: target.id }),
  };
}
