// What registration refuses, with who can fix it.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  APPLICATION_HAS_ERRORS: {
    kind: 'unprocessable',
    message: { zh: '申请有 {count} 处错误，尚未提交', en: 'The application has {count} errors; nothing was sent' },
    remedy: { zh: '请按所列提示逐项更正', en: 'Correct what is listed, then send it again' },
  },
  ORGANISATION_REGISTERED: {
    kind: 'conflict',
    message: { zh: '统一社会信用代码 {uscc} 已注册', en: 'The organisation {uscc} is registered already' },
    remedy: {
      zh: '请由该单位的管理员邀请您；管理员无法联系时请找口岸办',
      en: 'Let its manager invite you; ask the port office where he cannot be reached',
    },
  },
  CUSTOMS_CODE_TAKEN: {
    kind: 'conflict',
    message: { zh: '海关编码 {number} 已属于另一单位', en: 'The customs code {number} is another organisation’s' },
    remedy: { zh: '请与申请人核对备案回执后不予批准', en: 'Check it with the applicant, and refuse the application' },
  },
  APPLICATION_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该注册申请', en: 'There is no such application' },
    remedy: { zh: '请从申请列表中选择', en: 'Choose one from the list' },
  },
  APPLICATION_LINK_INVALID: {
    kind: 'invalid',
    message: { zh: '注册进度链接无效', en: 'The link of the application is not valid' },
    remedy: {
      zh: '请使用提交申请时得到的链接，或重新申请',
      en: 'Use the link you got when you applied, or apply again',
    },
  },
  APPLICATION_DECIDED: {
    kind: 'conflict',
    message: { zh: '该申请已有决定：{state}', en: 'The application is decided: {state}' },
    remedy: { zh: '请刷新列表', en: 'Load the list again' },
  },
  APPLICATION_NOT_CLAIMABLE: {
    kind: 'conflict',
    message: {
      zh: '尚未批准，或单位已有管理员',
      en: 'It is not approved, or the organisation has somebody already',
    },
    remedy: { zh: '请由单位管理员邀请您', en: 'Let the organisation’s manager invite you' },
  },
  REASON_NEEDED: {
    kind: 'unprocessable',
    message: { zh: '不批准须说明理由', en: 'A refusal needs a reason' },
    remedy: { zh: '请写明申请人应更正什么', en: 'Say what the applicant has to correct' },
  },
  AUTHORITY_NEEDED: {
    kind: 'unprocessable',
    message: { zh: '批准部门时须指明是哪个部门', en: 'Say which authority it is' },
    remedy: { zh: '请选择部门；不明确时不予批准', en: 'Choose the authority, or refuse' },
  },
});
