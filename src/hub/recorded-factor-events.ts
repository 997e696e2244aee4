// The part of `recorded-events.ts` that is about second factors.
import type { Bilingual } from '../kernel/bilingual.ts';

export const recordedFactorEvents: Readonly<Record<string, Bilingual>> = {
  'second-factor.enrolled': { zh: '账本留痕：谁启用了动态口令', en: 'In the ledger: who enrolled an authenticator' },
  'second-factor.removed': {
    zh: '账本留痕：谁停用了谁的动态口令',
    en: 'In the ledger: whose authenticator was removed, and by whom',
  },
  'second-factor.demanded': {
    zh: '账本留痕：单位规定谁必须使用动态口令',
    en: 'In the ledger: of whom an organisation asks a second factor',
  },
  'second-factor.scheduled': {
    zh: '账本留痕：口岸办规定企业自哪天起一律使用第二因素',
    en: 'In the ledger: from which day on everybody of the enterprises needs a second factor',
  },
  'recovery-code.used': {
    zh: '账本留痕：用恢复码登录，剩余几个',
    en: 'In the ledger: a recovery code was used, and how many are left',
  },
  'recovery-codes.renewed': { zh: '账本留痕：更换了恢复码', en: 'In the ledger: new recovery codes' },
};
