// What one more word changes is decided from what the process knows of the case, and comes to the same as deciding everything again (P5);
// a word given until an instant counts no longer after it, though nobody says so.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { combineInstructions } from '../../src/hub/disposition/combine-instructions.ts';
import type { Disposition, InstructionKind } from '../../src/hub/disposition/contract.ts';
import { findCollisions } from '../../src/hub/disposition/find-collisions.ts';
import { createWordsWatch } from '../../src/hub/disposition/index.ts';
import { lawOf } from '../../src/hub/disposition/rules-in-force.ts';
import { readCase } from '../../src/hub/disposition/store.ts';
import type { AuthorityId } from '../../src/kernel/party.ts';
import { boxNumber, type Cases, startCases } from './cases.ts';

const SEED = Number(process.env.KNOWN_CASES_SEED ?? Date.now() % 1_000_000);
const WORDS = Number(process.env.KNOWN_CASES_WORDS ?? 60);
let cases: Cases;
let watch: ReturnType<typeof createWordsWatch>;
before(async () => {
  cases = await startCases();
  watch = createWordsWatch({ unitOfWork: cases.hub.unitOfWork, onFault: (error) => cases.hub.faults.push(error) });
});
after(() => cases.stop());

/** Numbers that follow from the seed (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) % below;
  };
}
const sorted = (all: Iterable<Disposition>) => [...all].sort((a, b) => (a.objectId < b.objectId ? -1 : 1));
/** What is stored is what the whole set of words comes to now. */
async function assertDecided(id: string, step: string): Promise<void> {
  const { state, now } = await cases.hub.run(async (context) => ({
    state: await readCase(context, id),
    now: context.now,
  }));
  const { jurisdiction: rules, precedence: orders } = lawOf(state.approved);
  const { objects, instructions } = state;
  const whole = combineInstructions({ objects, instructions, rules, orders, asOf: now });
  assert.deepEqual(sorted(state.outcomes), sorted(JSON.parse(JSON.stringify([...whole.values()]))), step);
  const rows = await collisionsOf(id);
  const found = findCollisions(state.instructions, whole).map((one) => one.id);
  assert.deepEqual(
    rows.filter((row) => row.state === 'open' && !found.includes(row.id)),
    [],
    `${step}: open, and no contradiction any more`,
  );
  assert.deepEqual(
    found.filter((one) => !rows.some((row) => row.id === one)),
    [],
    `${step}: a contradiction that nobody was told of`,
  );
  disputed = Math.max(disputed, rows.filter((row) => row.state === 'open').length);
}
let disputed = 0;
const collisionsOf = (id: string) =>
  cases.hub.run(
    async (context) =>
      (
        await sql<{ id: string; state: string }>`
          select id, state from disposition.collision where shipment_id = ${id}`.execute(context.db)
      ).rows,
  );
const told = async (id: string) =>
  (await cases.hub.events('disposition.changed')).filter((told) => told.shipmentId === id).at(-1) as {
    outcomes: string[];
  };

for (const boxes of [3, 230])
  test(`[P5] one word after the other on a case of ${boxes} boxes comes to what all of them come to (seed ${SEED})`, async (t) => {
    t.diagnostic(`KNOWN_CASES_SEED=${SEED}`);
    const pick = chance(SEED + boxes);
    const numbers = Array.from({ length: boxes }, (_, i) => boxNumber(500_001 + boxes * 1000 + i));
    const id = await cases.file(`KNOWN-${boxes}`, {
      containers: numbers.map((containerNumber, i) => ({
        containerNumber,
        containerSpec: '11',
        containerGoods: i % 2 ? '1' : '2',
        containerGoodsMassKg: '1',
      })),
    });
    const { objects } = await cases.view(id);
    const ids = objects.map((o) => o.id);
    const kinds: readonly InstructionKind[] = ['release', 'hold', 'inspect', 'release', 'withdraw', 'refuse', 'hold'];
    const authorities: readonly AuthorityId[] = ['customs', 'border-inspection', 'maritime'];
    const one = <T>(of: readonly T[]): T => of[pick(of.length)] as T;
    const few = ids.filter((object) => !object.startsWith('container:'));
    for (let n = 0; n < WORDS; n++) {
      const kind = one(kinds);
      const on = [...new Set([one(pick(3) === 0 ? few : ids), ...(pick(4) === 0 ? [one(ids)] : [])])];
      const until =
        pick(6) === 0 ? new Date(cases.hub.clock.now().getTime() + 60_000 * (1 + pick(5))).toISOString() : '';
      await cases.say(one(authorities), {
        kind,
        on,
        sequence: 1 + pick(40),
        number: `N${pick(12)}`,
        shipmentId: id,
        ...(until ? { validUntil: until } : {}),
      });
      if (pick(5) === 0) {
        cases.hub.clock.advance(60_000 * (1 + pick(3)));
        while (await watch.step());
        await cases.hub.settle();
      }
      // From here on every word is decided beside a contradiction that no other word ends.
      if (n === Math.floor(WORDS / 3))
        for (const kind of ['release', 'hold'] as const)
          await cases.say('customs', {
            kind,
            on: [`container:${numbers[1]}`],
            sequence: 41,
            number: `D${kind}`,
            shipmentId: id,
          });
      if (n === WORDS / 2)
        // Another document brings another object, by whatever statement.
        await cases.hub.run((context) =>
          sql`insert into disposition.object (shipment_id, id, type, body)
            select shipment_id, 'package:KNOWN', 'package', jsonb_build_object('id', 'package:KNOWN', 'type', 'package', 'key', 'KNOWN',
              'label', jsonb_build_object('zh', '件', 'en', 'package'), 'within', jsonb_build_array(${`container:${numbers[0]}`}::text), 'facts', body -> 'facts')
            from disposition.object where shipment_id = ${id} and id = ${`container:${numbers[0]}`}`.execute(
            context.db,
          ),
        );
      else await assertDecided(id, `word ${n}: ${kind} on ${on.join()}`);
    }
    assert.ok(disputed > 0, 'nothing was decided beside an open contradiction');
    const last = await told(id);
    const { outcomes } = await cases.hub.run((context) => readCase(context, id));
    assert.deepEqual([...last.outcomes].sort(), outcomes.map((d) => d.outcome).sort());
  });

