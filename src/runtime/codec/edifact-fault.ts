// What is wrong with an interchange, said so that its sender can be told in his own terms: code 0085 of ISO 9735-4, and at which level.
import type { UnreadableCode } from './unreadable.ts';
import { UnreadableMessage } from './unreadable.ts';

export type FaultPlace = {
  /** 0085, e.g. 12 invalid value, 13 missing, 28 references differ, 29 counts differ. */
  readonly error: string;
  /** 0013: the service segment at fault, of the interchange, of the group or of the message. */
  readonly tag?: string;
  readonly group?: { readonly reference: string; readonly sender: string; readonly recipient: string };
  readonly message?: { readonly reference: string; readonly type: readonly string[] };
  /** Within the message, UNH being 1; of a missing one, where it is missed. */
  readonly segment?: number;
  /** Within the segment, its tag being 1; the component counted from 1. */
  readonly element?: number;
  readonly component?: number;
};

export class SyntaxFault extends UnreadableMessage {
  readonly place: FaultPlace;
  constructor(zh: string, en: string, code: UnreadableCode, place: FaultPlace) {
    super(zh, en, code);
    this.place = place;
  }
}
