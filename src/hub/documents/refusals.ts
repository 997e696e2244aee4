// What the document library refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  DOCUMENT_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该单证', en: 'There is no such document' },
    remedy: { zh: '请从该票的单证列表中打开', en: 'Open it from the shipment’s list of documents' },
  },
});
