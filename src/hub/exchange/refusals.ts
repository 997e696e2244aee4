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
  DOCUMENT_UNWRITABLE: {
    kind: 'unprocessable',
    message: { zh: '单证仍无法生成：{reason}', en: 'The document still cannot be written: {reason}' },
    remedy: {
      zh: '请先更正申报数据或修复映射，再重发',
      en: 'Correct the filing or mend the mapping first, then send it again',
    },
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
