// What accounts refuse, with who can fix it.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  SIGN_IN_REFUSED: {
    kind: 'unauthenticated',
    // One text for an unknown account and a wrong password, so that accounts cannot be listed.
    message: { zh: '账号或密码不正确', en: 'The account or the password is wrong' },
    remedy: {
      zh: '请核对后重试，或点“忘记密码”，或联系本单位管理员',
      en: 'Check and try again, use "forgotten password", or ask your organisation’s manager',
    },
  },
  SIGN_IN_DELAYED: {
    kind: 'limited',
    message: { zh: '失败次数过多，请 {seconds} 秒后再试', en: 'Too many failures; try again in {seconds} seconds' },
    remedy: {
      zh: '如不是您本人，请通知本单位管理员；管理员可立即解除',
      en: 'If it was not you, tell your organisation’s manager, who can also lift the delay at once',
    },
  },
  ACCOUNT_PEOPLE_ONLY: {
    kind: 'conflict',
    message: { zh: '账号属于个人，程序密钥没有账号', en: 'Accounts are people’s; a program’s key has none' },
    remedy: { zh: '请登录后操作', en: 'Sign in and do it there' },
  },
  SESSION_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该登录，可能已结束', en: 'There is no such session; it may have ended' },
    remedy: { zh: '请刷新登录列表', en: 'Load the list of sessions again' },
  },
  PASSWORD_UNFIT: {
    kind: 'unprocessable',
    message: { zh: '不能用作密码：{reasonZh}', en: 'This cannot be a password: {reasonEn}' },
    remedy: {
      zh: '请用至少 {least} 个字符的长句，不必混用大小写和符号',
      en: 'Use a long phrase of at least {least} characters; capitals and signs are not needed',
    },
  },
  PASSWORD_WRONG: {
    kind: 'forbidden',
    message: { zh: '当前密码不正确', en: 'The present password is wrong' },
    remedy: { zh: '请核对后重试；忘记时请退出后重设', en: 'Check and try again; if forgotten, sign out and reset it' },
  },
  LINK_INVALID: {
    kind: 'invalid',
    message: { zh: '链接无效、已使用或已过期', en: 'The link is not valid, was used, or has expired' },
    remedy: { zh: '请重新申请链接', en: 'Ask for a new link' },
  },
  EMAIL_INVALID: {
    kind: 'invalid',
    message: { zh: '“{address}”不是一个邮箱地址', en: '"{address}" is not one e-mail address' },
    remedy: { zh: '请填写一个邮箱，如 name@example.com', en: 'Give one address, e.g. name@example.com' },
  },
  EMAIL_NOT_AVAILABLE: {
    kind: 'conflict',
    message: { zh: '尚未配置邮件服务器', en: 'No mail server is set up here' },
    remedy: { zh: '请口岸办配置邮件服务器（SMTP_URL）', en: 'The port office sets up a mail server (SMTP_URL)' },
  },
  SECOND_FACTOR_NEEDED: {
    kind: 'unauthenticated',
    message: { zh: '请输入动态口令', en: 'A code of your authenticator is needed' },
    remedy: {
      zh: '请打开身份验证器应用，连同密码一起提交 6 位口令；手机不在身边时可用恢复码',
      en: 'Send the six digits of your authenticator app with the password, or a recovery code',
    },
  },
  SECOND_FACTOR_WRONG: {
    kind: 'unauthenticated',
    message: { zh: '动态口令不正确或已用过', en: 'The code is wrong or was used' },
    remedy: { zh: '请等待下一个口令，并核对手机时间', en: 'Wait for the next code, and check the clock of the phone' },
  },
  SECOND_FACTOR_EXISTS: {
    kind: 'conflict',
    message: { zh: '已启用动态口令', en: 'An authenticator is enrolled already' },
    remedy: { zh: '更换手机时请先停用', en: 'To change the phone, remove it first' },
  },
  SIGN_IN_LONG_AGO: {
    kind: 'conflict',
    message: {
      zh: '账号没有密码，须在登录后 10 分钟内启用动态口令',
      en: 'The account has no password: an authenticator is enrolled within ten minutes of signing in',
    },
    remedy: { zh: '请退出并重新登录，再启用', en: 'Sign out, sign in again, then enrol' },
  },
  SECOND_FACTOR_NONE_PENDING: {
    kind: 'conflict',
    message: { zh: '没有待确认的动态口令', en: 'No authenticator is waiting for its first code' },
    remedy: { zh: '请重新开始启用', en: 'Begin again' },
  },
  PROVIDER_UNKNOWN: {
    kind: 'missing',
    message: { zh: '没有身份提供方“{provider}”', en: 'There is no identity provider "{provider}"' },
    remedy: { zh: '请从登录页所列的选择', en: 'Choose among those on the sign-in page' },
  },
  PROVIDER_UNREACHABLE: {
    kind: 'unavailable',
    message: { zh: '身份提供方“{zh}”暂不可达', en: 'The identity provider "{en}" cannot be reached' },
    remedy: { zh: '请稍后再试，或用账号和密码登录', en: 'Try again later, or sign in with account and password' },
  },
  PROVIDER_DENIED: {
    kind: 'unauthenticated',
    message: { zh: '身份提供方“{zh}”没有确认登录', en: 'The identity provider "{en}" did not confirm the sign-in' },
    remedy: { zh: '请重新登录并在对方页面同意', en: 'Begin again and agree on its page' },
  },
  PROVIDER_ANSWER_INVALID: {
    kind: 'unauthenticated',
    // One text for every cause: which check failed is nobody's business who forges.
    message: {
      zh: '身份提供方的答复无效：不是此浏览器所要的、已用过、已过期或不可信',
      en: 'The provider’s answer does not hold: not asked for by this browser, used, too old, or not to be trusted',
    },
    remedy: { zh: '请回到登录页重新开始', en: 'Go back to the sign-in page and begin again' },
  },
  IDENTITY_UNKNOWN: {
    kind: 'unauthenticated',
    message: { zh: '此身份尚未关联任何账号', en: 'This identity is linked to no account' },
    remedy: {
      zh: '请先用账号和密码登录，在“我的账号”中关联；没有账号的请本单位管理员邀请',
      en: 'Sign in with account and password first and link it under My account; without an account, ask your manager for an invitation',
    },
  },
  IDENTITY_TAKEN: {
    kind: 'conflict',
    message: { zh: '此身份已关联另一个账号', en: 'This identity is linked to another account' },
    remedy: { zh: '请用那个账号登录并取消关联', en: 'Sign in to that account and take the link away' },
  },
  IDENTITY_ABSENT: {
    kind: 'missing',
    message: { zh: '您的账号没有这个关联', en: 'Your account has no such link' },
    remedy: { zh: '请刷新列表', en: 'Load the list again' },
  },
  PLACE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '您不在该单位任职', en: 'You do not work for that organisation' },
    remedy: { zh: '请从您的单位中选择', en: 'Choose among your organisations' },
  },
  ROLE_NOT_HELD: {
    kind: 'unprocessable',
    message: { zh: '本类单位的人员不能担任“{role}”', en: 'Staff of such an organisation cannot hold "{role}"' },
    remedy: { zh: '请从可选角色中选择至少一个', en: 'Choose at least one of the roles offered' },
  },
  PORT_OFFICE_MISSING: {
    kind: 'conflict',
    message: { zh: '尚无口岸办', en: 'There is no port office yet' },
    remedy: {
      zh: '请一并给出口岸办的名称、英文名称和统一社会信用代码',
      en: 'Give its name, English name and unified social credit code',
    },
  },
  OFFICE_ROLE_HELD: {
    kind: 'conflict',
    message: { zh: '口岸办已有人担任“{role}”', en: 'Somebody of the port office holds "{role}" already' },
    remedy: {
      zh: '请由口岸办的安全管理员邀请人员',
      en: 'The security administrator of the port office invites others',
    },
  },
  ROLE_STANDS_ALONE: {
    kind: 'unprocessable',
    message: {
      zh: '“{role}”不能与其他角色由同一人担任（三权分立）',
      en: 'Whoever holds "{role}" holds no other role (separation of powers)',
    },
    remedy: {
      zh: '系统管理、安全管理、审计请由三个人分别担任；排班员也由不办案、不抽取的人担任',
      en: 'Give running, security and audit to three different people, and rosters to somebody who neither handles cases nor draws',
    },
  },
  OWN_ROLE_KEPT: {
    kind: 'forbidden',
    message: {
      zh: '安全管理员、审计员不能更改自己的角色',
      en: 'A security administrator or auditor cannot change his own role',
    },
    remedy: { zh: '请由另一位安全管理员办理', en: 'Another security administrator does it' },
  },
  LAST_MANAGER: {
    kind: 'conflict',
    message: { zh: '这是本单位最后一名管理员', en: 'This is the last one who manages the organisation’s staff' },
    remedy: { zh: '请先让另一人担任管理员', en: 'Make somebody else a manager first' },
  },
  INVITATION_UNKNOWN: {
    kind: 'missing',
    message: {
      zh: '找不到该邀请，可能已被接受或撤回',
      en: 'There is no such invitation; it may have been accepted or withdrawn',
    },
    remedy: { zh: '请刷新邀请列表', en: 'Load the list of invitations again' },
  },
  ALREADY_STAFF: {
    kind: 'conflict',
    message: { zh: '您已在该单位任职', en: 'You work for that organisation already' },
    remedy: { zh: '如需更改角色，请联系其管理员', en: 'Ask its manager to change your roles' },
  },
  ACCOUNT_NAME_UNFIT: {
    kind: 'unprocessable',
    message: { zh: '账号名“{account}”不可用', en: 'The account name "{account}" cannot be used' },
    remedy: {
      zh: '请用 3–40 个小写字母、数字或 . _ -，以字母或数字开头',
      en: 'Use 3–40 small letters, figures or . _ -, beginning with a letter or figure',
    },
  },
  ACCOUNT_NAME_TAKEN: {
    kind: 'conflict',
    message: { zh: '账号名“{account}”已有人使用', en: 'The account name "{account}" is taken' },
    remedy: {
      zh: '请换一个；如是您本人的，请先登录再接受邀请',
      en: 'Choose another; if it is yours, sign in first and then accept',
    },
  },
  PERSON_UNKNOWN: {
    kind: 'missing',
    message: { zh: '本单位没有此人', en: 'Your organisation has no such person' },
    remedy: { zh: '请从人员列表中选择', en: 'Choose one from the list of staff' },
  },
});
