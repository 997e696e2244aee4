// What reference data refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  CODE_LIST_UNKNOWN: {
    kind: 'missing',
    message: { zh: '没有代码表 {list}', en: 'There is no code list {list}' },
    remedy: {
      zh: '可用的代码表见 GET /api/v1/reference/code-lists',
      en: 'GET /api/v1/reference/code-lists names those that exist',
    },
  },
});
