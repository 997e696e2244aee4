// What the carriage module refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  CARRIAGE_CASE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该票货物，或无权为其订舱', en: 'There is no such case, or its space is not yours to book' },
    remedy: { zh: '请从货物页的“订舱”中打开', en: 'Open it from “Carrier booking” on the page of the goods' },
  },
  CARRIAGE_BOOKING_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该订舱，或不属于本单位', en: 'There is no such booking, or it is not yours' },
    remedy: { zh: '请从货物页的“订舱”中打开', en: 'Open it from “Carrier booking” on the page of the goods' },
  },
  CARRIAGE_CASE_ENDED: {
    kind: 'conflict',
    message: {
      zh: '该票货物（number）{number} 已办结或撤回，不再订舱',
      en: 'The case (number) {number} has ended: nothing is booked for it any more',
    },
    remedy: { zh: '请另建一票货物', en: 'Start another case' },
  },
  CARRIAGE_NOT_BY_WATER: {
    kind: 'conflict',
    message: {
      zh: '该票货物的运输方式（transportMode）为“{mode}”，只有水路运输可向船公司订舱',
      en: 'The transport mode (transportMode) of the case is "{mode}": only what goes by water is booked with an ocean carrier',
    },
    remedy: { zh: '请在综合表格中改为水路运输（2）', en: 'Set water transport (2) in the composite form' },
  },
  CARRIAGE_BOOKING_INCOMPLETE: {
    kind: 'invalid',
    message: {
      zh: '订舱内容（{path}）的值“{value}”不符合规则：{ruleZh}',
      en: 'The booking ({path}) has "{value}", against the rule: {ruleEn}',
    },
    remedy: {
      zh: '请按规则更正后重新提交（DCSA Booking 2.0）',
      en: 'Mend it by that rule and send it again (DCSA Booking 2.0)',
    },
  },
  CARRIAGE_BOOKING_NOT_OPEN: {
    kind: 'conflict',
    message: {
      zh: '订舱（reference）{reference} 现为“{state}”，此时不能{act}',
      en: 'The booking (reference) {reference} is "{state}": it cannot be {actEn} now',
    },
    remedy: {
      zh: '承运人答复之后、且没有待答复的变更时才能变更或取消；已结束的请另行订舱',
      en: 'Change or cancel it once the carrier has answered and nothing else is under way; book anew where it has ended',
    },
  },
  CARRIAGE_BARGE_ORDER_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该驳船委托，或不属于本单位', en: 'There is no such barge order, or it is not yours' },
    remedy: { zh: '请从货物页的“驳船运输”中打开', en: 'Open it from “Barge” on the page of the goods' },
  },
  CARRIAGE_BARGE_INCOMPLETE: {
    kind: 'invalid',
    message: {
      zh: '驳船委托（{path}）的值“{value}”不符合规则：{ruleZh}',
      en: 'The barge order ({path}) has "{value}", against the rule: {ruleEn}',
    },
    remedy: { zh: '请按规则更正后重新提交', en: 'Mend it by that rule and send it again' },
  },
  CARRIAGE_BARGE_NOT_OPEN: {
    kind: 'conflict',
    message: {
      zh: '驳船委托（reference）{reference} 现为“{state}”，不能取消',
      en: 'The barge order (reference) {reference} is "{state}": it cannot be cancelled',
    },
    remedy: {
      zh: '箱未装船、且未要求过取消时才能取消',
      en: 'It can be while no box is on board and it was not asked back before',
    },
  },
  CARRIAGE_BOOKING_CHANGED: {
    kind: 'conflict',
    message: {
      zh: '订舱（reference）{reference} 已由他人改为第 {version} 版（提交的是第 {given} 版）',
      en: 'Somebody has changed the booking (reference) {reference} to version {version} (you sent {given})',
    },
    remedy: { zh: '请刷新后在新版上修改', en: 'Refresh and change the newer version' },
  },
});
