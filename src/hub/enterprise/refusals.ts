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
    message: { zh: '只有{zh}可以执行此操作', en: 'Only the {en} can do this' },
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
  AUTHORISATION_QUANTITY_INVALID: {
    kind: 'invalid',
    message: { zh: '委托数量不正确：{given}', en: 'The quantity of the authorisation is wrong: {given}' },
    remedy: {
      zh: '票数至少为 1；金额为大于 0 的十进制数，最多 4 位小数',
      en: 'At least one declaration; a value above zero with at most four decimals',
    },
  },
  AUTHORISATION_MISSING: {
    kind: 'forbidden',
    message: {
      zh: '没有货主 {owner} 的有效委托（申报地海关 {district}）',
      en: 'No live authorisation of the owner {owner} (customs office {district})',
    },
    remedy: {
      zh: '请货主在“委托”中授权，并由贵司接受；已到期的须重新委托',
      en: 'Ask the owner to offer an authorisation and accept it; one that has ended must be given anew',
    },
  },
  AUTHORISATION_WITHOUT_ACT: {
    kind: 'forbidden',
    message: { zh: '货主 {owner} 的委托不包括“{actZh}”', en: 'The authorisation of {owner} is not to {actEn}' },
    remedy: { zh: '请货主另发一份包括此事项的委托', en: 'Ask the owner for an authorisation that includes it' },
  },
  AUTHORISATION_WITHOUT_DISTRICT: {
    kind: 'forbidden',
    message: {
      zh: '货主 {owner} 的委托不适用于申报地海关 {district}（委托关区：{districts}）',
      en: 'The authorisation of {owner} is not for customs office {district} (it is for {districts})',
    },
    remedy: {
      zh: '请核对申报地海关，或请货主委托该关区',
      en: 'Check the office of declaration, or ask the owner to authorise for that district',
    },
  },
  AUTHORISATION_USED_UP: {
    kind: 'forbidden',
    message: {
      zh: '货主 {owner} 的委托数量不足：本次需要 {asked}，剩余 {left}（申报地海关 {district}）',
      en: 'The authorisation of {owner} is used up: this needs {asked}, {left} is left (customs office {district})',
    },
    remedy: {
      zh: '请货主另发一份委托；已申报的各票不受影响',
      en: 'Ask the owner for another authorisation; what has been filed is not affected',
    },
  },
  SECOND_FACTOR_LEAST: {
    kind: 'conflict',
    message: {
      zh: '“{given}”低于本系统的最低要求“{least}”（ASVS 6.3.3）',
      en: '"{given}" is less than what this installation asks of everybody, "{least}" (ASVS 6.3.3)',
    },
    remedy: {
      zh: '请保持或提高要求；企业确需暂缓的，由口岸办安全管理员设定起始日期',
      en: 'Keep it or ask for more; if enterprises have to be let wait, the security administrator of the port office sets the day',
    },
  },
  SECOND_FACTOR_START_UNFIT: {
    kind: 'invalid',
    message: { zh: '起始日期不正确：{given}', en: 'The day is wrong: {given}' },
    remedy: { zh: '请填写不晚于 {latest} 的日期；今天即为立即', en: 'Give a day not after {latest}; today is at once' },
  },
  QUALIFICATION_MISSING: {
    kind: 'forbidden',
    message: {
      zh: '{organisation} 在 {day} 没有有效的“{kindZh}”：{whyZh}',
      en: '{organisation} has no valid "{kindEn}" on {day}: {whyEn}',
    },
    remedy: {
      zh: '请{whoseZh}在“本单位 → 资质”中登记有效的备案，经口岸办核对后再申报；已申报的各票不受影响',
      en: '{whoseEn} has to enter a valid registration under Organisation, Qualifications; file again once the port office has checked it. What has been filed is not affected',
    },
  },
  QUALIFICATION_UNFIT: {
    kind: 'unprocessable',
    message: { zh: '资质有 {count} 处不正确', en: 'The qualification is wrong in {count} places' },
    remedy: { zh: '请按所列提示更正', en: 'Correct what is listed' },
  },
  QUALIFICATION_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该资质', en: 'There is no such qualification' },
    remedy: { zh: '请从资质列表中选择', en: 'Choose one from the list' },
  },
  QUALIFICATION_STATE_UNFIT: {
    kind: 'conflict',
    message: {
      zh: '资质状态为“{state}”，不能这样处理',
      en: 'In state "{state}" this cannot be done to the qualification',
    },
    remedy: { zh: '请刷新列表，查看当前状态', en: 'Load the list again and look at its state' },
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
  API_KEY_NEEDS_PERSON: {
    kind: 'forbidden',
    message: { zh: '密钥须由人确认，程序不能确认', en: 'A key is confirmed by a person, not by a program' },
    remedy: { zh: '请由安全管理员登录后确认', en: 'A security administrator signs in and confirms it' },
  },
  API_KEY_NEEDS_SECOND_PERSON: {
    kind: 'forbidden',
    message: { zh: '生成密钥的人不能自己确认', en: 'Whoever made the key cannot confirm it' },
    remedy: { zh: '请由另一位安全管理员确认', en: 'Another security administrator confirms it' },
  },
  API_KEY_RENEWED_BY_TWO: {
    kind: 'conflict',
    message: {
      zh: '口岸办的密钥由两人更换，不能由一人直接换新',
      en: 'A key of the port office is changed by two persons, not renewed by one',
    },
    remedy: {
      zh: '请新建密钥，由安全管理员确认后再吊销旧的',
      en: 'Make a new key, have the security administrator confirm it, then revoke the old one',
    },
  },
});

/** What whoever acts for an owner may meet where an authorisation is exercised, for the refusals of a route. */
export const authorisationRefusals = [
  'AUTHORISATION_MISSING',
  'AUTHORISATION_WITHOUT_ACT',
  'AUTHORISATION_WITHOUT_DISTRICT',
  'AUTHORISATION_USED_UP',
] as const satisfies readonly (keyof typeof catalogue)[];
