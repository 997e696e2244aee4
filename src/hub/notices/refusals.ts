// What notices refuse.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  TIMELINE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该票货物', en: 'There is no such shipment' },
    remedy: { zh: '请核对编号', en: 'Check the number' },
  },
});
