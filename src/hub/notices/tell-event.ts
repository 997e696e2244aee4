// Each event as one line of the timeline, in words; an event without words is not shown (P3, M2). Pure.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { StoredEvent } from '../../runtime/context.ts';
import { channelById, documentName as nameOfDocument } from '../mapping/index.ts';
import { stationName } from '../reference/index.ts';
import type { TimelineEntry } from './contract.ts';
import { carriageTellings } from './tell-carriage.ts';
import { credentialTellings } from './tell-credential.ts';
import { affairs } from './tell-affairs.ts';
import { licenceTellings } from './tell-licence.ts';
import { paymentTellings } from './tell-payment.ts';
import { zoneTellings } from './tell-zone.ts';
import { both, type Payload, said, type Telling, who } from './telling.ts';

const documentName = (p: Payload): Bilingual => nameOfDocument(String(p.document)) ?? said(p.document);
const channelName = (p: Payload): Bilingual => channelById(String(p.channel))?.name ?? said(p.channel);
const kinds: Readonly<Record<string, Bilingual>> = {
  inspect: both('查验', 'inspect'),
  hold: both('布控', 'hold'),
  release: both('放行', 'release'),
  'conditional-release': both('附条件放行', 'conditional release'),
  refuse: both('不予放行', 'refuse'),
  withdraw: both('撤回', 'withdraw'),
};

const movementName = (p: Payload): Bilingual =>
  p.movement === 'gate-in' ? both('提货车辆进闸', 'Pick-up vehicle at the gate') : both('装车', 'Loaded');

const changeName = (p: Payload): Bilingual =>
  p.kind === 'withdraw' ? both('撤销', 'withdraw') : both('修改', 'amend');

