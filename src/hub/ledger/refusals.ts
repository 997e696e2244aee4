// What the ledger refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  RECEIPT_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该凭证', en: 'There is no such receipt' },
    remedy: {
      zh: '请核对凭证编号；凭证只对相关各方开放',
      en: 'Check the number; a receipt answers only those it concerns',
    },
  },
  TREE_HEAD_UNKNOWN: {
    kind: 'missing',
    message: { zh: '没有大小为 {size} 的签名树头', en: 'There is no signed tree head of {size} leaves' },
    remedy: { zh: '树头清单见 GET /ledger/heads', en: 'See GET /ledger/heads for the heads there are' },
  },
  LEAF_NOT_IN_TREE: {
    kind: 'invalid',
    message: { zh: '叶序号 {index} 不在大小为 {size} 的树中', en: 'Leaf {index} is not in the tree of {size} leaves' },
    remedy: { zh: '叶序号从 0 起，须小于树的大小', en: 'Leaves count from 0 and stay below the size of the tree' },
  },
});
