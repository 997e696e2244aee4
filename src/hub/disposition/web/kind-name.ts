// Kinds of instruction in words, the same at every desk. Pure.
import type { Bilingual } from '../../../kernel/bilingual.ts';
import type { InstructionKind } from '../contract.ts';

const names: Readonly<Record<InstructionKind, Bilingual>> = {
  inspect: { zh: '查验', en: 'Inspect' },
  hold: { zh: '布控', en: 'Hold' },
  release: { zh: '放行', en: 'Release' },
  'conditional-release': { zh: '附条件放行', en: 'Release on conditions' },
  refuse: { zh: '不予放行', en: 'Refuse' },
  withdraw: { zh: '撤回指令', en: 'Withdraw' },
};
export const kindName = (kind: InstructionKind): Bilingual => names[kind];
