// Every sequence of up to four instructions out of thirty-six (1.7 million), against a reference written from the law alone (R6): whoever holds
// or inspects is not overruled by anybody else's release, and nothing leaves while somebody who must speak is silent.
// MODEL_LENGTH=5 goes deeper (62 million); MODEL_EVERY=1 asks the product for every sequence, not once for every set.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AuthorityId } from '../../kernel/party.ts';
import { combineInstructions } from './combine-instructions.ts';
import type { ControlledObject, Instruction, InstructionKind } from './contract.ts';
import { jurisdiction } from './jurisdiction.ts';

const LENGTH = Number(process.env.MODEL_LENGTH ?? 4);
const EVERY = process.env.MODEL_EVERY === '1';

type Letter = { by: AuthorityId; kind: InstructionKind; sequence: number; number: string };
const words = ['inspect', 'hold', 'release', 'conditional-release', 'refuse'] as const;
/** Both who must speak for a vessel say anything at any of three places of their order, and take back either case number. */
const letters: readonly Letter[] = [
  ...(['border-inspection', 'maritime'] as const).flatMap((by) => [
    ...[1, 2, 3].flatMap((sequence) =>
      words
        .filter((kind) => kind !== 'conditional-release' || sequence === 2)
        .map((kind): Letter => ({ by, kind, sequence, number: sequence === 2 ? 'B' : 'A' })),
    ),
    ...[2, 3].flatMap((sequence) => ['A', 'B'].map((number): Letter => ({ by, kind: 'withdraw', sequence, number }))),
  ]),
  // customs need not speak for a vessel, but may
  { by: 'customs', kind: 'hold', sequence: 1, number: 'A' },
  { by: 'customs', kind: 'release', sequence: 2, number: 'A' },
];

// ---- the reference: reads the sequence as it arrives, knows no objects, no sets and nothing of the product ----
const MUST_SPEAK: readonly AuthorityId[] = ['border-inspection', 'maritime'];
const STRICTNESS = { release: 0, 'conditional-release': 1, silent: 2, inspect: 3, hold: 4, refuse: 5 } as const;
const RESULT = ['released', 'conditionally-released', 'awaiting', 'inspection-required', 'held', 'refused'] as const;

/** How strict this authority stands: its latest word that it has not taken back; of two in one place the stricter. */
function stance(of: AuthorityId, sequence: readonly Letter[]): number | undefined {
  let place = 0;
  let strictness: number | undefined;
  for (const said of sequence) {
    if (said.by !== of || said.kind === 'withdraw' || said.sequence < place) continue;
    const takenBack = sequence.some(
      (w) => w.by === of && w.kind === 'withdraw' && w.number === said.number && w.sequence >= said.sequence,
    );
    if (takenBack) continue;
    const strict = STRICTNESS[said.kind];
    strictness = said.sequence > place ? strict : Math.max(strict, strictness ?? 0);
    place = said.sequence;
  }
  return strictness;
}
function judge(sequence: readonly Letter[]): (typeof RESULT)[number] {
  let strictest = 0;
  for (const authority of MUST_SPEAK) strictest = Math.max(strictest, stance(authority, sequence) ?? STRICTNESS.silent);
  return RESULT[Math.max(strictest, stance('customs', sequence) ?? 0)] ?? 'refused';
}
// ---- end of the reference ----

const vessel: ControlledObject = {
  id: 'conveyance:V',
  type: 'conveyance',
  key: 'V',
  label: { zh: '船', en: 'Vessel' },
  within: [],
  facts: { transportMode: '2', since: '2026-11-20T00:00:00.000Z' },
};
const instructions: readonly Instruction[] = letters.map(({ by, kind, sequence, number }) => ({
  id: `${by} ${kind} ${sequence} ${number}`,
  authority: by,
  kind,
  objects: [vessel.id],
  number,
  sequence,
  reason: { zh: '因', en: 'because' },
  issuedAt: '2026-11-20T01:00:00.000Z',
  receivedAt: '2026-11-20T01:00:00.000Z',
  source: { simulated: false },
}));
const outcomeOf = (indexes: readonly number[]): string =>
  combineInstructions({
    objects: [vessel],
    instructions: indexes.flatMap((i) => instructions[i] ?? []),
    rules: jurisdiction,
    asOf: '2026-11-20T02:00:00.000Z',
  }).get(vessel.id)?.outcome ?? '';

test('[P5][P7] no sequence of instructions lets anything go that somebody holds or has not spoken for', (t) => {
  const known = new Map<number, string>();
  const counted = { sequences: 0, sets: 0, released: 0 };
  const said: Letter[] = [];
  const indexes: number[] = [];

  /** Sets are asked for once, in the order of their first arrival and in the opposite one. */
  function product(): string {
    if (EVERY) return outcomeOf(indexes);
    let key = 0;
    for (const i of [...new Set(indexes)].sort((a, b) => a - b)) key = key * (letters.length + 1) + i + 1;
    let outcome = known.get(key);
    if (outcome === undefined) {
      outcome = outcomeOf(indexes);
      assert.equal(outcomeOf([...indexes].reverse()), outcome, JSON.stringify(said));
      known.set(key, outcome);
      counted.sets += 1;
    }
    return outcome;
  }
  function walk(): void {
    counted.sequences += 1;
    const [expected, outcome] = [judge(said), product()];
    if (outcome !== expected) assert.equal(outcome, expected, JSON.stringify(said));
    if (outcome === 'released') counted.released += 1;
    if (said.length === LENGTH) return;
    for (const [i, letter] of letters.entries()) {
      said.push(letter);
      indexes.push(i);
      walk();
      said.pop();
      indexes.pop();
    }
  }
  walk();
  t.diagnostic(`${counted.sequences} sequences, ${counted.sets} different sets, ${counted.released} of them released`);
  assert.ok(counted.sequences >= 1_000_000 && counted.released > 1000);
});
