// Wire shapes of notices: the timeline of a shipment, live over SSE, and the filter that every way of being told shares
// (P1, P3, M2).
import type { Bilingual } from '../../kernel/bilingual.ts';

export const tones = ['neutral', 'good', 'attention', 'bad'] as const;
export type Tone = (typeof tones)[number];

/** What came out: an instruction’s kind, a document’s answer, an inspection’s result. */
export const outcomes = [
  'inspect',
  'hold',
  'release',
  'conditional-release',
  'refuse',
  'withdraw',
  'acknowledged',
  'rejected',
  'noted',
  'normal',
  'abnormal',
] as const;
export type EventOutcome = (typeof outcomes)[number];

/**
 * Which events somebody wants: each field that is given must fit, and fits where one of its values does. An absent or empty
 * field asks nothing. The same for webhook, e-mail, inbox, live stream and pull (M2).
 */
export type EventFilter = {
  /** Types of events, e.g. `release.granted`. */
  readonly types?: readonly string[];
  /** Any number of the case: its own, the trader’s reference, the declaration’s, a bill, a container. */
  readonly numbers?: readonly string[];
  readonly bills?: readonly string[];
  readonly containers?: readonly string[];
  readonly directions?: readonly ('import' | 'export')[];
  /** Transport mode codes of the declaration (2 water, 3 rail, 5 air …). */
  readonly modes?: readonly string[];
  /** Station, customs office or port of entry or exit, as the form and the events write it (`CKG-TUANJIECUN`, `8010`). */
  readonly places?: readonly string[];
  readonly authorities?: readonly string[];
  readonly outcomes?: readonly EventOutcome[];
  readonly tones?: readonly Tone[];
};

/** One line of the timeline; also the `data` of each SSE message (`id:` = position, `event:` = type). */
export type TimelineEntry = {
  readonly position: number;
  readonly type: string;
  readonly shipmentId?: string;
  readonly at: string;
  readonly by: string;
  readonly text: Bilingual;
  readonly tone: Tone;
  readonly simulated: boolean;
  /** Where to look: ids of object, document, inspection, release. */
  readonly links: Readonly<Record<string, string>>;
};

