// Events that nobody reacts to and no timeline tells: what they are recorded for. With `flow.ts` and the timeline
// (`notices/tell-event.ts`) this says of every event who takes it; `tests/architecture/events.test.ts` holds them together.
import type { Bilingual } from '../kernel/bilingual.ts';

export const recordedEvents: Readonly<Record<string, Bilingual>> = {
  'session.opened': { zh: '账本留痕：谁在何时登录', en: 'In the ledger: who signed in and when' },
  'session.closed': { zh: '账本留痕：谁在何时退出', en: 'In the ledger: who signed out and when' },
  'session.refused': {
    zh: '账本留痕：登录被拒；登录虽被拒绝，此事件仍然写入',
    en: 'In the ledger: a sign-in that was refused; it is written although the sign-in is not',
  },
  'api-key.created': { zh: '账本留痕：谁在何时生成密钥', en: 'In the ledger: who made a key and when' },
  'api-key.revoked': { zh: '账本留痕：谁在何时撤销密钥', en: 'In the ledger: who revoked a key and when' },
  'document.viewed': {
    zh: '账本留痕：他方查看单证；货主在货物页“凭证”中可见',
    en: 'In the ledger: another party looked at a document; its owner sees it among the proofs of the shipment',
  },
  'reference.loaded': { zh: '账本留痕：代码表换版', en: 'In the ledger: a new edition of a table' },
  'message.repeated': {
    zh: '账本留痕：重复来文，已存不再读',
    en: 'In the ledger: bytes that came again, kept and not read',
  },
  'message.drafted': {
    zh: '账本留痕：企业报文已转为草稿',
    en: 'In the ledger: an enterprise’s own declaration became a draft',
  },
  'content.erased': {
    zh: '账本留痕：谁在何时以何理由删除了一个事件的内容；叶子与证明不变',
    en: 'In the ledger: whose order erased the content of an event, when and why; leaf and proofs stay',
  },
  'authorisation.offered': {
    zh: '委托的留痕：谁在何时发出；委托列表直接读取表',
    en: 'Evidence of who offered what and when; the list reads the table',
  },
  'authorisation.accepted': {
    zh: '委托的留痕：谁在何时接受',
    en: 'Evidence of who accepted and when',
  },
  'authorisation.revoked': {
    zh: '委托的留痕：谁在何时撤销；撤销当即生效，无需反应',
    en: 'Evidence of who revoked and when; it counts at once without a reaction',
  },
  'emergency.declared': {
    zh: '应急处置的留痕：谁在何时以何理由宣布；门户按列表显示',
    en: 'Evidence of who declared it, when and why; the portal shows the list',
  },
  'emergency.ended': {
    zh: '应急处置的留痕：谁在何时结束',
    en: 'Evidence of who ended it and when',
  },
  'channel.paused': {
    zh: '运行留痕：谁在何时暂停通道',
    en: 'Evidence of who paused the channel and when',
  },
  'channel.resumed': {
    zh: '运行留痕：谁在何时恢复通道',
    en: 'Evidence of who resumed the channel and when',
  },
  'channel.draining': {
    zh: '运维操作的留痕：排空由投递程序自行完成',
    en: 'Evidence of who drained it; the worker does the rest by itself',
  },
  'channel.opened': {
    zh: '伙伴中断的留痕：运行台显示，由投递程序自行试探',
    en: 'Evidence that a partner went away; the desk shows it and the worker probes by itself',
  },
  'channel.closed': { zh: '伙伴恢复的留痕', en: 'Evidence that a partner came back' },
  'reaction.released': { zh: '运维操作的留痕：重试停住的处理', en: 'Evidence of who let a parked reaction go again' },
  'bulk-replay.proposed': {
    zh: '留痕：谁提出批量重发、理由与份数',
    en: 'Evidence of who proposed a bulk replay, and why',
  },
  'bulk-replay.confirmed': {
    zh: '留痕：谁确认批量重发；投递自行继续',
    en: 'Evidence of who confirmed it; the deliveries go on',
  },
  'bulk-replay.withdrawn': { zh: '留痕：谁撤回批量重发', en: 'Evidence of who withdrew it' },
  'database.restored': {
    zh: '数据库从备份恢复的留痕；运行台显示，待口岸办与各方核对',
    en: 'Evidence that the database goes on from a backup; the desk shows it until the port office has settled the gap',
  },
  'restore.checked': { zh: '留痕：谁在何时确认缺口已核对', en: 'Evidence of who settled the gap and when' },
  'message.waiting': {
    zh: '乱序到达的留痕：所指编号到达后自动重读',
    en: 'Evidence of a receipt out of order; it is read again when its number arrives',
  },
  'delivery.replayed': {
    zh: '运行留痕：谁在何时重发；投递自行继续',
    en: 'Evidence of who sent it again and when; the delivery goes on by itself',
  },
  'inspection.finished': {
    zh: '查验完成时刻，供通关时间研究（M9）使用；结果已逐项告知',
    en: 'When the inspection ended, for the clearance-time study (M9); each result has been told',
  },
  'instruction.parked': {
    zh: '指令所指对象尚未出现：已暂存，对象登记时自动并入',
    en: 'The object is not known yet: kept, and joined when the object is registered',
  },
  'message.quarantined': {
    zh: '来文无法读取的留痕；运行台直接读取隔离清单',
    en: 'Evidence that a message could not be read; the operator’s desk reads the list',
  },
};
