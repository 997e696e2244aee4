// Events that nobody reacts to and no timeline tells: what they are recorded for. With `flow.ts` and the timeline
// (`notices/tell-event.ts`) this says of every event who takes it; `tests/architecture/events.test.ts` holds them together.
import type { Bilingual } from '../kernel/bilingual.ts';
import { recordedFactorEvents } from './recorded-factor-events.ts';

export const recordedEvents: Readonly<Record<string, Bilingual>> = {
  'session.opened': { zh: '账本留痕：谁在何时登录', en: 'In the ledger: who signed in and when' },
  'identity.linked': {
    zh: '账本留痕：谁的账号关联了哪个身份提供方',
    en: 'In the ledger: whose account was linked to which identity provider',
  },
  'identity.unlinked': { zh: '账本留痕：谁取消了身份关联', en: 'In the ledger: who took a linked identity away' },
  'session.closed': { zh: '账本留痕：谁在何时退出', en: 'In the ledger: who signed out and when' },
  'session.revoked': {
    zh: '账本留痕：谁结束了自己的哪些登录；当即生效，无需反应',
    en: 'In the ledger: who ended how many of his sessions; it counts at once without a reaction',
  },
  'certificate-status.learned': {
    zh: '账本留痕：伙伴认证机构应答某证书状态有变',
    en: 'In the ledger: a partner’s authority answered that the state of a certificate is another',
  },
  'audit.trail-read': { zh: '账本留痕：审计员查询了什么', en: 'In the ledger: what an auditor searched the trail for' },
  'audit.export-asked': {
    zh: '账本留痕：谁为何要求导出什么',
    en: 'In the ledger: who asked for which export, and why',
  },
  'audit.export-ready': {
    zh: '账本留痕：导出了多少条，摘要为何',
    en: 'In the ledger: how much was exported, with its digest',
  },
  'audit.export-fetched': { zh: '账本留痕：谁取走了导出包', en: 'In the ledger: who fetched a bundle' },
  'retention.proposed': { zh: '账本留痕：谁提出保存期限变更', en: 'In the ledger: who proposed another retention' },
  'retention.confirmed': {
    zh: '账本留痕：第二人确认保存期限',
    en: 'In the ledger: a second person confirmed a retention',
  },
  'retention.withdrawn': {
    zh: '账本留痕：保存期限变更撤回',
    en: 'In the ledger: a change of a retention was withdrawn',
  },
  'records.archived': { zh: '账本留痕：哪些记录到期移入归档', en: 'In the ledger: which records went to the archive' },
  'records.removed': {
    zh: '账本留痕：哪类记录到期删除多少',
    en: 'In the ledger: how many records of a class were removed',
  },
  'seal-key.retired': { zh: '账本留痕：封存密钥已更换', en: 'In the ledger: the seal key was changed' },
  'seal-key.forgotten': { zh: '账本留痕：旧封存密钥作废', en: 'In the ledger: a former seal key was given up' },
  ...recordedFactorEvents,
  'session.switched': {
    zh: '账本留痕：谁的登录改为代表哪个单位',
    en: 'In the ledger: for which organisation a session acts from now on',
  },
  'staff.invited': { zh: '账本留痕：谁邀请了人员、以何角色', en: 'In the ledger: who invited staff, with which roles' },
  'invitation.withdrawn': { zh: '账本留痕：谁撤回了邀请', en: 'In the ledger: who withdrew an invitation' },
  'staff.joined': { zh: '账本留痕：谁加入了单位', en: 'In the ledger: who joined an organisation' },
  'staff.roles-changed': { zh: '账本留痕：谁更改了谁的角色', en: 'In the ledger: who changed whose roles' },
  'staff.left': {
    zh: '账本留痕：谁离开或被移除，随之吊销几个密钥',
    en: 'In the ledger: who left or was removed, and how many keys ended with it',
  },
  'account.delayed': {
    zh: '账本留痕：多次失败后暂缓登录',
    en: 'In the ledger: after several failures further sign-ins wait',
  },
  'account.unlocked': { zh: '账本留痕：谁解除了谁的登录等待', en: 'In the ledger: who lifted whose delay' },
  'account.addressed': {
    zh: '账本留痕：本人确认了接收账号邮件的邮箱',
    en: 'In the ledger: a person confirmed the address for letters about the account',
  },
  'password.changed': {
    zh: '账本留痕：密码已更换，凭旧密码或链接',
    en: 'In the ledger: a new password, with the old one or by a link',
  },
  'password.reset-requested': {
    zh: '账本留痕：申请或发出了设置密码的链接',
    en: 'In the ledger: a link to set the password was asked for or handed out',
  },
  'session.refused': {
    zh: '账本留痕：登录被拒；登录虽被拒绝，此事件仍然写入',
    en: 'In the ledger: a sign-in that was refused; it is written although the sign-in is not',
  },
  'qualification.declared': {
    zh: '账本留痕：单位登记了哪项资质',
    en: 'In the ledger: which qualification an organisation declared',
  },
  'organisation.applied': {
    zh: '账本留痕：哪个单位申请注册；口岸办在“单位注册”中处理',
    en: 'In the ledger: which organisation asked to be registered; the port office sees it on its page',
  },
  'organisation.refused': {
    zh: '账本留痕：谁因何不批准单位注册；申请人在其页面看到理由',
    en: 'In the ledger: who refused a registration and why; the applicant sees it on his page',
  },
  'api-key.created': { zh: '账本留痕：谁在何时生成密钥', en: 'In the ledger: who made a key and when' },
  'api-key.rotated': {
    zh: '账本留痕：谁在何时更换密钥，旧的用到何时',
    en: 'In the ledger: who renewed a key and when, and until when the old secret works',
  },
  'api-key.confirmed': {
    zh: '账本留痕：安全管理员何时确认了口岸办的密钥',
    en: 'In the ledger: the security administrator confirmed a key of the port office',
  },
  'api-key.revoked': { zh: '账本留痕：谁在何时撤销密钥', en: 'In the ledger: who revoked a key and when' },
  'signing-key.enrolled': {
    zh: '账本留痕：谁在何时登记签名密钥',
    en: 'In the ledger: who enrolled a signing key and when',
  },
  'seal.made': { zh: '账本留痕：谁在何时制作单位印章', en: 'In the ledger: who made a seal and when' },
  'certificate.revoked': {
    zh: '账本留痕：证书何时因何吊销',
    en: 'In the ledger: when and why a certificate was revoked',
  },
  'signature-policy.changed': {
    zh: '账本留痕：单位何时要求或不再要求签名',
    en: 'In the ledger: when an organisation began or ceased to ask for signatures',
  },
  'signature.time-stamped': {
    zh: '账本留痕：签名何时由哪家机构加盖时间戳；货物页“签名”中可见',
    en: 'In the ledger: when and by whom a signature was time-stamped; shown with the signatures of the case',
  },
  'signature.refused': {
    zh: '账本留痕：无效的签名；申报虽被拒绝，此事件仍然写入',
    en: 'In the ledger: a signature that does not hold; it is written although the filing is refused',
  },
  'message.verified': {
    zh: '账本留痕：来文签名核验有效，签名者是谁',
    en: 'In the ledger: the signature of a message holds, and whose it is',
  },
  'trust-anchor.proposed': {
    zh: '账本留痕：提出信任的认证机构',
    en: 'In the ledger: an authority proposed to be trusted',
  },
  'trust-anchor.confirmed': {
    zh: '账本留痕：第二人确认信任的认证机构',
    en: 'In the ledger: a second person confirmed whom to trust',
  },
  'trust-anchor.revocations-kept': {
    zh: '账本留痕：存入认证机构的吊销列表',
    en: 'In the ledger: a revocation list of a trusted authority was kept',
  },
  'revocation-list.fetched': {
    zh: '账本留痕：自动取得认证机构的新吊销列表',
    en: 'In the ledger: a newer revocation list of a trusted authority was fetched',
  },
  'trust-anchor.withdrawn': { zh: '账本留痕：不再信任的认证机构', en: 'In the ledger: an authority no longer trusted' },
  'document.viewed': {
    zh: '账本留痕：口岸办查看不属于任何一票的来文',
    en: 'In the ledger: the port office looked at a message that belongs to no case',
  },
  'shipment.viewed': {
    zh: '账本留痕：他方查看货物或单证；货主在“谁看过我的单证”和货物页“凭证”中可见',
    en: 'In the ledger: another organisation looked at a case or a document; its owner sees who',
  },
  'look-mark.set': {
    zh: '账本留痕：哪个部门以何理由、依据在何时之前不告知其查看',
    en: 'In the ledger: which authority withholds its looks, why, on what basis, until when',
  },
  'look-mark.lifted': { zh: '账本留痕：不告知何时解除', en: 'In the ledger: when the withholding ended' },
  'document.attached': {
    zh: '账本留痕：谁在何时随附了文件，及其摘要',
    en: 'In the ledger: who attached a file, when, and its digest',
  },
  'document.taken-away': {
    zh: '账本留痕：谁在何时取回了未报送的附件，及其摘要',
    en: 'In the ledger: who took an unfiled attachment away, when, and its digest',
  },
  'shipment.amendment-opened': {
    zh: '账本留痕：谁在何时开始修改',
    en: 'In the ledger: who began an amendment and when',
  },
  'shipment.amendment-discarded': { zh: '账本留痕：谁放弃了修改', en: 'In the ledger: who gave an amendment up' },
  'subscription.made': {
    zh: '账本留痕：谁在何时订阅、推送到何处',
    en: 'In the ledger: who subscribed, when and to where',
  },
  'subscription.changed': {
    zh: '账本留痕：谁修改了订阅的哪些项',
    en: 'In the ledger: who changed what of a subscription',
  },
  'subscription.deleted': { zh: '账本留痕：谁删除了订阅', en: 'In the ledger: who deleted a subscription' },
  'subscription.secret-renewed': {
    zh: '账本留痕：谁在何时更换推送密钥',
    en: 'In the ledger: who renewed the secret that signs',
  },
  'subscription.replayed': {
    zh: '账本留痕：谁要求重发及份数',
    en: 'In the ledger: who had messages sent again, and how many',
  },
  'subscription.tested': { zh: '账本留痕：谁发送了测试消息', en: 'In the ledger: who sent a test message' },
  'reference.loaded': { zh: '账本留痕：代码表换版', en: 'In the ledger: a new edition of a table' },
  'message.repeated': {
    zh: '账本留痕：重复来文，已存不再读',
    en: 'In the ledger: bytes that came again, kept and not read',
  },
  'message.drafted': {
    zh: '账本留痕：企业报文已转为草稿',
    en: 'In the ledger: an enterprise’s own declaration became a draft',
  },
  'audit.exported': {
    zh: '账本留痕：何时把哪些记录交给审计、共几条、摘要为何',
    en: 'In the ledger: which records were handed to an auditor, how many, and their digest',
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
  'authorisation.used': {
    zh: '委托的留痕：哪一票、何时、何人使用，剩余多少；使用记录直接读取表',
    en: 'Evidence of each use: which case, when, by whom, what was left; the list of uses reads the table',
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
  'channel-settings.proposed': {
    zh: '账本留痕：谁提出通道参数变更、理由与生效时间',
    en: 'In the ledger: who proposed settings of a channel, why, and from when',
  },
  'channel-settings.confirmed': {
    zh: '账本留痕：第二人确认通道参数；各节点自行取用',
    en: 'In the ledger: a second person confirmed settings of a channel; every node takes them by itself',
  },
  'channel-settings.withdrawn': {
    zh: '账本留痕：通道参数变更撤回',
    en: 'In the ledger: settings of a channel were withdrawn',
  },
  'certification.started': {
    zh: '账本留痕：谁对哪条通道的测试系统开始认证',
    en: 'In the ledger: who began to certify the test system of which channel',
  },
  'certification.cancelled': { zh: '账本留痕：谁取消认证', en: 'In the ledger: who cancelled a certification' },
  'certification.finished': {
    zh: '账本留痕：认证结果与报告摘要，可凭此核对报告',
    en: 'In the ledger: the outcome of a certification and the digest of its report',
  },
  'channel-credential.kept': {
    zh: '账本留痕：谁为哪条通道保存了凭据（不含内容）',
    en: 'In the ledger: who kept a credential for which channel, without its content',
  },
  'reaction.released': { zh: '运维操作的留痕：重试停住的处理', en: 'Evidence of who let a parked reaction go again' },
  'rule-change.proposed': {
    zh: '留痕：谁提出规则变更及理由',
    en: 'Evidence of who proposed a change of a rule, and why',
  },
  'rule-change.rehearsed': {
    zh: '留痕：谁预演、涉及几票、几个对象会变',
    en: 'Evidence of who rehearsed it and how many outcomes it would change',
  },
  'rule-change.approved': {
    zh: '留痕：谁批准、自何日施行；此后申报的货物按新规则',
    en: 'Evidence of who approved it and from when; what is filed from then on follows it',
  },
  'rule-change.withdrawn': { zh: '留痕：谁撤回规则变更', en: 'Evidence of who withdrew it' },
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
  'payment.statement-read': {
    zh: '账本留痕：哪份银行对账文件读入几条、几条未匹配；口岸办在“对账”中处理',
    en: 'In the ledger: which bank statement was read, with how many lines and how many open; the port office settles them at its desk',
  },
  'payment.line-settled': {
    zh: '账本留痕：谁以何理由处理了哪条对账明细',
    en: 'In the ledger: who settled which statement line, and why',
  },
  'release-key.proposed': {
    zh: '账本留痕：谁因何提出更换放行签名密钥',
    en: 'In the ledger: who proposed a new key to sign releases, and why',
  },
  'release-key.withdrawn': {
    zh: '账本留痕：谁撤回了更换密钥的提议',
    en: 'In the ledger: who took back a proposed change of the key',
  },
  'release-key.rotated': {
    zh: '账本留痕：放行签名密钥何时因何更换，旧公钥公布到何时；密钥本身不在其中',
    en: 'In the ledger: when and why the key that signs releases was changed, until when the old one is published; never the key',
  },
  'release-revocations.issued': {
    zh: '账本留痕：第几号撤销清单何时签发、含几项；各闸口自行取用',
    en: 'In the ledger: which list of revoked releases was signed when, with how many entries; gates fetch it themselves',
  },
  'draw.frozen': {
    zh: '公开证明：抽取范围在给出随机数之前已冻结',
    en: 'In the public proof: the population was frozen before any nonce was given',
  },
  'draw.revealed': {
    zh: '公开证明：秘密与结果；由此产生的指令另有事件',
    en: 'In the public proof: the secret and what follows; the orders that follow are events of their own',
  },
  'draw.officer-replaced': {
    zh: '公开证明：抽中的人员因回避或缺勤按次序递补',
    en: 'In the public proof: somebody drawn was replaced by the next in order',
  },
  'yard-site.changed': {
    zh: '账本留痕：口岸办修改了哪个查验场；因此改期的查验另有事件',
    en: 'In the ledger: which yard the port office changed; inspections moved by it have their own events',
  },
  'yard-holiday.changed': {
    zh: '账本留痕：登记了哪一天的节假日或调休',
    en: 'In the ledger: which day was entered as a holiday or as worked',
  },
  'yard-holiday.removed': { zh: '账本留痕：删除了哪一天的节假日', en: 'In the ledger: which holiday was taken away' },
  'yard-officer.changed': {
    zh: '账本留痕：哪个部门修改了哪名关员的技能与排班',
    en: 'In the ledger: which authority changed skills and roster of which officer',
  },
  'inspection.photo-kept': {
    zh: '账本留痕：查验部门存入了哪张现场照片；结果登记后随结果告知',
    en: 'In the ledger: which photo an authority kept of an inspection; told with the result that names it',
  },
  'inspection.finished': {
    zh: '查验完成时刻，供通关时间研究（M9）使用；结果已逐项告知',
    en: 'When the inspection ended, for the clearance-time study (M9); each result has been told',
  },
  'instruction.parked': {
    zh: '指令所指对象尚未出现：已暂存，对象登记时自动并入',
    en: 'The object is not known yet: kept, and joined when the object is registered',
  },
  'release.report-kept': {
    zh: '场站报告先到：已暂存，放行或所撤销的报告到达时自动并入，场站可见',
    en: 'A station’s report came too early: kept, joined when what it waits for comes, and shown to the station',
  },
  'erp.file-received': {
    zh: '账本留痕：企业系统放置的文件已收存，摘要为何',
    en: 'In the ledger: a file of an enterprise’s system was stored, with its digest',
  },
  'erp.file-answered': {
    zh: '账本留痕：企业文件已逐票答复，申报几票、退回几票；答复另行签名投递',
    en: 'In the ledger: a file was answered, how many filed and refused; the answer itself goes out signed',
  },
  'message.set-aside': {
    zh: '账本留痕：对方放置的文件过大或为空，留在对方处',
    en: 'In the ledger: what a partner kept ready was too large or empty, and was left with him',
  },
  'message.quarantined': {
    zh: '来文无法读取的留痕；运行台直接读取隔离清单',
    en: 'Evidence that a message could not be read; the operator’s desk reads the list',
  },
};
