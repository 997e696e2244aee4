// What the release module refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  RELEASE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该放行，或不属于本单位', en: 'There is no such release, or it is not yours' },
    remedy: { zh: '请扫描放行凭证或从列表中打开', en: 'Scan the slip or open it from the list' },
  },
  RELEASE_NOT_USABLE: {
    kind: 'conflict',
    message: {
      zh: '放行 {number} 状态为“{state}”，不得出场',
      en: 'Release {number} is "{state}": the goods must not leave',
    },
    remedy: {
      zh: '请核对最新放行；如已撤销，请把货物留在场内',
      en: 'Check the latest release; if revoked, keep the goods in',
    },
  },
  RELEASE_KEY_NEEDS_PERSON: {
    kind: 'forbidden',
    message: {
      zh: '更换放行签名密钥须由人员本人操作，程序不得代办',
      en: 'The key that signs releases is changed by persons, not by programs',
    },
    remedy: { zh: '请安全管理员登录后办理', en: 'A security administrator signs in and does it' },
  },
  RELEASE_KEY_NEEDS_SECOND_PERSON: {
    kind: 'forbidden',
    message: { zh: '提出更换密钥者不得自行确认', en: 'Whoever proposed the change of the key cannot confirm it' },
    remedy: { zh: '请另一名安全管理员确认', en: 'Ask another security administrator to confirm it' },
  },
  RELEASE_KEY_CHANGE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该密钥更换', en: 'There is no such change of the key' },
    remedy: { zh: '请从列表中选择', en: 'Choose one from the list' },
  },
  RELEASE_KEY_CHANGE_WAITS: {
    kind: 'conflict',
    message: { zh: '{by} 提出的更换尚待确认', en: 'A change proposed by {by} is waiting already' },
    remedy: { zh: '请先确认或撤回该提议', en: 'Confirm that one or take it back first' },
  },
  RELEASE_KEY_CHANGE_DECIDED: {
    kind: 'conflict',
    message: { zh: '该密钥更换已办结', en: 'This change of the key is settled' },
    remedy: { zh: '需要时请重新提出', en: 'Propose another one if needed' },
  },
  RELEASE_TOKEN_NOT_GENUINE: {
    kind: 'unprocessable',
    message: {
      zh: '凭证（token）不是本平台签发的，或已被改动',
      en: 'The token (token) is not one of this platform, or was altered',
    },
    remedy: {
      zh: '请重新扫描凭条；仍不符时不得放行，并请报告口岸办',
      en: 'Scan the slip again; if it still does not fit, keep the goods in and tell the port office',
    },
  },
  RELEASE_REPORT_AHEAD: {
    kind: 'unprocessable',
    message: { zh: '报告时间（at）{at} 在将来', en: 'The time of the report (at), {at}, is in the future' },
    remedy: { zh: '请核对场站系统时钟后再报', en: 'Check the clock of the station’s system and report again' },
  },
  RELEASE_REPORT_OUT_OF_ORDER: {
    kind: 'conflict',
    message: {
      zh: '放行 {number} 的货物现为“{position}”，报告“{movement}”（movement）不合顺序',
      en: 'The goods of release {number} are "{position}": the report "{movement}" (movement) is out of order',
    },
    remedy: {
      zh: '依次报告进闸、装车、出闸；撤销时从最后一项撤起',
      en: 'Report gate-in, loaded, gate-out in this order; take back the last one first',
    },
  },
  RELEASE_REPORT_NUMBER_TAKEN: {
    kind: 'conflict',
    message: {
      zh: '报告编号（reportNumber）{reportNumber} 已用于另一份报告',
      en: 'The report number (reportNumber) {reportNumber} stands for another report already',
    },
    remedy: {
      zh: '重发须与原报告相同；新的报告请用新的编号',
      en: 'A repetition must say the same; give a new report a new number',
    },
  },
});
