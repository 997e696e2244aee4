// What e-mail notices refuse.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  MAIL_NOT_AVAILABLE: {
    kind: 'conflict',
    message: { zh: '尚未开通邮件通知', en: 'E-mail notices are not set up here' },
    remedy: { zh: '请口岸办配置邮件服务器（SMTP_URL）', en: 'The port office sets up a mail server (SMTP_URL)' },
  },
  MAIL_PEOPLE_ONLY: {
    kind: 'conflict',
    message: { zh: '邮件通知属于个人，程序密钥不能使用', en: 'E-mail notices are for people, not for programs’ keys' },
    remedy: { zh: '请登录后设置；程序请用 webhook 订阅', en: 'Sign in to set them up; programs subscribe a webhook' },
  },
  MAIL_ADDRESS_INVALID: {
    kind: 'invalid',
    message: { zh: '“{address}”不是一个邮箱地址', en: '"{address}" is not one e-mail address' },
    remedy: { zh: '请填写一个邮箱，如 name@example.com', en: 'Give one address, e.g. name@example.com' },
  },
  MAIL_CONFIRMATION_TOO_OFTEN: {
    kind: 'limited',
    message: { zh: '24 小时内已请求确认 {limit} 次', en: 'A confirmation was asked for {limit} times within 24 hours' },
    remedy: { zh: '请查收已发出的邮件，或明天再试', en: 'Look for the letters already sent, or try again tomorrow' },
  },
  MAIL_LINK_INVALID: {
    kind: 'invalid',
    message: { zh: '链接无效、已使用或不属于您', en: 'The link is not valid, was used, or is somebody else’s' },
    remedy: { zh: '请在邮件通知设置中重新请求确认', en: 'Ask for a new confirmation in the e-mail settings' },
  },
  MAIL_LINK_EXPIRED: {
    kind: 'invalid',
    message: { zh: '确认链接已过期', en: 'The confirmation link has expired' },
    remedy: { zh: '请在邮件通知设置中重新请求确认', en: 'Ask for a new confirmation in the e-mail settings' },
  },
});
