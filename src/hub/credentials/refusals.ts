// What the credentials module refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  CREDENTIAL_CHANNEL_UNKNOWN: {
    kind: 'missing',
    message: { zh: '没有通道 {channel}', en: 'There is no channel {channel}' },
    remedy: { zh: '通道代码见 GET /exchange/channels', en: 'For the ids of channels see GET /exchange/channels' },
  },
  CREDENTIAL_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该票货物的证书，或不属于本单位', en: 'There is no such shipment, or it is not yours' },
    remedy: { zh: '请核对编号', en: 'Check the number' },
  },
  CREDENTIAL_LIST_UNKNOWN: {
    kind: 'missing',
    message: { zh: '没有证书状态清单（list）{list}', en: 'There is no status list (list) {list}' },
    remedy: {
      zh: '请用证书 credentialStatus 中的网址',
      en: 'Use the address in the credentialStatus of the certificate',
    },
  },
});
