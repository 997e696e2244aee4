// What the HTTP layer itself refuses, before or around any use case (P12; RFC 9457).
import type { Bilingual } from '../../kernel/bilingual.ts';
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue: httpRefusals, refuse } = defineRefusals({
  REQUEST_INVALID: {
    kind: 'invalid',
    message: { zh: '请求不符合接口定义：{zh}', en: 'The request does not fit the interface: {en}' },
    remedy: {
      zh: '请按 findings 所列逐项更正；接口定义见 /api/v1/docs',
      en: 'Correct what `findings` lists; the interface is described at /api/v1/docs',
    },
  },
  JSON_MALFORMED: {
    kind: 'invalid',
    message: { zh: '请求体不是合法的 JSON：{reason}', en: 'The body is not well-formed JSON: {reason}' },
    remedy: { zh: '请用 UTF-8 编码的 JSON 重新发送', en: 'Send JSON in UTF-8' },
  },
  CONTENT_TYPE_UNSUPPORTED: {
    kind: 'unsupported',
    message: { zh: '此接口不接受 {given} 类型的内容', en: 'This interface does not take content of type {given}' },
    remedy: { zh: '请以 Content-Type: application/json 发送', en: 'Send it with Content-Type: application/json' },
  },
  BODY_TOO_LARGE: {
    kind: 'too-large',
    message: { zh: '请求内容超过 {limit} 字节的上限', en: 'The body is larger than the limit of {limit} bytes' },
    remedy: { zh: '请缩小或拆分后重新提交', en: 'Make it smaller or split it, then send again' },
  },
  SIGN_IN_NEEDED: {
    kind: 'unauthenticated',
    message: { zh: '尚未登录或登录已失效', en: 'Not signed in, or the session has ended' },
    remedy: {
      zh: '请重新登录，或在 Authorization 头中提供 API 密钥',
      en: 'Sign in again, or send an API key in the Authorization header',
    },
  },
  SIGNATURE_NOT_ACCEPTED: {
    kind: 'unauthenticated',
    message: { zh: '请求签名不被接受：{reasonZh}', en: 'The signature of the request is not accepted: {reasonEn}' },
    remedy: {
      zh: '按 RFC 9421 对 @method、@authority、@path、@query 和 content-digest 签名，created 须在五分钟内，每个 nonce 只用一次',
      en: 'Sign @method, @authority, @path, @query and content-digest by RFC 9421, created within five minutes, each nonce once',
    },
  },
  ACTION_NOT_ALLOWED: {
    kind: 'forbidden',
    message: { zh: '当前角色无权执行“{action}”', en: 'Your roles do not allow "{action}"' },
    remedy: { zh: '请联系本单位管理员调整角色', en: 'Ask your organisation’s manager for the role' },
  },
  ORIGIN_NOT_ALLOWED: {
    kind: 'forbidden',
    message: { zh: '请求来源 {origin} 与本站不符', en: 'The request comes from another site: {origin}' },
    remedy: { zh: '请从本平台页面操作', en: 'Use the pages of this platform' },
  },
  CONTENT_UNREADABLE: {
    kind: 'unprocessable',
    message: { zh: '内容无法读取：{reasonZh}', en: 'The content cannot be read: {reasonEn}' },
    remedy: { zh: '请核对文件内容和编码后重新提交', en: 'Check the file and its encoding, then send it again' },
  },
  ROUTE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '没有此接口：{method} {path}', en: 'There is no such interface: {method} {path}' },
    remedy: { zh: '接口清单见 /api/v1/docs', en: 'See /api/v1/docs for the interfaces there are' },
  },
  METHOD_NOT_ALLOWED: {
    kind: 'method',
    message: { zh: '{path} 不接受 {method}', en: '{path} does not take {method}' },
    remedy: { zh: '可用的方法：{allowed}', en: 'Methods it takes: {allowed}' },
  },
  IDEMPOTENCY_KEY_REUSED: {
    kind: 'unprocessable',
    message: {
      zh: '幂等键 {key} 已用于内容不同的请求',
      en: 'The idempotency key {key} was used for a different request',
    },
    remedy: { zh: '新的请求请使用新的 Idempotency-Key', en: 'Use a new Idempotency-Key for a new request' },
  },
  TOO_MANY_REQUESTS: {
    kind: 'limited',
    message: { zh: '请求过于频繁', en: 'Too many requests' },
    remedy: { zh: '请在 {seconds} 秒后重试', en: 'Try again in {seconds} seconds' },
  },
  PLATFORM_OVERLOADED: {
    kind: 'unavailable',
    message: { zh: '平台繁忙，暂不接收新请求', en: 'The platform is busy and takes nothing more just now' },
    remedy: {
      zh: '请在 {seconds} 秒后重试；本次请求未产生任何效果，已受理的不受影响',
      en: 'Try again in {seconds} seconds; this request had no effect, and what was taken before goes on',
    },
  },
  SHARE_USED_UP: {
    kind: 'limited',
    message: {
      zh: '平台繁忙，贵单位同时进行的请求已达应有份额',
      en: 'The platform is busy and your organisation has its full share of it',
    },
    remedy: {
      zh: '请减少同时发出的请求，在 {seconds} 秒后重试；本次请求未产生任何效果',
      en: 'Send fewer at once and try again in {seconds} seconds; this request had no effect',
    },
  },
  FLOW_BEHIND: {
    kind: 'unavailable',
    message: {
      zh: '已受理的申报仍在处理，积压较多，暂不接收新的申报',
      en: 'Filings taken before are still being worked through; no new ones are taken just now',
    },
    remedy: {
      zh: '请在 {seconds} 秒后重试；草稿已保存，已受理的不会丢失',
      en: 'Try again in {seconds} seconds; the draft is kept, and nothing taken before is lost',
    },
  },
  LEDGER_BEHIND: {
    kind: 'unavailable',
    message: {
      zh: '账本暂不能为新的申报留下凭证，暂不接收新的申报',
      en: 'The ledger cannot give proof of new filings just now; none are taken until it can',
    },
    remedy: {
      zh: '请在 {seconds} 秒后重试；草稿已保存，已受理的不受影响；账本恢复后自动继续',
      en: 'Try again in {seconds} seconds; the draft is kept, what was taken goes on, and it opens again by itself',
    },
  },
  NOT_READY: {
    kind: 'unavailable',
    message: { zh: '服务暂不可用', en: 'The service is not available just now' },
    remedy: { zh: '请稍后重试，已提交的内容不会丢失', en: 'Try again shortly; nothing submitted is lost' },
  },
});

/** A fault is no refusal: its cause is in the log only, under the number of the problem. */
export const fault: { readonly code: string; readonly message: Bilingual; readonly remedy: Bilingual } = {
  code: 'FAULT',
  message: { zh: '系统出现故障，已记录', en: 'Something failed on our side and has been recorded' },
  remedy: {
    zh: '请稍后重试；如仍失败，请把编号告知口岸办',
    en: 'Try again; if it fails again, tell the port office the number',
  },
};
