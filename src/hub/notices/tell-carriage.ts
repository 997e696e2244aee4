// Events of space booked with carriers in words (N11). Pure.
import {
  bookingStateNames,
  type BookingState,
  type RequestState,
  requestStateNames,
  type BargeState,
  type BargeStep,
  bargeStateNames,
  bargeStepNames,
} from '../carriage/contract.ts';
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
  'carriage.barge-ordered': (p) => ({
    text: both(`委托驳船运输 ${p.reference}`, `Carriage by barge ordered: ${p.reference}`),
  }),
  'carriage.barge-cancellation-asked': (p) => ({
    tone: 'attention',
    text: both(`要求取消驳船委托 ${p.reference}：${p.reason}`, `Barge order ${p.reference} asked back: ${p.reason}`),
  }),
  'carriage.barge-changed': (p) => {
    const state = bargeStateNames[p.state as BargeState];
    const words = (language: 'zh' | 'en'): string =>
      (p.steps as readonly BargeStep[])
        .map(({ step, boxes, place, note }) =>
          [boxes.join(' '), bargeStepNames[step][language], place, note].filter(Boolean).join(' '),
        )
        .join(language === 'zh' ? '，' : ', ');
    return {
      tone: p.state === 'cancelled' ? 'bad' : p.state === 'delivered' ? 'good' : 'neutral',
      text: both(
        `驳船 ${p.reference}（${state.zh}）：${words('zh')}`,
        `Barge order ${p.reference} (${state.en}): ${words('en')}`,
      ),
    };
  },
};
