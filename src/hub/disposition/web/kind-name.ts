// Kinds of instruction in words, the same at every desk. Pure.
import type { Bilingual } from '../../../kernel/bilingual.ts';
import type { FollowUp, InstructionKind, ReleaseTerm } from '../contract.ts';

const names: Readonly<Record<InstructionKind, Bilingual>> = {
  inspect: { zh: '查验', en: 'Inspect' },
  hold: { zh: '布控', en: 'Hold' },
  release: { zh: '放行', en: 'Release' },
  'conditional-release': { zh: '附条件放行', en: 'Release on conditions' },
  refuse: { zh: '不予放行', en: 'Refuse' },
  withdraw: { zh: '撤回指令', en: 'Withdraw' },
};
export const kindName = (kind: InstructionKind): Bilingual => names[kind];

const terms: Readonly<Record<ReleaseTerm, Bilingual>> = {
  'lift-away': { zh: '附条件提离', en: 'Lifted away on conditions' },
  surety: { zh: '担保放行', en: 'Under surety' },
  'test-later': { zh: '先验放后检测', en: 'Released first, tested later' },
  'third-party-result': { zh: '采信第三方检测结果', en: 'Third-party test accepted' },
  return: { zh: '退运放行', en: 'To be returned' },
};
export const termName = (term: ReleaseTerm): Bilingual => terms[term];
const followUps: Readonly<Record<FollowUp, Bilingual>> = {
  return: { zh: '退运', en: 'Return' },
  destroy: { zh: '销毁', en: 'Destruction' },
  'anti-smuggling': { zh: '移交缉私', en: 'Transfer to anti-smuggling' },
};
export const followUpName = (followUp: FollowUp): Bilingual => followUps[followUp];
