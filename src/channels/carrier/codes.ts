// Codes of DCSA messages and what they are in words (Track & Trace 2.2, event domain; eBL 3.0, Booking 2.0).
import type { BookingWord } from '../../hub/carriage/contract.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

/** UN/LOCODEs whose departures close something here, and whose discharges are arrivals. */
export const HOME_PORTS: ReadonlySet<string> = new Set(['CNCKG', 'CNCQD', 'CNWZO', 'CNFLG']);

/** The European Union, Norway and Switzerland, by the customs' letters. Northern Ireland is in the zone too, but no box of the form tells it from the kingdom. */
const ICS2_COUNTRIES: ReadonlySet<string> = new Set('AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT ROU SVK SVN ESP SWE NOR CHE'.split(' '));
export const isIcs2Country = (country: string): boolean => ICS2_COUNTRIES.has(country);

const certainties = new Map<string, 'planned' | 'estimated' | 'actual'>([
  ['PLN', 'planned'],
  ['EST', 'estimated'],
  ['ACT', 'actual'],
]);
export const certaintyOf = (code: string) => certainties.get(code);

export const equipmentTexts: ReadonlyMap<string, Bilingual> = new Map([
  ['LOAD', both('装船', 'loaded')],
  ['DISC', both('卸船', 'discharged')],
  ['GTIN', both('进闸', 'gate in')],
  ['GTOT', both('出闸', 'gate out')],
  ['STUF', both('装箱', 'stuffed')],
  ['STRP', both('拆箱', 'stripped')],
  ['PICK', both('提箱', 'picked up')],
  ['DROP', both('还箱', 'dropped off')],
  ['INSP', both('查验', 'inspected')],
  ['RSEA', both('换封', 'resealed')],
  ['RMVD', both('拆封', 'seal removed')],
]);
export const shipmentTexts: ReadonlyMap<string, Bilingual> = new Map([
  ['RECE', both('单证已收到', 'document received')],
  ['DRFT', both('单证草案', 'document drafted')],
  ['PENA', both('待批准', 'approval pending')],
  ['PENU', both('待更正', 'update pending')],
  ['REJE', both('退回', 'rejected')],
  ['APPR', both('已批准', 'approved')],
  ['ISSU', both('已签发', 'issued')],
  ['SURR', both('已交还', 'surrendered')],
  ['SUBM', both('已提交', 'submitted')],
  ['VOID', both('作废', 'void')],
  ['CONF', both('已确认', 'confirmed')],
  ['REQS', both('已申请', 'requested')],
  ['CMPL', both('完成', 'completed')],
  ['HOLD', both('暂停', 'on hold')],
  ['RELS', both('解除暂停', 'released')],
]);

type Status = { readonly outcome: 'acknowledged' | 'rejected' | 'noted'; readonly text: Bilingual };
const status = (outcome: Status['outcome'], zh: string, en: string): Status => ({ outcome, text: both(zh, en) });
/** Of shipping instructions and of the transport document made from them (eBL 3.0, Booking 2.0). */
export const instructionStatuses: ReadonlyMap<string, Status> = new Map([
  ['RECEIVED', status('acknowledged', '承运人已收到提单补料', 'The carrier has the shipping instructions')],
  ['PENDING_UPDATE', status('rejected', '承运人要求更正提单补料', 'The carrier wants the shipping instructions updated')],
  ['UPDATE_RECEIVED', status('acknowledged', '承运人已收到更正', 'The carrier has the update')],
  ['UPDATE_CONFIRMED', status('noted', '承运人确认更正', 'The carrier confirmed the update')],
  ['UPDATE_DECLINED', status('noted', '承运人未接受更正', 'The carrier declined the update')],
  ['DECLINED', status('rejected', '承运人拒绝提单补料', 'The carrier declined the shipping instructions')],
  ['COMPLETED', status('noted', '提单补料完成', 'The shipping instructions are completed')],
]);
export const documentStatuses: ReadonlyMap<string, Status> = new Map([
  ['DRAFT', status('noted', '提单草案', 'Draft of the bill of lading')],
  ['APPROVED', status('noted', '提单草案已确认', 'The draft is approved')],
  ['ISSUED', status('noted', '电子提单已签发', 'The electronic bill of lading is issued')],
  ['PENDING_SURRENDER_FOR_AMENDMENT', status('noted', '提单待交还更改', 'To be surrendered for amendment')],
  ['PENDING_SURRENDER_FOR_DELIVERY', status('noted', '提单待交还提货', 'To be surrendered for delivery')],
  ['SURRENDER_FOR_AMENDMENT', status('noted', '提单已交还更改', 'Surrendered for amendment')],
  ['SURRENDER_FOR_DELIVERY', status('noted', '提单已交还提货', 'Surrendered for delivery')],
  ['VOID', status('noted', '提单作废', 'The bill of lading is void')],
]);
export const bookingStatuses: ReadonlyMap<string, Bilingual> = new Map([
  ['RECEIVED', both('订舱已收到', 'booking received')],
  ['PENDING_UPDATE', both('订舱待更正', 'booking to be updated')],
  ['UPDATE_RECEIVED', both('订舱更正已收到', 'update of the booking received')],
  ['CONFIRMED', both('订舱已确认', 'booking confirmed')],
  ['PENDING_AMENDMENT', both('订舱待变更', 'booking to be amended')],
  ['REJECTED', both('订舱被拒', 'booking rejected')],
  ['DECLINED', both('订舱未获接受', 'booking declined')],
  ['CANCELLED', both('订舱取消', 'booking cancelled')],
  ['COMPLETED', both('订舱完成', 'booking completed')],
]);
/** Booking 2.0: bookingStatus, amendedBookingStatus, bookingCancellationStatus in our words. */
export const bookingStates: ReadonlyMap<string, BookingWord['state']> = new Map([
  ['RECEIVED', 'received'],
  ['PENDING_UPDATE', 'pending-update'],
  ['UPDATE_RECEIVED', 'update-received'],
  ['CONFIRMED', 'confirmed'],
  ['PENDING_AMENDMENT', 'pending-amendment'],
  ['REJECTED', 'rejected'],
  ['DECLINED', 'declined'],
  ['CANCELLED', 'cancelled'],
  ['COMPLETED', 'completed'],
]);
export const amendmentStates: ReadonlyMap<string, NonNullable<BookingWord['amendment']>> = new Map([
  ['AMENDMENT_RECEIVED', 'received'],
  ['AMENDMENT_CONFIRMED', 'confirmed'],
  ['AMENDMENT_DECLINED', 'declined'],
  ['AMENDMENT_CANCELLED', 'cancelled'],
]);
export const cancellationStates: ReadonlyMap<string, NonNullable<BookingWord['cancellation']>> = new Map([
  ['CANCELLATION_RECEIVED', 'received'],
  ['CANCELLATION_CONFIRMED', 'confirmed'],
  ['CANCELLATION_DECLINED', 'declined'],
]);
