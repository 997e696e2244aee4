// What one object brings to the dispositions it decides over (P5): the words on it that count, those that no longer do, and who must
// speak for it. Seen from a box, a goods line that lies in several boxes is judged by that box alone: what releases one box neither lifts
// a word on the line for the other, nor speaks for it there.
import { evaluate } from '../../kernel/condition.ts';
import { partnerDay } from '../../kernel/instant.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { ControlledObject, Instruction } from './contract.ts';
import { holdsOn } from './dated-rule.ts';
import type { JurisdictionRule } from './jurisdiction.ts';
import type { ObjectIndex } from './object-graph.ts';
import type { SiftedWords, Superseded } from './sift-words.ts';
import { countsFrom } from './words-carried.ts';

export type Duty = { readonly rule: JurisdictionRule; readonly spoken: boolean };
export type Weight = {
  readonly object: ControlledObject;
  readonly counting: readonly Instruction[];
  readonly superseded: readonly Superseded[];
  readonly duties: readonly Duty[];
  /** Said as seen from one box only. */
  readonly seenFrom?: string;
};
export const releases = (i: Instruction): boolean => i.kind === 'release' || i.kind === 'conditional-release';

/** The rules that hold for an object are those of the day its version was filed: a later rule does not reach back. */
export function rulesFor(
  object: ControlledObject,
  rules: readonly JurisdictionRule[],
  today: string,
): readonly JurisdictionRule[] {
  const day = object.facts.since === undefined ? today : partnerDay(object.facts.since);
  return rules.filter((r) => r.object === object.type && holdsOn(r, day) && evaluate(r.when, object.facts));
}

/** What an object weighs, as seen from itself or from a unit it lies in, both by number; nothing where it has no weight. */
export type Weigh = (number: number, view: number) => Weight | undefined;

export function weigher(
  index: ObjectIndex,
  words: SiftedWords,
  /** By the object's number. */
  dutiesOf: readonly (readonly JurisdictionRule[])[],
): Weigh {
  /** Carried by one thing only, all the way up to what is no unit: every view of it is the same. */
  const plain: (id: string) => boolean = remember((id) => {
    const carriers = index.carriers(id);
    return carriers.length <= 1 && carriers.every(plain);
  });
  const from = (id: string, view: string | undefined) => (view && index.contents(view).has(id) ? view : undefined);
  /** What is above an object: it is covered by all its carriers, or by all its papers. */
  const above = (id: string, view: string | undefined): readonly (readonly string[])[] => [
    view ? index.carriers(id).filter((c) => c === view || index.contents(view).has(c)) : index.carriers(id),
    index.papers(id),
  ];
  /** The latest of those that together cover the object, where they do. */
  function covering<T>(
    id: string,
    view: string | undefined,
    has: (id: string, view: string | undefined) => T | undefined,
    later: (a: T, b: T) => T,
  ): T | undefined {
    const own = has(id, view);
    if (own !== undefined) return own;
    let found: T | undefined;
    for (const group of above(id, view)) {
      let together: T | undefined;
      for (const parent of group) {
        const one = covering(parent, from(parent, view), has, later);
        if (one === undefined) {
          together = undefined;
          break;
        }
        together = together === undefined ? one : later(together, one);
      }
      if (together !== undefined) found = found === undefined ? together : later(found, together);
    }
    return found;
  }

  const latest = (a: Instruction, b: Instruction): Instruction =>
    b.sequence > a.sequence || (b.sequence === a.sequence && b.id < a.id) ? b : a;
  function fate(word: Instruction, object: ControlledObject, view: string | undefined): Superseded | undefined {
    const gone = words.dropped.get(word.id);
    if (gone) return gone;
    if (speaksForOlderVersion(word, object)) return { id: word.id, by: object.id, why: 'older-version' };
    const newer = words.standing(object.id, word.authority).filter((i) => i.sequence > word.sequence);
    if (newer.length > 0) return { id: word.id, by: newer.reduce(latest).id, why: 'newer' };
    if (releases(word)) return undefined;
    const lifts = (id: string) => {
      const later = words.standing(id, word.authority).filter((i) => releases(i) && i.sequence > word.sequence);
      return later.length > 0 ? later.reduce(latest) : undefined;
    };
    const by = covering(object.id, view, lifts, latest);
    return by && { id: word.id, by: by.id, why: 'covered' };
  }
  function countingAt(id: string, view: string | undefined): { counting: Instruction[]; superseded: Superseded[] } {
    const object = index.get(id);
    const [counting, superseded]: [Instruction[], Superseded[]] = [[], []];
    if (object)
      for (const word of words.placed(id)) {
        const lost = fate(word, object, view);
        if (lost) superseded.push(lost);
        else counting.push(word);
      }
    return { counting, superseded };
  }
  const counting = remember((id) => countingAt(id, undefined));
  const countingFrom = (id: string, view: string | undefined) => (view ? countingAt(id, view) : counting(id));
  const spokenFor = (authority: AuthorityId, id: string, view: string | undefined): boolean =>
    covering(
      id,
      view,
      (at, seen) => countingFrom(at, seen).counting.some((i) => i.authority === authority) || undefined,
      () => true as const,
    ) !== undefined;

  function weigh(id: string, view: string | undefined): Weight | undefined {
    const object = index.get(id);
    const rules = dutiesOf[index.numberOf(id) ?? -1] ?? [];
    if (!object || (rules.length === 0 && words.placed(id).length === 0)) return undefined;
    const duties = rules.map((rule) => ({ rule, spoken: spokenFor(rule.authority, id, view) }));
    return { object, ...countingFrom(id, view), duties, ...(view ? { seenFrom: view } : {}) };
  }
  const idOf = (number: number) => index.objects[number]?.id ?? '';
  const own: { readonly weight: Weight | undefined; readonly everywhere: boolean }[] = [];
  return (number, view) => {
    const id = idOf(number);
    own[number] ??= { weight: weigh(id, undefined), everywhere: plain(id) };
    const known = own[number];
    if (number === view || known.everywhere || !from(id, idOf(view))) return known.weight;
    return weigh(id, idOf(view));
  };
}

/** A release was given for what was filed then; an amendment must be released anew, but by whom it concerns. */
const speaksForOlderVersion = (i: Instruction, object: ControlledObject): boolean =>
  releases(i) &&
  i.forVersion !== undefined &&
  (object.type === 'declaration' || object.type === 'goods-line') &&
  i.forVersion < countsFrom(object, i);

function remember<T>(compute: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    let found = known.get(id);
    if (found === undefined) {
      found = compute(id);
      known.set(id, found);
    }
    return found;
  };
}
