// How a booking stands by all that the carrier has said of it, in any order and repetition (N11; DCSA Booking 2.0, booking process). Pure.
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { type BookingState, bookingStates, type BookingWord, type RequestState } from './contract.ts';

/** Nothing follows these (DCSA: the booking is discontinued or done). */
const ends: ReadonlySet<BookingState> = new Set(['completed', 'rejected', 'declined', 'cancelled']);
export const isEnded = (state: BookingState): boolean => ends.has(state);

type Spoken = BookingWord & { readonly references: Pick<BookingWord, 'requestReference' | 'bookingReference'> };
/** Of two words of one instant the one further on counts. */
const order = (a: BookingWord, b: BookingWord): number =>
  compare(a.at, b.at) ||
  bookingStates.indexOf(a.state) - bookingStates.indexOf(b.state) ||
  compare(canonicalJson(a), canonicalJson(b));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The word that counts now, with the references any of them told; undefined while the carrier is silent. */
export function standingWord(words: readonly BookingWord[]): Spoken | undefined {
  const told = [...words].sort(order);
  const end = told.find((word) => ends.has(word.state));
  const counts = end ?? told.at(-1);
  const last = (name: 'requestReference' | 'bookingReference') =>
    told.findLast((word) => word[name] !== undefined)?.[name];
  const requestReference = last('requestReference');
  const bookingReference = last('bookingReference');
  return (
    counts && {
      ...counts,
      // What was planned stays until another plan is told.
      ...whole('plan', told),
      ...whole('cutOffs', told),
      references: {
        ...(requestReference === undefined ? {} : { requestReference }),
        ...(bookingReference === undefined ? {} : { bookingReference }),
      },
    }
  );
}
const whole = <K extends 'plan' | 'cutOffs'>(name: K, told: readonly BookingWord[]): Pick<BookingWord, K> => {
  const found = told.findLast((word) => word[name] !== undefined);
  return (found ? { [name]: found[name] } : {}) as Pick<BookingWord, K>;
};

export type Asked = 'update' | 'amendment' | 'cancellation';
/** Whether this word of the carrier is about what was asked last: then nothing is under way any more. */
export function answers(asked: Asked, word: BookingWord): boolean {
  if (isEnded(word.state)) return true;
  if (asked === 'update') return word.state === 'update-received' || word.state === 'confirmed';
  return asked === 'amendment' ? word.amendment !== undefined : word.cancellation !== undefined;
}

export type Standing = {
  readonly state: BookingState;
  readonly asked: Asked | undefined;
  readonly amendment: RequestState | undefined;
  readonly cancellation: RequestState | undefined;
  /** Whether the carrier has told a number to name it by. */
  readonly numbered: boolean;
};

/** What a change of it is called now (DCSA use cases 3 and 7), or nothing where none may be asked for. */
export function changeOf({
  state,
  asked,
  amendment,
  cancellation,
  numbered,
}: Standing): 'update' | 'amendment' | undefined {
  if (!numbered || asked !== undefined || cancellation === 'received') return undefined;
  if (state === 'received' || state === 'pending-update' || state === 'update-received') return 'update';
  if (amendment === 'received') return undefined;
  return state === 'confirmed' || state === 'pending-amendment' ? 'amendment' : undefined;
}
/** Taking it back: before it is confirmed at once (use case 11), afterwards as a request (use case 13). */
export function cancelOf({
  state,
  asked,
  cancellation,
  numbered,
}: Standing): 'withdrawal' | 'cancellation' | undefined {
  // Until the carrier has said that it has it, nothing can be taken back there (DCSA, precondition of PATCH).
  if (!numbered || state === 'requested' || isEnded(state) || asked === 'cancellation' || cancellation === 'received')
    return undefined;
  return state === 'confirmed' || state === 'pending-amendment' ? 'cancellation' : 'withdrawal';
}
