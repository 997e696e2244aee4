// What subscriptions refuse.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  SUBSCRIPTION_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该订阅', en: 'There is no such subscription' },
    remedy: { zh: '请从本单位的订阅列表中选择', en: 'Choose one from your organisation’s list' },
  },
  SUBSCRIPTION_URL_NOT_ALLOWED: {
    kind: 'invalid',
    message: { zh: '不能投递到 {url}：{zh}', en: 'Nothing can be delivered to {url}: {en}' },
    remedy: { zh: '请填写公网可达的 https 或 sftp 网址', en: 'Give a public https or sftp address' },
  },
  SUBSCRIPTION_FOLDER_UNFIT: {
    kind: 'invalid',
    message: { zh: '订阅地址的 {field} {zh}', en: 'The address’s {field} {en}' },
    remedy: {
      zh: 'SFTP 文件夹须给出 key（口令或私钥）与 hostKey（SHA256:…，见 ssh-keygen -lf）；只有文件夹能收取文件',
      en: 'An SFTP folder needs key (password or private key) and hostKey (SHA256:…, see ssh-keygen -lf); only a folder can take files',
    },
  },
  SUBSCRIPTION_FILER_NEEDED: {
    kind: 'forbidden',
    message: {
      zh: '收取文件即以本单位名义申报，您不能申报',
      en: 'Taking files files in the organisation’s name, which you may not',
    },
    remedy: { zh: '请由有申报权限的人员设置', en: 'Have it set by somebody who may file' },
  },
  SUBSCRIPTION_EVENT_UNKNOWN: {
    kind: 'invalid',
    message: { zh: '没有事件类型 {type}', en: 'There is no event type {type}' },
    remedy: { zh: '请从 GET /subscription-event-types 中选择', en: 'Choose from GET /subscription-event-types' },
  },
  SUBSCRIPTION_TOO_MANY: {
    kind: 'conflict',
    message: { zh: '每个单位最多 {limit} 个订阅', en: 'An organisation has {limit} subscriptions at the most' },
    remedy: { zh: '请先删除不用的订阅', en: 'Delete one that is not used' },
  },
  SUBSCRIPTION_NOT_ACTIVE: {
    kind: 'conflict',
    message: { zh: '订阅未启用', en: 'The subscription is not active' },
    remedy: { zh: '请先启用', en: 'Resume it first' },
  },
  SUBSCRIPTION_MESSAGE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该消息', en: 'There is no such message' },
    remedy: { zh: '请从该订阅的消息列表中选择', en: 'Choose one from the subscription’s messages' },
  },
});
