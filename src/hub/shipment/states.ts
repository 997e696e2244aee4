// States of a case and the only ways between them; the worst disposition of its objects is what the case shows.
import type { Outcome } from '../disposition/contract.ts';
import type { ShipmentProgress, ShipmentState } from './contract.ts';

export type ShipmentStep = 'submit' | 'amend' | 'withdraw' | 'close' | 'reopen' | 'correct';

/** B16 四(二) filing once; GF18 5 (修撤单): an amendment or withdrawal is a step of its own, never an edit. */
const transitions: Readonly<Record<ShipmentState, Partial<Record<ShipmentStep, ShipmentState>>>> = {
  draft: { submit: 'submitted' },
  submitted: { submit: 'submitted', amend: 'submitted', withdraw: 'withdrawn', close: 'closed' },
  withdrawn: {},
  // A report of cargo that was refused after the goods had left is corrected without opening the case again (公告 2010-70; 0055).
  closed: { reopen: 'submitted', correct: 'closed' },
};
export const nextState = (state: ShipmentState, step: ShipmentStep): ShipmentState | undefined =>
  transitions[state][step];

const severity: readonly Outcome[] = [
  'refused',
  'held',
  'inspection-required',
  'awaiting',
  'conditionally-released',
  'released',
];
/** The worst outcome among the objects; a case without objects awaits. */
export function worstOutcome(outcomes: readonly Outcome[]): ShipmentProgress {
  return severity.find((o) => outcomes.includes(o)) ?? 'awaiting';
}
