// What may become of an act on paper, as a table; what is not in it cannot happen (M10).
import type { PaperActState } from './contract.ts';

export type PaperStep = 'confirm' | 'reject' | 'agree' | 'differ' | 'settle';
export const paperTransitions: Readonly<Record<PaperActState, Readonly<Partial<Record<PaperStep, PaperActState>>>>> = {
  entered: { confirm: 'effective', reject: 'rejected' },
  rejected: {},
  effective: { agree: 'confirmed', differ: 'differing' },
  // the partner may say more than once what it decided; its latest word counts
  confirmed: { agree: 'confirmed', differ: 'differing' },
  differing: { agree: 'confirmed', differ: 'differing', settle: 'settled' },
  // an officer has looked at both: what comes now is a new act, not a part of this one
  settled: {},
};
export const nextPaperState = (state: PaperActState, step: PaperStep): PaperActState | undefined =>
  paperTransitions[state][step];
