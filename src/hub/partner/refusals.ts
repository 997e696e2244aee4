// What the care for partners refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

const fromList = { zh: '请从列表中选择', en: 'Choose one from the list' };
export const { catalogue, refuse } = defineRefusals({
  CARE_CHANNEL_UNKNOWN: {
    kind: 'missing',
    message: { zh: '没有通道 {channel}', en: 'There is no channel {channel}' },
    remedy: fromList,
  },
  SETTINGS_NOT_ALLOWED: {
    kind: 'unprocessable',
    message: { zh: '{field} 的值“{value}”不能用：{zh}', en: '{field} cannot be "{value}": {en}' },
    remedy: { zh: '请按所列问题更正后重新提出', en: 'Correct what is listed and propose it again' },
  },
  SETTINGS_CHANGE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '没有这项参数变更', en: 'There is no such change of settings' },
    remedy: fromList,
  },
  SETTINGS_NEED_PERSON: {
    kind: 'forbidden',
    message: {
      zh: '通道参数须由两名人员办理，不接受程序密钥',
      en: 'Settings of a channel take two persons, not a program’s key',
    },
    remedy: { zh: '请以个人账号登录后操作', en: 'Sign in with an account of your own' },
  },
  SETTINGS_NEED_SECOND_PERSON: {
    kind: 'forbidden',
    message: { zh: '提出人不能自己确认', en: 'Who proposed it cannot confirm it' },
    remedy: { zh: '请由另一名值班人员核对后确认', en: 'Let another person on duty look at it and confirm' },
  },
  SETTINGS_CHANGE_DECIDED: {
    kind: 'conflict',
    message: { zh: '这项参数变更已有决定', en: 'This change of settings has been decided' },
    remedy: { zh: '如需再改，请提出新的变更', en: 'Propose another change if one is needed' },
  },
  CREDENTIAL_NAME_TAKEN: {
    kind: 'conflict',
    message: { zh: '名称“{name}”已有凭据', en: 'There is a credential named "{name}" already' },
    remedy: { zh: '凭据不改写，请另取名称', en: 'Credentials are never overwritten; take another name' },
  },
  CERTIFICATION_UNKNOWN: {
    kind: 'missing',
    message: { zh: '没有这次认证', en: 'There is no such certification' },
    remedy: { zh: '请从列表中选择', en: 'Choose one from the list' },
  },
  CERTIFICATION_ADDRESS_NOT_ALLOWED: {
    kind: 'unprocessable',
    message: { zh: '测试地址 {endpoint} 不能用：{zh}', en: 'The test address {endpoint} cannot be used: {en}' },
    remedy: {
      zh: '请填写伙伴测试系统的公网地址（https、soap+https、mqtts，或附主机密钥的 sftp）',
      en: 'Give the public address of the partner’s test system (https, soap+https, mqtts, or sftp with its host key)',
    },
  },
  CERTIFICATION_OF_REAL_ADDRESS: {
    kind: 'conflict',
    message: { zh: '{endpoint} 是该通道正在使用的地址', en: '{endpoint} is the address that the channel uses' },
    remedy: {
      zh: '认证只能对测试系统进行，请填写另一地址',
      en: 'Only a test system is certified; give another address',
    },
  },
  CERTIFICATION_RUNNING: {
    kind: 'conflict',
    message: { zh: '{zh}已有认证在进行', en: 'A certification of {en} is under way' },
    remedy: { zh: '请等待其结束，或先取消', en: 'Wait for its end, or cancel it first' },
  },
  CERTIFICATION_ENDED: {
    kind: 'conflict',
    message: { zh: '这次认证已结束', en: 'The certification has ended' },
    remedy: { zh: '如需再做，请另行开始', en: 'Start another one if it is needed' },
  },
  CERTIFICATION_NOT_FINISHED: {
    kind: 'conflict',
    message: { zh: '认证尚未完成，没有报告', en: 'The certification has not finished: there is no report' },
    remedy: {
      zh: '请等待全部场景完成；取消的认证没有报告',
      en: 'Wait for all scenarios; one that was cancelled has no report',
    },
  },
  CERTIFICATION_KEY_WRONG: {
    kind: 'unauthenticated',
    message: { zh: '密钥不属于进行中的认证', en: 'The key is not that of a certification under way' },
    remedy: {
      zh: '请使用发送报文时所给的 X-Answer-Key 作为 Bearer 令牌',
      en: 'Use the X-Answer-Key that came with the document as bearer token',
    },
  },
  CERTIFICATION_MESSAGE_TOO_LARGE: {
    kind: 'too-large',
    message: { zh: '答复超过约定上限 {limit} 字节', en: 'The answer is larger than agreed: {limit} bytes' },
    remedy: { zh: '请按约定大小答复', en: 'Answer within the size agreed on' },
  },
  CERTIFICATION_FULL: {
    kind: 'limited',
    message: { zh: '本次认证的答复已达 {most} 份', en: 'The certification has taken {most} answers' },
    remedy: { zh: '请检查测试系统是否重复发送', en: 'See whether the test system repeats itself' },
  },
});