/** Every type that a reader can be told of, as people call it. */
export const eventNames: Readonly<Record<string, Bilingual>> = {
  'shipment.drafted': { zh: '建立货物', en: 'Shipment started' },
  'shipment.submitted': { zh: '申报', en: 'Filed' },
  'shipment.answered': { zh: '答复入案', en: 'Answer noted' },
  'shipment.manifested': { zh: '舱单比对', en: 'Manifest compared' },
  'shipment.cargo-stowed': { zh: '配载位置', en: 'Place on board' },
  'shipment.cargo-arrived': { zh: '货物运抵', en: 'Goods arrived' },
  'shipment.zone-paper-told': { zh: '核注清单、核放单', en: 'Bonded list, gate pass' },
  'shipment.withdrawn': { zh: '撤回', en: 'Withdrawn' },
  'shipment.completion-due': { zh: '完整申报将到期', en: 'Complete declaration due' },
  'shipment.completion-overdue': { zh: '完整申报逾期', en: 'Complete declaration overdue' },
  'shipment.change-applied': { zh: '修撤单申请', en: 'Change applied for' },
  'shipment.change-retracted': { zh: '要求撤回申请', en: 'Application asked back' },
  'shipment.change-decided': { zh: '修撤单决定', en: 'Change decided' },
  'shipment.corrected': { zh: '离场后更正', en: 'Corrected after leaving' },
  'shipment.closed': { zh: '办结', en: 'Closed' },
  'shipment.reopened': { zh: '重新打开', en: 'Open again' },
  'document.dispatched': { zh: '单证生成', en: 'Document written' },
  'document.signed': { zh: '申报签名', en: 'Filing signed' },
  'document.delivered': { zh: '单证送达', en: 'Document delivered' },
  'document.answered': { zh: '回执', en: 'Answer to a document' },
  'partner.troubled': { zh: '伙伴系统中断、恢复或死信', en: 'Partner away, back, or a dead letter' },
  'delivery.died': { zh: '投递失败（死信）', en: 'Delivery failed (dead letter)' },
  'instruction.received': { zh: '部门指令', en: 'Authority’s instruction' },
  'instruction.ended': { zh: '指令期满', en: 'Instruction ran out' },
  'test-result.filed': { zh: '检测报告报送', en: 'Test report filed' },
  'test-result.accepted': { zh: '检测报告采信', en: 'Test report accepted' },
  'test-result.refused': { zh: '检测报告未采信', en: 'Test report not accepted' },
  'disposition.changed': { zh: '处置变化', en: 'Disposition changed' },
  'collision.found': { zh: '指令矛盾', en: 'Contradiction found' },
  'collision.resolved': { zh: '矛盾澄清', en: 'Contradiction resolved' },
  'inspection.planned': { zh: '查验安排', en: 'Inspection arranged' },
  'inspection.changed': { zh: '查验变更', en: 'Inspection changed' },
  'inspection.rescheduled': { zh: '查验改期', en: 'Inspection moved' },
  'inspection.booked': { zh: '查验预约', en: 'Inspection slot booked' },
  'inspection.booking-cancelled': { zh: '退回查验预约', en: 'Inspection slot given back' },
  'inspection.virtually-returned': { zh: '虚拟归位', en: 'Virtual return' },
  'dishonest-mark.set': { zh: '失信标记', en: 'Marked dishonest' },
  'demo-accounts.shut': { zh: '停用演示账号', en: 'Accounts of the demonstration shut' },
  'dishonest-mark.lifted': { zh: '解除失信标记', en: 'Mark of dishonesty lifted' },
  'inspection.cancelled': { zh: '查验取消', en: 'Inspection cancelled' },
  'inspection.result-recorded': { zh: '查验结果', en: 'Inspection result' },
  'release.granted': { zh: '放行', en: 'Released' },
  'release.revoked': { zh: '放行撤销', en: 'Release revoked' },
  'release.expired': { zh: '放行到期', en: 'Release expired' },
  'release.used': { zh: '出场', en: 'Left the gate' },
  'release.use-reversed': { zh: '撤销出场', en: 'Leaving taken back' },
  'release.moved': { zh: '进闸、装车', en: 'At the gate, loaded' },
  'release.move-reversed': { zh: '撤销进闸、装车', en: 'Gate-in, loading taken back' },
  'release.report-refused': { zh: '无有效放行而出场', en: 'Left without a live release' },
  'release.left-unreleased': { zh: '未经放行而出场', en: 'Left without any release' },
  'shipment.tracked': { zh: '承运人跟踪', en: 'Tracked by the carrier' },
  'inspection.cut-off-changed': { zh: '截关时间变化', en: 'Cut-off changed' },
  'carriage.booking-requested': { zh: '订舱', en: 'Booking asked for' },
  'carriage.booking-amended': { zh: '订舱更正', en: 'Change of a booking asked for' },
  'carriage.booking-cancellation-asked': { zh: '要求取消订舱', en: 'Cancellation of a booking asked for' },
  'carriage.booking-changed': { zh: '承运人对订舱的答复', en: 'Answer to a booking' },
  'carriage.barge-ordered': { zh: '驳船委托', en: 'Barge ordered' },
  'carriage.barge-cancellation-asked': { zh: '要求取消驳船委托', en: 'Barge order asked back' },
  'carriage.barge-changed': { zh: '驳船动态', en: 'Word of the barge operator' },
  'credential.issued': { zh: '签发证书', en: 'Certificate issued' },
  'credential.revoked': { zh: '证书失效', en: 'Certificate revoked' },
  'credential.received': { zh: '收到证书', en: 'Certificate received' },
  'state.asked': { zh: '对方查询状态', en: 'State asked for' },
  'payment.billed': { zh: '海关出具税单', en: 'Tax bill' },
  'payment.bill-cancelled': { zh: '税单作废', en: 'Tax bill cancelled' },
  'payment.ordered': { zh: '支付指令', en: 'Payment ordered' },
  'payment.accepted': { zh: '银行受理支付', en: 'Payment accepted' },
  'payment.settled': { zh: '税单已扣款', en: 'Tax bill paid' },
  'payment.refused': { zh: '银行拒付', en: 'Payment refused' },
  'payment.returned': { zh: '款项退回', en: 'Money came back' },
  'payment.disputed': { zh: '税单有争议', en: 'Tax bill disputed' },
  'payment.confirmed': { zh: '税款入库', en: 'Tax confirmed by the treasury' },
  'licence.changed': { zh: '商务签发、变更、注销', en: 'Licence issued, amended, revoked' },
  'licence.corrected': { zh: '证件余额按商务账更正', en: 'Licence corrected by commerce' },
  'licence.exceeded': { zh: '超出证件余额', en: 'More than is left of a licence' },
  'directory.applied': { zh: '提交外汇名录申请', en: 'Applied for the directory' },
  'directory.changed': { zh: '外汇名录申请答复', en: 'Application for the directory answered' },
  'payment.standing-changed': { zh: '保函、信用证、外汇名录变化', en: 'Guarantee, credit or directory' },
  'paper-act.entered': { zh: '纸面文书录入', en: 'Act on paper entered' },
  'paper-act.rejected': { zh: '纸面文书退回', en: 'Act on paper sent back' },
  'paper-act.confirmed': { zh: '纸面文书生效', en: 'Act on paper in force' },
  'paper-act.reconciled': { zh: '纸面文书核对', en: 'Act on paper reconciled' },
  'paper-act.settled': { zh: '纸面文书处理', en: 'Act on paper settled' },
  'authorisation.running-out': { zh: '委托即将用完或到期', en: 'Authorisation running out' },
  'qualification.confirmed': { zh: '资质核对通过', en: 'Qualification confirmed' },
  'qualification.refused': { zh: '资质未通过核对', en: 'Qualification refused' },
  'qualification.ended': { zh: '资质不再有效', en: 'Qualification ended' },
  'qualification.expiring': { zh: '资质将到期', en: 'Qualification about to end' },
  'subscription.disabled': { zh: '推送停用', en: 'Webhook disabled' },
  'api-key.expiring': { zh: '密钥将到期', en: 'API key about to end' },
  'draw.nonce-wanted': { zh: '抽取等待随机数', en: 'Draw waits for a nonce' },
  'mail.disabled': { zh: '邮件停用', en: 'E-mail disabled' },
};
