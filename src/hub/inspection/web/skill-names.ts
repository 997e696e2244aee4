// Kinds of inspection and the skills for them, as people call them.
import type { Bilingual } from '../../../kernel/bilingual.ts';
import type { Skill } from '../contract.ts';

export const skillNames: Readonly<Record<Skill, Bilingual>> = {
  manual: { zh: '人工', en: 'manual' },
  scan: { zh: '机检', en: 'scan' },
  sampling: { zh: '取样', en: 'sampling' },
  document: { zh: '单证', en: 'document' },
  boarding: { zh: '登临', en: 'boarding' },
};
/** What an order asks for, kind after kind; a partner's own word stays as it is. */
export const requirementNames = (requirement: string): Bilingual[] =>
  requirement.split(', ').map((kind) => skillNames[kind as Skill] ?? { zh: kind, en: kind });