test('[P5] beside an open contradiction a word is decided where it reaches and nowhere else; the contradiction stays open until its own words end', async () => {
  const id = await cases.file('DISPUTED-1');
  const { objects } = await cases.view(id);
  const on = (type: string) => objects.find((o) => o.type === type)?.id ?? '';
  const [disputed, paper, other] = [on('conveyance'), on('declaration'), 'container:CQPU1000014'];
  await cases.say('customs', { kind: 'release', on: [disputed], sequence: 5, number: 'A', shipmentId: id });
  await cases.say('customs', { kind: 'hold', on: [disputed], sequence: 5, number: 'B', shipmentId: id });
  const states = async () => (await collisionsOf(id)).map((row) => row.state);
  assert.deepEqual(await states(), ['open']);
  // A mark on what the next word does not reach: whoever decided it again would write over it.
  const marked = () =>
    cases.hub.run(async (context) =>
      (
        await sql<{ object_id: string }>`
            select object_id from disposition.outcome where shipment_id = ${id} and disposition ? 'mark'`.execute(
          context.db,
        )
      ).rows.map((row) => row.object_id),
    );
  await cases.hub.run((context) =>
    sql`update disposition.outcome set disposition = disposition || '{"mark":true}'
      where shipment_id = ${id} and object_id in (${disputed}, ${paper})`.execute(context.db),
  );
  await cases.say('border-inspection', { kind: 'hold', on: [other], sequence: 1, number: 'C', shipmentId: id });
  assert.match(
    JSON.stringify((await cases.view(id)).objects.find((o) => o.id === other)?.disposition),
    /border-inspection/,
  );
  assert.deepEqual((await marked()).sort(), [disputed, paper].sort());
  assert.deepEqual(await states(), ['open']);
  await cases.say('customs', { kind: 'withdraw', on: [], sequence: 6, number: 'B', shipmentId: id });
  assert.deepEqual(await states(), ['resolved']);
  assert.ok(!(await marked()).includes(disputed), 'what the withdrawal reaches is decided again');
});

test('[P5][P7] a hold until an instant ends with it: told, decided again, and the goods go', async () => {
  const id = await cases.file('ENDS-1');
  const { objects } = await cases.view(id);
  const on = (type: string) => objects.filter((o) => o.type === type).map((o) => o.id);
  const until = new Date(cases.hub.clock.now().getTime() + 3_600_000).toISOString().replace('.000Z', 'Z');
  const box = 'container:CQPU1000014';
  await cases.say('maritime', { kind: 'hold', on: [box], sequence: 1, shipmentId: id, validUntil: until });
  await cases.say('customs', { kind: 'release', on: on('declaration'), sequence: 10, shipmentId: id });
  await cases.say('border-inspection', { kind: 'release', on: on('conveyance'), sequence: 10, shipmentId: id });
  assert.equal((await cases.outcomes(id))[box], 'held');
  cases.hub.clock.advance(3_599_000);
  // Words on other cases may have ended too.
  while (await watch.step());
  assert.equal((await cases.outcomes(id))[box], 'held', 'not before its time');
  cases.hub.clock.advance(1000);
  assert.equal(await watch.step(), true);
  assert.equal(await watch.step(), false, 'once');
  await cases.hub.settle();
  assert.equal((await cases.outcomes(id))[box], 'released');
  assert.deepEqual((await cases.releases(id))[box], ['granted']);
  const ended = (await cases.hub.events('instruction.ended')).filter((told) => told.shipmentId === id);
  assert.equal(ended.length, 1);
});

test('[P5] a release until an instant does not outlive it', async () => {
  const id = await cases.file('ENDS-2');
  const { objects } = await cases.view(id);
  const on = (type: string) => objects.filter((o) => o.type === type).map((o) => o.id);
  const until = new Date(cases.hub.clock.now().getTime() + 600_000).toISOString();
  await cases.say('customs', {
    kind: 'release',
    on: on('declaration'),
    sequence: 1,
    shipmentId: id,
    validUntil: until,
  });
  await cases.say('border-inspection', { kind: 'release', on: on('conveyance'), sequence: 1, shipmentId: id });
  const box = 'container:CQPU1000014';
  assert.deepEqual((await cases.releases(id))[box], ['granted']);
  cases.hub.clock.advance(600_000);
  await watch.step();
  await cases.hub.settle();
  assert.equal((await cases.outcomes(id))[box], 'awaiting');
  assert.deepEqual((await cases.releases(id))[box], ['revoked']);
});
