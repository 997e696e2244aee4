// What is wrong with a signature, in words for people.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { PathFault } from '../../runtime/signatures/validate-path.ts';
import type { StampFault } from '../../runtime/signatures/stamp-faults.ts';
import type { XmlSignatureFault } from '../../runtime/signatures/verify-xml.ts';

export type Fault =
  | PathFault
  | XmlSignatureFault
  | StampFault
  | 'STAMP_UNREADABLE'
  | 'NOT_BY_THIS_KEY'
  | 'CERTIFICATE_MISSING'
  | 'SIGNATURE_UNREADABLE'
  | 'NOT_YOUR_KEY'
  | 'SIGNATURE_ABSENT';

const words: Readonly<Record<Fault, readonly [zh: string, en: string]>> = {
  ISSUER_NOT_TRUSTED: ['签发者不在信任名单内', 'its issuer is not trusted here'],
  CERTIFICATE_EXPIRED: ['签名时证书已过期', 'the certificate had expired when it was signed'],
  CERTIFICATE_NOT_YET_VALID: ['签名时证书尚未生效', 'the certificate was not yet valid when it was signed'],
  CERTIFICATE_REVOKED: ['签名时证书已被吊销', 'the certificate had been revoked when it was signed'],
  REVOCATION_UNKNOWN: ['无法确定证书是否被吊销', 'whether the certificate was revoked is not known'],
  NOT_AN_AUTHORITY: ['证书链中有无权签发者', 'somebody in the chain may not issue certificates'],
  USAGE_NOT_ALLOWED: ['证书用途不含签名', 'the certificate is not for signing documents'],
  EXTENSION_NOT_UNDERSTOOD: [
    '证书含有不认识的关键扩展',
    'the certificate has a critical extension that is not understood',
  ],
  ALGORITHM_TOO_WEAK: ['证书的签名算法过弱', 'the certificate is signed with an algorithm that is too weak'],
  SEVERAL_SIGNATURES: ['有不止一个签名', 'there is more than one signature'],
  SIGNATURE_MISPLACED: ['签名不在根元素之下', 'the signature is not a child of the root'],
  SIGNATURE_SHAPE: ['签名结构不符合约定', 'the signature is not built as agreed'],
  ALGORITHM_NOT_ALLOWED: ['签名算法不被接受', 'the algorithm is not allowed'],
  TRANSFORM_NOT_ALLOWED: ['签名中的变换不被接受', 'a transform in the signature is not allowed'],
  REFERENCE_NOT_WHOLE: ['签名没有覆盖整份文件', 'the signature does not cover the whole document'],
  CONTENT_CHANGED: ['内容与签名时不同', 'the content is not what was signed'],
  NOT_BY_THIS_KEY: ['签名值与内容、证书不相符', 'the signature is not of this content by this key'],
  CERTIFICATE_MISSING: ['没有可用的签名证书', 'there is no usable certificate of the signer'],
  SIGNATURE_UNREADABLE: ['签名无法识别', 'it cannot be read as a signature'],
  NOT_YOUR_KEY: ['签名密钥不属于当前登录者', 'the key is not one of whoever is signed in'],
  STAMP_OF_OTHER_CONTENT: ['时间戳不是对该签名加盖的', 'the time stamp is not of this signature'],
  STAMP_NOT_ASKED_FOR: ['时间戳不是对本次请求的回答', 'the time stamp answers another request'],
  STAMP_POLICY_OTHER: ['时间戳所依策略不是约定的', 'the time stamp is made under another policy than agreed'],
  STAMP_TIME_IMPOSSIBLE: [
    '时间戳的时间早于签名或晚于收到时',
    'the time of the stamp is before the signature or after it came',
  ],
  STAMP_UNREADABLE: ['时间戳无法识别', 'it cannot be read as a time stamp'],
  SIGNATURE_ABSENT: ['没有签名', 'there is no signature'],
};
export const inWords = (code: Fault): { code: string; text: Bilingual } => ({
  code,
  text: { zh: words[code][0], en: words[code][1] },
});
export const sentence = (faults: readonly { text: Bilingual }[]): Bilingual => ({
  zh: faults.map((f) => f.text.zh).join('；'),
  en: faults.map((f) => f.text.en).join('; '),
});