const tellings: Readonly<Record<string, (p: Payload) => Telling>> = {
  ...paymentTellings,
  ...licenceTellings,
  ...carriageTellings,
  ...credentialTellings,
  ...zoneTellings,
  'shipment.drafted': (p) => ({ text: both(`建立 ${p.number}`, `${p.number} started`) }),
  'shipment.submitted': (p) => ({
    text:
      Number(p.version) > 1
        ? both(`提交修改（第 ${p.version} 版）`, `Amendment filed (version ${p.version})`)
        : both('一次申报，分送各方', 'Filed once for everybody'),
  }),
  'document.signed': (p) => ({
    text:
      p.by === 'seal'
        ? both(`第 ${p.version} 版由单位电子印章签署`, `Version ${p.version} signed with the organisation’s seal`)
        : both(`第 ${p.version} 版由申报人签署`, `Version ${p.version} signed by whoever filed it`),
  }),
  'paper-act.entered': (p) => ({
    tone: 'attention',
    text: both(
      `应急：${p.by} 录入${who(p.authority).zh}纸面文书 ${p.paperNumber}（${kinds[String(p.kind)]?.zh}），待第二人确认`,
      `Emergency: ${p.by} entered ${who(p.authority).en}’s paper ${p.paperNumber} (${kinds[String(p.kind)]?.en}), to be confirmed by a second person`,
    ),
  }),
  'paper-act.rejected': (p) => ({
    tone: 'attention',
    text: both(
      `应急：纸面文书 ${p.paperNumber} 未予确认：${p.reason}`,
      `Emergency: paper ${p.paperNumber} was not confirmed: ${p.reason}`,
    ),
  }),
  'paper-act.confirmed': (p) => ({
    tone: 'attention',
    text: both(
      `应急：${who(p.authority).zh}纸面文书 ${p.paperNumber} 经第二人确认，生效`,
      `Emergency: ${who(p.authority).en}’s paper ${p.paperNumber} was confirmed by a second person and counts`,
    ),
  }),
  'paper-act.reconciled': (p) => ({
    tone: p.state === 'differing' ? 'bad' : 'good',
    text:
      p.state === 'differing'
        ? both(
            `核对：纸面文书 ${p.paperNumber} 与${who(p.authority).zh}电子指令不一致，待处理`,
            `Reconciled: paper ${p.paperNumber} differs from ${who(p.authority).en}’s own instruction`,
          )
        : both(
            `核对：纸面文书 ${p.paperNumber} 与${who(p.authority).zh}电子指令一致`,
            `Reconciled: paper ${p.paperNumber} agrees with ${who(p.authority).en}’s own instruction`,
          ),
  }),
  'paper-act.settled': (p) => ({
    text: both(
      `核对：纸面文书 ${p.paperNumber} 的不一致已处理：${p.reason}`,
      `Reconciled: the difference of paper ${p.paperNumber} was settled: ${p.reason}`,
    ),
  }),
  'shipment.withdrawn': (p) => ({ tone: 'attention', text: both(`撤回：${p.reason}`, `Withdrawn: ${p.reason}`) }),
  'shipment.completion-due': (p) => ({
    tone: 'attention',
    text: both(
      `概要申报已放行，完整申报须在 ${p.dueOn} 前办理`,
      `Summary released: the complete declaration is due by ${p.dueOn}`,
    ),
  }),
  'shipment.completion-overdue': (p) => ({
    tone: 'bad',
    text: both(`完整申报已于 ${p.dueOn} 逾期`, `The complete declaration was due on ${p.dueOn}`),
  }),
  'shipment.change-applied': (p) => ({
    tone: 'attention',
    text: both(
      `已申请${changeName(p).zh}（${p.number}），待部门同意：${p.reason}`,
      `Application to ${changeName(p).en} (${p.number}), to be agreed to: ${p.reason}`,
    ),
  }),
  'shipment.change-retracted': (p) => ({
    tone: 'attention',
    text: both(
      `已要求撤回${changeName(p).zh}申请（${p.number}），部门先作出的决定仍有效`,
      `The application to ${changeName(p).en} (${p.number}) is asked back; a decision made before counts`,
    ),
  }),
  'shipment.change-decided': (p) => ({
    tone: p.approved ? 'good' : 'bad',
    text: both(
      `${channelName(p).zh}对${changeName(p).zh}申请 ${p.number} 的决定：${said(p.text).zh}`,
      `${channelName(p).en} on the application to ${changeName(p).en} ${p.number}: ${said(p.text).en}`,
    ),
  }),
  'shipment.corrected': () => ({
    tone: 'good',
    text: both('货物离场后的更正已生效，并告知各方', 'Corrected after the goods had left; everybody is told'),
  }),
  'shipment.reopened': () => ({ tone: 'attention', text: both('货物仍在场内，重新打开', 'Open again: goods are in') }),
  'shipment.closed': () => ({
    tone: 'good',
    text: both('全部货物已出场，办结', 'Everything has left; the case is closed'),
  }),
  'shipment.manifested': (p) => {
    const differences = p.differences as { path: string; manifest: string; filed: string }[];
    const names: Readonly<Record<string, Bilingual>> = {
      packageCount: both('件数', 'packages'),
      grossMassKg: both('毛重', 'gross mass'),
    };
    const listed = (language: 'zh' | 'en') =>
      differences
        .map((d) => `${names[d.path]?.[language]} ${d.manifest} / ${d.filed}`)
        .join(language === 'zh' ? '，' : ', ');
    return differences.length === 0
      ? { tone: 'good', text: both(`舱单 ${p.bill} 与申报相符`, `Manifest ${p.bill} agrees with the declaration`) }
      : {
          tone: 'bad',
          text: both(
            `舱单 ${p.bill} 与申报不符（舱单 / 申报）：${listed('zh')}`,
            `Manifest ${p.bill} differs (manifest / declared): ${listed('en')}`,
          ),
        };
  },
  'shipment.cargo-stowed': (p) => {
    const places = (p.positions as { container: string; position: string }[])
      .slice(0, 20)
      .map((one) => `${one.container} ${one.position}`);
    return {
      text: both(
        `船图${p.conveyance}${p.voyage ?? ''}：${places.join('，')}`,
        `Bay plan of ${p.conveyance} ${p.voyage ?? ''}: ${places.join(', ')}`,
      ),
    };
  },
  'shipment.cargo-arrived': (p) => {
    const place = stationName(String(p.place));
    if (p.reversed)
      return {
        tone: 'attention',
        text: both(`${place.zh}撤销运抵报告`, `${place.en} took back that the goods had arrived`),
      };
    return { text: both(`货物运抵${place.zh}`, `The goods have arrived at ${place.en}`) };
  },
  'document.dispatched': (p) => ({
    text: both(`生成${documentName(p).zh}`, `${documentName(p).en} written`),
    links: { documentId: String(p.documentId) },
  }),
  'document.delivered': (p) => ({
    text: both(
      `${documentName(p).zh}已送达${channelName(p).zh}`,
      `${documentName(p).en} delivered to ${channelName(p).en}`,
    ),
    links: { documentId: String(p.documentId) },
  }),
  'delivery.died': (p) => ({
    tone: 'bad',
    text: both(`${documentName(p).zh}投递失败：${p.reason}`, `Delivery of ${documentName(p).en} failed: ${p.reason}`),
    links: { documentId: String(p.documentId) },
  }),
  'partner.troubled': (p) => {
    const name = channelName(p);
    if (p.trouble === 'away')
      return { tone: 'bad', text: both(`${name.zh}无法连接，已熔断`, `${name.en} cannot be reached and is cut off`) };
    return p.trouble === 'back'
      ? { tone: 'good', text: both(`${name.zh}已恢复`, `${name.en} can be reached again`) }
      : {
          tone: 'bad',
          text: both(
            `发往${name.zh}的${documentName(p).zh}成为死信`,
            `${documentName(p).en} to ${name.en} is a dead letter`,
          ),
        };
  },
  'document.answered': (p) => ({
    tone: p.outcome === 'rejected' ? 'bad' : 'neutral',
    text: both(`${channelName(p).zh}回执：${said(p.text).zh}`, `Answer of ${channelName(p).en}: ${said(p.text).en}`),
    links: { documentId: String(p.documentId), ...(p.path ? { path: String(p.path) } : {}) },
  }),
  'instruction.received': (p) => {
    const i = p.instruction as { authority: string; kind: string; reason: Bilingual };
    const bad = i.kind === 'refuse' || i.kind === 'hold';
    return {
      tone: i.kind === 'release' ? 'good' : bad ? 'bad' : 'attention',
      text: both(
        `${who(i.authority).zh}指令：${kinds[i.kind]?.zh}（${i.reason.zh}）`,
        `${who(i.authority).en}: ${kinds[i.kind]?.en} (${i.reason.en})`,
      ),
    };
  },
  'instruction.ended': (p) => {
    const i = p.instruction as { authority: string; kind: string; number: string };
    return {
      tone: 'attention',
      text: both(
        `${who(i.authority).zh}指令 ${i.number}（${kinds[i.kind]?.zh}）期满失效`,
        `${who(i.authority).en}’s instruction ${i.number} (${kinds[i.kind]?.en}) has run out`,
      ),
    };
  },
  'test-result.filed': (p) => ({
    text: both(
      `报送检测报告 ${p.reportNumber}（${p.laboratory}），待${who(p.authority).zh}采信`,
      `Test report ${p.reportNumber} (${p.laboratory}) filed, for ${who(p.authority).en} to accept`,
    ),
    links: { documentId: String(p.documentId) },
  }),
  'test-result.accepted': (p) => ({
    tone: 'good',
    text: both(
      `${who(p.authority).zh}采信检测报告 ${p.reportNumber}，解除条件`,
      `${who(p.authority).en} accepted test report ${p.reportNumber}: the condition has ended`,
    ),
  }),
  'test-result.refused': (p) => ({
    tone: 'bad',
    text: both(
      `${who(p.authority).zh}未采信检测报告 ${p.reportNumber}，条件仍有效：${p.reason}`,
      `${who(p.authority).en} did not accept test report ${p.reportNumber}; the condition stands: ${p.reason}`,
    ),
  }),
  'collision.found': () => ({
    tone: 'attention',
    text: both('指令互相矛盾，已送对碰台', 'Instructions contradict; sent to the collision desk'),
  }),
  'collision.resolved': () => ({ text: both('矛盾已澄清', 'Contradiction resolved') }),
  'inspection.planned': (p) => ({
    tone: 'attention',
    text: p.joint
      ? both(
          `安排联合查验 ${p.number}：${said(p.site).zh}`,
          `Joint inspection ${p.number} arranged: ${said(p.site).en}`,
        )
      : both(`安排查验 ${p.number}：${said(p.site).zh}`, `Inspection ${p.number} arranged: ${said(p.site).en}`),
    links: { inspectionId: String(p.inspectionId) },
  }),
  'inspection.changed': (p) => ({
    text: both(`查验 ${p.number} 内容有变`, `Inspection ${p.number} changed`),
    links: { inspectionId: String(p.inspectionId) },
  }),
  'inspection.rescheduled': (p) => ({
    text: both(`查验 ${p.number} 改期：${p.reason}`, `Inspection ${p.number} moved: ${p.reason}`),
    links: { inspectionId: String(p.inspectionId) },
  }),
  'inspection.booked': (p) => ({
    text: both(
      `查验 ${p.number} 已预约${p.byAppointment ? '（非工作时间）' : ''}`,
      `Slot for inspection ${p.number} booked${p.byAppointment ? ' (outside opening hours)' : ''}`,
    ),
    links: { inspectionId: String(p.inspectionId) },
  }),
  'inspection.booking-cancelled': (p) => ({
    text: both(`查验 ${p.number} 退回预约：${p.reason}`, `Booking of inspection ${p.number} given back: ${p.reason}`),
    links: { inspectionId: String(p.inspectionId) },
  }),
  'inspection.virtually-returned': (p) => ({
    tone: 'good',
    text: both(
      `查验 ${p.number} 已通过，虚拟归位，可直接装运`,
      `Inspection ${p.number} passed; may load without moving back`,
    ),
    links: { inspectionId: String(p.inspectionId) },
  }),
  'inspection.cancelled': (p) => ({
    text: both(`查验 ${p.number} 取消`, `Inspection ${p.number} cancelled`),
    links: { inspectionId: String(p.inspectionId) },
  }),
  'inspection.result-recorded': (p) => {
    const normal = (p.result as { outcome: string }).outcome === 'normal';
    return {
      tone: normal ? 'good' : 'bad',
      text: both(
        `${who(p.authority).zh}查验结果：${normal ? '正常' : '异常'}`,
        `Result of ${who(p.authority).en}: ${normal ? 'normal' : 'abnormal'}`,
      ),
      links: { inspectionId: String(p.inspectionId) },
    };
  },
  'release.granted': (p) => ({
    tone: 'good',
    text: both(
      `一次放行 ${p.number}${p.automatic ? '（自动）' : ''}`,
      `Released: ${p.number}${p.automatic ? ' (automatically)' : ''}`,
    ),
    links: { releaseId: String(p.releaseId) },
  }),
  'release.revoked': (p) => ({
    tone: 'bad',
    text: both(`放行 ${p.number} 撤销：${said(p.because).zh}`, `Release ${p.number} revoked: ${said(p.because).en}`),
    links: { releaseId: String(p.releaseId) },
  }),
  'release.expired': (p) => ({
    tone: 'attention',
    text: both(
      `放行 ${p.number} 到期未用；仍可放行的，另行签发新凭证`,
      `Release ${p.number} expired unused; what may still leave gets a new one`,
    ),
    links: { releaseId: String(p.releaseId) },
  }),
  'release.used': (p) => ({
    tone: 'good',
    text: both(`出场 ${p.number}`, `Left the gate: ${p.number}`),
    links: { releaseId: String(p.releaseId) },
  }),
  'release.use-reversed': (p) => ({
    tone: 'attention',
    text: both(`撤销出场 ${p.number}：货物仍在场内`, `Leaving of ${p.number} taken back: the goods are in`),
    links: { releaseId: String(p.releaseId) },
  }),
  'release.moved': (p) => ({
    text: both(
      `${movementName(p).zh} ${p.number}${p.vehicle ? `（${p.vehicle}）` : ''}`,
      `${movementName(p).en}: ${p.number}${p.vehicle ? ` (${p.vehicle})` : ''}`,
    ),
    links: { releaseId: String(p.releaseId) },
  }),
  'release.move-reversed': (p) => ({
    tone: 'attention',
    text: both(`撤销${movementName(p).zh} ${p.number}`, `${movementName(p).en} taken back: ${p.number}`),
    links: { releaseId: String(p.releaseId) },
  }),
  'release.left-unreleased': (p) => ({
    tone: 'bad',
    text: both(
      `${stationName(String(p.place)).zh}报告 ${String(p.objectId).replace(/^[a-z-]+:/, '')} 已出场，但并无放行，请核查货物去向`,
      `${stationName(String(p.place)).en} says that ${String(p.objectId).replace(/^[a-z-]+:/, '')} left, but it was never released: find out where it is`,
    ),
  }),
  'release.report-refused': (p) => ({
    tone: 'bad',
    text: both(
      `场站报告出场，但放行 ${p.number} 已${p.state === 'revoked' ? '撤销' : '过期'}，请核查货物去向`,
      `The station says that goods left, but release ${p.number} is ${p.state}: find out where they are`,
    ),
    links: { releaseId: String(p.releaseId) },
  }),
};
/** Changes that a page must hear of even though the timeline has no line for them. */
const silent = new Set(['disposition.changed', 'shipment.answered']);

/** Every type that a reader can be told of. */
export const eventTypes: readonly string[] = [...Object.keys(tellings), ...Object.keys(affairs), ...silent];

export function tellEvent(event: StoredEvent, simulated: boolean): TimelineEntry | undefined {
  const payload = event.payload as Payload;
  const telling = (tellings[event.type] ?? affairs[event.type])?.(payload);
  if (!telling && !silent.has(event.type)) return undefined;
  return {
    position: event.position,
    type: event.type,
    at: event.occurredAt,
    by: event.actor.name,
    text: telling?.text ?? both('', ''),
    tone: telling?.tone ?? 'neutral',
    simulated,
    links: telling?.links ?? {},
    ...(typeof payload.shipmentId === 'string' ? { shipmentId: payload.shipmentId } : {}),
  };
}
export const isTold = (entry: TimelineEntry): boolean => entry.text.zh !== '';
