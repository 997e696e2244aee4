// Events of space booked with carriers in words (N11). Pure.
import { bookingStateNames, type BookingState, type RequestState, requestStateNames } from '../carriage/contract.ts';
import { both, type Payload, type Telling } from './telling.ts';

const bad: ReadonlySet<string> = new Set(['rejected', 'declined', 'pending-update', 'pending-amendment']);

export const carriageTellings: Readonly<Record<string, (p: Payload) => Telling>> = {
  'carriage.booking-requested': (p) => ({
    text: both(`向承运人订舱 ${p.reference}`, `Space asked for: booking ${p.reference}`),
  }),
  'carriage.booking-amended': (p) => ({
    text: both(
      `订舱 ${p.reference} 的更正已发出（第 ${p.version} 版）`,
      `Change of booking ${p.reference} sent (version ${p.version})`,
    ),
  }),
  'carriage.booking-cancellation-asked': (p) => ({
    tone: 'attention',
    text: both(`要求取消订舱 ${p.reference}：${p.reason}`, `Booking ${p.reference} to be cancelled: ${p.reason}`),
  }),
  'carriage.booking-changed': (p) => {
    const state = bookingStateNames[p.state as BookingState];
    const number = p.bookingReference && p.state === 'confirmed' ? p.bookingReference : undefined;
    const parts = (language: 'zh' | 'en'): string =>
      [
        number ? `${state[language]} ${number}` : state[language],
        p.amendment &&
          `${both('变更', 'amendment')[language]} ${requestStateNames[p.amendment as RequestState][language]}`,
        p.cancellation &&
          `${both('取消', 'cancellation')[language]} ${requestStateNames[p.cancellation as RequestState][language]}`,
        p.note,
      ]
        .filter(Boolean)
        .join(language === 'zh' ? '，' : ', ');
    const declined = p.amendment === 'declined' || p.cancellation === 'declined';
    return {
      tone: bad.has(String(p.state)) || declined ? 'bad' : p.state === 'confirmed' ? 'good' : 'neutral',
      text: both(`订舱 ${p.reference}：${parts('zh')}`, `Booking ${p.reference}: ${parts('en')}`),
    };
  },
};
