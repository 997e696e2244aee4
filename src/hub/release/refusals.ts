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
});
