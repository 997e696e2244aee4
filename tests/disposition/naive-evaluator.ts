// The law of the combined disposition once more, read straight off docs/decisions/0024 and knowing nothing of the product but its words:
// pairs of objects, loops over everything, no order, no memory. Slow, and meant to be easy to believe.
import type { ControlledObject, Instruction } from '../../src/hub/disposition/contract.ts';
import type { JurisdictionRule } from '../../src/hub/disposition/jurisdiction.ts';
import type { PrecedenceRule } from '../../src/hub/disposition/precedence.ts';
import { evaluate } from '../../src/kernel/condition.ts';

export type Verdict = { outcome: string; waitsFor: string[]; inspectedBy: string[]; counts: string[] };
export type Case = {
  objects: ControlledObject[];
  instructions: Instruction[];
  rules: readonly JurisdictionRule[];
  /** Which outcome decides, by days; before and beside all of them the order of decision 0024. */
  orders?: readonly PrecedenceRule[];
  asOf: string;
};
const USUAL = ['refused', 'held', 'inspection-required', 'awaiting', 'conditionally-released', 'released'];

const HEIGHT = ['goods-line', 'package express-parcel mail', 'container', 'bill', 'conveyance declaration'];
const heightOf = (o: ControlledObject) => HEIGHT.findIndex((types) => types.split(' ').includes(o.type));
const UNITS = ['container', 'package', 'express-parcel', 'mail'];
const releasing = (i: Instruction) => i.kind.endsWith('release');

export function judgeNaively(of: Case, id: string): Verdict {
  const find = (wanted: string) => of.objects.find((o) => o.id === wanted);
  let pairs = of.objects.flatMap((o) =>
    o.within.flatMap((up) => {
      const above = find(up);
      return above && heightOf(above) > heightOf(o) ? [[o.id, up] as const] : [];
    }),
  );
  const higher = (from: string): string[] => [
    from,
    ...pairs.filter(([o]) => o === from).flatMap(([, up]) => higher(up)),
  ];
  const inside = (unit: string) =>
    UNITS.includes(find(unit)?.type ?? '')
      ? of.objects.map((o) => o.id).filter((o) => o !== unit && higher(o).includes(unit))
      : [];
  // Who looks from a box sees what lies in it as lying there only.
  const mine = inside(id);
  pairs = pairs.filter(
    ([o, up]) => !mine.includes(o) || up === id || mine.includes(up) || find(up)?.type === 'declaration',
  );
  const papersOf = (o: string) =>
    [o, ...inside(o)].flatMap((x) =>
      pairs.filter(([a, up]) => a === x && find(up)?.type === 'declaration').map(([, up]) => up),
    );
  const carriersOf = (o: string) =>
    pairs.filter(([a, up]) => a === o && find(up)?.type !== 'declaration').map(([, up]) => up);
  const coveredWhere = (o: string, holds: (at: string) => boolean): boolean =>
    holds(o) ||
    [carriersOf(o), papersOf(o)].some((group) => group.length > 0 && group.every((up) => coveredWhere(up, holds)));

  const ended = (i: Instruction) =>
    (i.validUntil !== undefined && i.validUntil <= of.asOf) ||
    of.instructions.some(
      (w) => w.kind === 'withdraw' && w.authority === i.authority && w.number === i.number && w.sequence >= i.sequence,
    );
  const standing = of.instructions.filter((i) => i.kind !== 'withdraw' && !ended(i));
  const laterBy = (i: Instruction, at: string) =>
    standing.filter((j) => j.authority === i.authority && j.sequence > i.sequence && j.objects.includes(at));
  const countsAt = (i: Instruction, at: string): boolean => {
    const object = find(at);
    if (!object || !i.objects.includes(at)) return false;
    const filed = Number(object.facts[`version.${i.authority}`] ?? object.facts.version ?? 1);
    if (releasing(i) && ['declaration', 'goods-line'].includes(object.type) && (i.forVersion ?? filed) < filed)
      return false;
    if (laterBy(i, at).length > 0) return false;
    return releasing(i) || !coveredWhere(at, (up) => laterBy(i, up).some(releasing));
  };

  const deciding = [...new Set([...higher(id), ...papersOf(id), ...inside(id)])];
  const counting = standing.filter((i) => deciding.some((at) => countsAt(i, at)));
  const dayOf = (o: ControlledObject) =>
    new Date(Date.parse(o.facts.since ?? of.asOf) + 8 * 3_600_000).toISOString().slice(0, 10);
  const silent = deciding.flatMap((at) => {
    const target = find(at) as ControlledObject;
    const filedAt = dayOf(target);
    return of.rules
      .filter(
        (r) =>
          r.object === target.type &&
          r.validFrom <= filedAt &&
          filedAt < (r.validTo ?? '9999') &&
          evaluate(r.when, target.facts),
      )
      .map((r) => r.authority)
      .filter((a) => !coveredWhere(at, (up) => standing.some((i) => i.authority === a && countsAt(i, up))));
  });
  const kinds = new Set<string>(counting.map((i) => i.kind));
  const applies: Record<string, boolean> = {
    refused: kinds.has('refuse'),
    held: kinds.has('hold'),
    'inspection-required': kinds.has('inspect'),
    awaiting: silent.length > 0,
    'conditionally-released': kinds.has('conditional-release'),
    released: true,
  };
  const filed = dayOf(find(id) as ControlledObject);
  const inForce = (of.orders ?? []).filter((r) => r.validFrom <= filed && filed < (r.validTo ?? '9999'))[0];
  const outcome = (inForce?.order ?? USUAL).find((one) => applies[one]) ?? '';
  const sorted = (list: string[]) => [...new Set(list)].sort();
  return {
    outcome,
    waitsFor: sorted(silent),
    inspectedBy: sorted(counting.filter((i) => i.kind === 'inspect').map((i) => i.authority)),
    counts: sorted(counting.map((i) => i.id)),
  };
}
