// What this module refuses, with who can fix it.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
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
  API_KEY_SCOPE_INVALID: {
    kind: 'unprocessable',
    message: {
      zh: '密钥不能限定为“{action}”：其角色不允许',
      en: 'A key cannot be narrowed to "{action}": its roles do not allow it',
    },
    remedy: { zh: '请只选择角色允许的操作', en: 'Choose among what its roles allow' },
  },
  PUBLIC_KEY_UNFIT: {
    kind: 'unprocessable',
    message: {
      zh: '公钥不可用，或与此密钥的方式不符',
      en: 'The public key cannot be used, or does not fit the way of this key',
    },
    remedy: {
      zh: '请提供 PEM 格式（SPKI）的 Ed25519 或 P-256 公钥；以机密换机密，以公钥换公钥',
      en: 'Give an Ed25519 or P-256 public key as PEM (SPKI); a secret is renewed by a secret, a public key by a public key',
    },
  },
  API_KEY_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该 API 密钥', en: 'There is no such API key' },
    remedy: { zh: '请从密钥列表中选择', en: 'Choose one from the list' },
  },
});
