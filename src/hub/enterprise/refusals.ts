// What this module refuses, with who can fix it.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  SIGN_IN_REFUSED: {
    kind: 'unauthenticated',
    // One text for an unknown account and a wrong password, so that accounts cannot be listed.
    message: { zh: '账号或密码不正确', en: 'The account or the password is wrong' },
    remedy: { zh: '请核对后重试，或联系本单位管理员', en: 'Check and try again, or ask your organisation’s manager' },
  },
  ORGANISATION_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该单位：{organisation}', en: 'There is no such organisation: {organisation}' },
    remedy: { zh: '请核对统一社会信用代码', en: 'Check the unified social credit code' },
  },
  AUTHORISATION_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该委托', en: 'There is no such authorisation' },
    remedy: { zh: '请从委托列表中选择', en: 'Choose one from the list' },
  },
  AUTHORISATION_NOT_YOURS: {
    kind: 'forbidden',
    message: { zh: '只有{party}可以执行此操作', en: 'Only the {party} can do this' },
    remedy: { zh: '请由对方在其账号中操作', en: 'The other side has to do it in its own account' },
  },
  AUTHORISATION_PERIOD_INVALID: {
    kind: 'invalid',
    message: {
      zh: '委托起止日期不正确：{from} 至 {to}',
      en: 'The period of the authorisation is wrong: {from} to {to}',
    },
    remedy: {
      zh: '截止日期不得早于起始日期，且最长一年',
      en: 'It must not end before it begins, nor last more than a year',
    },
  },
  API_KEY_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该 API 密钥', en: 'There is no such API key' },
    remedy: { zh: '请从密钥列表中选择', en: 'Choose one from the list' },
  },
});
