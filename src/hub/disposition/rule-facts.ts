// What a rule may ask of an object, in words (P5). Pure data.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { RuleFact } from './contract.ts';

export const factNames: Readonly<Record<RuleFact['fact'], Bilingual>> = {
  transportMode: { zh: '运输方式', en: 'Transport mode' },
  direction: { zh: '进出口', en: 'Direction' },
  dangerous: { zh: '危险货物', en: 'Dangerous goods' },
  licensed: { zh: '涉及许可证', en: 'Licence named' },
  hsCode: { zh: '商品编码', en: 'Tariff number' },
};
