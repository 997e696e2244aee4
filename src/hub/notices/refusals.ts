// What notices refuse.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  TIMELINE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该票货物', en: 'There is no such shipment' },
    remedy: { zh: '请核对编号', en: 'Check the number' },
  },
  FILTER_INVALID: {
    kind: 'unprocessable',
    message: { zh: '筛选条件有 {count} 处不成立', en: 'The filter has {count} values that can never fit' },
    remedy: { zh: '请按逐条说明改正', en: 'Mend what each finding names' },
  },
});
