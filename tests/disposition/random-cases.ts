// Cases nobody would think of: shipments split any way, up to 200 instructions of four authorities with repeats, stale places, withdrawals,
// ended validity and objects nobody knows.
import fc from 'fast-check';
import { combineRules } from '../../src/hub/disposition/combine-rules.ts';
import {
  type ControlledObject,
  type Instruction,
  instructionKinds,
  type ObjectType,
  type Outcome,
} from '../../src/hub/disposition/contract.ts';
import { jurisdiction } from '../../src/hub/disposition/jurisdiction.ts';
import { type PrecedenceRule, precedence } from '../../src/hub/disposition/precedence.ts';
import { splitObjects } from '../../src/hub/disposition/split-objects.ts';
import type { AuthorityId } from '../../src/kernel/party.ts';
import type { Case } from './naive-evaluator.ts';

const asOf = '2026-11-20T08:00:00.000Z';
const authorities: readonly AuthorityId[] = ['customs', 'border-inspection', 'maritime', 'commerce'];

type Plan = { readonly type: ObjectType; readonly within: readonly number[]; readonly facts: readonly boolean[] };
const level = (types: readonly ObjectType[], min: number, max: number) =>
  fc.array(
    fc.record({
      type: fc.constantFrom(...types),
      within: fc.array(fc.nat(20), { maxLength: 3 }),
      facts: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    }),
    { minLength: min, maxLength: max },
  );
const shipment = fc
  .tuple(
    level(['conveyance'], 0, 2),
    level(['bill'], 0, 2),
    level(['container'], 0, 4),
    level(['package', 'express-parcel', 'mail'], 0, 3),
    level(['declaration'], 0, 2),
    level(['goods-line'], 0, 5),
  )
  .map(([ships, bills, boxes, pieces, papers, lines]) => {
    const made: ControlledObject[] = [];
    const make = (plans: readonly Plan[], ...parents: readonly (readonly ControlledObject[])[]) =>
      plans.map(({ type, within, facts: [water, dangerous, licensed, amended] }, n): ControlledObject => {
        const key = `${type[0]}${n}`.toUpperCase();
        const pick = (from: readonly ControlledObject[]) =>
          from.length === 0 ? [] : within.map((i) => from[i % from.length]?.id ?? '');
        const object = {
          id: `${type}:${key}`,
          type,
          key,
          label: { zh: key, en: key },
          within: parents.flatMap(pick),
          facts: {
            transportMode: water ? '2' : '3',
            dangerous: String(dangerous),
            licensed: String(licensed),
            version: amended ? '2' : '1',
            ...(amended && water ? { 'version.customs': '1' } : {}),
            since: licensed && dangerous ? '2025-06-01T00:00:00.000Z' : '2026-11-20T00:00:00.000Z',
          },
        };
        made.push(object);
        return object;
      });
    const s = make(ships);
    const b = make(bills, s);
    const c = make(boxes, b);
    const p = make(pieces, c.length > 0 ? c : b);
    const d = make(papers);
    make(lines, d.slice(0, 1), [...c, ...p]);
    if (d[1])
      for (const [i, o] of made.entries())
        if (o.type === 'goods-line' && i % 2 === 0) made[i] = { ...o, within: [...o.within, d[1].id] };
    return made;
  });

const word = fc.record({
  authority: fc.constantFrom(...authorities),
  kind: fc.constantFrom(...instructionKinds),
  on: fc.array(fc.nat(17), { minLength: 1, maxLength: 3 }),
  sequence: fc.integer({ min: 1, max: 9 }),
  number: fc.constantFrom('A', 'B', 'C'),
  ended: fc.constantFrom(undefined, undefined, undefined, '2026-11-20T07:00:00.000Z', '2026-11-21T00:00:00.000Z'),
  forVersion: fc.constantFrom(undefined, 1, 2),
});
/** A few words, where most of the law shows, as often as very many. */
const wordsOf = fc.oneof(
  fc.array(word, { maxLength: 8 }),
  fc.array(word, { maxLength: 40 }),
  fc.array(word, { minLength: 40, maxLength: 200, size: 'max' }),
);

/** What keeps goods back in any order, before what lets them go: all that decision 0052 permits. */
const anyOrder = fc
  .shuffledSubarray<Outcome>(['refused', 'held', 'inspection-required', 'awaiting'], { minLength: 4 })
  .map((order): readonly Outcome[] => [...order, 'conditionally-released', 'released']);
/** The usual order only; another one from a day on that some objects were filed before; several, one after the other. */
const ordersOf = fc
  .array(fc.tuple(fc.constantFrom('2025-01-01', '2025-06-01', '2026-01-01', '2026-11-20'), anyOrder), { maxLength: 3 })
  .map((drawn) =>
    combineRules(
      precedence,
      drawn.map(
        ([validFrom, order], i): PrecedenceRule => ({
          kind: 'precedence',
          id: 'the-strictest-word-decides',
          version: `drawn ${i}`,
          clause: 'B16 三(一)3(1)',
          validFrom,
          order,
        }),
      ),
    ),
  );

/** As forms have it: boxes, packages in them and outside, goods lines in some, house bills. */
const filed = fc
  .record({
    boxes: fc.array(fc.constantFrom('', '1', '2', '1,3'), { maxLength: 3 }),
    pieces: fc.array(
      fc.record({
        box: fc.constantFrom('', 'BOX0', 'BOX1', 'BOX2'),
        lines: fc.constantFrom('', '1', '2,3', '3'),
        house: fc.constantFrom('', '', 'H1', 'H2'),
      }),
      { maxLength: 6 },
    ),
    goods: fc.array(fc.boolean(), { maxLength: 3 }),
    mode: fc.constantFrom('2', '3', '5', '6'),
    station: fc.constantFrom('', 'CKG-EXPRESS'),
  })
  .map(({ boxes, pieces, goods, mode, station }) =>
    splitObjects(
      {
        transportMode: mode,
        stationCode: station,
        billNumber: 'B1',
        conveyanceId: 'C1',
        containers: boxes.map((containerGoods, n) => ({ containerNumber: `BOX${n}`, containerGoods })),
        pieces: pieces.map((piece, n) => ({
          pieceNumber: `${n}`,
          pieceContainer: piece.box,
          pieceGoods: piece.lines,
          pieceBill: piece.house,
        })),
        goods: goods.map((dangerous) => (dangerous ? { unNumber: '1203' } : {})),
      },
      { number: 'PT1', version: 1, since: '2026-11-20T00:00:00.000Z' },
    ),
  );

export const anyCase: fc.Arbitrary<Case> = fc
  .tuple(fc.oneof(shipment, filed), wordsOf, ordersOf)
  .map(([objects, words, orders]) => ({
    objects,
    rules: jurisdiction,
    orders,
    asOf,
    instructions: words.map(({ on, ended, forVersion, ...rest }): Instruction => {
      const named = on.map((i) => objects[i % (objects.length + 1)]?.id ?? 'container:NOBODYKNOWS');
      return {
        ...rest,
        id: JSON.stringify([rest, named, ended, forVersion]),
        objects: named,
        reason: { zh: '因', en: 'because' },
        issuedAt: asOf,
        receivedAt: asOf,
        ...(ended ? { validUntil: ended } : {}),
        ...(forVersion ? { forVersion } : {}),
        source: { simulated: false },
      };
    }),
  }));
