// Whether an organisation is qualified on a day, and if not, why and by which record it nearly was (P11; 报关单位备案管理规定). Pure.
import type { QualificationKind } from './contract.ts';

/** One dated record; days are `yyyy-MM-dd`, UTC+8, both included. */
export type Held = {
  readonly kind: QualificationKind;
  readonly state: 'pending' | 'confirmed' | 'refused';
  readonly validFrom: string;
  /** Absent: for good. */
  readonly validTo?: string;
  /** From that day on it does not count any more. */
  readonly endedOn?: string;
};
export type Standing = 'valid' | 'not-yet' | 'expired' | 'ended' | 'pending' | 'refused';
export type Lack = Exclude<Standing, 'valid'> | 'none';

export function standingOf(held: Held, day: string): Standing {
  if (held.state !== 'confirmed') return held.state;
  if (held.endedOn !== undefined && held.endedOn <= day) return 'ended';
  if (held.validFrom > day) return 'not-yet';
  return held.validTo !== undefined && held.validTo < day ? 'expired' : 'valid';
}

/** What helps most is told first: wait for the check, or for the day; renew; else begin. */
const nearness: readonly Lack[] = ['pending', 'not-yet', 'expired', 'ended', 'refused'];

export function decideQualified<T extends Held>(
  held: readonly T[],
  kinds: readonly QualificationKind[],
  day: string,
): { readonly by: T } | { readonly lack: Lack; readonly nearest?: T } {
  const fitting = held.filter((one) => kinds.includes(one.kind));
  const by = fitting.find((one) => standingOf(one, day) === 'valid');
  if (by) return { by };
  for (const lack of nearness) {
    const nearest = fitting.findLast((one) => standingOf(one, day) === lack);
    if (nearest) return { lack, nearest };
  }
  return { lack: 'none' };
}
