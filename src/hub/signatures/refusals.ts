// What this module refuses, with who can fix it.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  SIGNING_NEEDS_PERSON: {
    kind: 'forbidden',
    message: {
      zh: '签名密钥属于个人，程序不能登记',
      en: 'A signing key belongs to a person; a program cannot enrol one',
    },
    remedy: {
      zh: '请用个人账号登录；程序报送用单位电子印章',
      en: 'Sign in as a person; programs file under the organisation’s seal',
    },
  },
  SIGNING_AUTHORITY_MISSING: {
    kind: 'unavailable',
    message: { zh: '尚未接入签发证书的认证机构', en: 'There is no authority yet that issues certificates' },
    remedy: { zh: '请联系口岸办', en: 'Ask the port office' },
  },
  SIGNING_KEY_UNFIT: {
    kind: 'invalid',
    message: { zh: '该公钥不能登记：{why}', en: 'This public key cannot be enrolled: {why}' },
    remedy: {
      zh: '可用 P-256、Ed25519、SM2，或不短于 2048 位的 RSA；并须用同一私钥签署登记声明',
      en: 'P-256, Ed25519, SM2, or RSA of 2048 bits or more; the enrolment text has to be signed with the same key',
    },
  },
  SIGNING_KEY_TAKEN: {
    kind: 'conflict',
    message: { zh: '该密钥已登记过', en: 'This key has been enrolled before' },
    remedy: { zh: '请生成新的密钥', en: 'Make a new key' },
  },
  SIGNING_KEYS_TOO_MANY: {
    kind: 'conflict',
    message: { zh: '有效的签名密钥已有 {count} 个', en: 'There are {count} valid signing keys already' },
    remedy: { zh: '请先吊销不用的', en: 'Revoke those that are not used' },
  },
  CERTIFICATE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该证书', en: 'There is no such certificate' },
    remedy: { zh: '请从证书列表中选择', en: 'Choose one from the list' },
  },
  SIGNATURE_REFUSED: {
    kind: 'unprocessable',
    message: { zh: '签名无效：{faults}', en: 'The signature does not hold: {faultsEn}' },
    remedy: {
      zh: '请重新打开表单核对内容后再签；密钥失效时请在"我的签名"中更换',
      en: 'Open the form again, look at what it says and sign that; where the key no longer counts, replace it under "My signatures"',
    },
  },
  SIGNATURE_NEEDED: {
    kind: 'unprocessable',
    message: {
      zh: '本单位要求申报和查验结果须经签名',
      en: 'What this organisation files or records has to be signed',
    },
    remedy: {
      zh: '请在"我的签名"中登记本设备；程序报送请先为单位制作电子印章',
      en: 'Enrol this device under "My signatures"; for programs make the organisation’s seal first',
    },
  },
  TRUST_ANCHOR_UNFIT: {
    kind: 'invalid',
    message: { zh: '该证书不能作为信任锚：{why}', en: 'This certificate cannot be trusted as an authority: {why}' },
    remedy: { zh: '请向对方索取其签发证书（CA 证书）', en: 'Ask the partner for the certificate of its authority' },
  },
  TRUST_ANCHOR_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该信任锚', en: 'There is no such trusted authority' },
    remedy: { zh: '请从列表中选择', en: 'Choose one from the list' },
  },
  TRUST_ANCHOR_NEEDS_SECOND_PERSON: {
    kind: 'forbidden',
    message: { zh: '提出人不能自行确认', en: 'Whoever proposed it cannot confirm it' },
    remedy: { zh: '请由另一位值班员核对指纹后确认', en: 'A second person compares the fingerprint and confirms' },
  },
  TRUST_ANCHOR_DECIDED: {
    kind: 'conflict',
    message: { zh: '该信任锚已撤回', en: 'This trusted authority has been withdrawn' },
    remedy: { zh: '需要时请重新提出', en: 'Propose it again where it is needed' },
  },
  REVOCATION_LIST_UNFIT: {
    kind: 'invalid',
    message: {
      zh: '不是该机构签发的、比现有更新的完整吊销列表',
      en: 'It is no complete revocation list of this authority that is newer than the one we have',
    },
    remedy: { zh: '请向对方索取最新的 CRL（DER）', en: 'Ask the partner for its newest CRL (DER)' },
  },
  NOTHING_SIGNED: {
    kind: 'unprocessable',
    message: { zh: '文件中没有签名', en: 'There is no signature in the file' },
    remedy: { zh: '请选择带 ds:Signature 的 XML 文件', en: 'Choose an XML file with a ds:Signature' },
  },
});
