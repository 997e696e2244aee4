// How a barge order stands by all that its operator has said, in any order and repetition (N11). Pure.
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { BargeState, BargeStep, BargeStepKind, BoxPlace } from './contract.ts';

/** Along the river: of two words of one instant the one further on counts. */
const along: readonly BargeStepKind[] = ['booked', 'arrived', 'loaded', 'departed', 'discharged', 'cancelled'];
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const order = (a: BargeStep, b: BargeStep): number =>
  compare(a.at, b.at) || along.indexOf(a.step) - along.indexOf(b.step) || compare(canonicalJson(a), canonicalJson(b));

/** What was said already stays said once. */
export function joinSteps(before: readonly BargeStep[], told: readonly BargeStep[]): BargeStep[] {
  const known = new Map([...before, ...told].map((step) => [canonicalJson(step), step]));
  return [...known.values()].sort(order);
}

/** Of each box the last thing said of it, or of the vessel once it is on board. */
export const placesOf = (boxes: readonly string[], steps: readonly BargeStep[]): BoxPlace[] =>
  boxes.map((box) => {
    let found: BargeStep | undefined;
    for (const step of [...steps].sort(order)) {
      const aboard = found?.step === 'loaded' || found?.step === 'departed' || found?.step === 'arrived';
      const ofVessel = step.boxes.length === 0 && (step.step === 'departed' || step.step === 'arrived') && aboard;
      if (step.boxes.includes(box) || ofVessel) found = step;
    }
    return { box, ...(found ? { step: found.step, place: found.place, at: found.at } : {}) };
  });

const moved: ReadonlySet<BargeStepKind> = new Set(['loaded', 'departed']);
export function stateOfOrder(boxes: readonly string[], toPort: string, steps: readonly BargeStep[]): BargeState {
  const places = placesOf(boxes, steps);
  if (places.every((one) => one.step === 'discharged' && one.place === toPort)) return 'delivered';
  // What is on board is carried, whatever was said of the order.
  if (steps.some((one) => moved.has(one.step))) return 'under-way';
  const word = [...steps].sort(order).findLast((one) => one.step === 'booked' || one.step === 'cancelled');
  return word === undefined ? 'ordered' : word.step === 'booked' ? 'booked' : 'cancelled';
}
export const isOpen = (state: BargeState): boolean => state === 'ordered' || state === 'booked';
