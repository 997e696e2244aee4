// When an enterprise may choose, change and give back a slot (P6, M4), pure. What has begun is not moved; an appointment it chose itself
// binds it in the last hour, because officers are on their way; after a slot has passed unused another may be chosen.
import { plusMs } from '../../kernel/instant.ts';
import type { InspectionState } from './contract.ts';

export type BookedTask = {
  readonly state: InspectionState;
  readonly booked: boolean;
  readonly startsAt: string;
  readonly endsAt: string;
};
export type BookingAct = 'book' | 'change' | 'cancel';
/** `state`: not in this state; `bound`: too late for that; `nothing-booked`: the slot was given by the platform. */
export type BookingFault = 'state' | 'bound' | 'nothing-booked';

const BOUND_MS = 3_600_000;

export function faultOfBooking(act: BookingAct, task: BookedTask, now: string): BookingFault | undefined {
  if (task.state !== 'planned') return 'state';
  const passed = task.endsAt <= now;
  if (act === 'cancel' && (!task.booked || passed)) return 'nothing-booked';
  if (task.booked && !passed && task.startsAt < plusMs(now, BOUND_MS)) return 'bound';
  return undefined;
}
