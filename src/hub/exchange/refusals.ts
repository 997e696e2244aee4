// What the exchange refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

const fromList = { zh: '请从列表中选择', en: 'Choose one from the list' };
export const { catalogue, refuse } = defineRefusals({
  MESSAGE_EMPTY: {
    kind: 'invalid',
    message: { zh: '报文为空', en: 'The message is empty' },
    remedy: { zh: '请把报文原文作为请求体发送', en: 'Send the message itself as the body' },
  },
  MESSAGE_FORMAT_UNKNOWN: {
    kind: 'unprocessable',
    message: { zh: '无法识别报文格式', en: 'The format of the message is not known' },
    remedy: {
      zh: '支持的格式见“通道”文档；伙伴系统请使用本通道的密钥',
      en: 'See the channels’ documentation; partner systems use the key of their channel',
    },
  },
  MESSAGE_TOO_LARGE: {
    kind: 'too-large',
    message: {
      zh: '报文超过本通道上限 {limit} 字节',
      en: 'The message is larger than this channel takes: {limit} bytes',
    },
    remedy: { zh: '请拆分后发送', en: 'Split it and send the parts' },
  },
  MESSAGE_UNREADABLE: {
    kind: 'unprocessable',
    message: { zh: '报文无法读取：{zh}', en: 'The message cannot be read: {en}' },
    remedy: {
      zh: '请按该格式的规范更正后重新发送',
      en: 'Correct it after the format’s specification and send it again',
    },
  },
  BATCH_MESSAGE_REFUSED: {
    kind: 'unprocessable',
    message: {
      zh: '一批中的报文 {id} 不能接收（{code}）：{zh}；整批未收',
      en: 'Message {id} of the batch cannot be taken ({code}): {en}; nothing of the batch was kept',
    },
    remedy: { zh: '请更正或去掉该报文后重新发送整批', en: 'Correct it or leave it out, then send the batch again' },
  },
  CHANNEL_UNKNOWN: {
    kind: 'missing',
    message: { zh: '没有通道 {channel}', en: 'There is no channel {channel}' },
    remedy: fromList,
  },
  DELIVERY_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该投递', en: 'There is no such delivery' },
    remedy: fromList,
  },
  DELIVERY_NOT_REPLAYABLE: {
    kind: 'conflict',
    message: { zh: '状态为“{state}”的投递无需重发', en: 'A delivery in state "{state}" needs no replay' },
    remedy: { zh: '只有死信或等待重试的投递可以重发', en: 'Only dead or waiting deliveries can be replayed' },
  },
  DELIVERY_TAKEN_BACK: {
    kind: 'conflict',
    message: {
      zh: '该单证所报内容已收回：{zh}（{at}），不再发送',
      en: 'What the document tells was taken back: {en} ({at}); it is not sent any more',
    },
    remedy: { zh: '如仍需申报，请重新申报', en: 'File it anew if it is still to be told' },
  },
  DELIVERY_SUPERSEDED: {
    kind: 'conflict',
    message: {
      zh: '该单证已有新版：{zh}（{at}），旧版不再发送',
      en: 'There is a later version of the document: {en} ({at}); the earlier one is not sent any more',
    },
    remedy: {
      zh: '对方以新版为准；新版如为死信，请重发新版',
      en: 'The later version counts; send that one again if it is a dead letter',
    },
  },
  DOCUMENT_UNWRITABLE: {
    kind: 'unprocessable',
    message: { zh: '单证仍无法生成：{reason}', en: 'The document still cannot be written: {reason}' },
    remedy: {
      zh: '请先更正申报数据或修复映射，再重发',
      en: 'Correct the filing or mend the mapping first, then send it again',
    },
  },
  NOTHING_TO_REPLAY: {
    kind: 'conflict',
    message: { zh: '没有符合条件的死信', en: 'There are no such dead letters' },
    remedy: { zh: '请放宽条件，或查看投递列表', en: 'Widen the filter, or look at the deliveries' },
  },
  BULK_REPLAY_UNKNOWN: {
    kind: 'missing',
    message: { zh: '没有这项批量重发', en: 'There is no such bulk replay' },
    remedy: fromList,
  },
  BULK_REPLAY_NEEDS_PERSON: {
    kind: 'forbidden',
    message: {
      zh: '批量重发须由两名人员办理，不接受程序密钥',
      en: 'A bulk replay takes two persons, not a program’s key',
    },
    remedy: { zh: '请以个人账号登录后操作', en: 'Sign in with an account of your own' },
  },
  BULK_REPLAY_NEEDS_SECOND_PERSON: {
    kind: 'forbidden',
    message: { zh: '提出人不能自己确认', en: 'Who proposed it cannot confirm it' },
    remedy: { zh: '请由另一名值班人员核对后确认', en: 'Let another person on duty look at it and confirm' },
  },
  BULK_REPLAY_WITHDRAWN: {
    kind: 'conflict',
    message: { zh: '该批量重发已撤回', en: 'The bulk replay has been withdrawn' },
    remedy: { zh: '如仍需要，请重新提出', en: 'Propose it anew if it is still needed' },
  },
  BULK_REPLAY_DONE: {
    kind: 'conflict',
    message: { zh: '该批量重发已确认并执行', en: 'The bulk replay has been confirmed and done' },
    remedy: { zh: '已重发的单证不能收回', en: 'What has been sent again cannot be taken back' },
  },
  RESTORE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '没有这次待核对的数据库恢复', en: 'There is no such restore to be checked' },
    remedy: fromList,
  },
  FAULT_UNKNOWN: {
    kind: 'missing',
    message: { zh: '没有这个停住的处理', en: 'There is no such failed reaction' },
    remedy: fromList,
  },
  MESSAGE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该来文', en: 'There is no such message' },
    remedy: fromList,
  },
  MESSAGE_NOT_REPLAYABLE: {
    kind: 'conflict',
    message: { zh: '状态为“{state}”的来文无需重读', en: 'A message in state "{state}" needs no replay' },
    remedy: { zh: '只有被隔离的来文可以重读', en: 'Only quarantined messages can be read again' },
  },
});
