// Names of the kinds of inspection that are drawn for.
import type { Bilingual } from '../../../kernel/bilingual.ts';
import type { DrawKind } from '../contract.ts';

const kindNames: Readonly<Record<DrawKind, Bilingual>> = {
  manual: { zh: '人工查验', en: 'by hand' },
  scan: { zh: '机检', en: 'by scanner' },
  'scan-and-manual': { zh: '机检加人工', en: 'by scanner and hand' },
  document: { zh: '单证核查', en: 'documents' },
  sampling: { zh: '取样', en: 'sampling' },
  boarding: { zh: '登临检查', en: 'boarding' },
};
export const kindName = (kind: string): Bilingual => kindNames[kind as DrawKind] ?? { zh: kind, en: kind };
